package vn.binhdang.organisation.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitCode;

/**
 * A unit that an event brings into being.
 * @param parent null for the top of a tree
 * @param position among its siblings
 * @param aliases other spellings met in documents
 */
public record NewUnit(
        UnitId id, Naming naming, @Nullable UnitId parent, int position, List<String> aliases, List<UnitCode> codes) {
    public NewUnit {
        aliases = List.copyOf(aliases);
        codes = List.copyOf(codes);
    }

    public static NewUnit of(Naming naming, @Nullable UnitId parent) {
        return new NewUnit(UnitId.create(), naming, parent, 0, List.of(), List.of());
    }
}
