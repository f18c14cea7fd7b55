package vn.binhdang.document.approval;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.PersonId;

/**
 * A power to sign that was recorded: TL by the working or records regulation, TUQ by a written authorisation.
 *
 * @param scope what may be signed, in words
 * @param reference the document that gives the power ("Quyết định số 12/QĐ-SKHCN")
 * @param validTo first day on which it no longer holds; null only for TL
 */
public record Delegation(
        UUID id,
        SigningCapacity capacity,
        PersonId from,
        PersonId to,
        String scope,
        String reference,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public Delegation {
        if (capacity != SigningCapacity.TL && capacity != SigningCapacity.TUQ)
            throw new IllegalArgumentException("not a delegated capacity: " + capacity);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
