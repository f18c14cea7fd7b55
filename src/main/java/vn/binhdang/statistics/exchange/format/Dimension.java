package vn.binhdang.statistics.exchange.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One axis of a cube with everything that it can take, in the order in which it is to be shown. */
public record Dimension(String id, Label label, Role role, List<Category> categories) {

    public enum Role {
        /** What is measured; its categories carry the unit of measure. */
        METRIC,
        /** The units of a map, usually areas. */
        GEO,
        CLASSIFICATION,
        TIME
    }

    /** Names that SDMX keeps for itself. */
    private static final Set<String> TAKEN = Set.of(
            "OBS_VALUE",
            "OBS_STATUS",
            "COMMENT",
            "UNIT_MEASURE",
            "DECIMALS",
            "REPORT_PERIOD",
            "REPORTING_YEAR_START_DAY",
            "STRUCTURE",
            "STRUCTURE_ID",
            "ACTION");

    public static final String TIME_PERIOD = "TIME_PERIOD";

    public Dimension {
        if (!id.matches("[A-Z][A-Z0-9_]*") || id.endsWith("_LABEL") || TAKEN.contains(id))
            throw new IllegalArgumentException("not a name for a dimension: " + id);
        if (id.equals(TIME_PERIOD) != (role == Role.TIME))
            throw new IllegalArgumentException("time is called TIME_PERIOD and nothing else is: " + id);
        if (categories.isEmpty()) throw new IllegalArgumentException("nothing in dimension " + id);
        categories = List.copyOf(categories);
        Set<String> codes = new HashSet<>();
        for (Category category : categories) {
            if (!codes.add(category.code()))
                throw new IllegalArgumentException("twice in %s: %s".formatted(id, category.code()));
            if ((category.window() != null) != (role == Role.TIME))
                throw new IllegalArgumentException("days belong to time only: " + category.code());
            if ((category.measure() != null) != (role == Role.METRIC))
                throw new IllegalArgumentException(
                        "what is measured, and nothing else, has a unit: " + category.code());
        }
    }

    public static Dimension time(Label label, List<Category> periods) {
        return new Dimension(TIME_PERIOD, label, Role.TIME, periods);
    }

    public int size() {
        return categories.size();
    }
}
