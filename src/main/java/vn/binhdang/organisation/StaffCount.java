package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.binhdang.kernel.UnitId;

/**
 * The staff of a unit with all below it on one day, counted. Everybody stands in exactly one cell, so every way of adding
 * the cells up gives the same whole.
 */
public record StaffCount(UnitId unit, LocalDate day, List<Cell> cells) {
    /** Stands where a value is not kept; a group of its own, never left out. */
    public static final String UNKNOWN = "UNKNOWN";

    /**
     * People who have all of this in common.
     *
     * @param part the unit directly below the counted one in whose branch they sit; the counted one for its own
     * @param own they sit in the counted unit itself
     * @param rank in their own unit
     * @param recent the office, or one of the same rank in the same unit just before it, has been held for less than a year
     * @param partyRecent a member of a Party committee for less than a year
     */
    public record Cell(
            UnitId part,
            boolean own,
            Register.Sex sex,
            String legalStatus,
            String ageGroup,
            String grade,
            String degree,
            Rank rank,
            boolean keyLeader,
            boolean recent,
            boolean partyCommittee,
            boolean partyRecent,
            int people) {
        SexSplit split() {
            return SexSplit.of(sex, people);
        }
    }

    public StaffCount {
        cells = List.copyOf(cells);
    }

    public SexSplit total() {
        return of(_ -> true);
    }

    public SexSplit of(Predicate<Cell> which) {
        return cells.stream().filter(which).map(Cell::split).reduce(SexSplit.NOBODY, SexSplit::plus);
    }

    /** One sum for each value that occurs. */
    public <K> Map<K, SexSplit> by(Function<Cell, K> value) {
        var sums = new LinkedHashMap<K, SexSplit>();
        for (var cell : cells) sums.merge(value.apply(cell), cell.split(), SexSplit::plus);
        return sums;
    }
}
