package vn.binhdang.execution.initiative;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a file that is evidence of an initiative. */
public record AttachmentId(UUID value) {
    static AttachmentId create() {
        return new AttachmentId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static AttachmentId of(String text) {
        return new AttachmentId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
