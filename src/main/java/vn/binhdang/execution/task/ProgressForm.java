package vn.binhdang.execution.task;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskState;

/**
 * What was typed into the form of a report, as typed: nothing is lost when it is shown again.
 * @param state name of a {@link TaskState}; of the task, of the part of a coordinating unit, or of a round
 * @param share percent
 * @param doneOn as {@link TypedDay} reads it
 * @param version of the task when the form was shown
 * @param round key of a {@link vn.binhdang.execution.Round} of a task that recurs; empty: the first open one
 * @param reached figure of a task that is counted
 * @param title of the files that come with it; empty: their names
 * @param link an address that shows the result; empty: none
 * @param linkTitle of what it shows
 * @param linkDate of what it shows, written as {@code doneOn} is
 */
record ProgressForm(
        @Nullable String state,
        @Nullable String share,
        @Nullable String words,
        @Nullable String doneOn,
        @Nullable String noEvidenceReason,
        @Nullable String version,
        @Nullable String title,
        @Nullable String back,
        @Nullable String round,
        @Nullable String reached,
        @Nullable String link,
        @Nullable String linkTitle,
        @Nullable String linkDate) {
    ProgressForm {
        state = text(state);
        share = text(share);
        words = text(words);
        doneOn = text(doneOn);
        version = text(version);
        noEvidenceReason = text(noEvidenceReason);
        title = text(title);
        back = text(back);
        round = text(round);
        reached = text(reached);
        link = text(link);
        linkTitle = text(linkTitle);
        linkDate = text(linkDate);
    }

    /** A form as it is first shown: of a coordinating unit for its part, of what recurs for its first open round. */
    static ProgressForm of(RunningTask task, TaskSheet sheet) {
        if (!task.part().saysState()) {
            var part = task.reportingUnit() == null
                    ? null
                    : sheet.partOf(task.reportingUnit()).orElse(null);
            return blank(part == null ? TaskState.NOT_STARTED : part.state(), part == null ? 0 : part.version(), "");
        }
        if (task.recurs()) {
            var round = firstOpen(task, sheet);
            var state = sheet.stateOf(round);
            return blank(state == TaskState.NOT_STARTED ? TaskState.IN_PROGRESS : state, task.version(), round.key());
        }
        return new ProgressForm(
                task.state().name(),
                task.shareDone() == null ? "" : String.valueOf(task.shareDone()),
                "",
                task.state() == TaskState.DONE && task.doneOn() != null ? TypedDay.print(task.doneOn()) : "",
                task.noEvidenceReason(),
                String.valueOf(task.version()),
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private static ProgressForm blank(TaskState state, int version, String round) {
        return new ProgressForm(state.name(), "", "", "", "", String.valueOf(version), "", "", round, "", "", "", "");
    }

    /** The round that waits; the last one when all are closed. */
    static Round firstOpen(RunningTask task, TaskSheet sheet) {
        return task.rounds().stream()
                .filter(round -> sheet.stateOf(round).open())
                .findFirst()
                .orElseGet(() -> task.rounds().getLast());
    }

    /** The round the form speaks of; empty when it names none of the task. */
    Optional<Round> chosenRound(RunningTask task, TaskSheet sheet) {
        if (String.valueOf(round).isEmpty()) return Optional.of(firstOpen(task, sheet));
        return task.rounds().stream().filter(one -> one.key().equals(round)).findFirst();
    }

    /** @throws NumberFormatException when it is no number; thousands may be set apart by points or blanks */
    @Nullable
    BigDecimal figureReached() {
        String digits = String.valueOf(reached).replaceAll("[.\\s]", "").replace(',', '.');
        return digits.isEmpty() ? null : new BigDecimal(digits);
    }

    /** Empty when the field names no state. */
    Optional<TaskState> chosenState() {
        for (var known : TaskState.REPORTED) if (known.name().equals(state)) return Optional.of(known);
        return Optional.empty();
    }

    /** @throws NumberFormatException when it is no whole number */
    @Nullable
    Integer shareDone() {
        String digits = String.valueOf(share).replace("%", "").strip();
        return digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    /** @throws DateTimeException when it is no day */
    @Nullable
    LocalDate dayDone() {
        return day(String.valueOf(doneOn));
    }

    LinkForm ofLink() {
        return new LinkForm(link, linkTitle, linkDate);
    }

    private static @Nullable LocalDate day(String day) {
        if (day.isEmpty()) return null;
        return TypedDay.read(day).orElseThrow(() -> new DateTimeException("no day"));
    }

    /** -1, which is the version of nothing, when the field was tampered with. */
    int versionShown() {
        try {
            return Integer.parseInt(String.valueOf(version));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }
}
