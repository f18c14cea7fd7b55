package vn.binhdang.reporting.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.AdministrativeDocument;

class ReportHeadTest {
    @Test
    void the_superior_is_the_first_body_among_the_recipients_in_the_words_of_the_plan() {
        assertThat(ReportHead.superior(plan("Sở Lao động - Thương binh và Xã hội;", "Lãnh đạo Sở", "Lưu: VT, VP")))
                .contains("Sở Lao động - Thương binh và Xã hội");
        assertThat(ReportHead.superior(plan("Như trên", "UBND tỉnh (để báo cáo);", "Sở Nội vụ")))
                .contains("UBND tỉnh");
    }

    @Test
    void leaders_divisions_and_the_agency_itself_are_no_superior() {
        assertThat(ReportHead.superior(
                        plan("Lãnh đạo Sở", "Các phòng, đơn vị thuộc Sở", "Sở Khoa học và Công nghệ", "Lưu: VT")))
                .isEmpty();
        assertThat(ReportHead.superior(plan())).isEmpty();
    }

    private static AdministrativeDocument plan(String... recipients) {
        return new AdministrativeDocument(
                "Kế hoạch",
                "Sở Khoa học và Công nghệ",
                null,
                null,
                "KH-SKHCN",
                null,
                null,
                "Thực hiện công tác bình đẳng giới",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(recipients),
                null,
                List.of(),
                List.of());
    }
}
