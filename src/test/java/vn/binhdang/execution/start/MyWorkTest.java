package vn.binhdang.execution.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

class MyWorkTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final UnitId DIVISION = UnitId.create();

    @Test
    void what_different_parts_give_stands_together_under_what_there_is_to_do() {
        var groups = work(
                List.of(item(Duty.ANSWER, "Đôn đốc", TODAY), item(Duty.DO, "Tập huấn", null)),
                List.of(item(Duty.DO, "Kiến nghị", TODAY.minusDays(1))));
        assertThat(groups).extracting(StartPage.DutyGroup::heading).containsExactly("Phải làm", "Phải trả lời");
        assertThat(groups.getFirst().items())
                .extracting(StartPage.DutyLine::title)
                .containsExactly("Kiến nghị", "Tập huấn");
    }

    @Test
    void what_is_late_or_wrong_comes_first_then_the_nearest_day_then_what_has_none() {
        var groups = work(List.of(
                item(Duty.DO, "không hạn", null),
                item(Duty.DO, "còn lâu", TODAY.plusDays(30)),
                item(Duty.DO, "hôm nay", TODAY),
                item(Duty.DO, "quá hạn", TODAY.minusDays(2))));
        assertThat(groups.getFirst().items())
                .extracting(StartPage.DutyLine::title, StartPage.DutyLine::mark)
                .containsExactly(
                        tuple("quá hạn", "late"),
                        tuple("hôm nay", "soon"),
                        tuple("còn lâu", ""),
                        tuple("không hạn", ""));
    }

    @Test
    void a_source_with_more_than_the_page_holds_is_cut_and_the_page_says_so() {
        var groups = work(IntStream.rangeClosed(0, WorkSource.MOST)
                .mapToObj(i -> item(Duty.ANSWER, "Đôn đốc " + i, null))
                .toList());
        assertThat(groups.getFirst().items()).hasSize(WorkSource.MOST);
        assertThat(groups.getFirst().count()).isEqualTo(WorkSource.MOST + "+");
        assertThat(groups.getFirst().more()).contains("gấp nhất");
    }

    @Test
    void only_the_group_that_is_cut_says_so_and_what_is_to_be_read_has_a_page_of_its_own() {
        var groups = work(
                IntStream.rangeClosed(0, WorkSource.MOST)
                        .mapToObj(i -> item(Duty.READ, "Văn bản " + i, null))
                        .toList(),
                List.of(item(Duty.DO, "Tập huấn", null)));
        assertThat(groups)
                .extracting(
                        StartPage.DutyGroup::heading,
                        StartPage.DutyGroup::count,
                        StartPage.DutyGroup::more,
                        StartPage.DutyGroup::allHref)
                .containsExactly(
                        tuple("Phải làm", "1", "", ""), tuple("Phải đọc", WorkSource.MOST + "+", "", "/work/read"));
    }

    @Test
    void nothing_to_do_makes_no_empty_groups() {
        assertThat(work(List.of())).isEmpty();
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @SafeVarargs
    private static List<StartPage.DutyGroup> work(List<WorkItem>... sources) {
        return MyWork.grouped(List.of(sources), TODAY, TODAY.plusDays(7), Text.in(Text.VIETNAMESE));
    }

    private static WorkItem item(Duty duty, String title, @Nullable LocalDate dueOn) {
        return new WorkItem(
                duty, "execution.start.update", "/", title, dueOn, DIVISION, dueOn != null && dueOn.isBefore(TODAY));
    }
}
