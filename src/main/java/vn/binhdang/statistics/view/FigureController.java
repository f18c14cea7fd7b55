package vn.binhdang.statistics.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** Figures of one indicator or element. */
@Controller
@Allows(Action.READ_STATISTICS)
class FigureController {
    private final FigurePages pages;
    private final AuditTrail audit;

    FigureController(FigurePages pages, AuditTrail audit) {
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping("/statistics/figures/{code}")
    String page(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(defaultValue = "0") int start,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page", pages.page(actor, code, new Ask(unit, kind, from, to, period, by, on, level, start), t));
        return "statistics/view/figure";
    }

    @GetMapping("/statistics/figures/{code}/table")
    ResponseEntity<byte[]> table(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(defaultValue = "trend") String of,
            @RequestParam(defaultValue = "xlsx") String format,
            Actor actor,
            Text t) {
        var file =
                pages.file(actor, code, new Ask(unit, kind, from, to, period, by, on, level, 0), of.equals("units"), t);
        return send(
                file,
                "%s-%s".formatted(code, of.equals("units") ? "units" : "trend"),
                format,
                actor,
                Map.of("code", code, "table", of.equals("units") ? "units" : "trend"));
    }

    private ResponseEntity<byte[]> send(
            TableFile file, String name, String format, Actor actor, Map<String, String> fields) {
        var as = TableFile.Format.named(format).orElseThrow(() -> new NotVisible("table as " + format));
        audit.export(actor, "statistics.figure.export", null, fields);
        return answer(file, name, as);
    }

    static ResponseEntity<byte[]> answer(TableFile file, String name, TableFile.Format as) {
        return Download.of(name + "." + as.ending(), MediaType.parseMediaType(as.contentType()), file.bytes(as));
    }
}
