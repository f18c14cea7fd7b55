package vn.binhdang.kernel;

import java.util.UUID;

/** Names an account that can sign in; without meaning of its own. */
public record AccountId(UUID value) {
    public static AccountId create() {
        return new AccountId(Uuid7.create());
    }

    public static AccountId of(String text) {
        return new AccountId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
