package vn.binhdang.execution.task;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.files.FileId;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * A file or a link that shows a result. Taken back, it stays in the history.
 * @param file null for a link
 * @param link null for a file
 * @param round of a task that recurs: the one it shows
 * @param photo there is a small copy to show, and a sealed original
 */
record Evidence(
        Id id,
        @Nullable FileId file,
        @Nullable EvidenceLink link,
        String title,
        UnitId unit,
        AccountId addedBy,
        OffsetDateTime addedAt,
        @Nullable AccountId removedBy,
        @Nullable OffsetDateTime removedAt,
        @Nullable String round,
        boolean photo) {

    record Id(UUID value) {
        static Id create() {
            return new Id(Uuid7.create());
        }

        /** Spring reads it from an address. */
        public static Id of(String text) {
            return new Id(Uuid7.parse(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** It belongs to the part of a coordinating unit. */
    boolean shows(UnitId ofUnit) {
        return round == null && unit.equals(ofUnit);
    }

    boolean takenBack() {
        return removedAt != null;
    }
}
