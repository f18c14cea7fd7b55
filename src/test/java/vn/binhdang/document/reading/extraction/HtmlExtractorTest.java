package vn.binhdang.document.reading.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;

class HtmlExtractorTest {

    @Test
    void blocks_are_paragraphs_and_breaks_are_lines() throws UnreadableDocument {
        var lines = read("<p>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC</p><div>Nơi\n  nhận:</div>");
        assertThat(lines).extracting(Line::text).containsExactly("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nơi nhận:");
        assertThat(lines).extracting(Line::paragraph).containsExactly(false, false, true);
    }

    @Test
    void empty_lines_that_part_the_text_of_a_page_stay() throws UnreadableDocument {
        assertThat(texts("<div>Mục đích<br><br>Yêu cầu</div>")).containsExactly("Mục đích", "", "Yêu cầu");
        assertThat(texts("<pre>Mục đích\n\nYêu cầu</pre>")).containsExactly("Mục đích", "", "Yêu cầu");
    }

    @Test
    void numbers_that_the_browser_draws_are_read() throws UnreadableDocument {
        assertThat(texts("<ol type=I start=2><li>Nội dung<ol type=a><li>Một<li>Hai</ol></ol><ul><li>Ba</ul>"))
                .containsExactly("II. Nội dung", "a. Một", "b. Hai", "- Ba");
    }

    @Test
    void the_numbers_that_Word_writes_for_old_browsers_are_read() throws UnreadableDocument {
        assertThat(texts("<p class=MsoListParagraph><![if !supportLists]><span>1.<span>&nbsp;&nbsp; </span></span>"
                        + "<![endif]>Mục đích</p>"))
                .containsExactly("1.   Mục đích");
    }

    @Test
    void spanning_cells_push_the_others_aside() throws UnreadableDocument {
        assertThat(read("<table><tr><td rowspan=2>A<td colspan=2>B<td>C<tr><td>D<td>E</table>"))
                .extracting(Line::text, Line::cell)
                .containsExactly(
                        tuple("A", new Cell(0, 0, 0)),
                        tuple("B", new Cell(0, 0, 1)),
                        tuple("C", new Cell(0, 0, 3)),
                        tuple("D", new Cell(0, 1, 1)),
                        tuple("E", new Cell(0, 1, 2)));
    }

    @Test
    void looks_come_from_tags_and_styles() throws UnreadableDocument {
        var line = read("<p style='text-align: center; font-weight:700'><em>Kế hoạch</em></p>")
                .getFirst();
        assertThat(line.bold()).isTrue();
        assertThat(line.italic()).isTrue();
        assertThat(line.centred()).isTrue();
    }

    @Test
    void hidden_text_scripts_deletions_and_footnotes_are_left_out() throws UnreadableDocument {
        assertThat(texts("<script>x</script><p>Kế <del>bỏ</del>hoạch<span style='display:none'>ẩn</span><a"
                        + " style='mso-footnote-id:ftn1'>[1]</a></p><div"
                        + " style='mso-element:footnote-list'>chú</div>"))
                .containsExactly("Kế hoạch");
    }

    @Test
    void an_old_page_that_leaves_its_encoding_to_the_font_is_converted() throws UnreadableDocument {
        byte[] head =
                "<html><head><meta http-equiv=Content-Type content='text/html; charset=x-user-defined'></head><body><pre>"
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] plan = InventedPlan.tcvn3();
        byte[] page = java.util.Arrays.copyOf(head, head.length + plan.length);
        System.arraycopy(plan, 0, page, head.length, plan.length);
        assertThat(Extraction.of("a.htm", page).lines()).extracting(Line::text).contains("Kế hoạch");
    }

    private static List<Line> read(String body) throws UnreadableDocument {
        return Extraction.of("a.html", ("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8))
                .lines();
    }

    private static List<String> texts(String body) throws UnreadableDocument {
        return read(body).stream().map(Line::text).toList();
    }
}
