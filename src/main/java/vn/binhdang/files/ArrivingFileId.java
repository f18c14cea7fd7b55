package vn.binhdang.files;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a file that comes in parts. */
public record ArrivingFileId(UUID value) {
    static ArrivingFileId create() {
        return new ArrivingFileId(Uuid7.create());
    }

    public static ArrivingFileId of(String text) {
        return new ArrivingFileId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
