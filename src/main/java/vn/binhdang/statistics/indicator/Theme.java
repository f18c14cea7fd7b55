package vn.binhdang.statistics.indicator;

import java.util.Arrays;
import java.util.Optional;

/** What an indicator is about; the order is that of the list. */
public enum Theme {
    LEADERSHIP,
    ECONOMY,
    POPULATION,
    VIOLENCE,
    HEALTH,
    EDUCATION,
    MEDIA,
    SCIENCE,
    AGENCY;

    public static Optional<Theme> named(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String messageKey() {
        return "statistics.indicator.theme." + name();
    }
}
