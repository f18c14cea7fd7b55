package vn.binhdang.execution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.UUID;

/**
 * Something that falls on a day: the deadline of a task, the first day of an inspection.
 *
 * @param id of the record; together with the kind it names the item for good
 * @param kindKey message key of what it is, in a word or two
 * @param href where it is done: a path of this product
 * @param title words of the record; they are shown to nobody but the actor they were found for
 * @param open whether these words may leave the product in a feed; else the kind alone does
 * @param version grows whenever the item changes
 */
public record DayItem(
        UUID id,
        String kindKey,
        String href,
        String title,
        boolean open,
        LocalDate day,
        Standing standing,
        int version,
        OffsetDateTime changedAt) {

    /** How it stands on the day that was asked for. */
    public enum Standing {
        LATE,
        TO_COME,
        /** a round of what recurs, after the one that is in hand */
        EXPECTED,
        DONE,
        NOT_DONE;

        public static Standing of(TaskState state, LocalDate day, LocalDate today) {
            return switch (state) {
                case DONE -> DONE;
                case NOT_DONE, DROPPED -> NOT_DONE;
                case NOT_STARTED, IN_PROGRESS -> day.isBefore(today) ? LATE : TO_COME;
            };
        }

        /** Of its style class; empty for what needs no mark. */
        public String mark() {
            return switch (this) {
                case LATE -> "late";
                case TO_COME -> "";
                case EXPECTED -> "expected";
                case DONE -> "done";
                case NOT_DONE -> "not-done";
            };
        }
    }

    /** By day, what is still to be done first. */
    public static final Comparator<DayItem> ORDER = Comparator.comparing(DayItem::day)
            .thenComparing(item -> item.standing() == Standing.DONE || item.standing() == Standing.NOT_DONE)
            .thenComparing(DayItem::id)
            .thenComparing(DayItem::kindKey);
}
