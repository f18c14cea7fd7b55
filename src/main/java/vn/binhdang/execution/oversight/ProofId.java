package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names evidence of a finding or of a follow-up. */
public record ProofId(UUID value) {
    static ProofId create() {
        return new ProofId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static ProofId of(String text) {
        return new ProofId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
