package vn.binhdang.statistics.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Somebody outside who has read everything that was published: shown counts, which cells stand beside them without one,
 * and every relation. He solves for the lowest and highest count of each by the simplex method in exact fractions, over
 * the counts themselves, and narrows by whole-number bounds. Shares no line with what it attacks.
 */
final class OutsideAttacker {
    record Interval(BigInteger low, BigInteger high) {
        /** Without an upper end. */
        static final BigInteger ENDLESS = BigInteger.ONE.shiftLeft(200);

        boolean exact() {
            return low.equals(high);
        }
    }

    private final List<String> unknown;
    private final List<Map<String, Long>> equations = new ArrayList<>();
    private final List<Long> sums = new ArrayList<>();
    private final Map<String, Long> floors = new HashMap<>();

    /** Only what is public goes in: shown counts, keys without a count, floors, relations. */
    OutsideAttacker(
            Map<String, Long> shown, Set<String> withoutCount, Map<String, Long> floors, List<Relation> relations) {
        unknown = List.copyOf(new TreeSet<>(withoutCount));
        this.floors.putAll(floors);
        for (Relation relation : relations) {
            Map<String, Long> open = new TreeMap<>();
            long sum = 0;
            for (var factor : relation.factors().entrySet()) {
                Long count = shown.get(factor.getKey());
                if (count == null) {
                    open.put(factor.getKey(), factor.getValue());
                    sum -= factor.getValue() * floors.getOrDefault(factor.getKey(), 0L);
                } else {
                    sum -= factor.getValue() * count;
                }
            }
            if (open.isEmpty()) continue;
            equations.add(open);
            sums.add(sum);
        }
    }

    static OutsideAttacker of(Tables tables, SafeTables safe) {
        Map<String, Long> shown = new HashMap<>();
        Set<String> without = new TreeSet<>();
        Map<String, Long> floors = new HashMap<>();
        for (TableCell cell : tables.cells()) {
            Outcome outcome = safe.outcome(cell.key());
            if (outcome.kind() == Outcome.Kind.SHOWN) shown.put(cell.key(), outcome.shown());
            else {
                without.add(cell.key());
                floors.put(cell.key(), cell.floor());
            }
        }
        return new OutsideAttacker(shown, without, floors, tables.relations());
    }

    /** As if only what must be withheld were withheld. */
    static OutsideAttacker withoutComplementary(Tables tables) {
        Map<String, Long> shown = new HashMap<>();
        Set<String> without = new TreeSet<>();
        Map<String, Long> floors = new HashMap<>();
        for (TableCell cell : tables.cells()) {
            if (cell.need() == null && cell.showing() != TableCell.Showing.UNSEEN) shown.put(cell.key(), cell.value());
            else {
                without.add(cell.key());
                floors.put(cell.key(), cell.floor());
            }
        }
        return new OutsideAttacker(shown, without, floors, tables.relations());
    }

    /** Lowest and highest whole count of each cell without one. */
    Map<String, Interval> intervals() {
        Simplex simplex = new Simplex(unknown, equations, sums);
        Map<String, Interval> found = new TreeMap<>();
        for (String key : unknown) {
            BigInteger floor = BigInteger.valueOf(floors.getOrDefault(key, 0L));
            Fraction low = simplex.extreme(key, false);
            Fraction high = simplex.extreme(key, true);
            found.put(
                    key,
                    new Interval(
                            low.ceiling().add(floor),
                            high == null ? Interval.ENDLESS : high.floor().add(floor)));
        }
        return narrowed(found);
    }

    /** Whole-number reasoning beside the simplex: what one equation leaves for a cell, given bounds of all others. */
    private Map<String, Interval> narrowed(Map<String, Interval> start) {
        Map<String, Interval> now = new TreeMap<>(start);
        boolean again = true;
        for (int round = 0; again && round < 100; round++) {
            again = false;
            for (int e = 0; e < equations.size(); e++) {
                for (String key : equations.get(e).keySet()) {
                    Interval before = now.get(key);
                    Interval after = left(e, key, now, before);
                    if (after.equals(before)) continue;
                    now.put(key, after);
                    again = true;
                }
            }
        }
        return now;
    }

    private Interval left(int equation, String key, Map<String, Interval> now, Interval before) {
        Map<String, Long> factors = equations.get(equation);
        BigInteger least = BigInteger.valueOf(sums.get(equation));
        BigInteger most = least;
        for (var other : factors.entrySet()) {
            if (other.getKey().equals(key)) continue;
            Interval interval = now.get(other.getKey());
            if (interval.high().equals(Interval.ENDLESS)) return before;
            BigInteger floor = BigInteger.valueOf(floors.getOrDefault(other.getKey(), 0L));
            BigInteger one =
                    BigInteger.valueOf(other.getValue()).multiply(interval.low().subtract(floor));
            BigInteger two = BigInteger.valueOf(other.getValue())
                    .multiply(interval.high().subtract(floor));
            least = least.subtract(one.max(two));
            most = most.subtract(one.min(two));
        }
        long factor = factors.get(key);
        if (Math.abs(factor) != 1) return before;
        BigInteger floor = BigInteger.valueOf(floors.getOrDefault(key, 0L));
        BigInteger low = (factor > 0 ? least : most.negate()).add(floor);
        BigInteger high = (factor > 0 ? most : least.negate()).add(floor);
        return new Interval(before.low().max(low), before.high().min(high));
    }

    private record Fraction(BigInteger over, BigInteger under) {
        static final Fraction ZERO = of(0);
        static final Fraction ONE = of(1);

