package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Sums;
import vn.binhdang.statistics.rollup.UnitsSeen;
import vn.binhdang.web.Text;

/** Asks what the page of one indicator or element shows: at once where it is little, else the trend before the units. */
@Component
class FigureAnswers {
    /** Above this the trend and the units are asked for apart. */
    private static final int ASKED_AT_ONCE = 6_000;

    private static final String SEX = "SEX";

    private final Catalogues catalogues;
    private final Sums sums;
    private final Figures figures;
    private final Subjects subjects;
    private final ChosenUnits chosenUnits;
    private final Clock clock;

    FigureAnswers(
            Catalogues catalogues,
            Sums sums,
            Figures figures,
            Subjects subjects,
            ChosenUnits chosenUnits,
            Clock clock) {
        this.catalogues = catalogues;
        this.sums = sums;
        this.figures = figures;
        this.subjects = subjects;
        this.chosenUnits = chosenUnits;
        this.clock = clock;
    }

    /** @throws NotVisible when there is no such indicator or element, or the unit is not the actor's to see */
    FigureAsked of(Actor actor, String code, Ask ask, Text t) {
        return new Asking(actor, code, ask, t).asked();
    }

    private final class Asking {
        private final Ask ask;
        private final LocalDate today = LocalDate.now(clock);
        private final Catalogue catalogue = catalogues.current();
        private final UnitHistory history = sums.current();
        private final Subject subject;
        private final Below below;
        private final ChosenUnits.Chosen chosen;
        private final @Nullable LocalDate map;
        private final @Nullable String by;
        private final List<Catalogue.Category> categories;
        private final @Nullable UnitKind level;
        private final @Nullable Periods periods;
        private final Answers answers = new Answers();
        private @Nullable ReportingPeriod focus;
        private List<UnitId> ranked = List.of();

        Asking(Actor actor, String code, Ask ask, Text t) {
            this.ask = ask;
            subject = subjects.find(code, catalogue, today, t).orElseThrow(() -> new NotVisible("figures of " + code));
            var seen = new UnitsSeen(actor, Action.READ_STATISTICS, history, today);
            below = new Below(history, seen);
            chosen = chosenUnits.of(ask.unit(), actor, seen, today, t);
            map = TypedDay.readNear(ask.on()).orElse(null);
            by = dimension();
            categories = by == null
                    ? List.of()
                    : Objects.requireNonNull(catalogue.dimensions().get(by)).categories();
            level = Below.level(ask.level());
            periods = subject.isComputable()
                    ? Periods.asked(ask.kind(), ask.from(), ask.to(), subject.kinds(), today)
                    : null;
            if (periods != null) answer(periods);
        }

        FigureAsked asked() {
            return new FigureAsked(
                    ask,
                    subject,
                    catalogue,
                    history,
                    below,
                    chosen,
                    map,
                    today,
                    by,
                    categories,
                    level,
                    periods,
                    focus,
                    ranked,
                    answers);
        }

        private @Nullable String dimension() {
            if (!FigureAsked.given(ask.by())) return subject.dimensions().contains(SEX) ? SEX : null;
            return subject.dimensions().stream()
                    .filter(code -> code.equals(ask.by()))
                    .findFirst()
                    .orElse(null);
        }

        private int mapDay(ReportingPeriod period) {
            return FigureAsked.mapDay(period, map, today);
        }

        private void answer(Periods periods) {
            int own = history.number(chosen.unit());
            var all = new LinkedHashSet<UnitId>();
            all.add(chosen.unit());
            var asked = periods.chosen(ask.period()).orElse(null);
            var days = asked != null ? List.of(asked) : periods.all();
            for (int on : days.stream().mapToInt(this::mapDay).distinct().toArray())
                for (int unit : below.of(own, level, on)) all.add(new UnitId(history.id(unit)));
            var whole = question(List.copyOf(all), periods.all());
            boolean atOnce = Answers.isSmall(whole, categories.size() + 1, ASKED_AT_ONCE);
            put(atOnce ? whole : question(List.of(chosen.unit()), periods.all()));
            var on = asked != null ? asked : lastWithValue(periods);
            focus = on;
            ranked = below.of(own, level, mapDay(on)).stream()
                    .map(unit -> new UnitId(history.id(unit)))
                    .toList();
            if (!atOnce && !ranked.isEmpty()) put(question(ranked, List.of(on)));
            ranked = ranked.stream().sorted(order(on)).toList();
        }

        private ReportingPeriod lastWithValue(Periods periods) {
            return periods.all().reversed().stream()
                    .filter(period -> answers.of(0, "", chosen.unit(), period).value() instanceof Result.Value)
                    .findFirst()
                    // what does not add up has values below alone
                    .or(answers::latestWithValue)
                    .orElseGet(() -> periods.lastEnded(today));
        }

        private FigureQuestion question(List<UnitId> of, List<ReportingPeriod> in) {
            return new FigureQuestion(List.of(Objects.requireNonNull(subject.measure())), of, in, map, by);
        }

        private void put(FigureQuestion question) {
            answers.add(figures.answer(question, catalogue, history));
        }

        /** The best first where one way is better, else the most first; those without a figure last. */
        private Comparator<UnitId> order(ReportingPeriod on) {
            Comparator<BigDecimal> values = subject.better() == Subject.Better.LESS
                    ? Comparator.naturalOrder()
                    : Comparator.<BigDecimal>naturalOrder().reversed();
            return Comparator.comparing(
                            (UnitId unit) -> FigureAsked.exact(
                                    answers.of(0, "", unit, on).value()),
                            Comparator.nullsLast(values))
                    .thenComparing(UnitId::toString);
        }
    }
}
