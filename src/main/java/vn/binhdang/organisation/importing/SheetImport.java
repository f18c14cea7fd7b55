package vn.binhdang.organisation.importing;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table that was brought in, as it stands. */
record SheetImport(
        SheetImportId id,
        String kind,
        String fileName,
        String sha256,
        State state,
        OffsetDateTime broughtAt,
        int rowsDone,
        @Nullable Integer rowsTotal,
        @Nullable String refusalKey,
        List<String> refusalArguments,
        List<String> ignoredColumns,
        SheetImporter.Counts counts,
        int mistakes,
        SheetImporter.@Nullable Preview preview,
        boolean cancelWanted) {

    enum State {
        CHECKING,
        REFUSED,
        WRONG,
        READY,
        WRITING,
        DONE,
        CANCELLED,
        FAILED;

        boolean isRunning() {
            return this == CHECKING || this == WRITING;
        }

        boolean isWaitingForPeople() {
            return this == WRONG || this == READY;
        }
    }
}
