package vn.binhdang.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.TestCatalogue;
import vn.binhdang.statistics.indicator.OverUnits;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.Fraction;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;

/** "How many communes have at least one" in random histories, on the maps of random days. */
class EachBodyTest {
    private static final int HISTORIES = 400;
    private static final int MAPS = 8;

    private final Random random = new Random(20261127);
    private final Catalogue catalogue = new TestCatalogue()
            .element("LEADERS", 0)
            .yearly("TRY", "LEADERS", LocalDate.ofEpochDay(0))
            .make();
    private final Measure share = new Measure(
            "SHARE",
            Expression.of("if(#{LEADERS} > 0, 1, 0)"),
            Expression.of("1"),
            Fraction.of(100),
            1,
            OverUnits.EACH);

    /** Every commune of the window answers; what each says of itself is drawn. */
    private final class Country implements EachBody.Answered {
        private final RandomHistory drawn;
        private final UnitHistory history;
        private final long[] leaders;

        Country(long seed) {
            drawn = new RandomHistory(seed);
            history = drawn.build();
            leaders = random.longs(history.size(), 0, 3).toArray();
        }

        @Override
        public PeriodTree tree(UnitHistory history, Catalogue.Form form, ReportingPeriod period) {
            return new PeriodTree(history, form.shape().window(period));
        }

        @Override
        public MapView view(PeriodTree tree, LocalDate day) {
            return new MapView(tree, (int) day.toEpochDay());
        }

        List<Integer> communes(PeriodTree tree) {
            var communes = new ArrayList<Integer>();
            for (int unit = 0; unit < tree.size(); unit++)
                if (tree.has(unit) && history.kind(unit, tree.referenceDay(unit)) == UnitKind.COMMUNE)
                    communes.add(unit);
            return communes;
        }

        @Override
        public List<Integer> answered(UnitHistory history, Catalogue.Form form, List<ReportingPeriod> periods) {
            return communes(tree(history, form, periods.getFirst()));
        }

        @Override
        public List<Figure> alone(FigureQuestion question, Catalogue catalogue, UnitHistory history) {
            var form = catalogue.forms().iterator().next();
            var period = question.periods().getFirst();
            var tree = tree(history, form, period);
            var asked = question.units().stream().mapToInt(history::number).toArray();
            var sources = new ArrayList<MapView.Source>();
            if (question.map() == null)
                for (int i = 0; i < asked.length; i++) sources.add(new MapView.Source(asked[i], false, i, 1));
            else view(tree, question.map()).ownSources(asked, sources);
            var communes = new HashSet<>(communes(tree));
            var sums = new double[asked.length];
            var told = new boolean[asked.length];
            for (var source : sources)
                if (communes.contains(source.unit())) {
                    sums[source.asked()] += source.share() * leaders[source.unit()];
                    told[source.asked()] = true;
                }
            var figures = new ArrayList<Figure>();
            for (int i = 0; i < asked.length; i++) {
                Result over = told[i] ? Result.of(sums[i] > 0 ? 1 : 0) : NoValue.because(Reason.MISSING);
                figures.add(new Figure(
                        0, "", question.units().get(i), period, over, over, Result.of(1), told[i] ? 1 : 0, 1, false));
            }
            return figures;
        }
    }

    @Test
    void a_share_of_bodies_lies_between_none_and_all_of_the_bodies_of_its_map() {
        int maps = 0;
        int fewer = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            var country = new Country(seed);
            var history = country.history;
            var top = new UnitId(country.drawn.country());
            int year = LocalDate.ofEpochDay(RandomHistory.FIRST_DAY).getYear() + 1 + random.nextInt(3);
            var period = ReportingPeriod.of(ReportingPeriod.Kind.YEAR, year);
            var tree = country.tree(history, catalogue.forms().iterator().next(), period);
            var communes = country.communes(tree);
            for (int i = 0; i < MAPS; i++, maps++) {
                int day = RandomHistory.FIRST_DAY + random.nextInt(RandomHistory.LAST_DAY - RandomHistory.FIRST_DAY);
                var provinces = new ArrayList<UnitId>();
                var bodies = new HashSet<Integer>();
                for (int unit : communes)
                    history.heirs(unit, tree.referenceDay(unit), day, (heir, part) -> bodies.add(heir));
                for (int unit = 0; unit < history.size(); unit++)
                    if (history.existsOn(unit, LocalDate.ofEpochDay(day))
                            && history.parent(unit, day) == history.number(top))
                        provinces.add(new UnitId(history.id(unit)));
                var units = new ArrayList<>(provinces);
                units.addFirst(top);
                var figures = new EachBody(catalogue, history, country)
                        .answer(
                                0,
                                new FigureQuestion(
                                        List.of(share), units, List.of(period), LocalDate.ofEpochDay(day), null));
                var whole = figures.getFirst();
                assertThat(bodies)
                        .as("history %d", seed)
                        .allMatch(body -> history.existsOn(body, LocalDate.ofEpochDay(day))
                                && history.kind(body, day) == UnitKind.COMMUNE);
                assertThat(whole.expected()).isLessThanOrEqualTo(bodies.size());
                if (bodies.isEmpty()) {
                    assertThat(whole.value()).isInstanceOf(NoValue.class);
                    continue;
                }
                assertThat(whole.denominator()).as("history %d", seed).isEqualTo(Result.of(bodies.size()));
                assertThat(whole.reported()).isEqualTo(bodies.size());
                assertThat(number(whole.value()))
                        .as("history %d", seed)
                        .isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
                if (bodies.size() < communes.size()) fewer++;
                long below = 0;
                for (var province : figures.subList(1, figures.size()))
                    if (province.denominator() instanceof Result.Value(var under))
                        below += under.toDecimal(0).longValueExact();
                assertThat(below)
                        .as("history %d: each body in one province", seed)
                        .isEqualTo(bodies.size());
            }
        }
        assertThat(maps).isEqualTo(HISTORIES * MAPS);
        assertThat(fewer).isGreaterThan(HISTORIES / 4);
    }

    private static BigDecimal number(Result result) {
        return ((Result.Value) result).number().toDecimal();
    }
}
