package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Signature;

class SheetPreviewTest {

    @Test
    void the_parts_stand_in_the_order_of_the_decree() {
        var text = preview("Thực hiện các nhiệm vụ sau").text();
        assertThat(text)
                .containsSubsequence(
                        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "KẾ HOẠCH",
                        "Căn cứ",
                        "Thực hiện các nhiệm vụ sau",
                        "Nơi nhận:",
                        "KT. GIÁM ĐỐC",
                        "Vũ Quang Thắng",
                        "Phụ lục");
    }

    @Test
    void a_draft_keeps_the_room_for_its_number_and_day() {
        var page = preview("Nội dung");
        assertThat(page.expectFirst(".Number").wholeText()).matches("Số: {5,}/KH-SKHCN");
        assertThat(page.expectFirst(".PlaceAndDate").wholeText()).contains("ngày       tháng 4 năm 2026");
    }

    @Test
    void words_that_look_like_markup_stay_words() {
        var page = preview("<script>alert(1)</script><img src=x onerror=alert(1)> & \"nháy\"");
        assertThat(page.select("script, img, [onerror]")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script><img src=x onerror=alert(1)> & \"nháy\"");
    }

    @Test
    void nothing_in_it_breaks_the_content_policy_or_the_headings_of_the_page_around_it() {
        var page = preview("Nội dung");
        assertThat(page.select("[style], style, script, h1, [id]")).isEmpty();
        assertThat(page.select("h2").eachText()).contains("KẾ HOẠCH");
    }

    @Test
    void a_table_has_heading_cells_and_is_reached_by_keyboard() {
        var page = preview("Nội dung");
        assertThat(page.select("th[scope=col]").eachText()).containsExactly("TT", "Nhiệm vụ");
        assertThat(page.select(".wide-table").attr("tabindex")).isEqualTo("0");
    }

    private static Document preview(String paragraph) {
        var table = new Block(
                Block.Kind.TABLE, null, "", List.of(List.of("TT", "Nhiệm vụ"), List.of("1", "Tập huấn")), null);
        return Jsoup.parse(new DocumentWriter()
                .html(new AdministrativeDocument(
                        "Kế hoạch",
                        "Sở Khoa học và Công nghệ",
                        "Ủy ban nhân dân tỉnh Hoa Giang",
                        null,
                        "KH-SKHCN",
                        "Hoa Giang",
                        new PartialDate(2026, 4, null),
                        "Công tác bình đẳng giới",
                        List.of(),
                        List.of(new LegalBasis(
                                "Căn cứ Công văn số 12/SNV-BĐG", "Công văn", "12/SNV-BĐG", null, null, null)),
                        List.of(),
                        List.of(Block.paragraph(paragraph)),
                        List.of(),
                        List.of(),
                        List.of("Các phòng, đơn vị", "Lưu: VT, VP"),
                        new Signature("KT", "Giám đốc", "Phó Giám đốc", "Vũ Quang Thắng"),
                        List.of(new Annex("Phụ lục", "Phân công nhiệm vụ", null, List.of(table))),
                        List.of())));
    }
}
