package vn.binhdang.execution.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.task.TaskSheet.Share;

/** Makes a report of a form, or says everything that has to be mended in it. */
final class ReadReport {
    private static final int LONGEST_WORDS = 10_000;
    private static final int LONGEST_LINE = 500;

    private final ProgressForm form;
    private final RunningTask task;
    private final TaskSheet sheet;
    private final LocalDate today;
    private final boolean evidenceComes;
    private final EvidenceLink.Read link;
    private final List<Problem> problems = new ArrayList<>();

    ReadReport(ProgressForm form, RunningTask task, TaskSheet sheet, LocalDate today, boolean filesCome) {
        this.link = EvidenceLink.of(form.ofLink(), today);
        this.form = form;
        this.task = task;
        this.sheet = sheet;
        this.today = today;
        this.evidenceComes = filesCome || link.link() != null;
    }

    /**
     * What is stored of a report that fits.
     * @param state of what the report is on: the task, the part of a unit, or the round
     * @param round null for a task that does not recur
     */
    record Report(
            TaskState state,
            @Nullable Integer share,
            String words,
            @Nullable LocalDate doneOn,
            String noEvidenceReason,
            @Nullable Round round,
            @Nullable BigDecimal reached) {
        @Nullable
        String reason() {
            return noEvidenceReason.isEmpty() ? null : noEvidenceReason;
        }
    }

    /** Null when none was typed, or one that has to be mended. */
    @Nullable
    EvidenceLink link() {
        return link.link();
    }

    List<Problem> problems() {
        return problems;
    }

    /** Of the lead, or of who follows up for it. */
    Report ofLead(List<Evidence> evidence) {
        checkLengths();
        var round = round();
        var now = round == null ? task.state() : sheet.stateOf(round);
        var state = form.chosenState().orElse(now);
        if (form.chosenState().isEmpty()) problem("state", "execution.task.needs.state");
        String reason = String.valueOf(form.noEvidenceReason());
        boolean done = state == TaskState.DONE;
        var reached = reached(state);
        var report = new Report(
                state,
                round == null ? share(state, reached) : null,
                words(),
                done ? dayDone() : null,
                done ? reason : "",
                round,
                reached);
        checkStep(now, state);
        boolean shown = evidenceComes
                || evidence.stream()
                        .anyMatch(one -> !one.takenBack()
                                && (round == null || round.key().equals(one.round())));
        if (done && !shown && reason.isEmpty()) problem("noEvidenceReason", "execution.task.needs.evidence");
        if (round != null && !round.begunBy(today)) problem("round", "execution.task.needs.begunRound");
        if (problems.isEmpty() && !evidenceComes && words().isEmpty() && reached == null && saysNothing(report, now))
            problem("words", "execution.task.needs.news");
        return report;
    }

    /**
     * Of a coordinating unit on its own part. Without a state it goes on, as everything does that one writes about.
     * @param evidenceLies there is evidence of that unit already
     * @param reasonSaid why there is none, as it was said before; empty when it was not
     */
    Report ofPart(TaskState now, boolean evidenceLies, String reasonSaid) {
        checkLengths();
        var state = form.chosenState().orElse(now == TaskState.NOT_STARTED ? TaskState.IN_PROGRESS : now);
        checkStep(now, state);
        boolean done = state == TaskState.DONE;
        // What was closed stays closed on what it was closed on; only closing asks.
        String typed = String.valueOf(form.noEvidenceReason());
        String reason = typed.isEmpty() && now == TaskState.DONE ? reasonSaid : typed;
        if (done && now != TaskState.DONE && !evidenceComes && !evidenceLies && reason.isEmpty())
            problem("noEvidenceReason", "execution.part.needs.evidence");
        if (problems.isEmpty() && words().isEmpty() && !evidenceComes && state == now && reason.equals(reasonSaid))
            problem("words", "execution.task.needs.words");
        return new Report(state, null, words(), done ? dayDone() : null, done ? reason : "", null, null);
    }

