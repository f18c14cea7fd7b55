package vn.binhdang.kernel;

import java.util.UUID;

/** Names a person of the staff register; without meaning of its own. */
public record PersonId(UUID value) {
    public static PersonId create() {
        return new PersonId(Uuid7.create());
    }

    public static PersonId of(String text) {
        return new PersonId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
