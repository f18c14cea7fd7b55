package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleTest {
    @Test
    void a_subject_that_names_an_authority_in_capitals_is_read_to_its_end() {
        var plan = Reading.of("""
            **KẾ HOẠCH**

            THỰC HIỆN CHỈ THỊ SỐ 32/CT-TTG NGÀY 21/10/2025 CỦA
            THỦ TƯỚNG CHÍNH PHỦ VỀ BÌNH ĐẲNG GIỚI

            Thực hiện Chỉ thị số 32/CT-TTg ngày 21/10/2025 của Thủ tướng Chính phủ, UBND xã ban hành kế hoạch:\
            """);
        assertThat(plan.subjectLine())
                .isEqualTo("THỰC HIỆN CHỈ THỊ SỐ 32/CT-TTG NGÀY 21/10/2025 CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ BÌNH ĐẲNG GIỚI");
    }

    @Test
    void a_decision_ends_its_subject_before_the_authority_that_decides() {
        var decision = Reading.of("""
            QUYẾT ĐỊNH
            Về việc ban hành Kế hoạch bình đẳng giới năm 2026
            CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
            Căn cứ Luật Bình đẳng giới ngày 29/11/2006;
            QUYẾT ĐỊNH:
            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch bình đẳng giới năm 2026.\
            """);
        assertThat(decision.subjectLine()).isEqualTo("Về việc ban hành Kế hoạch bình đẳng giới năm 2026");
        assertThat(decision.documentType()).isEqualTo("Quyết định");
    }

    @Test
    void a_scanned_title_with_a_wrong_tone_mark_is_still_a_plan() {
        assertThat(Reading.of("KẺ HOẠCH\nTập huấn bình đẳng giới\n\nI. MỤC ĐÍCH")
                        .documentType())
                .isEqualTo("Kế hoạch");
    }

    @Test
    void the_plan_behind_a_decision_gives_sections_and_tasks_and_the_decision_header_and_signature() {
        var decision = Reading.of("""
            Số: 9/QĐ-UBND

            QUYẾT ĐỊNH
            Ban hành Kế hoạch truyền thông

            Căn cứ Luật Bình đẳng giới ngày 29/11/2006;

            QUYẾT ĐỊNH:

            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch truyền thông.

            Nơi nhận:
            - Như Điều 1;
            - Lưu: VT.
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH
            Trần Văn An

            KẾ HOẠCH
            Truyền thông về bình đẳng giới
            (Kèm theo Quyết định số 9/QĐ-UBND ngày 02/3/2026 của UBND xã)

            I. NHIỆM VỤ
            1. Tổ chức 02 buổi nói chuyện chuyên đề.
            2. Phát thanh 04 tin, bài trước ngày 30/6/2026.\
            """);
        assertThat(decision.documentType()).isEqualTo("Quyết định");
        assertThat(decision.sections()).extracting(section -> section.heading()).containsExactly("NHIỆM VỤ");
        assertThat(decision.tasks()).hasSize(2);
        assertThat(decision.signature()).isNotNull();
        assertThat(decision.recipients()).containsExactly("Như Điều 1", "Lưu: VT");
    }
}
