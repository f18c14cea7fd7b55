package vn.binhdang.statistics.collection.submission;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a remark on a figure; without meaning of its own. */
record RemarkId(UUID value) {
    public static RemarkId of(String text) {
        return new RemarkId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
