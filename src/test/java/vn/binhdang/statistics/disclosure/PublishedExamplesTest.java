package vn.binhdang.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables of the literature and of sdcTable's own tests (R, sdcTools), with what they say comes out. */
class PublishedExamplesTest {

    /**
     * Investment by activity and region, the textbook table of Willenborg and de Waal, taken up by Fischetti and
     * Salazar-González (Management Science 47, 2001): activity II in region C (22) is to be protected. Published
     * answer: three more cells, II A, III A and III C; an outsider holds 5 to 30 possible.
     */
    @Test
    void the_table_of_investment_by_activity_and_region() {
        Tables tables =
                twoWay(new long[][] {{20, 50, 10}, {8, 19, 22}, {17, 32, 12}}, Map.of("R=1;C=2", new Need(5, 5, 0)));

        SafeTables safe = Suppression.ordinary().protect(tables);

        assertThat(ProofCheck.faults(tables, safe)).isEmpty();
        assertThat(withheld(safe)).containsExactlyInAnyOrder("t;R=1;C=2", "t;R=1;C=0", "t;R=2;C=0", "t;R=2;C=2");
        assertThat(safe.proof().loss()).isEqualTo(8 + 17 + 12);
        assertThat(safe.proof().best()).isTrue();
        assertThat(OutsideAttacker.of(tables, safe).intervals().get("t;R=1;C=2"))
                .isEqualTo(new OutsideAttacker.Interval(BigInteger.valueOf(5), BigInteger.valueOf(30)));
    }

    /** sdcTable's microdata1, 100 people by region and sex; women of A are to be protected. Its answer: also A men, C. */
    @Test
    void people_by_region_and_sex_as_in_the_tests_of_sdcTable() {
        Tables tables =
                twoWay(new long[][] {{18, 2}, {14, 19}, {12, 10}, {11, 14}}, Map.of("R=0;C=1", Need.anyDoubt()));

        SafeTables safe = Suppression.ordinary().protect(tables);

        assertThat(ProofCheck.faults(tables, safe)).isEmpty();
        assertThat(withheld(safe)).containsExactlyInAnyOrder("t;R=0;C=0", "t;R=0;C=1", "t;R=2;C=0", "t;R=2;C=1");
        assertThat(safe.proof().best()).isTrue();
    }

    /**
     * sdcTable's test of its simple heuristic: nine cells are withheld, at least two in each row and column, and still
     * one of them, 47, can be worked out from two rows and two columns. One more cell makes it safe; then 0 to 141.
     */
    @Test
    void two_withheld_in_every_row_and_column_are_not_enough() {
        long[][] counts = {{30, 47, 64, 89}, {90, 124, 5, 31}, {92, 100, 59, 85}, {800, 991, 651, 685}};
        Map<String, Need> needs = new HashMap<>();
        for (String place : List.of("0 0", "0 1", "0 2", "1 0", "1 2", "2 1", "2 3", "3 1", "3 3"))
            needs.put("R=" + place.charAt(0) + ";C=" + place.charAt(2), Need.anyDoubt());
        Tables tables = twoWay(counts, needs);

        assertThat(OutsideAttacker.withoutComplementary(tables).intervals().get("t;R=0;C=1"))
                .isEqualTo(new OutsideAttacker.Interval(BigInteger.valueOf(47), BigInteger.valueOf(47)));

        SafeTables safe = Suppression.ordinary().protect(tables);

        assertThat(ProofCheck.faults(tables, safe)).isEmpty();
        assertThat(safe.count(Outcome.Kind.COMPLEMENTARY)).isEqualTo(1);
        assertThat(safe.outcome("t;R=1;C=3").withheld()
                        || safe.outcome("t;R=1;C=1").withheld())
                .isTrue();
        assertThat(safe.proof().best()).isTrue();
        assertThat(safe.proof().loss()).isLessThanOrEqualTo(124);
    }

