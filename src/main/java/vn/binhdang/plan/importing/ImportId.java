package vn.binhdang.plan.importing;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names one bringing-in of a document. */
public record ImportId(UUID value) {
    static ImportId create() {
        return new ImportId(Uuid7.create());
    }

    public static ImportId of(String text) {
        return new ImportId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
