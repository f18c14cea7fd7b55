package vn.binhdang.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The one clock. Whoever needs the day or the moment is given a {@code Today}; nobody calls {@code LocalDate.now()}, so
 * that a test or a demonstration can stand on any day, and a server that runs on UTC still dates documents in Viet Nam.
 */
public interface Today {
    /** Viet Nam has one zone and no summer time. */
    ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The moment; its zone is of no account. */
    Instant now();

    /** The day it is in Viet Nam. */
    default LocalDate day() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    static Today of(Clock clock) {
        return clock::instant;
    }

    /** Noon of a day that does not move. */
    static Today on(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(ZONE).toInstant();
        return () -> noon;
    }
}
