package vn.binhdang.execution.task;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.TaskState;

/**
 * What was typed for a sub-task, as typed.
 * @param to "unit:<id>" or "person:<id>"
 * @param dueOn as {@link TypedDay} reads it
 * @param state of the small form that says where it stands
 * @param words why it goes back or is not done, or what came of it
 */
record SubTaskForm(
        @Nullable String text,
        @Nullable String to,
        @Nullable String dueOn,
        @Nullable String noDueReason,
        @Nullable String state,
        @Nullable String words,
        @Nullable String version) {
    SubTaskForm {
        text = plain(text);
        to = plain(to);
        dueOn = plain(dueOn);
        noDueReason = plain(noDueReason);
        state = plain(state);
        words = plain(words);
        version = plain(version);
    }

    static SubTaskForm empty() {
        return new SubTaskForm("", "", "", "", "", "", "0");
    }

    static SubTaskForm of(TaskSheet.SubTask sub) {
        return new SubTaskForm(
                sub.text(),
                sub.toPersonId() == null ? "unit:" + sub.toUnitId() : "person:" + sub.toPersonId(),
                TypedDay.print(sub.dueOn()),
                sub.noDueReason(),
                sub.state().name(),
                "",
                String.valueOf(sub.version()));
    }

    /** @throws DateTimeException when it is no day */
    @Nullable
    LocalDate day() {
        String day = String.valueOf(dueOn);
        if (day.isEmpty()) return null;
        return TypedDay.read(day).orElseThrow(() -> new DateTimeException("no day"));
    }

    Optional<TaskState> chosenState() {
        for (var known : TaskState.REPORTED) if (known.name().equals(state)) return Optional.of(known);
        return Optional.empty();
    }

    /** -1, which is the version of nothing, when the field was tampered with. */
    int versionShown() {
        try {
            return Integer.parseInt(String.valueOf(version));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static String plain(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }
}