    /** With the tenth cell that sdcTable's test names (124) its attack finds 0 to 141. */
    @Test
    void an_outsider_of_that_table_finds_the_same_interval_as_the_attack_of_sdcTable() {
        long[][] counts = {{30, 47, 64, 89}, {90, 124, 5, 31}, {92, 100, 59, 85}, {800, 991, 651, 685}};
        Map<String, Need> needs = new HashMap<>();
        for (String place : List.of("0 0", "0 1", "0 2", "1 0", "1 1", "1 2", "2 1", "2 3", "3 1", "3 3"))
            needs.put("R=" + place.charAt(0) + ";C=" + place.charAt(2), Need.anyDoubt());

        var interval = OutsideAttacker.withoutComplementary(twoWay(counts, needs))
                .intervals()
                .get("t;R=0;C=1");

        assertThat(interval).isEqualTo(new OutsideAttacker.Interval(BigInteger.ZERO, BigInteger.valueOf(141)));
    }

    /**
     * sdcTable's test of linked tables: the same eight regions by county and by size. Each table alone is safe; county-1
     * and small differ by K and N, so N (7) would give K away. Its answer: N is withheld too.
     */
    @Test
    void two_groupings_of_the_same_regions_are_protected_together() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("A", 2L);
        counts.put("B", 2L);
        counts.put("I", 8L);
        counts.put("J", 8L);
        counts.put("K", 3L);
        counts.put("L", 3L);
        counts.put("M", 3L);
        counts.put("N", 7L);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("county-1", List.of("A", "B", "I", "J"));
        groups.put("county-2", List.of("K", "L", "M", "N"));
        groups.put("big", List.of("L", "M"));
        groups.put("small", List.of("A", "B", "I", "J", "K", "N"));
        List<TableCell> cells = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        counts.forEach((region, count) -> {
            TableCell cell = TableCell.offered(region, count);
            cells.add(count <= 3 ? cell.with(Need.anyDoubt()) : cell);
        });
        groups.forEach((group, regions) -> {
            cells.add(TableCell.offered(
                    group, regions.stream().mapToLong(counts::get).sum()));
            relations.add(Relation.total(group, regions));
        });
        cells.add(TableCell.offered("Total", 36));
        relations.add(Relation.total("Total", List.of("county-1", "county-2")));
        relations.add(Relation.total("Total", List.of("big", "small")));
        Tables tables = new Tables(cells, relations);

        assertThat(OutsideAttacker.withoutComplementary(tables)
                        .intervals()
                        .get("K")
                        .exact())
                .isTrue();

        SafeTables safe = Suppression.ordinary().protect(tables);

