package vn.binhdang.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final int EACH = Integer.getInteger("binhdang.disclosure.each", 30);

    /** Figures of a run over invented publications. */
    private static final class Tally {
        int tables;
        long cells;
        long primary;
        long complementary;
        int derived;
        int tooNarrow;
        int best;
        int exposedWithout;
        int derivedWithout;
    }

    @Test
    void nobody_outside_works_out_a_withheld_count_of_invented_publications() {
        Tally all = new Tally();
        for (InventedTables.Kind kind : InventedTables.Kind.values()) {
            Tally tally = new Tally();
            long start = System.nanoTime();
            for (int seed = 1; seed <= EACH; seed++) one(kind, seed, tally);
            System.out.printf(
                    "%-17s %3d publications, %5d cells, withheld %4d + %4d, best %3d, derived %d, too narrow %d;"
                            + " without complementary: %d derived, %d publications unsafe; %.1f s%n",
                    kind,
                    tally.tables,
                    tally.cells,
                    tally.primary,
                    tally.complementary,
                    tally.best,
                    tally.derived,
                    tally.tooNarrow,
                    tally.derivedWithout,
                    tally.exposedWithout,
                    (System.nanoTime() - start) / 1e9);
            assertThat(tally.derived).as(kind + " derived").isZero();
            assertThat(tally.tooNarrow).as(kind + " too narrow").isZero();
            // The attacker is no fool: without the second step he finds counts in most publications.
            assertThat(tally.exposedWithout).as(kind + " exposed without").isGreaterThan(tally.tables / 4);
            all.tables += tally.tables;
            all.primary += tally.primary;
        }
        assertThat(all.tables).isEqualTo(EACH * InventedTables.Kind.values().length);
        assertThat(all.primary).isGreaterThan(all.tables);
    }

    private void one(InventedTables.Kind kind, int seed, Tally tally) {
        Tables tables = InventedTables.of(kind, seed, Rules.ordinary());
        SafeTables safe = new Suppression(Duration.ofMillis(300), 1, 400).protect(tables);
        assertThat(ProofCheck.faults(tables, safe)).as(kind + " " + seed).isEmpty();
        tally.tables++;
        tally.cells += tables.cells().size();
        tally.primary += safe.count(Outcome.Kind.PRIMARY);
        tally.complementary += safe.count(Outcome.Kind.COMPLEMENTARY);
        if (safe.proof().best()) tally.best++;
        Map<String, OutsideAttacker.Interval> intervals =
                OutsideAttacker.of(tables, safe).intervals();
        for (TableCell cell : tables.cells()) {
            OutsideAttacker.Interval interval = intervals.get(cell.key());
            if (interval == null) continue;
            BigInteger value = BigInteger.valueOf(cell.value());
            assertThat(interval.low().compareTo(value) <= 0 && interval.high().compareTo(value) >= 0)
                    .as("the attacker's interval holds the truth")
                    .isTrue();
            if (safe.outcome(cell.key()).withheld() && interval.exact()) tally.derived++;
            Need need = cell.need();
            if (need == null) continue;
            if (interval.exact()) tally.derived++;
            if (narrow(cell, interval)) tally.tooNarrow++;
        }
        var without = OutsideAttacker.withoutComplementary(tables).intervals();
        long found = tables.cells().stream()
                .filter(cell -> cell.need() != null && without.get(cell.key()).exact())
                .count();
        tally.derivedWithout += (int) found;
        boolean exposed =
                tables.cells().stream().anyMatch(cell -> cell.need() != null && narrow(cell, without.get(cell.key())));
        if (exposed) tally.exposedWithout++;
    }

    private static boolean narrow(TableCell cell, OutsideAttacker.Interval interval) {
        BigInteger value = BigInteger.valueOf(cell.value());
        return value.subtract(interval.low()).longValueExact() < cell.need().down()
                || interval.high()
                                .subtract(value)
                                .compareTo(BigInteger.valueOf(cell.need().up()))
                        < 0;
    }

    @Test
    void the_choice_loses_no_more_than_the_best_of_all_choices_tried_one_by_one() {
        int compared = 0;
        for (InventedTables.Kind kind : List.of(
                InventedTables.Kind.ONE_DIMENSION, InventedTables.Kind.TWO_DIMENSIONS, InventedTables.Kind.TWO_MAPS)) {
            for (int seed = 1; seed <= 12; seed++) {
                Tables tables = InventedTables.of(kind, seed, Rules.ordinary());
                Grid grid = new Grid(tables);
                int[] choices = java.util.stream.IntStream.range(0, grid.size)
                        .filter(c -> grid.offered[c] && grid.needs[c] == null)
                        .toArray();
                if (choices.length > 11) continue;
                SafeTables safe = Suppression.ordinary().protect(tables);
                assertThat(safe.proof().best()).isTrue();
                assertThat(safe.proof().loss()).as(kind + " " + seed).isEqualTo(leastLoss(grid, choices));
                compared++;
            }
        }
        System.out.println("compared with every choice: " + compared);
        assertThat(compared).isGreaterThan(8);
    }

    private static long leastLoss(Grid grid, int[] choices) {
        long least = Long.MAX_VALUE;
        for (int choice = 0; choice < 1 << choices.length; choice++) {
            boolean[] hidden = grid.mustBeHidden();
            long loss = 0;
            for (int k = 0; k < choices.length; k++) {
                if ((choice >> k & 1) == 0) continue;
                hidden[choices[k]] = true;
                loss += grid.weights[choices[k]];
            }
            if (loss >= least) continue;
            Attack attack = new Attack(grid);
            boolean safe = true;
            for (int cell : grid.needy()) safe = safe && attack.held(hidden, cell) != null;
            if (safe) least = loss;
        }
        return least;
    }
}
