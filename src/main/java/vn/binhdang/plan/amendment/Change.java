package vn.binhdang.plan.amendment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.TaskId;

/**
 * What an amendment does to one task.
 *
 * @param task of a task to be added: the id it will have
 * @param before what the plan said when this was decided; null for a task to be added
 * @param after what it will say; null for a task that is taken out
 * @param reason empty where none was given
 * @param closed whether the task was done, or given up, when this was decided
 * @param version counts its changes; one made on an older version is shown, not stored over another
 * @param undone taken back, but still to be had
 */
record Change(
        Kind kind,
        TaskId task,
        @Nullable TaskTerms before,
        @Nullable TaskTerms after,
        String reason,
        boolean closed,
        int version,
        boolean undone) {

    enum Kind {
        CHANGE,
        ADD,
        DROP;

        String messageKey() {
            return "plan.amendment.kind." + name();
        }

        /** "drop": the last part of its style class. */
        String mark() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Change {
        if ((kind == Kind.ADD) != (before == null) || (kind == Kind.DROP) != (after == null))
            throw new IllegalArgumentException(
                    "a change of kind %s with before %s and after %s".formatted(kind, before != null, after != null));
    }

    /** By what it is spoken of: as issued where there is such a thing, else as it is to be. */
    TaskTerms named() {
        return before == null ? Objects.requireNonNull(after) : before;
    }

    TaskTerms wanted() {
        return Objects.requireNonNull(after);
    }

    /** The task itself, saying nothing: terms are laid over it. */
    PlanTask blank(PlanId plan) {
        return AmendmentEditing.empty(task, plan);
    }

    /** Every unit that it names. */
    Set<UUID> units() {
        var units = new TreeSet<UUID>();
        if (before != null) units.addAll(before.units());
        if (after != null) units.addAll(after.units());
        return units;
    }

    static Set<UnitId> units(Collection<Change> changes) {
        var units = new HashSet<UnitId>();
        for (var change : changes) for (var unit : change.units()) units.add(new UnitId(unit));
        return units;
    }
}
