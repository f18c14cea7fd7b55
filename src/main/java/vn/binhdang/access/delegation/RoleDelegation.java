package vn.binhdang.access.delegation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Capacity;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/**
 * A role held for somebody.
 * @param from whose role it is; for an acting head who named them
 * @param role null for a substitute, who holds what the absent person holds
 * @param validTo the day after the last; null while there is no end
 * @param mayEnd the reader may end it
 */
record RoleDelegation(
        DelegationId id,
        Capacity kind,
        AccountId from,
        AccountId to,
        @Nullable Role role,
        @Nullable UnitId scope,
        boolean below,
        String reference,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean mayEnd) {
    static @Nullable UnitId unit(@Nullable UUID id) {
        return id == null ? null : new UnitId(id);
    }
}
