package vn.binhdang.execution.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhdang.execution.calendar.SheetLayout.Entry;
import vn.binhdang.execution.calendar.SheetLayout.Size;

class SheetLayoutTest {
    private static final String SENTENCE =
            "II.1. Tập huấn kiến thức bình đẳng giới cho công chức, viên chức, người lao động của các phòng, đơn vị";

    private static List<Entry> tasks(int count) {
        return Collections.nCopies(
                count, new Entry("Tháng 11 năm 2026", SENTENCE, "20/11 · Phòng QLKH · Chưa bắt đầu"));
    }

    @Test
    void few_tasks_stand_in_large_print_and_more_in_smaller_on_one_sheet() {
        assertThat(SheetLayout.of(tasks(10))).isEqualTo(new SheetLayout(Size.LARGE, List.of(10)));
        assertThat(SheetLayout.of(tasks(40)).perSheet()).containsExactly(40);
        assertThat(SheetLayout.of(tasks(60)).size()).isNotEqualTo(Size.LARGE);
        assertThat(SheetLayout.of(tasks(60)).perSheet()).containsExactly(60);
    }

    @Test
    void a_round_without_facts_takes_one_line_so_twelve_monthly_tasks_stand_on_one_sheet() {
        var entries = new ArrayList<>(tasks(12));
        entries.addAll(Collections.nCopies(
                12 * 11, new Entry("Tháng 11 năm 2026", "14/11 · II.1. Tập huấn kiến thức bình đẳng… · Dự kiến", "")));
        assertThat(SheetLayout.of(entries).perSheet()).containsExactly(144);
    }

    @Test
    void what_does_not_fit_the_smallest_print_goes_on_to_further_sheets_and_nothing_is_lost() {
        var layout = SheetLayout.of(tasks(200));
        assertThat(layout.size()).isEqualTo(Size.SMALL);
        assertThat(layout.perSheet()).hasSizeGreaterThan(1);
        assertThat(layout.perSheet().stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
    }

    @Test
    void one_task_longer_than_a_sheet_still_stands_on_one_and_nothing_is_one_empty_sheet() {
        var endless = new Entry("Tháng 1", "x".repeat(60_000), "");
        assertThat(SheetLayout.of(List.of(endless, endless)).perSheet()).containsExactly(1, 1);
        assertThat(SheetLayout.of(List.of()).perSheet()).containsExactly(0);
    }
}
