package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * All units that ever were, with their days, parents, kinds and successors, packed for questions about thousands of them at
 * once. Units have numbers from 0 in here, in the order of their ids; days are epoch days, half open. Immutable.
 */
public final class UnitHistory {
    /** No unit. */
    public static final int NONE = -1;

    private final long no;
    private final UUID[] ids;
    private final Map<UUID, Integer> numbers;
    private final int[] from;
    private final int[] until;
    private final Spans parents;
    private final Spans kinds;
    private final Steps forward;
    private final Steps backward;

    private UnitHistory(Builder builder) {
        no = builder.no;
        ids = builder.ids.toArray(UUID[]::new);
        numbers = builder.numbers;
        from = builder.from.toArray();
        until = builder.until.toArray();
        parents = new Spans(builder.parents, ids.length);
        kinds = new Spans(builder.kinds, ids.length);
        forward = new Steps(builder.steps, ids.length, true);
        backward = new Steps(builder.steps, ids.length, false);
    }

    /** Another one after every change of the map: the same number, the same history. */
    public long no() {
        return no;
    }

    public int size() {
        return ids.length;
    }

    /** {@link #NONE} when there never was such a unit. */
    public int number(UnitId unit) {
        return number(unit.value());
    }

    public int number(UUID unit) {
        return numbers.getOrDefault(unit, NONE);
    }

    public UUID id(int unit) {
        return ids[unit];
    }

    public boolean existsOn(int unit, LocalDate day) {
        return existsOn(unit, (int) day.toEpochDay());
    }

    boolean existsOn(int unit, int day) {
        return from[unit] <= day && day < until[unit];
    }

    /** First day. */
    public int from(int unit) {
        return from[unit];
    }

    /** The day after the last; that of 01/01/9999 for one that goes on. */
    public int until(int unit) {
        return until[unit];
    }

    /** The unit directly above on a day, or {@link #NONE}. */
    public int parent(int unit, int day) {
        return parents.on(unit, day);
    }

    /** The kind on a day; of a day before the first name, that of the first. */
    public UnitKind kind(int unit, int day) {
        int kind = kinds.last(unit, day);
        return kind < 0 ? UnitKind.OTHER : KINDS[kind];
    }

    private static final UnitKind[] KINDS = UnitKind.values();

    /** Takes the parts of a unit. */
    @FunctionalInterface
    public interface Parts {
        /** @param share of the unit that was asked for; all of them add up to 1 */
        void take(int unit, double share);
    }

    /**
     * Where a unit, as it was on a day, is on another day: later, those that carry on from it, by the recorded shares;
     * earlier, those it came from, a merged unit in the proportion of the shares that went into it. What ended without
     * heirs counts with the unit that was above it.
     * @return false when some of it is nowhere: a top of a tree that ended without heirs, or that had not begun
     */
    public boolean parts(int unit, int fromDay, int atDay, Parts taker) {
        return parts(unit, fromDay, atDay, true, taker);
    }

    /** The same, but the unit that was above one that ended without heirs, or began from nothing, is not that one. */
    public boolean heirs(int unit, int fromDay, int atDay, Parts taker) {
        return parts(unit, fromDay, atDay, false, taker);
    }

    private boolean parts(int unit, int fromDay, int atDay, boolean toAbove, Parts taker) {
        return atDay >= fromDay
                ? forth(unit, fromDay, Long.MAX_VALUE, atDay, 1, toAbove, taker, 0)
                : back(unit, fromDay, Long.MIN_VALUE, atDay, 1, toAbove, taker, 0);
    }

    private static final int MOST_STEPS = 200;

