package vn.binhdang.statistics.view;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.web.Text;

/** Makes the form of a dashboard from what is stored or was typed. */
@Component
class DashboardForms {
    private static final int FEWEST_LINES = 6;
    private static final int EMPTY_LINES = 3;

    private final Catalogues catalogues;
    private final Subjects subjects;
    private final Units units;
    private final UnitsByName names;
    private final Accounts accounts;
    private final Clock clock;

    DashboardForms(
            Catalogues catalogues, Subjects subjects, Units units, UnitsByName names, Accounts accounts, Clock clock) {
        this.catalogues = catalogues;
        this.subjects = subjects;
        this.units = units;
        this.names = names;
        this.accounts = accounts;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What can be put on a dashboard: everything there are figures of. */
    List<Subject> subjects(Text t) {
        return subjects.all(catalogues.current(), today(), t).stream()
                .filter(Subject::isComputable)
                .toList();
    }

    String unitWords(UnitId unit) {
        return names.of(unit, today()).orElseGet(() -> unitName(unit));
    }

    String unitName(UnitId unit) {
        return units.nearest(unit, today()).name();
    }

    DashboardFormPage create(DashboardForm form, Map<String, String> mistakes, Text t) {
        return page(
                t.of("statistics.dashboard.new"),
                "/statistics/dashboards",
                "/statistics/dashboards",
                form,
                form.unit(),
                form.unit(),
                mistakes,
                null,
                t);
    }

    /** @param overtaken what somebody else stored since the version of the form */
    DashboardFormPage change(
            Dashboard dashboard,
            DashboardForm form,
            Map<String, String> mistakes,
            Dashboards.@Nullable Overtaken overtaken,
            Text t) {
        String here = "/statistics/dashboards/" + dashboard.id();
        return page(
                t.of("statistics.dashboard.change.title", dashboard.name()),
                here + "/change",
                here,
                form,
                null,
                unitName(dashboard.unit()),
                mistakes,
                overtaken == null ? null : overtaken.stored(),
                t);
    }

    private DashboardFormPage page(
            String title,
            String action,
            String back,
            DashboardForm form,
            @Nullable String unit,
            String unitName,
            Map<String, String> mistakes,
            @Nullable Dashboard stored,
            Text t) {
        var subjects = subjects(t);
        var lines = new ArrayList<DashboardFormPage.Line>();
        for (var line : form.lines()) lines.add(line(line, subjects, t));
        int used = (int) form.lines().stream().filter(line -> !line.isEmpty()).count();
        int wanted = Math.clamp(used + EMPTY_LINES, FEWEST_LINES, Dashboard.MOST_CHARTS);
        while (lines.size() < wanted)
            lines.add(line(new DashboardForm.Line("", "", Dashboard.Look.LINES.name()), subjects, t));
        return new DashboardFormPage(
                title,
                action,
                back,
                form.name(),
                unit,
                unitName,
                form.version(),
                lines,
                mistakes,
                stored == null
                        ? null
                        : t.of(
                                "statistics.dashboard.overtaken.by",
                                accounts.namesOf(Set.of(stored.changedBy())).getOrDefault(stored.changedBy(), ""),
                                TypedDay.print(
                                        stored.changedAt().atZone(Today.ZONE).toLocalDate())),
                stored == null ? List.of() : stored(stored, subjects, t));
    }

    private static List<String> stored(Dashboard stored, List<Subject> subjects, Text t) {
        var lines = new ArrayList<String>();
        lines.add(stored.name());
        for (var chart : stored.charts())
            lines.add(t.of(
                    "statistics.dashboard.line",
                    name(chart.code(), subjects),
                    t.of(chart.look().messageKey())));
        return lines;
    }

    private static String name(String code, List<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.code().equals(code))
                .map(Subject::name)
                .findFirst()
                .orElse(code);
    }

    private static DashboardFormPage.Line line(DashboardForm.Line line, List<Subject> subjects, Text t) {
        var figures = new ArrayList<FigurePage.Choice>();
        figures.add(new FigurePage.Choice("", t.of("statistics.dashboard.none"), line.isEmpty()));
        boolean known = line.isEmpty();
        for (var subject : subjects) {
            boolean chosen = subject.code().equals(line.code());
            known |= chosen;
            figures.add(new FigurePage.Choice(subject.code(), subject.name() + " · " + subject.code(), chosen));
        }
        if (!known) figures.add(new FigurePage.Choice(line.code(), line.code(), true));
        var looks = new ArrayList<FigurePage.Choice>();
        for (var look : Dashboard.Look.values())
            looks.add(new FigurePage.Choice(
                    look.name(), t.of(look.messageKey()), look.name().equals(line.look())));
        return new DashboardFormPage.Line(line.place(), figures, looks);
    }
}
