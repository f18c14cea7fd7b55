package vn.binhdang.reporting.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.reporting.compilation.Samples.text;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.Block;
import vn.binhdang.document.Block.Kind;
import vn.binhdang.execution.TaskState;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

class ReportCompilerTest {
    private final ReportData all = Samples.all();

    @Test
    void the_outline_has_its_five_sections_in_order() {
        assertThat(blocks(all))
                .filteredOn(block -> block.kind() == Kind.SECTION)
                .extracting(Block::number, Block::text)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("I.", "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"),
                        org.assertj.core.api.Assertions.tuple("II.", "KẾT QUẢ THỰC HIỆN"),
                        org.assertj.core.api.Assertions.tuple("III.", "ĐÁNH GIÁ CHUNG"),
                        org.assertj.core.api.Assertions.tuple("IV.", "PHƯƠNG HƯỚNG, NHIỆM VỤ TRONG THỜI GIAN TỚI"),
                        org.assertj.core.api.Assertions.tuple("V.", "KIẾN NGHỊ, ĐỀ XUẤT"));
    }

    @Test
    void every_task_is_reported_exactly_once() {
        assertThat(Samples.slots(all))
                .filteredOn(slot -> slot.key().matches("task/[^/]+"))
                .extracting(Slot::task)
                .containsExactlyInAnyOrderElementsOf(
                        all.tasks().stream().map(TaskFacts::id).toList());
    }

    @Test
    void a_task_stands_under_the_heading_of_its_keyword() {
        var body = blocks(all);
        var headings = body.stream()
                .filter(block -> block.kind() == Kind.HEADING)
                .map(Block::text)
                .toList();
        assertThat(headings).contains("Nội dung khác");
        assertThat(below(body, "Sáng kiến, mô hình").getFirst()).startsWith("Nhiệm vụ II.5");
        assertThat(below(body, "Nội dung khác")).singleElement().asString().startsWith("Nhiệm vụ III.1");
    }

    @Test
    void a_finished_task_is_told_with_its_units_day_words_and_evidence() {
        var body = blocks(all);
        assertThat(below(body, "Công tác phổ biến, quán triệt"))
                .containsExactly(
                        "Nhiệm vụ II.1 “Phổ biến, quán triệt Chiến lược quốc gia về bình đẳng giới và Chương trình"
                            + " Truyền thông về bình đẳng giới …” (Văn phòng chủ trì): đã hoàn thành ngày 20/5/2024,"
                            + " trong thời hạn được giao.",
                        "Văn phòng (ngày 20/5/2024): Đã phổ biến tới 120 công chức.",
                        "02 minh chứng: Danh sách ký nhận; Giấy mời hội nghị.");
    }

    @Test
    void what_was_not_done_is_told_once_with_its_reason() {
        assertThat(below(blocks(all), "Sáng kiến, mô hình"))
                .containsExactly(
                        "Nhiệm vụ II.5 “Xây dựng mô hình văn phòng thân thiện” (Chi đoàn Sở chủ trì; Công đoàn Sở"
                                + " phối hợp): không thực hiện được; lý do: Chưa bố trí được kinh phí.");
    }

    @Test
    void silence_is_called_silence_and_a_passed_deadline_by_its_day() {
        assertThat(text(all, "task/" + Samples.UNPLACED.id()))
                .endsWith("(chưa xác định đơn vị chủ trì): chưa có báo cáo kết quả của đơn vị chủ trì trong kỳ.");
        assertThat(text(all, "task/" + Samples.CHECKED_LATE.id()))
                .endsWith("đang thực hiện, đã quá thời hạn (ngày 30/4/2024).");
    }

    @Test
    void the_counts_add_up_and_name_no_empty_group() {
        assertThat(text(all, "2/text"))
                .isEqualTo(
                        "Đến hết ngày 14/6/2024, trong tổng số 05 nhiệm vụ của Kế hoạch có 01 nhiệm vụ đã hoàn thành,"
                                + " 01 nhiệm vụ đang thực hiện, 02 nhiệm vụ chưa có báo cáo kết quả, 01 nhiệm vụ không"
                                + " thực hiện được. Có 01 nhiệm vụ đã quá thời hạn. Kết quả từng nhiệm vụ được tổng hợp"
                                + " tại Phụ lục I.");
        assertThat(text(Samples.data(Samples.DISSEMINATED), "2/text"))
                .contains("có 01 nhiệm vụ đã hoàn thành.")
                .doesNotContain("00 nhiệm vụ");
    }

    @Test
    void the_appraisal_counts_for_and_against() {
        assertThat(text(all, "3.1/text"))
                .isEqualTo(
                        "Đến hết ngày 14/6/2024, 01/05 nhiệm vụ của Kế hoạch đã hoàn thành, đạt 20%, trong đó 01 nhiệm"
                            + " vụ hoàn thành trong thời hạn được giao. Các đơn vị đã cung cấp 02 minh chứng kèm theo"
                            + " kết quả thực hiện.");
        assertThat(text(all, "3.2/text")).startsWith("Có 02 nhiệm vụ quá thời hạn");
        assertThat(text(all, "3.3/" + Samples.GIVEN_UP.id())).isEqualTo("Nhiệm vụ II.5: Chưa bố trí được kinh phí.");
    }

    @Test
    void what_only_a_person_can_judge_is_left_empty() {
        assertThat(text(all, "3.3a/room")).isEmpty();
        assertThat(text(all, "3.3b/room")).isEmpty();
        assertThat(text(all, "5/room")).isEmpty();
        assertThat(text(all, "1.3/room")).isEmpty();
    }

    @Test
    void unfinished_tasks_go_on_with_their_deadline_or_ask_for_a_new_one() {
        assertThat(text(all, "4/" + Samples.CAMPAIGN.id())).endsWith("; thời hạn: ngày 15/12/2024.");
        assertThat(text(all, "4/" + Samples.CHECKED_LATE.id())).endsWith("; thời hạn mới: [cần ghi thời hạn].");
        assertThat(text(all, "4/" + Samples.UNPLACED.id())).endsWith("; thời hạn mới: [cần ghi thời hạn].");
        assertThat(Samples.slots(all)).noneMatch(slot -> slot.key().equals("4/" + Samples.DISSEMINATED.id()));
    }

    @Test
    void headings_and_annexes_without_data_say_so() {
        var nothing = Samples.data(List.of());
        assertThat(text(nothing, "1.1/text"))
                .isEqualTo("Không có văn bản được ban hành trong kỳ báo cáo (Phụ lục II).");
        assertThat(text(nothing, "2.9/text")).isEqualTo("Không có số liệu trong kỳ.");
        assertThat(text(nothing, "annex1/text")).isEqualTo("Không có số liệu trong kỳ.");
        assertThat(text(nothing, "annex2/text")).isEqualTo("Không có số liệu trong kỳ.");
    }

    @Test
    void documents_of_the_period_are_cited_in_full_and_listed_in_the_second_annex() {
        assertThat(text(all, "document/" + Samples.LETTER.id()))
                .isEqualTo("Kế hoạch số 05/KH-SKHCN ngày 05 tháng 4 năm 2024 về thực hiện công tác bình đẳng giới năm"
                        + " 2024.");
        var table = slot(all, "annex2/table").block().rows();
        assertThat(table.get(1)).startsWith("1", "05/KH-SKHCN", "05/4/2024");
    }

    @Test
    void the_first_annex_has_a_row_for_every_task() {
        var table = slot(all, "annex1/table").block().rows();
        assertThat(table).hasSize(6).allMatch(row -> row.size() == 7);
        assertThat(table.get(4))
                .containsExactly(
                        "4",
                        "II.5. Xây dựng mô hình văn phòng thân thiện.",
                        "Chi đoàn Sở",
                        "Công đoàn Sở",
                        "31/3/2024",
                        "Không thực hiện được; lý do: Chưa bố trí được kinh phí",
                        "0");
    }

    @Test
    void points_follow_the_vietnamese_alphabet() {
        var tasks = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> Samples.task(
                        "II." + i,
                        "Phổ biến văn bản số " + i,
                        "Văn phòng",
                        null,
                        TaskState.IN_PROGRESS,
                        null,
                        false,
                        List.of(),
                        List.of()))
                .toArray(TaskFacts[]::new);
        assertThat(Samples.slots(Samples.data(tasks)))
                .filteredOn(slot -> slot.key().matches("task/[^/]+"))
                .extracting(slot -> slot.block().number())
                .containsExactly("a)", "b)", "c)", "d)", "đ)", "e)");
    }

    @Test
    void a_window_that_is_not_over_yet_counts_up_to_the_day_of_compiling() {
        var early = all.asOf(LocalDate.of(2024, 3, 1));
        assertThat(text(early, "opening")).contains("số liệu từ ngày 15/12/2023 đến hết ngày 01/3/2024");
    }

    private static Slot slot(ReportData data, String key) {
        return Samples.slots(data).stream()
                .filter(slot -> slot.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Block> blocks(ReportData data) {
        return Samples.slots(data).stream()
                .filter(slot -> slot.part() == 0)
                .map(Slot::block)
                .toList();
    }

    /** The texts under a heading, up to the next one. */
    private static List<String> below(List<Block> body, String heading) {
        return body.stream()
                .dropWhile(block -> !block.text().equals(heading))
                .skip(1)
                .takeWhile(block -> block.kind() == Kind.ITEM || block.kind() == Kind.PARAGRAPH)
                .map(Block::text)
                .toList();
    }
}
