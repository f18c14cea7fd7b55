package vn.binhdang.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearShiftTest {
    private final YearShift shift = new YearShift(2025, 2026);

    @Test
    void the_own_year_of_the_plan_moves_on() {
        assertThat(shift.shifted("Thực hiện công tác bình đẳng giới năm 2025"))
                .isEqualTo("Thực hiện công tác bình đẳng giới năm 2026");
        assertThat(shift.shifted("từ ngày 15/11 đến ngày 15/12 năm 2025; báo cáo trước ngày 20/12/2025"))
                .isEqualTo("từ ngày 15/11 đến ngày 15/12 năm 2026; báo cáo trước ngày 20/12/2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kế hoạch số 15/KH-UBND ngày 12/3/2025 của Ủy ban nhân dân tỉnh",
                "Công văn số 12/SNV-BĐG ngày 05 tháng 3 năm 2025 của Sở Nội vụ",
                "Nghị định số 76/2025/NĐ-CP của Chính phủ",
                "chương trình giai đoạn 2021 - 2025",
                "đến năm 2025 đạt 60%",
                "năm 2024 và số 120256"
            })
    void facts_and_other_numbers_stay(String text) {
        assertThat(shift.shifted(text)).isEqualTo(text);
    }

    @Test
    void a_citation_stays_while_the_year_beside_it_moves() {
        assertThat(shift.shifted("Theo Kế hoạch số 15/KH-UBND ngày 12/3/2025, năm 2025 tổ chức hai lớp"))
                .isEqualTo("Theo Kế hoạch số 15/KH-UBND ngày 12/3/2025, năm 2026 tổ chức hai lớp");
    }

    @Test
    void what_moved_is_shown_with_the_words_around_it() {
        String text = "Một câu rất dài ".repeat(10) + "về công tác năm 2025 của Sở " + "và các đơn vị khác ".repeat(10);
        assertThat(shift.around(text))
                .startsWith("… ")
                .endsWith(" …")
                .contains("năm 2025")
                .hasSizeLessThan(120);
        assertThat(shift.around("năm 2025")).isEqualTo("năm 2025");
    }
}