        assertThat(ProofCheck.faults(tables, safe)).isEmpty();
        assertThat(safe.proof().best()).isTrue();
        assertThat(safe.proof().loss()).isEqualTo(7);
        assertThat(withheld(safe)).contains("N").hasSize(6);
    }

    /** sdcTable's singletons: tot = a 1 + b 2 + c 1 + d 0, ones are withheld. One alone would know the other. */
    @Test
    void who_holds_one_of_two_withheld_ones_does_not_know_the_other() {
        Rules ones = new Rules(1, Rules.Blank.MAY_HIDE, Rules.Blank.SHOWN, 3, Rules.Loss.COUNTS);
        TableBuilder builder = new TableBuilder(ones);
        Dimension regions = Dimension.flat("REGION", "tot", List.of("a", "b", "c", "d"));
        Map<String, Long> counts = Map.of("a", 1L, "b", 2L, "c", 1L, "d", 0L, "tot", 4L);
        Tables tables = builder.table("n", List.of(regions), true, at -> counts.get(at.getFirst()))
                .build();

        SafeTables safe = Suppression.ordinary().protect(tables);

        assertThat(ProofCheck.faults(tables, safe)).isEmpty();
        assertThat(safe.count(Outcome.Kind.COMPLEMENTARY)).isEqualTo(1);
        assertThat(safe.outcome("n;REGION=b").kind()).isEqualTo(Outcome.Kind.COMPLEMENTARY);
    }

    @Test
    void what_was_published_before_and_gives_the_count_away_stops_the_publication() {
        TableBuilder builder = new TableBuilder(Rules.ordinary());
        Dimension sex = InventedTables.sex();
        Map<String, Long> counts = Map.of("F", 3L, "M", 40L, "all", 43L);
        builder.table("n", List.of(sex), true, at -> counts.get(at.getFirst()));
        builder.published(
                Map.of("n", new Outcome(Outcome.Kind.SHOWN, 43), "n;SEX=M", new Outcome(Outcome.Kind.SHOWN, 40)));
        Tables tables = builder.build();

        assertThatThrownBy(() -> Suppression.ordinary().protect(tables))
                .isInstanceOfSatisfying(
                        CannotBeProtected.class,
                        thrown -> assertThat(thrown.keys()).containsExactly("n;SEX=F"));
    }

    @Test
    void a_proof_that_was_bent_is_found_out() {
        Tables tables =
                twoWay(new long[][] {{3, 4, 9}, {8, 19, 22}, {17, 32, 12}}, Map.of("R=0;C=0", new Need(3, 2, 0)));
        SafeTables safe = Suppression.ordinary().protect(tables);
        assertThat(ProofCheck.faults(tables, safe)).isEmpty();

        Map<String, Outcome> shownAnyway = new HashMap<>(safe.outcomes());
        String other = withheld(safe).stream()
                .filter(key -> !key.equals("t;R=0;C=0"))
                .findFirst()
                .orElseThrow();
        shownAnyway.put(other, new Outcome(Outcome.Kind.SHOWN, tables.values().get(other)));
        assertThat(ProofCheck.faults(tables, new SafeTables(shownAnyway, safe.proof())))
                .isNotEmpty();

        Tables others =
                twoWay(new long[][] {{3, 5, 9}, {8, 19, 22}, {17, 32, 12}}, Map.of("R=0;C=0", new Need(3, 2, 0)));
        assertThat(ProofCheck.faults(others, safe)).containsExactly("the proof is of other tables");

        Proof proof = safe.proof();
        List<Map<String, Long>> bent = new ArrayList<>(proof.changes());
        Map<String, Long> first = new HashMap<>(bent.getFirst());
        first.replaceAll((key, by) -> by * 100);
        bent.set(0, first);
        assertThat(ProofCheck.faults(
                        tables,
                        new SafeTables(
                                safe.outcomes(),
                                new Proof(
                                        proof.inputs(),
                                        proof.cells(),
                                        proof.relations(),
                                        proof.solver(),
                                        proof.method(),
                                        proof.loss(),
                                        proof.bound(),
                                        proof.seed(),
                                        proof.base(),
                                        proof.distance(),
                                        proof.intervals(),
                                        bent))))
                .isNotEmpty();
    }

    private static List<String> withheld(SafeTables safe) {
        return safe.outcomes().entrySet().stream()
                .filter(one -> one.getValue().withheld())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Tables twoWay(long[][] counts, Map<String, Need> needs) {
        List<String> rows = java.util.stream.IntStream.range(0, counts.length)
                .mapToObj(String::valueOf)
                .toList();
        List<String> columns = java.util.stream.IntStream.range(0, counts[0].length)
                .mapToObj(String::valueOf)
                .toList();
        Tables plain = new TableBuilder(Rules.ordinary())
                .table("t", List.of(Dimension.flat("R", "+", rows), Dimension.flat("C", "+", columns)), false, at -> {
                    long sum = 0;
                    for (String row : at.get(0).equals("+") ? rows : Set.of(at.get(0)))
                        for (String column : at.get(1).equals("+") ? columns : Set.of(at.get(1)))
                            sum += counts[Integer.parseInt(row)][Integer.parseInt(column)];
                    return sum;
                })
                .build();
        return new Tables(
                plain.cells().stream()
                        .map(cell -> {
                            Need need = needs.get(cell.key().replaceFirst("^t;?", ""));
                            return need == null ? cell : cell.with(need);
                        })
                        .toList(),
                plain.relations());
    }
}
