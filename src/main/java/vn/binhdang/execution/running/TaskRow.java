package vn.binhdang.execution.running;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.TaskState;

/**
 * A row of the list.
 * @param groupSize tasks found in its group, on all pages
 * @param found tasks found on all pages
 */
record TaskRow(
        UUID id,
        @Nullable String number,
        String text,
        @Nullable UUID leadUnitId,
        @Nullable String leadPrinted,
        @Nullable LocalDate dueOn,
        @Nullable String dueText,
        TaskState state,
        @Nullable Integer shareDone,
        @Nullable OffsetDateTime changedAt,
        long groupKey,
        long sortKey,
        int position,
        long groupSize,
        long found) {

    /** The place in the order after which the next page goes on. */
    record Key(long group, long sort, int position) {
        private static final Pattern FORM = Pattern.compile("-?\\d{1,18}(_-?\\d{1,18})(_\\d{1,9})");

        static final Key BEGINNING = new Key(Long.MIN_VALUE, Long.MIN_VALUE, -1);

        static Key of(@Nullable String text) {
            if (text == null || !FORM.matcher(text).matches()) return BEGINNING;
            String[] parts = text.split("_", -1);
            return new Key(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
        }

        String text() {
            return group + "_" + sort + "_" + position;
        }
    }

    Key key() {
        return new Key(groupKey, sortKey, position);
    }
}
