package vn.binhdang.reporting.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.Block;
import vn.binhdang.document.Block.Kind;

class ReportGapsTest {
    @Test
    void a_freshly_compiled_report_asks_for_what_only_people_know() {
        var body = Samples.slots(Samples.all()).stream()
                .filter(slot -> slot.part() == 0)
                .map(Slot::block)
                .toList();
        assertThat(ReportGaps.emptyHeadings(body))
                .containsExactly(
                        "3. Bộ máy, nhân sự làm công tác bình đẳng giới; Ban Vì sự tiến bộ của phụ nữ",
                        "a) Nguyên nhân khách quan",
                        "b) Nguyên nhân chủ quan",
                        "V. KIẾN NGHỊ, ĐỀ XUẤT");
    }

    @Test
    void a_heading_with_headings_below_it_is_not_empty() {
        assertThat(ReportGaps.emptyHeadings(List.of(
                        block(Kind.SECTION, "I.", "Một"),
                        block(Kind.HEADING, "1.", "Hai"),
                        block(Kind.PARAGRAPH, null, "Chữ."))))
                .isEmpty();
    }

    @Test
    void a_heading_at_the_very_end_is_empty() {
        assertThat(ReportGaps.emptyHeadings(List.of(block(Kind.SECTION, "V.", "Kiến nghị"))))
                .containsExactly("V. Kiến nghị");
    }

    private static Block block(Kind kind, @org.jspecify.annotations.Nullable String number, String text) {
        return new Block(kind, number, text, List.of(), null);
    }
}
