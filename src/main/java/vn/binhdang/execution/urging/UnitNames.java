package vn.binhdang.execution.urging;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;

/** What units are called today, all that a page shows asked for at once. */
@Component
class UnitNames {
    private final Units units;
    private final Clock clock;

    UnitNames(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    Names of(Collection<UUID> ids) {
        return new Names(units.named(
                ids.stream().map(UnitId::new).collect(Collectors.toSet()),
                Today.of(clock).day()));
    }

    record Names(Map<UnitId, Unit> named) {
        Names {
            named = Map.copyOf(named);
        }

        /** Empty for one that is not known. */
        String of(UUID id) {
            var unit = named.get(new UnitId(id));
            return unit == null ? "" : unit.name();
        }
    }
}
