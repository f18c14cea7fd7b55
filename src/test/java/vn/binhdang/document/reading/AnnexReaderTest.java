package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnexReaderTest {
    final vn.binhdang.document.AdministrativeDocument plan = Reading.of("""
        KẾ HOẠCH
        Công tác bình đẳng giới năm 2026

        I. NHIỆM VỤ

        1. Tổ chức tập huấn.

        Nơi nhận:
        - Lưu: VT.
        GIÁM ĐỐC
        Lê Thị Hoa

        PHỤ LỤC I
        BIỂU MẪU BÁO CÁO
        (Kèm theo Kế hoạch số 12/KH-SNV ngày 05/3/2026 của Sở Nội vụ)

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        1. Tổ chức bao nhiêu buổi
        Nơi nhận:
        - Như trên;

        PHỤ LỤC II
        THỐNG KÊ\
        """);

    @Test
    void annexes_stand_apart_with_label_title_and_note() {
        assertThat(plan.annexes()).extracting(annex -> annex.label()).containsExactly("PHỤ LỤC I", "PHỤ LỤC II");
        assertThat(plan.annexes().getFirst().title()).isEqualTo("BIỂU MẪU BÁO CÁO");
        assertThat(plan.annexes().getFirst().attachedTo()).startsWith("(Kèm theo Kế hoạch số 12/KH-SNV");
    }

    @Test
    void a_blank_form_in_an_annex_gives_no_tasks_recipients_or_signature() {
        assertThat(plan.tasks()).hasSize(1);
        assertThat(plan.recipients()).containsExactly("Lưu: VT");
        assertThat(plan.signature()).extracting(signature -> signature.name()).isEqualTo("Lê Thị Hoa");
    }
}