    private boolean forth(
            int unit, int day, long no, int atDay, double share, boolean toAbove, Parts taker, int depth) {
        if (depth > MOST_STEPS) throw new IllegalStateException("successors run in a ring: " + ids[unit]);
        int first = forward.nextAfter(unit, day, no, atDay);
        if (first < 0) {
            if (existsOn(unit, atDay)) {
                taker.take(unit, share);
                return true;
            }
            int above = parents.lastBefore(unit, until[unit]);
            return toAbove
                    && above != NONE
                    && forth(above, until[unit], Long.MIN_VALUE, atDay, share, true, taker, depth + 1);
        }
        boolean all = true;
        double left = 1;
        int last = forward.endOfEvent(first);
        for (int i = first; i < last; i++) {
            double part = i == last - 1 && left - forward.share[i] < 1e-5 ? left : forward.share[i];
            left -= part;
            all &= forth(forward.to[i], forward.day[i], forward.no[i], atDay, share * part, toAbove, taker, depth + 1);
        }
        if (left > 1e-9) {
            int above = parents.lastBefore(unit, forward.day[first]);
            all &= toAbove
                    && above != NONE
                    && forth(above, forward.day[first], forward.no[first], atDay, share * left, true, taker, depth + 1);
        }
        return all;
    }

    private boolean back(int unit, int day, long no, int atDay, double share, boolean toAbove, Parts taker, int depth) {
        if (depth > MOST_STEPS) throw new IllegalStateException("predecessors run in a ring: " + ids[unit]);
        int last = backward.lastBefore(unit, day, no, atDay);
        if (last < 0) {
            if (existsOn(unit, atDay)) {
                taker.take(unit, share);
                return true;
            }
            int above = parents.first(unit);
            // founded from nothing: before that, it is with what was above it
            return toAbove
                    && above != NONE
                    && back(above, from[unit], Long.MAX_VALUE, atDay, share, true, taker, depth + 1);
        }
        int first = backward.startOfEvent(last);
        double whole = 0;
        for (int i = first; i <= last; i++) whole += backward.share[i];
        boolean all = true;
        for (int i = first; i <= last; i++)
            all &= back(
                    backward.to[i],
                    backward.day[i],
                    backward.no[i],
                    atDay,
                    share * backward.share[i] / whole,
                    toAbove,
                    taker,
                    depth + 1);
        return all;
    }

    /** What held for units from a day to a day: rows of one unit lie together, the earliest first. */
    private static final class Spans {
        private final int[] start;
        private final int[] value;
        private final int[] from;
        private final int[] until;

        Spans(Rows rows, int units) {
            start = rows.starts(units, 0);
            value = rows.column(1);
            from = rows.column(2);
            until = rows.column(3);
        }

        int on(int unit, int day) {
            for (int i = start[unit + 1] - 1; i >= start[unit]; i--)
                if (from[i] <= day) return day < until[i] ? value[i] : NONE;
            return NONE;
        }

        int last(int unit, int day) {
            for (int i = start[unit + 1] - 1; i >= start[unit]; i--) if (from[i] <= day) return value[i];
            return first(unit);
        }

        int lastBefore(int unit, int day) {
            for (int i = start[unit + 1] - 1; i >= start[unit]; i--) if (from[i] < day) return value[i];
            return NONE;
        }

        int first(int unit) {
            return start[unit] == start[unit + 1] ? NONE : value[start[unit]];
        }
    }

    /** From unit to unit by an event: steps of one unit lie together, in the order of day and number of the event. */
    private static final class Steps {
        private final int[] start;
        private final int[] of;
        private final int[] to;
        private final int[] day;
        private final long[] no;
        private final double[] share;

        Steps(StepRows rows, int units, boolean forward) {
            var order = rows.order(forward);
            of = new int[order.length];
            to = new int[order.length];
            day = new int[order.length];
            no = new long[order.length];
            share = new double[order.length];
            start = new int[units + 1];
            for (int i = 0; i < order.length; i++) {
                int row = order[i];
                of[i] = forward ? rows.from.get(row) : rows.to.get(row);
                to[i] = forward ? rows.to.get(row) : rows.from.get(row);
                day[i] = rows.day.get(row);
                no[i] = rows.no[row];
                share[i] = rows.share[row];
                start[of[i] + 1]++;
            }
            for (int unit = 0; unit < units; unit++) start[unit + 1] += start[unit];
        }

        int nextAfter(int unit, int sinceDay, long sinceNo, int atDay) {
            for (int i = start[unit]; i < start[unit + 1]; i++) {
                if (day[i] > atDay) return -1;
                if (day[i] > sinceDay || day[i] == sinceDay && no[i] > sinceNo) return i;
            }
            return -1;
        }

        int endOfEvent(int first) {
            int end = first;
            while (end < of.length && of[end] == of[first] && no[end] == no[first]) end++;
            return end;
        }

