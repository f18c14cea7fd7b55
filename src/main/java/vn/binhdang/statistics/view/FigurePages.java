package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Makes the page of one indicator or element, and its tables as files. */
@Component
class FigurePages {
    private final FigureAnswers answers;
    private final Submitted submitted;
    private final Units units;

    FigurePages(FigureAnswers answers, Submitted submitted, Units units) {
        this.answers = answers;
        this.submitted = submitted;
        this.units = units;
    }

    /** @throws NotVisible when there is no such indicator or element, or the unit is not the actor's to see */
    FigurePage page(Actor actor, String code, Ask ask, Text t) {
        var asked = answers.of(actor, code, ask, t);
        var subject = asked.subject();
        var periods = asked.periods();
        var focus = asked.focus();
        var names = names(asked, asked.shown());
        var sources = periods == null ? new Sources(Map.of()) : sources(asked, periods);
        return new FigurePage(
                subject.code(),
                subject.name(),
                subject.unit(),
                subject.basis(asked.map(), t),
                subject.official(),
                periods != null
                        ? null
                        : t.of("statistics.figure.why.noData", t.of(Objects.requireNonNull(subject.lackKey()))),
                asked.address(),
                new FigureFilter(asked, names, t).filter(),
                names.name(asked.chosen().unit()),
                asked.mapSentence(t),
                focus == null ? null : latest(asked, focus, t),
                periods == null ? null : new FigureTrend(asked, names, sources, t).trend(periods),
                focus == null || asked.ranked().isEmpty()
                        ? null
                        : new FigureRanks(asked, names, sources, t).ranks(focus),
                focus == null ? null : tiles(asked, names, focus, t),
                subject.about().stream()
                        .map(about -> new FigurePage.Fact(t.of(about.headingKey()), about.text()))
                        .toList(),
                subject.page(),
                Ask.address(asked.path() + "/table", asked.parameters()));
    }

    /** @param ofUnits the ranking; else the trend */
    TableFile file(Actor actor, String code, Ask ask, boolean ofUnits, Text t) {
        var asked = answers.of(actor, code, ask, t);
        var files = new FigureFiles(asked, names(asked, ofUnits ? asked.ranked() : List.of()), t);
        return ofUnits ? files.units() : files.trend();
    }

    private UnitNames names(FigureAsked asked, List<UnitId> shown) {
        var wanted = new LinkedHashSet<>(shown);
        wanted.add(asked.chosen().unit());
        wanted.addAll(asked.provinces());
        return new UnitNames(units.named(wanted, asked.namesDay()));
    }

    private Sources sources(FigureAsked asked, Periods periods) {
        var wanted = new ArrayList<>(asked.shown());
        wanted.add(asked.chosen().unit());
        return new Sources(submitted.of(
                asked.subject().forms(),
                asked.catalogue(),
                asked.ranked().isEmpty() ? periods.all() : List.of(Objects.requireNonNull(asked.focus())),
                wanted));
    }

    private static FigurePage.Latest latest(FigureAsked asked, ReportingPeriod on, Text t) {
        var printing = new Printing(t);
        var figure = asked.own("", on);
        return new FigurePage.Latest(
                printing.value(figure.value(), asked.subject().decimals()).text(),
                Periods.label(on, t),
                asked.subject()
                        .goal(on.year(), asked.chosen().unit())
                        .map(goal -> t.of("statistics.figure.goal", printing.goal(goal)))
                        .orElse(null),
                figure.denominator() == null
                        ? null
                        : t.of(
                                "statistics.figure.parts",
                                printing.part(figure.numerator()),
                                printing.part(figure.denominator())),
                printing.reported(figure),
                figure.estimated());
    }

    private FigurePage.@Nullable Tiles tiles(FigureAsked asked, UnitNames names, ReportingPeriod on, Text t) {
        var provinces = asked.provinces();
        return provinces.size() < 2
                ? null
                : new FigureTiles(asked, names, t).tiles(on, provinces, units.codes(provinces, asked.namesDay()));
    }
}
