package vn.binhdang.organisation;

import java.util.Collection;
import vn.binhdang.kernel.UnitId;

/**
 * A module whose records name units says so: an event that founded one of them is not taken back any more, since the unit
 * would vanish as if it had never been.
 */
public interface UnitInUse {
    boolean isInUse(Collection<UnitId> units);
}
