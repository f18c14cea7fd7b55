package vn.binhdang.plan.cascade;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names one unit that was given something by one act of passing down. */
public record AddresseeId(UUID value) {
    static AddresseeId create() {
        return new AddresseeId(Uuid7.create());
    }

    public static AddresseeId of(String text) {
        return new AddresseeId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