        static Fraction of(long whole) {
            return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
        }

        static Fraction of(BigInteger over, BigInteger under) {
            if (over.signum() == 0) return ZERO;
            BigInteger common = over.gcd(under);
            if (under.signum() < 0) common = common.negate();
            return new Fraction(over.divide(common), under.divide(common));
        }

        int sign() {
            return over.signum();
        }

        Fraction minus(Fraction other) {
            if (other.sign() == 0) return this;
            return of(over.multiply(other.under).subtract(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction times(Fraction other) {
            if (sign() == 0 || other.sign() == 0) return ZERO;
            return of(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction by(Fraction other) {
            return of(over.multiply(other.under), under.multiply(other.over));
        }

        int compare(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }

        BigInteger floor() {
            BigInteger[] parts = over.divideAndRemainder(under);
            return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        }

        BigInteger ceiling() {
            return new Fraction(over.negate(), under).floor().negate();
        }
    }

    /** Dense tableau, Bland's rule, every unknown at least nought. */
    private static final class Simplex {
        private final List<String> names;
        private Fraction[][] table;
        private int[] basis;
        private final int columns;

        Simplex(List<String> names, List<Map<String, Long>> equations, List<Long> sums) {
            this.names = names;
            columns = names.size();
            int rows = equations.size();
            // First phase: one helper per equation, driven out one after the other.
            table = new Fraction[rows][columns + rows + 1];
            basis = new int[rows];
            for (int r = 0; r < rows; r++) {
                long turn = sums.get(r) < 0 ? -1 : 1;
                for (int c = 0; c < columns; c++)
                    table[r][c] = Fraction.of(turn * equations.get(r).getOrDefault(names.get(c), 0L));
                for (int h = 0; h < rows; h++) table[r][columns + h] = h == r ? Fraction.ONE : Fraction.ZERO;
                table[r][columns + rows] = Fraction.of(turn * sums.get(r));
                basis[r] = columns + r;
            }
            Fraction[] goal = new Fraction[columns + rows + 1];
            java.util.Arrays.fill(goal, Fraction.ZERO);
            for (int h = 0; h < rows; h++) goal[columns + h] = Fraction.of(-1);
            goal = reduced(goal);
            if (!improve(goal, columns)) throw new IllegalStateException("endless helpers");
            dropHelpers(rows);
        }

        private void dropHelpers(int rows) {
            List<Fraction[]> kept = new ArrayList<>();
            List<Integer> keptBasis = new ArrayList<>();
            for (int r = 0; r < rows; r++) {
                if (basis[r] >= columns) {
                    if (table[r][columns + rows].sign() != 0) throw new IllegalStateException("contradiction");
                    int c = 0;
                    while (c < columns && table[r][c].sign() == 0) c++;
                    if (c < columns) pivot(r, c, null);
                }
                if (basis[r] < columns) {
                    keptBasis.add(r);
                }
            }
            for (int r : keptBasis) {
                Fraction[] row = new Fraction[columns + 1];
                System.arraycopy(table[r], 0, row, 0, columns);
                row[columns] = table[r][columns + rows];
                kept.add(row);
            }
            basis = keptBasis.stream().mapToInt(r -> basis[r]).toArray();
            table = kept.toArray(Fraction[][]::new);
        }

        /** @return null when there is no end upwards */
        Fraction extreme(String name, boolean highest) {
            int at = names.indexOf(name);
            Fraction[] goal = new Fraction[columns + 1];
            java.util.Arrays.fill(goal, Fraction.ZERO);
            goal[at] = Fraction.of(highest ? 1 : -1);
            if (!improve(reduced(goal), columns)) return null;
            for (int r = 0; r < basis.length; r++) if (basis[r] == at) return table[r][columns];
            return Fraction.ZERO;
        }

        private Fraction[] reduced(Fraction[] goal) {
            Fraction[] row = goal.clone();
            for (int r = 0; r < basis.length; r++) {
                Fraction factor = row[basis[r]];
                if (factor.sign() == 0) continue;
                for (int c = 0; c < row.length; c++) row[c] = row[c].minus(factor.times(table[r][c]));
            }
            return row;
        }

        private boolean improve(Fraction[] goal, int usable) {
            while (true) {
                int enter = 0;
                while (enter < usable && goal[enter].sign() <= 0) enter++;
                if (enter == usable) return true;
                int leave = -1;
                Fraction best = null;
                for (int r = 0; r < basis.length; r++) {
                    if (table[r][enter].sign() <= 0) continue;
                    Fraction ratio = table[r][table[r].length - 1].by(table[r][enter]);
                    int order = best == null ? -1 : ratio.compare(best);
                    if (order < 0 || order == 0 && basis[r] < basis[leave]) {
                        best = ratio;
                        leave = r;
                    }
                }
                if (leave < 0) return false;
                pivot(leave, enter, goal);
            }
        }

        private void pivot(int row, int column, Fraction[] goal) {
            Fraction by = table[row][column];
            for (int c = 0; c < table[row].length; c++)
                if (table[row][c].sign() != 0) table[row][c] = table[row][c].by(by);
            for (int r = 0; r < table.length; r++) if (r != row) subtract(table[r], table[row], column);
            if (goal != null) subtract(goal, table[row], column);
            basis[row] = column;
        }

        private static void subtract(Fraction[] from, Fraction[] row, int column) {
            Fraction factor = from[column];
            if (factor.sign() == 0) return;
            for (int c = 0; c < from.length; c++) if (row[c].sign() != 0) from[c] = from[c].minus(factor.times(row[c]));
        }
    }
}
