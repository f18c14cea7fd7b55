package vn.binhdang.execution.task;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.People;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;

/** Pieces of a task, each of one person or unit with its own day and state. Every version of one is kept. */
@Component
class SubTasks {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_WORDS = 2_000;

    private final JdbcClient jdbc;
    private final RunningTasks tasks;
    private final TaskSheets sheets;
    private final People people;
    private final TaskNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    SubTasks(
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

    /** Whom a piece may be given: a unit of the task, or somebody of the own unit. */
    record Target(UnitId unit, @Nullable PersonId person) {}

    /** By what the form sends; the own unit first, then its people, then the other units of the task. */
    Map<String, Target> targets(RunningTask task, UnitId own) {
        var targets = new LinkedHashMap<String, Target>();
        targets.put("unit:" + own, new Target(own, null));
        for (var office : people.officesOf(own, Today.of(clock).day()))
            targets.put("person:" + office.person(), new Target(own, office.person()));
        if (task.leadUnit() != null) targets.putIfAbsent("unit:" + task.leadUnit(), new Target(task.leadUnit(), null));
        for (var one : task.coordinating())
            if (one.unit() != null) targets.putIfAbsent("unit:" + one.unit(), new Target(one.unit(), null));
        return targets;
    }

    /** The unit whose piece it becomes. */
    static UnitId ownUnit(Actor actor, RunningTask task) {
        return task.reportingUnit() == null ? actor.unit() : task.reportingUnit();
    }

    /** What is stored of a form that fits. */
    private record Content(
            String text,
            Target target,
            @Nullable LocalDate dueOn,
            @Nullable String noDueReason) {}

    /** @throws UnfitReport when something has to be mended */
    @Transactional
    public void add(Actor actor, PlanId plan, TaskId id, SubTaskForm form) {
        var task = tasks.lockToWork(actor, plan, id);
        var own = ownUnit(actor, task);
        var content = read(form, targets(task, own));
        var sub = Uuid7.create();
        jdbc.sql("""
            insert into sub_task (id, task_id, plan_id, agency_id, unit_id, text, to_unit_id, to_person_id, due_on,
                                  no_due_reason, state, words, version, changed_by, changed_at)
            values (:id, :task, :plan, :agency, :unit, :text, :toUnit, :toPerson, :dueOn,
                    :reason, 'NOT_STARTED', '', 1, :by, :now)
            """)
                .param("id", sub)
                .param("task", id.value())
                .param("plan", plan.value())
                .param("agency", actor.agency().value())
                .param("unit", own.value())
                .params(parameters(content))
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        keepVersion(sub);
        audit.record(
                actor,
                "execution.subTask.add",
                id.value(),
                Map.of(
                        "subTask",
                        sub.toString(),
                        "unit",
                        content.target().unit().toString()));
        tell(actor, task, content.target(), sub, 1);
    }

    /**
     * Changes what it says, to whom it is given or until when.
     * @throws NotVisible when it is absent or of a unit for which the actor neither reports nor follows up
     * @throws Overtaken when somebody changed it since the form was shown
     */
    @Transactional
    public void change(Actor actor, PlanId plan, TaskId id, UUID subId, SubTaskForm form) {
        var task = tasks.lockToWork(actor, plan, id);
        var sub = sheets.of(actor, task)
                .subTask(subId)
                .filter(TaskSheet.SubTask::shapes)
                .orElseThrow(() -> new NotVisible("sub-task " + subId));
        if (sub.version() != form.versionShown()) throw new Overtaken();
        var content = read(form, targets(task, new UnitId(sub.unitId() == null ? sub.toUnitId() : sub.unitId())));
        jdbc.sql("""
            update sub_task
            set    text = :text, to_unit_id = :toUnit, to_person_id = :toPerson, due_on = :dueOn,
                   no_due_reason = :reason, words = '', version = version + 1, changed_by = :by, changed_at = :now
            where  id = :id
            """)
                .params(parameters(content))
                .param("id", subId)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        keepVersion(subId);
        audit.record(
                actor,
                "execution.subTask.change",
                id.value(),
                Map.of("subTask", subId.toString(), "version", sub.version() + 1));
        if (content.target().person() != null
                && !content.target().person().value().equals(sub.toPersonId()))
            tell(actor, task, content.target(), subId, sub.version() + 1);
    }

    /**
     * Says where it stands: by whom it was given to, or by the unit whose piece it is.
     * @throws NotVisible for everybody else
     */
    @Transactional
    public void stand(Actor actor, PlanId plan, TaskId id, UUID subId, SubTaskForm form) {
        // Who was handed a piece need not report for the unit: the task is found as a reader finds it.
        var task = tasks.find(actor, plan, id);
        task.mustRun();
        tasks.lock(actor, plan, id);
        var sub = sheets.of(actor, task)
                .subTask(subId)
                .filter(TaskSheet.SubTask::may)
                .orElseThrow(() -> new NotVisible("sub-task " + subId));
        if (sub.version() != form.versionShown()) throw new Overtaken();
        var state = form.chosenState().orElseThrow(() -> unfit("state", "execution.task.needs.state"));
        String words = String.valueOf(form.words());
        if (words.length() > LONGEST_WORDS) throw unfit("words", "execution.task.tooLong", LONGEST_WORDS);
        switch (sub.state().stepTo(state)) {
            case FREE -> {}
            case WITH_REASON -> {
                if (words.isEmpty()) throw unfit("words", "execution.subTask.needs.reason");
            }
            case REFUSED ->
                throw unfit(
                        "state",
                        "execution.task.needs.reopenFirst." + sub.state().name());
        }
        if (sub.state() == state && words.isEmpty()) throw unfit("words", "execution.task.needs.news");
        jdbc.sql("""
            update sub_task
            set    state = :state, words = :words, version = version + 1, changed_by = :by, changed_at = :now
            where  id = :id
            """)
                .param("state", state.name())
                .param("words", words)
                .param("id", subId)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        keepVersion(subId);
        audit.record(
                actor,
                "execution.subTask.stand",
                id.value(),
                Map.of("subTask", subId.toString(), "from", sub.state().name(), "to", state.name()));
    }

    private static UnfitReport unfit(String field, String key, Object... arguments) {
        return new UnfitReport(List.of(new Problem(field, key, arguments)));
    }

    private Content read(SubTaskForm form, Map<String, Target> targets) {
        var problems = new ArrayList<Problem>();
        String text = String.valueOf(form.text());
        if (text.isEmpty()) problems.add(new Problem("text", "execution.subTask.needs.text"));
        if (text.length() > LONGEST) problems.add(new Problem("text", "execution.task.tooLong", LONGEST));
        var target = targets.get(String.valueOf(form.to()));
        if (target == null) problems.add(new Problem("to", "execution.subTask.needs.to"));
        LocalDate dueOn = null;
        try {
            dueOn = form.day();
        } catch (DateTimeException e) {
            problems.add(new Problem("dueOn", "execution.task.needs.day"));
        }
        String reason = String.valueOf(form.noDueReason());
        if (String.valueOf(form.dueOn()).isEmpty() && reason.isEmpty())
            problems.add(new Problem("dueOn", "execution.subTask.needs.due"));
        if (reason.length() > LONGEST) problems.add(new Problem("noDueReason", "execution.task.tooLong", LONGEST));
        if (target == null || !problems.isEmpty()) throw new UnfitReport(problems);
        return new Content(text, target, dueOn, dueOn == null ? reason : null);
    }

    private static Map<String, Object> parameters(Content content) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("text", content.text());
        parameters.put("toUnit", content.target().unit().value());
        parameters.put("toPerson", orNull(content.target().person()));
        parameters.put("dueOn", content.dueOn());
        parameters.put("reason", content.noDueReason());
        return parameters;
    }

    private static @Nullable UUID orNull(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private void tell(Actor actor, RunningTask task, Target target, UUID sub, int version) {
        if (target.person() != null) notices.handed(actor, task, target.person(), sub + "/" + version);
    }

    private void keepVersion(UUID sub) {
        jdbc.sql("""
            insert into sub_task_version (sub_task_id, version, task_id, text, to_unit_id, to_person_id, due_on,
                                          no_due_reason, state, words, changed_by, changed_at)
            select id, version, task_id, text, to_unit_id, to_person_id, due_on, no_due_reason, state, words, changed_by,
                   changed_at
            from   sub_task where id = :id
            """).param("id", sub).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
