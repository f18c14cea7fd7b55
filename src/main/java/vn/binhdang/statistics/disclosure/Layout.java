package vn.binhdang.statistics.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a publication stand in its tables, with the names of its day: one table for each element and period,
 * a row for each unit, a column for the total and each category.
 *
 * @param blanks cells without a count: MISSING, NOT_APPLICABLE or ESTIMATED
 * @param amended earlier publications that told other counts of the same cells
 * @param changesHeld whether those stay known and are held against too; null in what was stored before that was done
 * @param map the day on whose map the units are; null when each period stands on its own
 * @param shares indicators computed from the cells that are shown; null in what was stored before there were any
 * @param moved places of units that on that map are made of other figures than on the map of the period
 */
public record Layout(
        List<Named> elements,
        List<String> periods,
        List<Named> units,
        List<Named> categories,
        Map<String, String> blanks,
        int amended,
        @Nullable Boolean changesHeld,
        @Nullable LocalDate map,
        @Nullable Set<String> moved,
        @Nullable List<Share> shares) {

    public record Named(String code, String vi, String en) {
        String in(String language) {
            return language.equals("en") ? en : vi;
        }
    }

    List<Share> indicators() {
        return shares == null ? List.of() : shares;
    }

    boolean holdsChanges() {
        return Boolean.TRUE.equals(changesHeld);
    }

    /** The same count has the same key in every publication of every agency. */
    static String key(String element, String period, String unit, String category) {
        return element + ";PERIOD=" + period + ";UNIT=" + unit + (category.isEmpty() ? "" : ";" + category);
    }

    /** Key of a cell of this publication. */
    String at(String element, String period, String unit, String category) {
        boolean other = moved != null && moved.contains(key(element, period, unit, ""));
        return key(element, period, other ? unit + "@" + map : unit, category);
    }
}
