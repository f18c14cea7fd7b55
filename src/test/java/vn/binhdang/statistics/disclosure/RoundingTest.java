package vn.binhdang.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundingTest {

    @Test
    void rounded_counts_add_up_and_tell_no_small_count() {
        int tables = 0;
        int beyondNext = 0;
        for (InventedTables.Kind kind : InventedTables.Kind.values()) {
            for (int base : List.of(3, 5)) {
                for (int seed = 1; seed <= 8; seed++) {
                    Tables true_ = InventedTables.of(kind, seed, Rules.ordinary());

                    SafeTables safe = Rounding.toBase(base).round(true_);

                    assertThat(safe).as(kind + " " + base + " " + seed).isNotNull();
                    assertThat(ProofCheck.faults(true_, safe))
                            .as(kind + " " + base + " " + seed)
                            .isEmpty();
                    tables++;
                    if (safe.proof().distance() > base - 1) beyondNext++;
                }
            }
        }
        System.out.printf("rounded %d publications, %d of them beyond the next multiple%n", tables, beyondNext);
    }

    @Test
    void a_multiple_stays_and_the_least_distance_is_chosen() {
        Dimension sex = InventedTables.sex();
        Map<String, Long> counts = Map.of("F", 10L, "M", 13L, "all", 23L);
        Tables tables = new TableBuilder(Rules.ordinary())
                .table("n", List.of(sex), true, at -> counts.get(at.getFirst()))
                .build();

        SafeTables safe = Rounding.toBase(5).round(tables);

        assertThat(safe.outcome("n;SEX=F").shown()).isEqualTo(10);
        assertThat(safe.outcome("n;SEX=M").shown()).isEqualTo(15);
        assertThat(safe.outcome("n").shown()).isEqualTo(25);
        assertThat(safe.proof().loss()).isEqualTo(4);
    }

    /** Three times 2 is 6: neither three times 0 nor three times 5 is 5 or 10. */
    @Test
    void where_the_next_multiples_do_not_add_up_some_go_further() {
        Tables tables = new Tables(
                List.of(TableCell.offered("a", 2), TableCell.offered("b", 6)),
                List.of(new Relation("b = 3 a", Map.of("b", 1L, "a", -3L))));

        SafeTables safe = Rounding.toBase(5).round(tables);

        assertThat(ProofCheck.faults(tables, safe)).isEmpty();
        assertThat(safe.proof().distance()).isEqualTo(9);
        assertThat(new Rounding(5, 0, java.time.Duration.ofSeconds(5)).round(tables))
                .isNull();
    }

    @Test
    void a_bent_rounding_is_found_out() {
        Tables tables = InventedTables.of(InventedTables.Kind.TWO_DIMENSIONS, 3, Rules.ordinary());
        SafeTables safe = Rounding.toBase(5).round(tables);
        var bent = new java.util.HashMap<>(safe.outcomes());
        bent.computeIfPresent("victims", (key, outcome) -> new Outcome(Outcome.Kind.ROUNDED, outcome.shown() + 5));

        assertThat(ProofCheck.faults(tables, new SafeTables(bent, safe.proof())))
                .isNotEmpty();
    }
}
