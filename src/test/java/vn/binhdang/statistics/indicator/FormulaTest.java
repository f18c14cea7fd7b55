package vn.binhdang.statistics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.Lookup;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;

class FormulaTest {
    private static final Formula WOMEN = Formula.ratio(Expression.of("#{STAFF.SEX=F}"), Expression.of("#{STAFF}"), 100);

    private static Lookup lookup(Formula formula, Map<String, Long> cells) {
        return cell -> {
            var ref = formula.cells().get(cell);
            var found = cells.get(ref.toString());
            return found == null ? NoValue.because(Reason.MISSING, ref) : Result.of(found);
        };
    }

    @Test
    void a_share_in_percent_is_exact_until_it_is_printed() {
        var share = WOMEN.value(lookup(WOMEN, Map.of("#{STAFF.SEX=F}", 2L, "#{STAFF}", 3L)));
        assertThat(share).isInstanceOfSatisfying(Result.Value.class, value -> {
            assertThat(value.rounded(1)).isEqualTo(new BigDecimal("66.7"));
            assertThat(value.number()).hasToString("200/3");
        });
    }

    @Test
    void no_case_is_neither_0_nor_100_percent() {
        assertThat(WOMEN.value(lookup(WOMEN, Map.of("#{STAFF.SEX=F}", 0L, "#{STAFF}", 0L))))
                .isEqualTo(NoValue.because(Reason.NO_CASES, CellRef.total("STAFF")));
    }

    @Test
    void both_missing_parts_of_a_ratio_are_named() {
        assertThat(WOMEN.value(lookup(WOMEN, Map.of())))
                .isInstanceOfSatisfying(
                        NoValue.class, none -> assertThat(none.causes()).hasSize(2));
    }

    /** The mean of 10 % of 10 people and 90 % of 990 is 50 %, the share of women is 89.2 %. */
    @Test
    void several_units_have_the_ratio_of_their_sums_and_never_the_mean_of_their_ratios() {
        var one = WOMEN.parts(lookup(WOMEN, Map.of("#{STAFF.SEX=F}", 1L, "#{STAFF}", 10L)));
        var other = WOMEN.parts(lookup(WOMEN, Map.of("#{STAFF.SEX=F}", 891L, "#{STAFF}", 990L)));
        assertThat(WOMEN.value(one.plus(other)))
                .isInstanceOfSatisfying(
                        Result.Value.class,
                        value -> assertThat(value.rounded(1)).isEqualTo(new BigDecimal("89.2")));
    }

    @Test
    void a_share_of_bodies_counts_each_body_once() {
        var bodies = Formula.ratio(
                Expression.of("if(#{LEADERS.SEX=F} > 0, 1, 0)"), Expression.of("if(#{LEADERS} >= 0, 1, 0)"), 100);
        assertThat(bodies.isAdditive()).isFalse();
        var many = bodies.parts(lookup(bodies, Map.of("#{LEADERS.SEX=F}", 5L, "#{LEADERS}", 6L)));
        var none = bodies.parts(lookup(bodies, Map.of("#{LEADERS.SEX=F}", 0L, "#{LEADERS}", 3L)));
        assertThat(bodies.value(many.plus(none))).isEqualTo(Result.of(50));
    }

    /** What {@link Formula#isAdditive} promises, on random formulas and random units. */
    @Test
    void where_a_formula_says_so_sums_may_be_put_in_instead_of_units() {
        var random = new Random(5);
        int additive = 0;
        for (int i = 0; i < 3_000; i++) {
            var formula = Formula.ratio(
                    Expression.of(linear(random, 3)), Expression.of(linear(random, 2)), random.nextInt(1, 1000));
            if (!formula.isAdditive()) continue;
            additive++;
            var units = new ArrayList<long[]>();
            long[] sum = new long[formula.cells().size()];
            for (int u = 0; u < 5; u++) {
                long[] unit = random.longs(sum.length, 0, 1000).toArray();
                units.add(unit);
                for (int c = 0; c < sum.length; c++) sum[c] += unit[c];
            }
            var parts = units.stream()
                    .map(unit -> formula.parts(cell -> Result.of(unit[cell])))
                    .reduce(Formula.Parts::plus)
                    .orElseThrow();
            assertThat(formula.value(cell -> Result.of(sum[cell])))
                    .as(formula.numerator() + " over " + formula.denominator())
                    .isEqualTo(formula.value(parts));
        }
        assertThat(additive).isGreaterThan(800);
    }

    private static String linear(Random random, int deep) {
        if (deep == 0 || random.nextInt(4) == 0)
            return random.nextInt(12) == 0
                    ? String.valueOf(random.nextInt(1, 9))
                    : "#{" + "ABCDE".charAt(random.nextInt(5)) + "}";
        String part = linear(random, deep - 1);
        return switch (random.nextInt(7)) {
            case 0, 1 -> "(" + part + " + " + linear(random, deep - 1) + ")";
            case 2 -> "(" + part + " - " + linear(random, deep - 1) + ")";
            case 3 -> "(" + part + ") * " + random.nextInt(1, 9);
            case 4 -> random.nextInt(1, 9) + " * (" + part + ") / 3";
            case 5 -> "sum(" + part + ", " + linear(random, deep - 1) + ")";
            default -> random.nextInt(4) == 0 ? "max(" + part + ", 2)" : "-(" + part + ")";
        };
    }

    /** The figure is printed for the record and not judged: the machine may have other work. */
    @Test
    void a_million_ratios_are_computed() {
        long[][] rows = new long[1024][];
        var random = new Random(1);
        for (int i = 0; i < rows.length; i++) rows[i] = new long[] {random.nextInt(1000), random.nextInt(1, 5000)};
        long best = Long.MAX_VALUE;
        long kept = 0;
        for (int round = 0; round < 5; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < 1_000_000; i++) {
                long[] row = rows[i & 1023];
                if (WOMEN.value(cell -> Result.of(row[cell])) instanceof Result.Value value
                        && value.number().signum() > 0) kept++;
            }
            best = Math.min(best, System.nanoTime() - begin);
        }
        System.out.printf("formulas: %,d simple ratios a second on one core%n", 1_000_000L * 1_000_000_000L / best);
        assertThat(kept).isPositive();
    }

    @Test
    void its_cells_are_told_once() {
        assertThat(WOMEN.cells()).isEqualTo(List.of(new CellRef("STAFF", "SEX=F"), CellRef.total("STAFF")));
    }
}
