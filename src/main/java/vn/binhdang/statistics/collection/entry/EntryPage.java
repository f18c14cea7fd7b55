package vn.binhdang.statistics.collection.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.collection.submission.StatePart;

/**
 * A form of one unit for one period, to fill in or to look at.
 *
 * @param deadline empty where none was set
 * @param rules for the script, as JSON
 * @param openComputed figures that the product knows and nobody has confirmed or typed
 * @param problem a sentence above the form; null when everything that was typed is stored
 */
public record EntryPage(
        String path,
        String id,
        String account,
        String form,
        String unit,
        String period,
        String window,
        String deadline,
        boolean late,
        SubmissionState state,
        int revision,
        boolean editable,
        String saved,
        @Nullable String problem,
        List<Section> sections,
        List<Said> findings,
        List<Note> notes,
        List<Choice> choices,
        String rules,
        int openComputed,
        StatePart part) {

    public record Section(
            String id,
            String name,
            String hint,
            List<Column> columns,
            List<Row> rows,
            @Nullable Row sum) {}

    /** @param share "1/0": the second column in percent of the first; else empty */
    public record Column(String id, String name, String share) {}

    public record Row(String id, String name, List<Cell> cells) {}

    /**
     * @param slot -1 for one that is only shown
     * @param text what was typed, else what stands
     * @param was what stands, as it was when the page was made; in a field, as is computed
     * @param printed what stands, to be read
     * @param mistake why it was not stored; null when it was
     * @param stands what somebody else has written meanwhile; null when nobody has
     * @param computed the figure that the product knows; empty for none
     * @param computedPrinted the same to be read
     */
    public record Cell(
            int slot,
            String column,
            String columnId,
            String text,
            String was,
            String printed,
            int decimals,
            boolean required,
            String lowest,
            String highest,
            @Nullable String mistake,
            @Nullable String stands,
            String computed,
            String computedPrinted,
            String computedWords,
            boolean confirmed,
            @Nullable String hint,
            boolean noted) {
        public boolean asked() {
            return slot >= 0;
        }

        static Cell shown(String column, String columnId, String text) {
            return new Cell(
                    -1, column, columnId, text, "", "", 0, false, "", "", null, null, "", "", "", false, null, false);
        }

        /** Of the elements that say something about it. */
        public @Nullable String described() {
            String ids = (mistake == null ? "" : " m" + slot)
                    + (stands == null ? "" : " s" + slot)
                    + (hint == null ? "" : " h" + slot)
                    + (computed.isEmpty() ? "" : " k" + slot);
            return ids.isEmpty() ? null : ids.strip();
        }
    }

    /** @param note why it does not hold here; only of warnings */
    public record Said(String mark, boolean error, String words, int slot, String note) {}

    public record Note(int slot, String cell, String words) {}

    public record Choice(int slot, String name) {}

    public String mark() {
        return mark(state);
    }

    /** Sign and colour of a state. */
    static String mark(SubmissionState state) {
        return switch (state) {
            case DRAFT -> "draft";
            case SUBMITTED -> "submitted";
            case RETURNED -> "sent-back";
            case ACCEPTED -> "approved";
            case REPLACED -> "dropped";
        };
    }
}
