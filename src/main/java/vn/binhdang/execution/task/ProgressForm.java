package vn.binhdang.execution.task;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.TaskState;

/**
 * What was typed into the form of a report, as typed: nothing is lost when it is shown again.
 * @param state name of a {@link TaskState}; missing in the form of a coordinating unit
 * @param share percent
 * @param doneOn dd/mm/yyyy, or yyyy-mm-dd as a date field of a browser sends it
 * @param version of the task when the form was shown
 * @param title of the files that come with it; empty: their names
 */
record ProgressForm(
        @Nullable String state,
        @Nullable String share,
        @Nullable String words,
        @Nullable String doneOn,
        @Nullable String noEvidenceReason,
        @Nullable String version,
        @Nullable String title,
        @Nullable String back) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    ProgressForm {
        state = text(state);
        share = text(share);
        words = text(words);
        doneOn = text(doneOn);
        version = text(version);
        noEvidenceReason = text(noEvidenceReason);
        title = text(title);
        back = text(back);
    }

    /** A form as it is first shown. */
    static ProgressForm of(RunningTask task) {
        return new ProgressForm(
                task.state().name(),
                task.shareDone() == null ? "" : String.valueOf(task.shareDone()),
                "",
                task.state() == TaskState.DONE && task.doneOn() != null ? SHOWN.format(task.doneOn()) : "",
                task.noEvidenceReason(),
                String.valueOf(task.version()),
                "",
                "");
    }

    /** Empty when the field names no state. */
    Optional<TaskState> chosenState() {
        for (var known : TaskState.values()) if (known.name().equals(state)) return Optional.of(known);
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
        String day = String.valueOf(doneOn);
        if (day.isEmpty()) return null;
        return day.contains("-") ? LocalDate.parse(day) : LocalDate.parse(day, DAY);
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
