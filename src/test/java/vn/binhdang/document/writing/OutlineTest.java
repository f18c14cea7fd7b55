package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A record typed by hand has headings and tasks but no text; the typesetter puts them in order. */
class OutlineTest {
    @Test
    void tasks_stand_below_the_heading_their_number_names_and_the_rest_at_the_end() {
        assertThat(Outline.of(Documents.outline()))
                .extracting(block -> block.kind() + " " + block.number() + " " + block.text())
                .containsExactly(
                        "SECTION I. MỤC ĐÍCH",
                        "SECTION II. NHIỆM VỤ",
                        "ITEM 1. Tổ chức hội nghị phổ biến Luật Bình đẳng giới.",
                        "HEADING 2. Truyền thông",
                        "ITEM a) Đăng tin, bài trên trang thông tin điện tử;",
                        "ITEM - phát trên hệ thống truyền thanh cơ sở.",
                        "PARAGRAPH null Báo cáo kết quả trước ngày 10/12/2024.");
    }

    @Test
    void such_a_document_is_set_like_any_other() {
        var pdf = MeasuredPdf.of(new DocumentWriter().pdf(Documents.outline()));
        assertThat(pdf.line("II. NHIỆM VỤ").bold()).isTrue();
        assertThat(pdf.line("Báo cáo kết quả").text()).endsWith("10/12/2024./.");
    }
}
