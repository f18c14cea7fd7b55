package vn.binhdang.statistics.indicator;

import java.util.Arrays;
import java.util.Optional;

/** Of what it is a share. */
public enum ShareOf {
    BODIES,
    PEOPLE,
    OTHER;

    public static Optional<ShareOf> named(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String messageKey() {
        return "statistics.indicator.shareOf." + name();
    }
}