    private void checkStep(TaskState from, TaskState to) {
        switch (from.stepTo(to)) {
            case FREE -> {}
            case WITH_REASON -> {
                if (words().isEmpty())
                    problem(
                            "words",
                            from.open() && to == TaskState.NOT_DONE
                                    ? "execution.task.needs.reason"
                                    : from.open()
                                            ? "execution.task.needs.backReason"
                                            : "execution.task.needs.reopenReason");
            }
            case REFUSED -> problem("state", "execution.task.needs.reopenFirst." + from.name());
        }
    }

    private @Nullable Round round() {
        if (!task.recurs()) return null;
        var chosen = form.chosenRound(task, sheet);
        if (chosen.isEmpty()) problem("round", "execution.task.needs.round");
        return chosen.orElseGet(() -> ProgressForm.firstOpen(task, sheet));
    }

    /** It says what the task, or the round, says already. */
    private boolean saysNothing(Report report, TaskState now) {
        if (report.round() != null) return report.state() == now;
        return report.state() == now
                && Objects.equals(report.share(), task.shareDone())
                && Objects.equals(report.doneOn(), task.doneOn())
                && report.noEvidenceReason().equals(task.noEvidenceReason() == null ? "" : task.noEvidenceReason());
    }

    private @Nullable Integer share(TaskState state, @Nullable BigDecimal reached) {
        boolean typed = !String.valueOf(form.share()).isEmpty();
        // What is done is done whole, and what has not begun has no share, whatever was left standing in the field.
        if (sheet.share() == Share.NONE) {
            if (typed && state != TaskState.DONE) problem("share", "execution.task.needs.noShare");
            return null;
        }
        if (state == TaskState.DONE) return 100;
        if (state == TaskState.NOT_STARTED) return null;
        if (sheet.share() == Share.COUNTED) return counted(reached);
        try {
            var share = form.shareDone();
            if (share != null && (share < 0 || share > 100)) problem("share", "execution.task.needs.share");
            return share;
        } catch (NumberFormatException e) {
            problem("share", "execution.task.needs.share");
            return null;
        }
    }

    /** Never rounded up: 119 of 120 people is not the whole. */
    private @Nullable Integer counted(@Nullable BigDecimal reached) {
        var goal = sheet.detail().map(TaskSheet.Detail::goal).orElse(null);
        if (reached == null || goal == null) return task.shareDone();
        return reached.multiply(BigDecimal.valueOf(100))
                .divide(goal, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(100))
                .intValueExact();
    }

    private @Nullable BigDecimal reached(TaskState state) {
        if (sheet.share() != Share.COUNTED || state == TaskState.NOT_STARTED) return null;
        try {
            var reached = form.figureReached();
            if (reached != null
                    && (reached.signum() < 0 || reached.compareTo(TaskDetails.LARGEST) > 0 || reached.scale() > 2))
                problem("reached", "execution.task.needs.figure");
            return reached;
        } catch (NumberFormatException e) {
            problem("reached", "execution.task.needs.figure");
            return null;
        }
    }

    private @Nullable LocalDate dayDone() {
        try {
            var day = form.dayDone();
            if (day == null) return task.doneOn() == null || task.recurs() ? today : task.doneOn();
            if (day.isAfter(today)) problem("doneOn", "execution.task.needs.pastDay");
            return day;
        } catch (DateTimeException e) {
            problem("doneOn", "execution.task.needs.day");
            return null;
        }
    }

    private void checkLengths() {
        problems.addAll(link.problems());
        if (words().length() > LONGEST_WORDS) problem("words", "execution.task.tooLong", LONGEST_WORDS);
        if (String.valueOf(form.noEvidenceReason()).length() > LONGEST_LINE)
            problem("noEvidenceReason", "execution.task.tooLong", LONGEST_LINE);
        if (String.valueOf(form.title()).length() > LONGEST_LINE)
            problem("title", "execution.task.tooLong", LONGEST_LINE);
    }

    private String words() {
        return String.valueOf(form.words());
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(new Problem(field, key, arguments));
    }
}
