package vn.binhdang.document;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names an outgoing document from its first draft on. */
public record DocumentId(UUID value) {
    public static DocumentId create() {
        return new DocumentId(Uuid7.create());
    }

    public static DocumentId of(String text) {
        return new DocumentId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