        /** The last step into the unit before (day, no), but after the day that is asked for. */
        int lastBefore(int unit, int day0, long no0, int atDay) {
            for (int i = start[unit + 1] - 1; i >= start[unit]; i--) {
                if (day[i] <= atDay) return -1;
                if (day[i] < day0 || day[i] == day0 && (no0 == Long.MIN_VALUE || no[i] < no0)) return i;
            }
            return -1;
        }

        int startOfEvent(int last) {
            int first = last;
            while (first > 0 && of[first - 1] == of[last] && no[first - 1] == no[last]) first--;
            return first;
        }
    }

    /** Grows. */
    private static final class Ints {
        private int[] values = new int[1024];
        private int size;

        void add(int value) {
            if (size == values.length) values = Arrays.copyOf(values, 2 * size);
            values[size++] = value;
        }

        int get(int i) {
            return values[i];
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    private static final class Rows {
        private final Ints[] columns = {new Ints(), new Ints(), new Ints(), new Ints()};

        void add(int unit, int value, int from, int until) {
            columns[0].add(unit);
            columns[1].add(value);
            columns[2].add(from);
            columns[3].add(until);
        }

        int[] starts(int units, int column) {
            var starts = new int[units + 1];
            for (int i = 0; i < columns[column].size; i++) starts[columns[column].get(i) + 1]++;
            for (int unit = 0; unit < units; unit++) starts[unit + 1] += starts[unit];
            return starts;
        }

        int[] column(int column) {
            return columns[column].toArray();
        }
    }

    private static final class StepRows {
        private final Ints from = new Ints();
        private final Ints to = new Ints();
        private final Ints day = new Ints();
        private long[] no = new long[64];
        private double[] share = new double[64];

        void add(int fromUnit, int toUnit, int onDay, long eventNo, double part) {
            if (from.size == no.length) {
                no = Arrays.copyOf(no, 2 * no.length);
                share = Arrays.copyOf(share, 2 * share.length);
            }
            no[from.size] = eventNo;
            share[from.size] = part;
            from.add(fromUnit);
            to.add(toUnit);
            day.add(onDay);
        }

        int[] order(boolean forward) {
            var rows = new Integer[from.size];
            Arrays.setAll(rows, i -> i);
            Arrays.sort(rows, (a, b) -> {
                int unit = forward ? Integer.compare(from.get(a), from.get(b)) : Integer.compare(to.get(a), to.get(b));
                if (unit != 0) return unit;
                int days = Integer.compare(day.get(a), day.get(b));
                return days != 0 ? days : Long.compare(no[a], no[b]);
            });
            return Arrays.stream(rows).mapToInt(i -> i).toArray();
        }
    }

    /** Units come in the order of their ids, all before anything about them; spans of a unit in the order of their days. */
    public static final class Builder {
        private final long no;
        private final java.util.ArrayList<UUID> ids = new java.util.ArrayList<>();
        private final Map<UUID, Integer> numbers = new HashMap<>();
        private final Ints from = new Ints();
        private final Ints until = new Ints();
        private final Rows parents = new Rows();
        private final Rows kinds = new Rows();
        private final StepRows steps = new StepRows();

        public Builder(long no) {
            this.no = no;
        }

        public void unit(UUID id, int firstDay, int endDay) {
            numbers.put(id, ids.size());
            ids.add(id);
            from.add(firstDay);
            until.add(endDay);
        }

        public void parent(UUID unit, UUID parent, int firstDay, int endDay) {
            parents.add(number(unit), number(parent), firstDay, endDay);
        }

        public void kind(UUID unit, UnitKind kind, int firstDay) {
            kinds.add(number(unit), kind.ordinal(), firstDay, Integer.MAX_VALUE);
        }

        public void succession(UUID unit, UUID to, int onDay, long eventNo, double share) {
            steps.add(number(unit), number(to), onDay, eventNo, share);
        }

        private int number(UUID unit) {
            @Nullable Integer number = numbers.get(unit);
            if (number == null) throw new IllegalStateException("a row names a unit that is not there: " + unit);
            return number;
        }

        public UnitHistory build() {
            return new UnitHistory(this);
        }
    }
}
