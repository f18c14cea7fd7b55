package vn.binhdang.execution.task;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.execution.task.TaskSheet.Share;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.People;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;

/** What a task is measured by and what it costs, said by its lead; and which person of a unit sees to it. */
@Component
class TaskDetails {
    static final BigDecimal LARGEST = new BigDecimal("1000000000000");
    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final RunningTasks tasks;
    private final TaskSheets sheets;
    private final People people;
    private final TaskNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    TaskDetails(
            JdbcClient jdbc,
            RunningTasks tasks,
            TaskSheets sheets,
            People people,
            TaskNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.sheets = sheets;
        this.people = people;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws NotVisible for who neither leads nor follows up
     * @throws Overtaken when somebody changed it since the form was shown
     * @throws UnfitReport when something has to be mended
     */
    @Transactional
    public void say(Actor actor, PlanId plan, TaskId id, DetailForm form) {
        var task = tasks.lockToWork(actor, plan, id);
        if (!task.part().saysState()) throw new NotVisible("details of task " + id);
        var before = sheets.of(actor, task).detail();
        int no = before.map(TaskSheet.Detail::no).orElse(0);
        if (no != form.versionShown()) throw new Overtaken();
        var problems = new ArrayList<Problem>();
        var goal = figure("goal", form.goal(), 2, problems);
        if (goal != null && goal.signum() == 0) problems.add(new Problem("goal", "execution.detail.needs.goal"));
        var cost = figure("cost", form.cost(), 0, problems);
        var share = share(form);
        if (share == null) problems.add(new Problem("share", "execution.detail.needs.share"));
        if (share == Share.COUNTED && goal == null && problems.isEmpty())
            problems.add(new Problem("goal", "execution.detail.needs.goal"));
        for (var field : Map.of(
                        "measure", String.valueOf(form.measure()),
                        "measuredIn", String.valueOf(form.measuredIn()),
                        "funding", String.valueOf(form.funding()))
                .entrySet())
            if (field.getValue().length() > LONGEST)
                problems.add(new Problem(field.getKey(), "execution.task.tooLong", LONGEST));
        if (share == null || !problems.isEmpty()) throw new UnfitReport(problems);
        var unit = task.reportingUnit() == null ? actor.unit() : task.reportingUnit();
        jdbc.sql("""
            insert into task_detail (task_id, no, measure, measured_in, goal, cost, funding, share, unit_id, changed_by,
                                     changed_at)
            values (:task, :no, :measure, :measuredIn, :goal, :cost, :funding, :share, :unit, :by, :now)
            """)
                .param("task", id.value())
                .param("no", no + 1)
                .param("measure", form.measure())
                .param("measuredIn", form.measuredIn())
                .param("goal", goal)
                .param("cost", cost == null ? null : cost.longValueExact())
                .param("funding", form.funding())
                .param("share", share.name())
                .param("unit", unit.value())
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        audit.record(actor, "execution.task.detail", id.value(), Map.of("no", no + 1, "share", share.name()));
    }

    private static @Nullable Share share(DetailForm form) {
        for (var share : Share.values()) if (share.name().equals(form.share())) return share;
        return null;
    }

    private static @Nullable BigDecimal figure(
            String field, @Nullable String typed, int decimals, List<Problem> problems) {
        try {
            var figure = DetailForm.number(typed);
            if (figure == null) return null;
            if (figure.signum() < 0
                    || figure.compareTo(LARGEST) > 0
                    || figure.stripTrailingZeros().scale() > decimals) {
                problems.add(new Problem(field, "execution.task.needs.figure"));
                return null;
            }
            return figure;
        } catch (NumberFormatException e) {
            problems.add(new Problem(field, "execution.task.needs.figure"));
            return null;
        }
    }

    /** The people of a unit to whom it may hand its work. */
    List<OfficeHeld> peopleOf(UnitId unit) {
        return people.officesOf(unit, Today.of(clock).day());
    }

    /**
     * Hands the unit's task, or its part in one, to one of its people, or takes it back.
     * @param to id of the person; empty: the unit does it together
     * @param was number of the hand-over that the form showed
     * @throws Overtaken when somebody else handed it on since
     */
    @Transactional
    public void hand(Actor actor, PlanId plan, TaskId id, @Nullable String to, int was) {
        var task = tasks.lockToWork(actor, plan, id);
        var unit = task.reportingUnit() == null ? actor.unit() : task.reportingUnit();
        var person = String.valueOf(to).isBlank() || to == null
                ? null
                : peopleOf(unit).stream()
                        .map(OfficeHeld::person)
                        .filter(one -> one.toString().equals(to))
                        .findFirst()
                        .orElseThrow(() -> new UnfitReport(List.of(new Problem("to", "execution.hand.needs.person"))));
        var now = sheets.of(actor, task).handOf(unit);
        int no = now.map(TaskSheet.Hand::no).orElse(0);
        if (no != was) throw new Overtaken();
        UUID personId = person == null ? null : person.value();
        if (Objects.equals(now.map(TaskSheet.Hand::personId).orElse(null), personId)) return;
        jdbc.sql("update task_hand set current = false where task_id = :task and unit_id = :unit and current")
                .param("task", id.value())
                .param("unit", unit.value())
                .update();
        jdbc.sql("""
            insert into task_hand (task_id, unit_id, no, agency_id, person_id, handed_by, handed_at, current)
            values (:task, :unit, :no, :agency, :person, :by, :now, true)
            """)
                .param("task", id.value())
                .param("unit", unit.value())
                .param("no", no + 1)
                .param("agency", actor.agency().value())
                .param("person", personId)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        audit.record(actor, "execution.task.hand", id.value(), Map.of("unit", unit.toString(), "no", no + 1));
        if (person != null) notices.handed(actor, task, person, unit + "/" + (no + 1));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
