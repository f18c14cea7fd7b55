package vn.binhdang.files;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a stored file. */
public record FileId(UUID value) {
    public static FileId create() {
        return new FileId(Uuid7.create());
    }

    public static FileId of(String text) {
        return new FileId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
