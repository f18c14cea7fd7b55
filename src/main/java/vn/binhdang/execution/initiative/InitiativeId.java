package vn.binhdang.execution.initiative;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names one initiative or pilot model. */
public record InitiativeId(UUID value) {
    static InitiativeId create() {
        return new InitiativeId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static InitiativeId of(String text) {
        return new InitiativeId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
