package vn.binhdang.execution.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskReported;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.task.ReadReport.Report;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.CascadeProgress;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;

/** Takes reports of units on their tasks. Reports are only ever added; the status beside them is the last of the lead. */
@Component
class TaskReports {
    private final JdbcClient jdbc;
    private final RunningTasks tasks;
    private final TaskSheets sheets;
    private final EvidenceStore evidence;
    private final TaskNotices notices;
    private final CascadeProgress cascades;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskReports(
            JdbcClient jdbc,
            RunningTasks tasks,
            TaskSheets sheets,
            EvidenceStore evidence,
            TaskNotices notices,
            CascadeProgress cascades,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cascades = cascades;
        this.events = events;
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.sheets = sheets;
        this.evidence = evidence;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where the task itself stands after a report: its own state, or what follows from its rounds. */
    private record Standing(
            TaskState state,
            @Nullable Integer share,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate dueOn) {}

    /**
     * Stores a report and its files, both or neither.
     * @throws vn.binhdang.kernel.NotVisible when the task is absent, out of scope or of other units
     * @throws Refused when the plan does not run (any more)
     * @throws Overtaken when another report came in between
     * @throws UnfitReport when something has to be mended
     */
    @Transactional
    public void report(Actor actor, PlanId plan, TaskId id, ProgressForm form, Brought brought) {
        var task = open(actor, plan, id);
        // Who follows up or stands in for somebody reports for the unit in charge; where there is none, for their own.
        var unit = task.reportingUnit() == null ? actor.unit() : task.reportingUnit();
        var sheet = sheets.of(actor, task);
        var reading = new ReadReport(
                form, task, sheet, Today.of(clock).day(), !brought.files().isEmpty());
        if (task.part().saysState()) ofLead(actor, task, unit, sheet, form, reading, brought);
        else ofPart(actor, task, unit, sheet, form, reading, brought);
        cascades.taskReported(id, Today.of(clock).day());
        events.publishEvent(new TaskReported(id, unit, actor.account(), now()));
    }

    private void ofLead(
            Actor actor,
            RunningTask task,
            UnitId unit,
            TaskSheet sheet,
            ProgressForm form,
            ReadReport reading,
            Brought brought) {
        if (form.versionShown() != task.version()) throw new Overtaken();
        var report = reading.ofLead(evidence.of(task));
        mustFit(actor, reading, brought);
        var standing = standing(task, sheet, report);
        evidence.add(actor, task, unit, brought.files(), String.valueOf(form.title()), report.round());
        if (reading.link() != null) evidence.add(actor, task, unit, reading.link(), report.round());
        Integer leftOpen = standing.state() == TaskState.DONE && task.state() != TaskState.DONE && sheet.open(task) > 0
                ? sheet.open(task)
                : null;
        int no = append(actor, task, unit, report, standing, null, leftOpen);
        if (report.round() != null) keepRound(task, report.round(), report);
        stand(task, report, standing, no);
        var fields = new HashMap<String, Object>();
        fields.put("no", no);
        fields.put("from", task.state().name());
        fields.put("to", standing.state().name());
        fields.put("unit", unit.toString());
        if (standing.share() != null) fields.put("share", standing.share());
        if (report.round() != null) {
            fields.put("round", report.round().key());
            fields.put("roundTo", report.state().name());
        }
        audit.record(actor, "execution.task.report", task.id().value(), fields);
    }

    private void ofPart(
            Actor actor,
            RunningTask task,
            UnitId unit,
            TaskSheet sheet,
            ProgressForm form,
            ReadReport reading,
            Brought brought) {
        var part = sheet.partOf(unit);
        var now = part.map(TaskSheet.Part::state).orElse(TaskState.NOT_STARTED);
        int version = part.map(TaskSheet.Part::version).orElse(0);
        // Words alone can stand beside those of somebody else; two who say different states must know of each other.
        if (form.chosenState().isPresent() && form.versionShown() != version) throw new Overtaken();
        boolean lies = evidence.of(task).stream().anyMatch(one -> !one.takenBack() && one.shows(unit));
        var report = reading.ofPart(now, lies, evidence.reasonOfPart(task, unit));
        mustFit(actor, reading, brought);
        evidence.add(actor, task, unit, brought.files(), String.valueOf(form.title()), null);
        if (reading.link() != null) evidence.add(actor, task, unit, reading.link(), null);
        var standing = new Standing(task.state(), task.shareDone(), task.doneOn(), task.dueOn());
        int no = append(actor, task, unit, report, standing, report.state(), null);
        keepPart(actor, task, unit, report.state(), no);
        var fields = new HashMap<String, Object>();
        fields.put("no", no);
        fields.put("from", task.state().name());
        fields.put("to", task.state().name());
        fields.put("unit", unit.toString());
        fields.put("partFrom", now.name());
        fields.put("partTo", report.state().name());
        audit.record(actor, "execution.task.report", task.id().value(), fields);
        if (now.open() && !report.state().open()) notices.partClosed(actor, task, unit, no);
    }

    @Transactional
    public void takeBack(Actor actor, PlanId plan, TaskId id, Evidence.Id taken) {
        evidence.takeBack(actor, open(actor, plan, id), taken);
    }

    /** The task of a plan that runs, held until the transaction ends. */
    private RunningTask open(Actor actor, PlanId plan, TaskId id) {
        return tasks.lockToWork(actor, plan, id);
    }

    private void mustFit(Actor actor, ReadReport reading, Brought brought) {
        var problems = new ArrayList<>(evidence.problems(brought));
        problems.addAll(reading.problems());
        if (problems.isEmpty()) problems.addAll(evidence.takeOver(actor, brought));
        if (!problems.isEmpty()) throw new UnfitReport(problems);
    }

    private static Standing standing(RunningTask task, TaskSheet sheet, Report report) {
        if (report.round() == null) return new Standing(report.state(), report.share(), report.doneOn(), task.dueOn());
        var open = task.rounds().stream()
                .filter(round -> (round.equals(report.round()) ? report.state() : sheet.stateOf(round)).open())
                .findFirst();
        var last = task.rounds().getLast();
        return open.isPresent()
                ? new Standing(TaskState.IN_PROGRESS, null, null, open.get().dueOn())
                : new Standing(TaskState.DONE, null, report.doneOn(), last.dueOn());
    }

    private int append(
            Actor actor,
            RunningTask task,
            UnitId unit,
            Report report,
            Standing standing,
            @Nullable TaskState partState,
            @Nullable Integer leftOpen) {
        return jdbc.sql("""
            insert into task_progress (id, task_id, plan_id, no, state, share_done, words, unit_id, reported_by,
                                       reported_at, done_on, no_evidence_reason, contribution, part_state, round,
                                       round_state, reached, left_open)
            values (:id, :task, :plan,
                    (select coalesce(max(no), 0) + 1 from task_progress where task_id = :task),
                    :state, :share, :words, :unit, :by,
                    :now, :doneOn, :reason, :contribution, :partState, :round, :roundState, :reached, :leftOpen)
            returning no
            """)
                .param("id", Uuid7.create())
                .param("task", task.id().value())
                .param("plan", task.plan().value())
                .param("state", standing.state().name())
                .param("share", standing.share())
                .param("words", report.words())
                .param("unit", unit.value())
                .param("by", actor.account().value())
                .param("now", now())
                .param("doneOn", report.doneOn())
                .param("reason", report.reason())
                .param("contribution", partState != null)
                .param("partState", partState == null ? null : partState.name())
                .param("round", report.round() == null ? null : report.round().key())
                .param(
                        "roundState",
                        report.round() == null ? null : report.state().name())
                .param("reached", report.reached())
                .param("leftOpen", leftOpen)
                .query(Integer.class)
                .single();
    }

    private void stand(RunningTask task, Report report, Standing standing, int no) {
        int changed = jdbc.sql("""
            update task_status
            set    state = :state, share_done = :share, words = :words, done_on = :doneOn,
                   no_evidence_reason = :reason, version = :no, changed_at = :now, due_on = :dueOn
            where  task_id = :task and version = :version
            """)
                .param("state", standing.state().name())
                .param("share", standing.share())
                .param("words", report.words())
                .param("doneOn", standing.doneOn())
                .param("reason", standing.state() == TaskState.DONE ? report.reason() : null)
                .param("no", no)
                .param("now", now())
                .param("dueOn", standing.dueOn())
                .param("task", task.id().value())
                .param("version", task.version())
                .update();
        if (changed == 0) throw new Overtaken();
    }

    private void keepPart(Actor actor, RunningTask task, UnitId unit, TaskState state, int no) {
        jdbc.sql("""
            insert into task_part (task_id, unit_id, agency_id, state, version, changed_at)
            values (:task, :unit, :agency, :state, :no, :now)
            on conflict (task_id, unit_id) do update
            set state = excluded.state, version = excluded.version, changed_at = excluded.changed_at
            """)
                .param("task", task.id().value())
                .param("unit", unit.value())
                .param("agency", actor.agency().value())
                .param("state", state.name())
                .param("no", no)
                .param("now", now())
                .update();
    }

    private void keepRound(RunningTask task, Round round, Report report) {
        jdbc.sql("""
            insert into task_round (task_id, round, state, done_on, changed_at)
            values (:task, :round, :state, :doneOn, :now)
            on conflict (task_id, round) do update
            set state = excluded.state, done_on = excluded.done_on, changed_at = excluded.changed_at
            """)
                .param("task", task.id().value())
                .param("round", round.key())
                .param("state", report.state().name())
                .param("doneOn", report.doneOn())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
