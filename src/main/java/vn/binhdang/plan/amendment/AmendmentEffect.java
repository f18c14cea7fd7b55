package vn.binhdang.plan.amendment;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.AmendedTasks;
import vn.binhdang.plan.AmendedTasks.Share;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.amendment.Change.Kind;
import vn.binhdang.plan.drafting.TypedDate;

/**
 * An issued amendment changes the tasks of its plan, in the transaction of its issue. A task keeps its id, and with it
 * everything that was done: only what the plan says of it changes. Other words of the plan are read through the amendment
 * from then on.
 */
@Component
class AmendmentEffect {
    private final AmendmentRows rows;
    private final PartRows parts;
    private final AmendedAbove below;
    private final Plans plans;
    private final AmendedTasks atWork;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    AmendmentEffect(
            AmendmentRows rows,
            PartRows parts,
            AmendedAbove below,
            Plans plans,
            AmendedTasks atWork,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.rows = rows;
        this.parts = parts;
        this.below = below;
        this.plans = plans;
        this.atWork = atWork;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** @throws Refused when a task has moved on since it was decided on; the clerk decides again */
    @Transactional(propagation = Propagation.MANDATORY)
    void takes(Actor actor, OutgoingDocument issued) {
        var amendment = rows.find(issued.id());
        var day = Objects.requireNonNull(issued.issuedOn());
        rows.lockPlan(amendment.plan());
        var plan = plans.find(actor, amendment.plan());
        if (!rows.runs(amendment.plan()))
            throw new Refused(
                    "plan.amendment.refused.notInForce", plan.document().subject());
        rows.lastDay(amendment.plan()).filter(day::isBefore).ifPresent(last -> {
            throw new Refused("plan.amendment.refused.beforeLast", TypedDate.printed(day), TypedDate.printed(last));
        });
        var changes = rows.changes(amendment.id());
        var held = changes.stream()
                .filter(change -> change.kind() != Kind.ADD)
                .map(Change::task)
                .toList();
        var closed = atWork.hold(amendment.plan(), held);
        var deciding = parts.deciding(amendment);
        refuseOvertaken(plan, changes, closed);
        refuseOvertaken(deciding);
        for (var change : changes)
            switch (change.kind()) {
                case ADD -> add(amendment.plan(), change);
                case CHANGE -> say(change.task(), change.wanted());
                case DROP -> drop(amendment, change.task(), day);
            }
        rows.inForce(actor, amendment.id(), day);
        audit.record(
                actor,
                "plan.amendment.takeEffect",
                amendment.plan().value(),
                Map.of(
                        "document",
                        amendment.id().toString(),
                        "tasks",
                        changes.size(),
                        "parts",
                        deciding.own().size()));
        atWork.amended(new AmendedTasks.Amendment(
                amendment.id(),
                issued.numberAndSymbol(),
                amendment.plan(),
                plan.document().year(),
                actor.agency(),
                of(Kind.ADD, changes),
                of(Kind.CHANGE, changes),
                of(Kind.DROP, changes),
                shares(changes),
                deciding.own().size()));
        below.tell(actor, amendment, !deciding.own().isEmpty());
    }

    private void refuseOvertaken(Plan plan, List<Change> changes, Set<TaskId> closed) {
        var now = plans.tasksOf(plan).stream().collect(Collectors.toMap(PlanTask::id, Function.identity()));
        String names = changes.stream()
                .filter(change -> Overtaken.of(change, now.get(change.task()), closed.contains(change.task()))
                        != Overtaken.NOTHING)
                .map(change -> AmendmentCompanion.name(plan.id(), change))
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) throw new Refused("plan.amendment.refused.overtaken", names);
    }

    private static void refuseOvertaken(PartRows.Deciding deciding) {
        String names = deciding.own().stream()
                .filter(change -> deciding.overtaken(change) != Overtaken.NOTHING)
                .map(ChangeSentences::named)
                .collect(Collectors.joining("; "));
        if (!names.isEmpty()) throw new Refused("plan.amendment.part.refused.overtaken", names);
    }

    private void add(PlanId plan, Change change) {
        jdbc.sql("""
            insert into plan_task (id, plan_id, position, text, version)
            values (:id, :plan, (select coalesce(max(position) + 1, 0) from plan_task where plan_id = :plan), '', 0)
            """)
                .param("id", change.task().value())
                .param("plan", plan.value())
                .update();
        say(change.task(), change.wanted());
    }

    private void say(TaskId task, TaskTerms terms) {
        jdbc.sql("""
            update plan_task
            set    number = :number, text = :text, lead_unit_id = :lead, lead_printed = :leadPrinted, start_on = :start,
                   due_on = :due, due_text = :dueText, no_due_reason = :noDueReason, recurrence = :recurrence,
                   expected_output = :output, version = version + 1
            where  id = :id
            """)
                .param("number", terms.number())
                .param("text", terms.text())
                .param("lead", terms.leadUnit(), Types.OTHER)
                .param("leadPrinted", terms.leadPrinted())
                .param("start", terms.startOn(), Types.DATE)
                .param("due", terms.dueOn(), Types.DATE)
                .param("dueText", terms.dueText())
                .param("noDueReason", terms.noDueReason())
                .param("recurrence", terms.recurrence())
                .param("output", terms.expectedOutput())
                .param("id", task.value())
                .update();
        jdbc.sql("delete from plan_task_coordinating where task_id = :task")
                .param("task", task.value())
                .update();
        for (int i = 0; i < terms.coordinating().size(); i++)
            jdbc.sql("insert into plan_task_coordinating values (:task, :position, :unit, :printed)")
                    .param("task", task.value())
                    .param("position", i)
                    .param("unit", terms.coordinating().get(i).unit(), Types.OTHER)
                    .param("printed", terms.coordinating().get(i).printed())
                    .update();
    }

    private void drop(Amendment amendment, TaskId task, LocalDate day) {
        jdbc.sql("update plan_task set dropped_on = :day, dropped_by = :by, version = version + 1 where id = :id")
                .param("day", day)
                .param("by", amendment.id().value())
                .param("id", task.value())
                .update();
    }

    private static List<TaskId> of(Kind kind, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(Change::task)
                .toList();
    }

    /** What each unit that leads or helps gets, keeps and loses. */
    static List<Share> shares(List<Change> changes) {
        var counts = new TreeMap<UUID, int[]>();
        for (var change : changes) {
            var before =
                    change.before() == null ? Set.<UUID>of() : change.before().units();
            var after = change.after() == null ? Set.<UUID>of() : change.after().units();
            var all = new HashSet<>(before);
            all.addAll(after);
            for (var unit : all) {
                int which = !before.contains(unit) ? 0 : after.contains(unit) ? 1 : 2;
                counts.computeIfAbsent(unit, one -> new int[3])[which]++;
            }
        }
        var shares = new ArrayList<Share>();
        counts.forEach((unit, count) -> shares.add(new Share(new UnitId(unit), count[0], count[1], count[2])));
        return shares;
    }
}
