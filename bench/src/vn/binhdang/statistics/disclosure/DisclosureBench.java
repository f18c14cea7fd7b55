package vn.binhdang.statistics.disclosure;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Makes invented publications safe and attacks them as somebody outside would; prints a table for bench/README.md. */
final class DisclosureBench {
    private DisclosureBench() {}

    public static void main(String[] arguments) {
        int each = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        System.out.println(
                "| publications | tried | cells | withheld: small | for others | best proven | derived from outside |"
                        + " too narrow | unsafe without the second step | time of one, p50 | longest |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (InventedTables.Kind kind : InventedTables.Kind.values()) kind(kind, each, seconds);
        large(6, 10, 4, 30);
    }

    private static void kind(InventedTables.Kind kind, int each, int seconds) {
        long cells = 0;
        long small = 0;
        long others = 0;
        int best = 0;
        int derived = 0;
        int narrow = 0;
        int unsafe = 0;
        double[] times = new double[each];
        for (int seed = 1; seed <= each; seed++) {
            Tables tables = InventedTables.of(kind, 1000 + seed, Rules.ordinary());
            long start = System.nanoTime();
            SafeTables safe = new Suppression(Duration.ofSeconds(seconds), 1, 400).protect(tables);
            times[seed - 1] = (System.nanoTime() - start) / 1e6;
            if (!ProofCheck.faults(tables, safe).isEmpty())
                throw new IllegalStateException("a proof that proves nothing");
            cells += tables.cells().size();
            small += safe.count(Outcome.Kind.PRIMARY);
            others += safe.count(Outcome.Kind.COMPLEMENTARY);
            if (safe.proof().best()) best++;
            var intervals = OutsideAttacker.of(tables, safe).intervals();
            derived += (int) tables.cells().stream()
                    .filter(cell -> intervals.containsKey(cell.key()))
                    .filter(cell ->
                            cell.need() != null || safe.outcome(cell.key()).withheld())
                    .filter(cell -> of(intervals, cell).exact())
                    .count();
            narrow += narrow(tables, intervals);
            if (narrow(tables, OutsideAttacker.withoutComplementary(tables).intervals()) > 0) unsafe++;
        }
        Arrays.sort(times);
        System.out.printf(
                "| %s | %d | %,d | %,d | %,d | %d | %d | %d | %d | %.0f ms | %.0f ms |%n",
                kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                each,
                cells,
                small,
                others,
                best,
                derived,
                narrow,
                unsafe,
                times[each / 2],
                times[each - 1]);
    }

    private static OutsideAttacker.Interval of(Map<String, OutsideAttacker.Interval> intervals, TableCell cell) {
        return Objects.requireNonNull(intervals.get(cell.key()));
    }

    private static int narrow(Tables tables, Map<String, OutsideAttacker.Interval> intervals) {
        int narrow = 0;
        for (TableCell cell : tables.cells()) {
            Need need = cell.need();
            if (need == null) continue;
            BigInteger value = BigInteger.valueOf(cell.value());
            if (value.subtract(of(intervals, cell).low()).compareTo(BigInteger.valueOf(need.down())) < 0
                    || of(intervals, cell).high().subtract(value).compareTo(BigInteger.valueOf(need.up())) < 0)
                narrow++;
        }
        return narrow;
    }

    private static void large(int groups, int units, int ages, int seconds) {
        Random random = new Random(5);
        List<Dimension> dimensions = new ArrayList<>(List.of(
                InventedTables.tree("UNIT", groups, units), InventedTables.sex(), InventedTables.flat("AGE", ages)));
        TableBuilder builder = new TableBuilder(Rules.ordinary());
        InventedTables.table(builder, "victims", dimensions, random);
        Tables tables = builder.build();
        long start = System.nanoTime();
        SafeTables safe = new Suppression(Duration.ofSeconds(seconds), 1, 400).protect(tables);
        double made = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        int faults = ProofCheck.faults(tables, safe).size();
        double checked = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "large: %,d cells, %,d relations; withheld %d + %d; made safe in %.1f s, proof checked in %.2f s,"
                        + " faults %d%n",
                tables.cells().size(),
                tables.relations().size(),
                safe.count(Outcome.Kind.PRIMARY),
                safe.count(Outcome.Kind.COMPLEMENTARY),
                made,
                checked,
                faults);
        start = System.nanoTime();
        SafeTables rounded = Objects.requireNonNull(Rounding.toBase(5).round(tables));
        System.out.printf(
                "the same rounded to 5: %.1f s, mean distance %.2f, faults %d%n",
                (System.nanoTime() - start) / 1e9,
                (double) rounded.proof().loss() / tables.cells().size(),
                ProofCheck.faults(tables, rounded).size());
    }
}
