package vn.binhdang.execution.task;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.audit.AuditTrail.Deed;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.PlanAmendments;
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
            List<PlanAmendments.TaskAmended> amended,
            TaskSheet sheet,
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
        for (var one : amended) {
            spoken.add(one.unit());
            people.add(one.by());
        }
        var persons = new HashSet<PersonId>();
        for (var hand : sheet.hands()) {
            spoken.add(new UnitId(hand.unitId()));
            people.add(new AccountId(hand.handedBy()));
            if (hand.personId() != null) persons.add(new PersonId(hand.personId()));
        }
        for (var sub : sheet.versions()) {
            spoken.add(new UnitId(sub.toUnitId()));
            people.add(new AccountId(sub.changedBy()));
            if (sub.toPersonId() != null) persons.add(new PersonId(sub.toPersonId()));
        }
        for (var detail : sheet.details()) {
            spoken.add(new UnitId(detail.unitId()));
            people.add(new AccountId(detail.changedBy()));
        }
        for (var dependency : sheet.dependencies()) {
            people.add(new AccountId(dependency.addedBy()));
            if (dependency.removedBy() != null) people.add(new AccountId(dependency.removedBy()));
        }
        for (var comment : sheet.comments()) {
            spoken.add(new UnitId(comment.unitId()));
            people.add(new AccountId(comment.writtenBy()));
        }
        var names = accounts.names(people, persons);
        return new Named(units.named(spoken, day), names.ofAccounts(), names.ofPersons());
    }

    record Named(Map<UnitId, Unit> units, Map<AccountId, String> people, Map<PersonId, String> persons) {
        /** To whom something was given: a person of a unit, or the unit. */
        String target(UUID unit, @Nullable UUID person, Text t) {
            String name = unit(new UnitId(unit));
            return person == null
                    ? name
                    : t.of("execution.subTask.personOf", persons.getOrDefault(new PersonId(person), ""), name);
        }

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
