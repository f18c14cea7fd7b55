package vn.binhdang.organisation.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.PersonId;

/** A wish that something be put right, in the person's own words. */
record DataRequest(
        UUID id,
        PersonId person,
        String personName,
        Field field,
        String words,
        Instant askedAt,
        LocalDate dueOn,
        State state,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    /** What the wish is about. */
    enum Field {
        NAME,
        SEX,
        BIRTH_YEAR,
        OFFICE,
        STATUS,
        MEMBERSHIP,
        OTHER
    }

    enum State {
        OPEN,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }

    boolean overdueOn(LocalDate day) {
        return state == State.OPEN && day.isAfter(dueOn);
    }
}
