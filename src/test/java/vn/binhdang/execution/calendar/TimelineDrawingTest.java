package vn.binhdang.execution.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhdang.execution.calendar.TimelineDrawing.Task;
import vn.binhdang.execution.calendar.TimelineDrawing.Tie;

class TimelineDrawingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Task TRAIN =
            new Task(new UUID(0, 1), "1. Tập huấn", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), "late");
    private static final Task SUM_UP = new Task(new UUID(0, 2), "2. Tổng kết", null, LocalDate.of(2026, 12, 15), "");
    private static final Task ALWAYS = new Task(new UUID(0, 3), "3. Thường xuyên", null, null, "");

    @Test
    void months_reach_from_the_first_day_to_the_last() {
        var drawing = TimelineDrawing.of(List.of(TRAIN, SUM_UP), List.of(), TODAY);
        assertThat(drawing.months()).hasSize(11).first().returns("2/2026", TimelineDrawing.Month::label);
        assertThat(drawing.months()).last().returns("12", TimelineDrawing.Month::label);
        assertThat(drawing.today()).isGreaterThan(drawing.months().get(1).x());
    }

    @Test
    void a_task_with_two_days_is_a_bar_one_with_one_day_a_mark_one_without_only_a_row() {
        var bars = TimelineDrawing.of(List.of(TRAIN, SUM_UP, ALWAYS), List.of(), TODAY)
                .bars();
        assertThat(bars.get(0).width()).isEqualTo(64);
        assertThat(bars.get(0).sign()).isEqualTo("!");
        assertThat(bars.get(1).drawn()).isTrue();
        assertThat(bars.get(1).width()).isZero();
        assertThat(bars.get(2).drawn()).isFalse();
    }

    @Test
    void ties_are_drawn_between_tasks_that_are_shown_and_wrong_ones_are_marked() {
        var right = new Tie(SUM_UP.id(), TRAIN.id());
        var wrong = new Tie(TRAIN.id(), SUM_UP.id());
        var elsewhere = new Tie(TRAIN.id(), new UUID(0, 9));
        var nowhere = new Tie(ALWAYS.id(), TRAIN.id());
        var lines = TimelineDrawing.of(List.of(TRAIN, SUM_UP, ALWAYS), List.of(right, wrong, elsewhere, nowhere), TODAY)
                .lines();
        assertThat(lines).extracting(TimelineDrawing.Line::wrong).containsExactly(false, true);
    }

    @Test
    void everything_lies_within_the_picture() {
        var long_ = new Task(new UUID(0, 4), "4", LocalDate.of(2026, 1, 31), LocalDate.of(2031, 12, 31), "");
        var drawing = TimelineDrawing.of(List.of(long_), List.of(), TODAY);
        var bar = drawing.bars().getFirst();
        assertThat(bar.x() + bar.width()).isLessThan(drawing.width());
        assertThat(bar.y()).isLessThan(drawing.height());
    }

    @Test
    void nothing_is_drawn_of_nothing_and_labels_are_cut_between_words() {
        assertThat(TimelineDrawing.of(List.of(), List.of(), TODAY).months()).hasSize(1);
        assertThat(TimelineDrawing.shortened("II.1. Tập huấn kiến thức bình đẳng giới cho công chức"))
                .isEqualTo("II.1. Tập huấn kiến thức bình đẳng…");
    }
}
