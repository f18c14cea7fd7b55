package vn.binhdang.organisation.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.UnitEventId;

/**
 * When and by what an event came about.
 * @param on the first day on which it holds
 * @param legalBasis number, date and subject of the decision
 * @param source where it was read
 * @param verified somebody compared it with the decision itself
 * @param corrects the wrong event that this one puts right
 */
public record EventFacts(
        LocalDate on,
        String legalBasis,
        String source,
        String note,
        boolean verified,
        @Nullable UnitEventId corrects) {

    public static EventFacts on(LocalDate day, String legalBasis) {
        return new EventFacts(day, legalBasis, "", "", false, null);
    }
}
