package vn.binhdang.messaging.mail;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a person's mail waits. What is shown in the product never waits.
 * @param from and {@code to}: no mail between them, through midnight when {@code from} is the later; both null: at any hour
 * @param workingDaysOnly no mail on weekends and holidays
 */
public record QuietHours(@Nullable LocalTime from, @Nullable LocalTime to, boolean workingDaysOnly) {
    public static final QuietHours STANDARD = new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0), true);

    public QuietHours {
        if ((from == null) != (to == null)) throw new IllegalArgumentException("quiet hours have both ends or none");
    }

    boolean quietAt(LocalTime time) {
        if (from == null || to == null || from.equals(to)) return false;
        boolean overMidnight = from.isAfter(to);
        boolean begun = !time.isBefore(from);
        boolean notEnded = time.isBefore(to);
        return overMidnight ? begun || notEnded : begun && notEnded;
    }
}
