package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.Section;

class OutlineTest {
    @ParameterizedTest
    @CsvSource({
        "'I. MỤC ĐÍCH', I., MỤC ĐÍCH",
        "'I- Mục tiêu', I-, Mục tiêu",
        "'1. Mục đích', 1., Mục đích",
        "'1/ Công tác tham mưu', 1/, Công tác tham mưu",
        "'2.1. Công an tỉnh: phối hợp', 2.1., 'Công an tỉnh: phối hợp'",
        "'2.2.1 Lưu vực sông', 2.2.1, Lưu vực sông",
        "'đ) Thi đua thực hiện', đ), Thi đua thực hiện",
        "'(1) Kiểm tra tại 03 xã', (1), Kiểm tra tại 03 xã",
        "'- Tổ chức hội nghị', -, Tổ chức hội nghị",
        "'+ Góp ý dự thảo', +, Góp ý dự thảo",
        "'Điều 2. Hiệu lực', Điều 2., Hiệu lực",
        "'6 .Sở Tài chính', '6 .', Sở Tài chính",
    })
    void a_paragraph_begins_with_its_number(String line, String number, String text) {
        var marker = Objects.requireNonNull(Marker.of(line));
        assertThat(marker.printed()).isEqualTo(number);
        assertThat(line.substring(marker.end())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15/11/2026 là ngày phát động",
                "1.500 người tham dự",
                "24/24 giờ",
                "2025. Đến nay",
                "V/V HỖ TRỢ NHU YẾU PHẨM",
                "03/NQ-CP ngày 09 tháng 01",
                "Điều 5 Luật Bình đẳng giới quy định",
                "(Kèm theo Quyết định)",
                "3,5 triệu đồng"
            })
    void a_number_that_belongs_to_the_words_is_none(String line) {
        assertThat(Marker.of(line)).isNull();
    }

    @Test
    void a_roman_number_twice_and_a_skipped_one_stay_as_printed() {
        var plan = Reading.plan("""
            II. MỤC TIÊU

            - Mục tiêu chung.

            IV. NHIỆM VỤ

            1. Tổ chức tập huấn.

            IV. KINH PHÍ

            - Ngân sách xã.\
            """);
        assertThat(plan.sections()).extracting(Section::number).containsExactly("II.", "IV.", "IV.");
    }

    @Test
    void a_sentence_with_items_below_it_is_no_heading() {
        var plan = Reading.plan("""
            I. TỔ CHỨC THỰC HIỆN

            1. Các phòng, đơn vị xây dựng kế hoạch của mình; gửi về Văn phòng để tổng hợp, theo dõi chung.

            - Báo cáo kết quả hằng quý.

            2. Văn phòng

            - Theo dõi, đôn đốc.\
            """);
        assertThat(plan.sections().getFirst().children())
                .extracting(Section::heading)
                .containsExactly("Văn phòng");
    }

    @Test
    void items_go_on_past_a_hundred() {
        var items = new StringBuilder("I. NHIỆM VỤ\n\n");
        for (int i = 97; i <= 103; i++)
            items.append(i)
                    .append(". Tổ chức tập huấn về bình đẳng giới cho cụm số ")
                    .append(i)
                    .append(".\n\n");
        assertThat(Reading.plan(items.toString()).tasks()).hasSize(7);
    }

    @Test
    void a_hard_break_before_a_number_within_a_sentence_starts_no_item() {
        var plan = Reading.plan("""
            I. NHIỆM VỤ

            - Tổ chức lực lượng tiếp cận các thôn bị chia cắt, ưu tiên các địa bàn có nguy cơ cao ở cấp độ
            1. Cấp phát lương thực, nước uống cho người dân và hỗ trợ phụ nữ mang thai đến cơ sở y tế gần
            nhất.\
            """);
        assertThat(plan.tasks()).hasSize(1);
    }

    @Test
    void a_page_break_and_its_number_do_not_cut_a_paragraph() {
        var plan = Reading.plan("""
            I. NHIỆM VỤ

            1. Phổ biến Kế hoạch số 183/KH-UBND

            2

            ngày 13/3/2026 của UBND tỉnh tới toàn thể công chức.\
            """);
        assertThat(plan.tasks()).hasSize(1);
        assertThat(plan.tasks().getFirst().text()).contains("183/KH-UBND ngày 13/3/2026");
    }

    @Test
    void the_title_of_a_part_stands_on_the_line_below_its_number() {
        var report = Reading.of("""
            BÁO CÁO
            Công tác bình đẳng giới

            PHẦN THỨ NHẤT
            KẾT QUẢ THỰC HIỆN NĂM 2025
            I. CÔNG TÁC CHỈ ĐẠO
            Xã đã ban hành 05 văn bản.
            Phần thứ hai
            PHƯƠNG HƯỚNG NĂM 2026
            1. Mở 02 lớp tập huấn.\
            """);
        assertThat(report.sections())
                .extracting(Section::heading)
                .containsExactly("KẾT QUẢ THỰC HIỆN NĂM 2025", "PHƯƠNG HƯỚNG NĂM 2026");
        assertThat(report.tasks()).hasSize(1);
    }
}
