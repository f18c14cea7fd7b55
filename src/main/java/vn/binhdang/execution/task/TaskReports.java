package vn.binhdang.execution.task;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentState;
import vn.binhdang.execution.TaskReported;
import vn.binhdang.execution.TaskState;
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
    private static final int LONGEST_WORDS = 10_000;
    private static final int LONGEST_LINE = 500;

    private final JdbcClient jdbc;
    private final RunningTasks tasks;
    private final EvidenceStore evidence;
    private final CascadeProgress cascades;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskReports(
            JdbcClient jdbc,
            RunningTasks tasks,
            EvidenceStore evidence,
            CascadeProgress cascades,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cascades = cascades;
        this.tasks = tasks;
        this.evidence = evidence;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What is stored of a report that fits. */
    private record Report(
            TaskState state,
            @Nullable Integer share,
            String words,
            @Nullable LocalDate doneOn,
            String noEvidenceReason) {}

    /**
     * Stores a report and its files, both or neither.
     * @throws vn.binhdang.kernel.NotVisible when the task is absent, out of scope or of other units
     * @throws Refused when the plan does not run (any more)
     * @throws Overtaken when another report came in between
     * @throws UnfitReport when something has to be mended
     */
    @Transactional
    public void report(Actor actor, PlanId plan, TaskId id, ProgressForm form, List<Upload> uploads) {
        var task = open(actor, plan, id);
        var part = task.part();
        part.mustReport();
        if (part.saysState() && form.versionShown() != task.version()) throw new Overtaken();
        var problems = new ArrayList<>(evidence.problems(uploads));
        var report =
                part.saysState() ? read(form, task, uploads, problems) : contribution(form, task, uploads, problems);
        if (!problems.isEmpty()) throw new UnfitReport(problems);
        // Who follows up or stands in for somebody reports for the unit in charge; where there is none, for their own.
        var unit = task.reportingUnit() == null ? actor.unit() : task.reportingUnit();
        evidence.add(actor, task, unit, uploads, String.valueOf(form.title()));
        int no = append(actor, task, unit, report, !part.saysState());
        if (part.saysState()) stand(task, report, no);
        cascades.taskReported(id, Today.of(clock).day());
        record(actor, task, unit, report, no);
    }

    @Transactional
    public void takeBack(Actor actor, PlanId plan, TaskId id, Evidence.Id taken) {
        evidence.takeBack(actor, open(actor, plan, id), taken);
    }

    /** The task of a plan that runs, held until the transaction ends. */
    private RunningTask open(Actor actor, PlanId plan, TaskId id) {
        var found = tasks.find(actor, plan, id);
        found.part().mustReport();
        if (found.planState() != DocumentState.ISSUED)
            throw new Refused("execution.refused." + found.planState().name(), found.planSubject());
        return tasks.lock(actor, plan, id);
    }

    private Report contribution(ProgressForm form, RunningTask task, List<Upload> uploads, List<Problem> problems) {
        checkLengths(form, problems);
        String words = String.valueOf(form.words());
        if (words.isEmpty() && uploads.isEmpty()) problems.add(new Problem("words", "execution.task.needs.words"));
        return new Report(task.state(), task.shareDone(), words, task.doneOn(), "");
    }

    private Report read(ProgressForm form, RunningTask task, List<Upload> uploads, List<Problem> problems) {
        checkLengths(form, problems);
        var state = form.chosenState().orElse(task.state());
        if (form.chosenState().isEmpty()) problems.add(new Problem("state", "execution.task.needs.state"));
        String words = String.valueOf(form.words());
        String reason = String.valueOf(form.noEvidenceReason());
        var report = new Report(
                state,
                share(form, state, problems),
                words,
                state == TaskState.DONE ? dayDone(form, task, problems) : null,
                state == TaskState.DONE ? reason : "");
        if (state == TaskState.NOT_DONE && words.isEmpty())
            problems.add(new Problem("words", "execution.task.needs.reason"));
        boolean shown = !uploads.isEmpty() || evidence.of(task).stream().anyMatch(one -> !one.takenBack());
        if (state == TaskState.DONE && !shown && reason.isEmpty())
            problems.add(new Problem("noEvidenceReason", "execution.task.needs.evidence"));
        if (problems.isEmpty() && uploads.isEmpty() && words.isEmpty() && says(report, task))
            problems.add(new Problem("words", "execution.task.needs.news"));
        return report;
    }

    /** It says what the task says already. */
    private static boolean says(Report report, RunningTask task) {
        return report.state() == task.state()
                && Objects.equals(report.share(), task.shareDone())
                && Objects.equals(report.doneOn(), task.doneOn())
                && report.noEvidenceReason().equals(task.noEvidenceReason() == null ? "" : task.noEvidenceReason());
    }

    private static @Nullable Integer share(ProgressForm form, TaskState state, List<Problem> problems) {
        // What is done is done whole, and what has not begun has no share, whatever was left standing in the field.
        if (state == TaskState.DONE) return 100;
        if (state == TaskState.NOT_STARTED) return null;
        try {
            var share = form.shareDone();
            if (share != null && (share < 0 || share > 100))
                problems.add(new Problem("share", "execution.task.needs.share"));
            return share;
        } catch (NumberFormatException e) {
            problems.add(new Problem("share", "execution.task.needs.share"));
            return null;
        }
    }

    private @Nullable LocalDate dayDone(ProgressForm form, RunningTask task, List<Problem> problems) {
        var today = Today.of(clock).day();
        try {
            var day = form.dayDone();
            if (day == null) return task.doneOn() == null ? today : task.doneOn();
            if (day.isAfter(today)) problems.add(new Problem("doneOn", "execution.task.needs.pastDay"));
            return day;
        } catch (DateTimeException e) {
            problems.add(new Problem("doneOn", "execution.task.needs.day"));
            return null;
        }
    }

    private static void checkLengths(ProgressForm form, List<Problem> problems) {
        if (String.valueOf(form.words()).length() > LONGEST_WORDS)
            problems.add(new Problem("words", "execution.task.tooLong", LONGEST_WORDS));
        if (String.valueOf(form.noEvidenceReason()).length() > LONGEST_LINE)
            problems.add(new Problem("noEvidenceReason", "execution.task.tooLong", LONGEST_LINE));
        if (String.valueOf(form.title()).length() > LONGEST_LINE)
            problems.add(new Problem("title", "execution.task.tooLong", LONGEST_LINE));
    }

    private int append(Actor actor, RunningTask task, UnitId unit, Report report, boolean contribution) {
        int no = jdbc.sql("select coalesce(max(no), 0) + 1 from task_progress where task_id = :task")
                .param("task", task.id().value())
                .query(Integer.class)
                .single();
        jdbc.sql("""
            insert into task_progress (id, task_id, plan_id, no, state, share_done, words, unit_id, reported_by,
                                       reported_at, done_on, no_evidence_reason, contribution)
            values (:id, :task, :plan, :no, :state, :share, :words, :unit, :by,
                    :now, :doneOn, :reason, :contribution)
            """)
                .param("id", Uuid7.create())
                .param("task", task.id().value())
                .param("plan", task.plan().value())
                .param("no", no)
                .param("state", report.state().name())
                .param("share", report.share())
                .param("words", report.words())
                .param("unit", unit.value())
                .param("by", actor.account().value())
                .param("now", now())
                .param("doneOn", report.doneOn())
                .param("reason", report.noEvidenceReason().isEmpty() ? null : report.noEvidenceReason())
                .param("contribution", contribution)
                .update();
        return no;
    }

    private void stand(RunningTask task, Report report, int no) {
        int changed = jdbc.sql("""
            update task_status
            set    state = :state, share_done = :share, words = :words, done_on = :doneOn,
                   no_evidence_reason = :reason, version = :no, changed_at = :now
            where  task_id = :task and version = :version
            """)
                .param("state", report.state().name())
                .param("share", report.share())
                .param("words", report.words())
                .param("doneOn", report.doneOn())
                .param("reason", report.noEvidenceReason().isEmpty() ? null : report.noEvidenceReason())
                .param("no", no)
                .param("now", now())
                .param("task", task.id().value())
                .param("version", task.version())
                .update();
        if (changed == 0) throw new Overtaken();
    }

    private void record(Actor actor, RunningTask task, UnitId unit, Report report, int no) {
        var fields = new HashMap<String, Object>();
        fields.put("no", no);
        fields.put("from", task.state().name());
        fields.put("to", report.state().name());
        fields.put("unit", unit.toString());
        if (report.share() != null) fields.put("share", report.share());
        audit.record(actor, "execution.task.report", task.id().value(), fields);
        events.publishEvent(new TaskReported(task.id(), unit, actor.account(), now()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
