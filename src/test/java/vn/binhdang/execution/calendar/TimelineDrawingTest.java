package vn.binhdang.execution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhdang.execution.calendar.TimelineDrawing.Task;
import vn.binhdang.execution.calendar.TimelineDrawing.Tie;

class TimelineDrawingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Task TRAIN = new Task(
            new UUID(0, 1), "1. Tập huấn", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), "late", List.of());
    private static final Task SUM_UP =
            new Task(new UUID(0, 2), "2. Tổng kết", null, LocalDate.of(2026, 12, 15), "", List.of());
    private static final Task ALWAYS = new Task(new UUID(0, 3), "3. Thường xuyên", null, null, "", List.of());

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
    void what_recurs_has_a_mark_for_each_round_on_one_thread_and_the_months_reach_to_the_last() {
        var quarterly = new Task(
                new UUID(0, 5),
                "5. Báo cáo quý",
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 6, 14),
                "",
                List.of(
                        new TimelineDrawing.Round(LocalDate.of(2026, 3, 14), "done"),
                        new TimelineDrawing.Round(LocalDate.of(2026, 9, 14), "expected"),
                        new TimelineDrawing.Round(LocalDate.of(2026, 12, 14), "expected")));
        var drawing = TimelineDrawing.of(List.of(quarterly), List.of(), TODAY);
        assertThat(drawing.months()).hasSize(12);
        var bar = drawing.bars().getFirst();
        assertThat(bar.width()).as("the round in hand is a mark, no bar").isZero();
        assertThat(bar.rounds())
                .extracting(TimelineDrawing.RoundMark::mark, TimelineDrawing.RoundMark::sign)
                .containsExactly(tuple("done", "✓"), tuple("expected", ""), tuple("expected", ""));
        assertThat(bar.thread()).isNotEmpty();
        assertThat(drawing.width()).isGreaterThan(bar.rounds().getLast().signX());
    }

    @Test
    void rounds_are_drawn_of_a_task_that_has_none_in_hand() {
        var rounds = List.of(new TimelineDrawing.Round(LocalDate.of(2026, 3, 14), "done"));
        var over = new Task(new UUID(0, 6), "6. Báo cáo", null, null, "done", rounds);
        var bar = TimelineDrawing.of(List.of(over), List.of(), TODAY).bars().getFirst();
        assertThat(bar.drawn()).isFalse();
        assertThat(bar.rounds()).hasSize(1);
    }

    @Test
    void everything_lies_within_the_picture() {
        var long_ = new Task(new UUID(0, 4), "4", LocalDate.of(2026, 1, 31), LocalDate.of(2031, 12, 31), "", List.of());
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
