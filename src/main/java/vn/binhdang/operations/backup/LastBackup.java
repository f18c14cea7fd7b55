package vn.binhdang.operations.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/**
 * One try at a backup. Whatever is not told by a failed one is 0 or empty.
 * @param byHand at a terminal, not by the daily job
 * @param rows all tables together
 * @param files stored files, those copied earlier included
 * @param damagedFiles stored files that were missing or damaged on the disk already
 * @param errorKey message that says why there is no backup; null when it was made, read back and checked
 */
public record LastBackup(
        Instant startedAt,
        Instant endedAt,
        boolean byHand,
        String file,
        long bytes,
        long rows,
        int files,
        long damagedFiles,
        @Nullable String errorKey,
        List<String> errorValues) {

    public boolean verified() {
        return errorKey == null;
    }

    /** Why there is no backup; empty when there is. */
    public String error(Text t) {
        return errorKey == null ? "" : t.of(errorKey, errorValues.toArray());
    }
}
