package vn.binhdang.organisation.importing;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names one bringing-in of a table. */
public record SheetImportId(UUID value) {
    static SheetImportId create() {
        return new SheetImportId(Uuid7.create());
    }

    public static SheetImportId of(String text) {
        return new SheetImportId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
