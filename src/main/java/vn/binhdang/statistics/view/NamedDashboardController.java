package vn.binhdang.statistics.view;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.statistics.rollup.Sums;
import vn.binhdang.web.Text;

/** Dashboards that people make: found, looked at, made, changed, copied, deleted and brought back. */
@Controller
@Allows(Action.READ_STATISTICS)
class NamedDashboardController {
    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 200;

    private final Dashboards dashboards;
    private final DashboardPages pages;
    private final DashboardForms forms;
    private final Units units;
    private final UnitsByName names;
    private final Accounts accounts;
    private final Sums sums;

    NamedDashboardController(
            Dashboards dashboards,
            DashboardPages pages,
            DashboardForms forms,
            Units units,
            UnitsByName names,
            Accounts accounts,
            Sums sums) {
        this.dashboards = dashboards;
        this.pages = pages;
        this.forms = forms;
        this.units = units;
        this.names = names;
        this.accounts = accounts;
        this.sums = sums;
    }

    /**
     * @param q words of names
     * @param after the last one of the page before
     * @param deleted the one that has just been deleted, to be brought back
     */
    @GetMapping("/statistics/dashboards")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable DashboardId after,
            @RequestParam(required = false) @Nullable DashboardId deleted,
            Actor actor,
            Text t,
            Model model) {
        String words = q.strip().substring(0, Math.min(LONGEST_SEARCH, q.strip().length()));
        var found = dashboards.search(
                actor, words, after == null ? null : dashboards.find(actor, after, sums.current()), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var unitNames = new UnitNames(
                units.named(shown.stream().map(Dashboard::unit).collect(Collectors.toSet()), forms.today()));
        var people = accounts.namesOf(shown.stream().map(Dashboard::changedBy).collect(Collectors.toSet()));
        model.addAttribute(
                "page",
                new DashboardsPage(
                        words,
                        after == null,
                        shown.stream()
                                .map(one -> new DashboardsPage.Row(
                                        "/statistics/dashboards/" + one.id(),
                                        one.name(),
                                        unitNames.name(one.unit()),
                                        new Numbers(t).print(one.charts().size()),
                                        t.of(
                                                "statistics.dashboard.changed",
                                                TypedDay.print(one.changedAt()
                                                        .atZone(Today.ZONE)
                                                        .toLocalDate()),
                                                people.getOrDefault(one.changedBy(), ""))))
                                .toList(),
                        actor.may(Action.ARRANGE_STATISTICS) ? "/statistics/dashboards/new" : null,
                        deleted == null ? "" : t.of("statistics.dashboard.saved.deleted"),
                        deleted == null || !actor.may(Action.ARRANGE_STATISTICS)
                                ? null
                                : "/statistics/dashboards/" + deleted + "/restore",
                        found.size() <= PAGE
                                ? null
                                : Ask.address(
                                        "/statistics/dashboards",
                                        Map.of(
                                                "q",
                                                words,
                                                "after",
                                                shown.getLast().id().toString()))));
        return "statistics/view/dashboards";
    }

    @GetMapping("/statistics/dashboards/{id}")
    String show(
            @PathVariable DashboardId id,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page", pages.named(actor, id, new Ask(unit, kind, from, to, null, null, on, null, 0), saved, t));
        return "statistics/view/board";
    }

    /**
     * @param unit id of the unit it is for; without it the own agency
     * @param m codes it begins with
     * @param like another one that it begins as
     */
    @GetMapping("/statistics/dashboards/new")
    @Allows(Action.ARRANGE_STATISTICS)
    String begin(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable List<String> m,
            @RequestParam(required = false) @Nullable DashboardId like,
            Actor actor,
            Text t,
            Model model) {
        var history = sums.current();
        var first = like == null ? null : dashboards.find(actor, like, history);
        var wanted = first != null ? first.unit() : unit != null ? unit : actor.agency();
        model.addAttribute(
                "page",
                forms.create(
                        DashboardForm.of(
                                first == null ? "" : t.of("statistics.dashboard.copyOf", first.name()),
                                dashboards.mayArrange(actor, wanted, history) ? forms.unitWords(wanted) : "",
                                0,
                                first != null
                                        ? first.charts()
                                        : m == null
                                                ? List.of()
                                                : m.stream()
                                                        .limit(Dashboard.MOST_CHARTS)
                                                        .map(code -> new Dashboard.Chart(code, Dashboard.Look.LINES))
                                                        .toList()),
                        Map.of(),
                        t));
        return "statistics/view/dashboardForm";
    }

    @PostMapping("/statistics/dashboards")
    @Allows(Action.ARRANGE_STATISTICS)
    String make(
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var form = DashboardForm.sent(sent);
        var mistakes = new LinkedHashMap<>(form.mistakes(forms.subjects(t), List.of(), t));
        var unit = names.read(form.unit(), forms.today(), actor.reach(Action.ARRANGE_STATISTICS))
                .unit();
        if (unit == null) mistakes.put("unit", t.of("organisation.unitName.unknown"));
        if (unit == null || !mistakes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("page", forms.create(form, mistakes, t));
            return "statistics/view/dashboardForm";
        }
        var id = dashboards.make(actor, unit, form.name(), form.charts());
        return "redirect:/statistics/dashboards/" + id + "?saved=made";
    }

    @GetMapping("/statistics/dashboards/{id}/change")
    @Allows(Action.ARRANGE_STATISTICS)
    String open(@PathVariable DashboardId id, Actor actor, Text t, Model model) {
        var dashboard = dashboards.findToChange(actor, id);
        model.addAttribute(
                "page",
                forms.change(
                        dashboard,
                        DashboardForm.of(dashboard.name(), "", dashboard.version(), dashboard.charts()),
                        Map.of(),
                        null,
                        t));
        return "statistics/view/dashboardForm";
    }

    @PostMapping("/statistics/dashboards/{id}/change")
    @Allows(Action.ARRANGE_STATISTICS)
    String change(
            @PathVariable DashboardId id,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var form = DashboardForm.sent(sent);
        var dashboard = dashboards.findToChange(actor, id);
        var mistakes = form.mistakes(forms.subjects(t), dashboard.charts(), t);
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("page", forms.change(dashboard, form, mistakes, null, t));
            return "statistics/view/dashboardForm";
        }
        var overtaken = dashboards.change(actor, id, form.version(), form.name(), form.charts());
        if (overtaken.isEmpty()) return "redirect:/statistics/dashboards/" + id + "?saved=changed";
        var stored = overtaken.get().stored();
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("page", forms.change(stored, form.from(stored.version()), Map.of(), overtaken.get(), t));
        return "statistics/view/dashboardForm";
    }

    @PostMapping("/statistics/dashboards/{id}/delete")
    @Allows(Action.ARRANGE_STATISTICS)
    String delete(@PathVariable DashboardId id, @RequestParam(defaultValue = "0") int version, Actor actor) {
        dashboards.delete(actor, id, version);
        return "redirect:/statistics/dashboards?deleted=" + id;
    }

    @PostMapping("/statistics/dashboards/{id}/restore")
    @Allows(Action.ARRANGE_STATISTICS)
    String restore(@PathVariable DashboardId id, Actor actor) {
        dashboards.restore(actor, id);
        return "redirect:/statistics/dashboards/" + id + "?saved=restored";
    }
}
