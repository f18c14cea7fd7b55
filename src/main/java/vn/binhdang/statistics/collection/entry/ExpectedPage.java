package vn.binhdang.statistics.collection.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.SubmissionState;

/**
 * The forms that units in reach are expected to fill in.
 * @param more there are more than are shown: a unit is to be named
 * @param unit as it was typed, to look for
 */
public record ExpectedPage(List<Period> periods, boolean more, String unit, boolean anyForm, boolean mayEnter) {
    static final ExpectedPage OF_READERS = new ExpectedPage(List.of(), false, "", false, false);

    /** @param running its window is not over yet */
    public record Period(String name, String window, boolean running, List<Row> rows) {}

    /** @param submission null where nobody has begun */
    public record Row(
            String form,
            String formId,
            String periodCode,
            String unit,
            String unitId,
            @Nullable String submission,
            @Nullable SubmissionState state,
            String due,
            boolean late) {
        public boolean open() {
            return state != null && state.mayBeFilled();
        }

        /** Sign and colour of the state. */
        public String mark() {
            return state == null ? "" : EntryPage.mark(state);
        }
    }
}
