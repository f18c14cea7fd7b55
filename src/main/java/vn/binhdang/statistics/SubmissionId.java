package vn.binhdang.statistics;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a submission; without meaning of its own. */
public record SubmissionId(UUID value) {
    public static SubmissionId create() {
        return new SubmissionId(Uuid7.create());
    }

    public static SubmissionId of(String text) {
        return new SubmissionId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
