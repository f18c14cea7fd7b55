package vn.binhdang.execution.task;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.audit.AuditTrail.Deed;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Names of the units and people that the page of a task speaks of: one question for each of the two. */
@Component
class TaskNames {
    private final Units units;
    private final Accounts accounts;

    TaskNames(Units units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    Named of(
            RunningTask task,
            List<Evidence> evidence,
            List<TaskHistory.Reported> reports,
            List<Deed> deeds,
            LocalDate day) {
        var spoken = new HashSet<UnitId>();
        var people = new HashSet<AccountId>();
        if (task.leadUnit() != null) spoken.add(task.leadUnit());
        for (var coordinating : task.coordinating()) if (coordinating.unit() != null) spoken.add(coordinating.unit());
        for (var proof : evidence) {
            spoken.add(proof.unit());
            people.add(proof.addedBy());
            if (proof.removedBy() != null) people.add(proof.removedBy());
        }
        for (var report : reports) {
            spoken.add(report.unit());
            people.add(report.by());
        }
        for (var deed : deeds) {
            spoken.add(new UnitId(deed.unit()));
            people.add(new AccountId(deed.account()));
        }
        return new Named(units.named(spoken, day), accounts.namesOf(people));
    }

    record Named(Map<UnitId, Unit> units, Map<AccountId, String> people) {
        String unit(UnitId id) {
            var unit = units.get(id);
            return unit == null ? "" : unit.name();
        }

        String person(AccountId id) {
            return people.getOrDefault(id, "");
        }

        /** The unit as it is called now, with the words of the document where they differ. */
        String unitPrinted(@Nullable UnitId id, String printed, Text t) {
            String name = id == null ? "" : unit(id);
            if (name.isEmpty()) return printed;
            return printed.isEmpty() || name.equalsIgnoreCase(printed)
                    ? name
                    : t.of("execution.task.unitPrinted", name, printed);
        }
    }
}
