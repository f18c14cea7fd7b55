package vn.binhdang.reporting.overview;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.reporting.compilation.ReportMoments;
import vn.binhdang.reporting.compilation.ReportWindow;
import vn.binhdang.web.NavigationEntry;
import vn.binhdang.web.Text;

/** The reports of the agency: the office and the heads see all, everybody else those that were issued. */
@Controller
@Allows(Action.READ_DOCUMENTS)
class ReportsController {
    private final ReportList list;

    ReportsController(ReportList list) {
        this.list = list;
    }

    @Bean
    static NavigationEntry reportsNavigation() {
        return new NavigationEntry("reporting.navigation", "/reports", "report", 15, null);
    }

    @GetMapping("/reports")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        var filter = ReportFilter.of(q, year, period, state);
        var key = ReportList.Key.of(after);
        var found = list.find(actor, filter, key);
        boolean more = found.size() > ReportList.PAGE;
        var entries = more ? found.subList(0, ReportList.PAGE) : found;
        boolean mayCompile = actor.may(Action.WRITE_DOCUMENTS);
        model.addAttribute(
                "page",
                new ReportsPage(
                        entries.stream().map(entry -> row(entry, t)).toList(),
                        filter,
                        list.years(actor),
                        ReportFilter.PERIODS,
                        ReportFilter.states(mayCompile || actor.may(Action.APPROVE_DOCUMENTS)),
                        mayCompile,
                        more ? filter.addressAfter(entries.getLast().key().text()) : null,
                        key.equals(ReportList.Key.TOP)));
        return "reporting/overview/reports";
    }

    private static ReportsPage.Row row(ReportList.Entry entry, Text t) {
        return new ReportsPage.Row(
                "/reports/" + entry.id(),
                period(entry, t),
                t.of(
                        "reporting.page.window",
                        ReportMoments.printed(entry.fromDay()),
                        ReportMoments.printed(entry.toDay())),
                entry.planSubject(),
                entry.state(),
                entry.number() == null ? "" : "%02d/%s".formatted(entry.number(), entry.symbol()));
    }

    private static String period(ReportList.Entry entry, Text t) {
        if (entry.year() == null || entry.ordinal() == null) return entry.label();
        var kind = ReportingPeriod.Kind.valueOf(entry.period());
        return ReportWindow.title(new ReportingPeriod(kind, entry.year(), entry.ordinal()), t);
    }
}
