package vn.binhdang.reporting.compilation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentLists;
import vn.binhdang.document.DocumentSearch;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.reporting.compilation.NewReportPage.Choice;
import vn.binhdang.reporting.compilation.NewReportPage.Period;
import vn.binhdang.web.Text;

/** Begins a report: which plan, which window, to whom. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
class NewReportController {
    private static final int MOST_PLANS = 100;

    private final ResultReports reports;
    private final Plans plans;
    private final DocumentLists lists;
    private final OutgoingDocuments documents;
    private final Clock clock;

    NewReportController(
            ResultReports reports, Plans plans, DocumentLists lists, OutgoingDocuments documents, Clock clock) {
        this.reports = reports;
        this.plans = plans;
        this.lists = lists;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/reports/new")
    String form(
            @RequestParam Optional<String> plan,
            @RequestParam Optional<String> year,
            Actor actor,
            Text t,
            Model model) {
        actor.must(Action.WRITE_DOCUMENTS);
        var issued = issuedPlans(actor);
        var chosen = plan.filter(id -> !id.isBlank())
                .map(id -> plans.find(actor, PlanId.of(id)))
                .or(() -> issued.stream().findFirst().map(document -> plans.find(actor, PlanId.of(document.id()))));
        if (chosen.isEmpty()) {
            model.addAttribute("page", nothingToReportOn());
            return "reporting/compilation/new";
        }
        int reported = year.filter(typed -> typed.matches("20\\d\\d"))
                .map(Integer::valueOf)
                .orElse(chosen.get().document().year());
        var superior =
                ReportHead.superior(documents.content(actor, chosen.get().id().document()));
        var form = new NewReportForm(reported, usual(reported), "", "", "", superior.orElse(""));
        model.addAttribute("page", page(chosen.get(), issued, form, Map.of(), null, t));
        return "reporting/compilation/new";
    }

    @PostMapping("/reports/new")
    String compile(
            @RequestParam PlanId plan,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String addressees,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        actor.must(Action.WRITE_DOCUMENTS);
        var chosen = plans.find(actor, plan);
        var form = new NewReportForm(Math.clamp(year, 2000, 2100), period, label, from, to, addressees);
        var window = form.window();
        var standing = window.flatMap(w -> reports.standing(actor, plan, w));
        if (window.isPresent() && standing.isEmpty())
            return "redirect:/reports/" + reports.compile(actor, plan, window.get(), form.addresseeLines())
                    + "?done=compiled";
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute(
                "page", page(chosen, issuedPlans(actor), form, sentences(form, t), standing.orElse(null), t));
        return "reporting/compilation/new";
    }

    private List<OutgoingDocument> issuedPlans(Actor actor) {
        return lists.search(
                        actor,
                        new DocumentSearch(
                                DocumentKind.PLAN,
                                "",
                                null,
                                DocumentState.ISSUED,
                                DocumentSearch.Sort.YEAR,
                                null,
                                MOST_PLANS))
                .documents();
    }

    private static NewReportPage nothingToReportOn() {
        return new NewReportPage(List.of(), "", 0, List.of(), List.of(), false, "", "", "", "", Map.of(), null);
    }

    private static NewReportPage page(
            Plan plan,
            List<OutgoingDocument> issued,
            NewReportForm form,
            Map<String, String> mistakes,
            @Nullable DocumentId standing,
            Text t) {
        // A plan that was replaced is not listed, but its own page may lead here.
        var offered = Stream.concat(issued.stream(), Stream.of(plan.document()))
                .distinct()
                .map(document -> new Choice(
                        document.id().toString(),
                        document.numberAndSymbol() + " – " + document.subject(),
                        document.id().equals(plan.id().document())))
                .toList();
        var periods = ReportWindow.offered(form.year());
        return new NewReportPage(
                offered,
                plan.id().toString(),
                form.year(),
                choices(periods, false, form, t),
                choices(periods, true, form, t),
                form.other(),
                form.label(),
                form.from(),
                form.to(),
                form.addressees(),
                mistakes,
                standing == null ? null : "/reports/" + standing);
    }

    private static List<Period> choices(List<ReportingPeriod> periods, boolean months, NewReportForm form, Text t) {
        return periods.stream()
                .filter(period -> (period.kind() == ReportingPeriod.Kind.MONTH) == months)
                .map(period -> new Period(
                        ReportWindow.codeOf(period),
                        ReportWindow.title(period, t),
                        t.of(
                                "reporting.page.window",
                                ReportMoments.printed(period.from()),
                                ReportMoments.printed(period.to())),
                        ReportWindow.codeOf(period).equals(form.period())))
                .toList();
    }

    private static Map<String, String> sentences(NewReportForm form, Text t) {
        var sentences = new LinkedHashMap<String, String>();
        form.mistakes()
                .forEach((field, key) -> sentences.put(
                        field,
                        switch (field) {
                            case "label" -> t.of(key, NewReportForm.LONGEST_LABEL);
                            case "to" -> t.of(key, NewReportForm.LONGEST_WINDOW_YEARS);
                            default -> t.of(key);
                        }));
        return sentences;
    }

    /** The year once it is over, before that its first half. */
    private String usual(int year) {
        LocalDate today = Today.of(clock).day();
        var whole = ReportingPeriod.of(ReportingPeriod.Kind.YEAR, year);
        boolean over = !whole.to().isAfter(today);
        return ReportWindow.codeOf(over ? whole : ReportingPeriod.of(ReportingPeriod.Kind.FIRST_HALF, year));
    }
}
