package vn.binhdang.statistics.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.web.Text;

/** Figures of many indicators and elements at once. */
@Controller
@Allows(Action.READ_STATISTICS)
class DashboardController {
    private final DashboardPages boards;
    private final PivotPages pivots;
    private final ScorePages scores;
    private final AuditTrail audit;

    DashboardController(DashboardPages boards, PivotPages pivots, ScorePages scores, AuditTrail audit) {
        this.boards = boards;
        this.pivots = pivots;
        this.scores = scores;
        this.audit = audit;
    }

    @GetMapping("/statistics/figures")
    String board(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable List<String> m,
            @RequestParam(defaultValue = "0") int start,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page", boards.board(actor, new Ask(unit, kind, from, to, null, null, on, null, start), m, t));
        return "statistics/view/board";
    }

    /** @param a code of the earlier period @param b of the later one */
    @GetMapping("/statistics/figures/compare")
    String compare(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String a,
            @RequestParam(required = false) @Nullable String b,
            @RequestParam(defaultValue = "0") int start,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page", boards.comparison(actor, new Ask(unit, kind, from, to, null, null, on, null, start), a, b, t));
        return "statistics/view/compare";
    }

    @GetMapping("/statistics/figures/targets")
    String targets(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "0") int start,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page",
                scores.page(
                        actor,
                        new Ask(unit, null, null, null, null, null, on, null, 0),
                        ScoreFilter.of(q, standing, year, theme, start),
                        t));
        return "statistics/view/targets";
    }

    @GetMapping("/statistics/figures/targets/table")
    ResponseEntity<byte[]> targetsTable(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "xlsx") String format,
            Actor actor,
            Text t) {
        var as = TableFile.Format.named(format).orElseThrow(() -> new NotVisible("table as " + format));
        var file = scores.file(
                actor,
                new Ask(unit, null, null, null, null, null, on, null, 0),
                ScoreFilter.of(q, standing, year, theme, 0),
                t);
        audit.export(actor, "statistics.figure.export", null, Map.of("table", "targets"));
        return FigureController.answer(file, "targets", as);
    }

    @GetMapping("/statistics/figures/pivot")
    String pivot(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String rows,
            @RequestParam(required = false) @Nullable String columns,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable List<String> m,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page",
                pivots.page(
                        actor,
                        new Ask(unit, kind, from, to, period, by, on, level, 0),
                        new PivotPages.Turned(rows, columns, m, category),
                        t));
        return "statistics/view/pivot";
    }

    @GetMapping("/statistics/figures/pivot/table")
    ResponseEntity<byte[]> table(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String rows,
            @RequestParam(required = false) @Nullable String columns,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable List<String> m,
            @RequestParam(defaultValue = "xlsx") String format,
            Actor actor,
            Text t) {
        var as = TableFile.Format.named(format).orElseThrow(() -> new NotVisible("table as " + format));
        var file = pivots.file(
                actor,
                new Ask(unit, kind, from, to, period, by, on, level, 0),
                new PivotPages.Turned(rows, columns, m, category),
                t);
        audit.export(actor, "statistics.figure.export", null, Map.of("table", "pivot"));
        return FigureController.answer(file, "pivot", as);
    }
}
