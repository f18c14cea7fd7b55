package vn.binhdang.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest actionable item of a document (Decree 30/2020 article 24 gives it its legal shape: lead, coordinating
 * units, deadline).
 *
 * @param number path of printed numbers, "II.1"; a dash counts from 1 within its parent, "III.1.-2"; null when unnumbered
 * @param text without the number
 * @param leadUnits units named as chủ trì, in the spelling of the document
 * @param coordinatingUnits units named after phối hợp
 * @param start first day, only where the text fixes it
 * @param due last day, only where the text fixes it
 * @param dueText the words that speak of time, also when no date follows from them
 * @param recurrence "hằng quý", "thường xuyên": the printed words
 * @param output expected product where the text or its table names one
 */
public record DocumentTask(
        @Nullable String number,
        String text,
        List<String> leadUnits,
        List<String> coordinatingUnits,
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        @Nullable String dueText,
        @Nullable String recurrence,
        @Nullable String output,
        @Nullable Lines lines) {
    public DocumentTask {
        leadUnits = List.copyOf(leadUnits);
        coordinatingUnits = List.copyOf(coordinatingUnits);
    }
}
