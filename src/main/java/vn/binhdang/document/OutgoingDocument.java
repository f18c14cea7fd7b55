package vn.binhdang.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * An outgoing document without its words.
 * @param version of its head; blocks have their own
 * @param concernsId the document it corrects, replaces or recalls
 * @param number from the year's series; null until issued
 * @param approvedOn day of the approval that holds; null for a draft
 */
public record OutgoingDocument(
        DocumentId id,
        DocumentKind kind,
        DocumentState state,
        String subject,
        int year,
        int version,
        UnitId draftingUnit,
        @Nullable DocumentId concernsId,
        @Nullable Integer number,
        @Nullable String symbol,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate issuedOn,
        @Nullable UUID docxFileId,
        @Nullable UUID pdfFileId,
        OffsetDateTime changedAt) {

    /** "05/KH-SKHCN", as printed; empty before issue. */
    public String numberAndSymbol() {
        return number == null ? "" : "%02d/%s".formatted(number, symbol);
    }
}
