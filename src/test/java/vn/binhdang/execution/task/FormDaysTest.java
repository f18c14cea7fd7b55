package vn.binhdang.execution.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDaysTest {
    @ParameterizedTest
    @ValueSource(strings = {"5/4/2026", "5.4.2026", "5-4-2026", "05042026", "2026-04-05"})
    void every_form_of_a_task_reads_days_alike(String typed) {
        assertThat(days(typed)).containsOnly(LocalDate.of(2026, 4, 5));
    }

    @Test
    void nothing_typed_is_no_day_and_a_wrong_one_is_told() {
        assertThat(days("")).containsOnlyNulls();
        assertThatThrownBy(() -> days("31/4/2026")).isInstanceOf(DateTimeException.class);
    }

    private static @Nullable LocalDate[] days(String typed) {
        return new @Nullable LocalDate[] {
            new LinkForm("", "", typed).day(),
            new ProgressForm("", "", "", typed, "", "", "", "", "", "", "", "", "").dayDone(),
            new SubTaskForm("", "", typed, "", "", "", "").day()
        };
    }
}
