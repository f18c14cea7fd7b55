package vn.binhdang.statistics.disclosure;

import java.util.List;
import java.util.Map;

/**
 * How the cells of a publication stand in its tables, with the names of its day: one table for each element and period,
 * a row for each unit, a column for the total and each category.
 *
 * @param blanks cells without a count: MISSING or NOT_APPLICABLE
 * @param amended earlier publications that told other counts of the same cells; nothing is held against those
 */
public record Layout(
        List<Named> elements,
        List<String> periods,
        List<Named> units,
        List<Named> categories,
        Map<String, String> blanks,
        int amended) {

    public record Named(String code, String vi, String en) {
        String in(String language) {
            return language.equals("en") ? en : vi;
        }
    }

    /** The same count has the same key in every publication of every agency. */
    static String key(String element, String period, String unit, String category) {
        return element + ";PERIOD=" + period + ";UNIT=" + unit + (category.isEmpty() ? "" : ";" + category);
    }
}
