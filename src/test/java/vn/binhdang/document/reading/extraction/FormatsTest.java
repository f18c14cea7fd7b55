package vn.binhdang.document.reading.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.document.Finding;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;

class FormatsTest {

    static Stream<Arguments> formats() {
        String text = InventedPlan.text();
        return Stream.of(
                Arguments.of("plain.docx", InventedPlan.plainDocx()),
                Arguments.of("numbered.docx", InventedPlan.numberedDocx()),
                Arguments.of("portal.doc", InventedPlan.numberedDocx()),
                Arguments.of("utf-8.html", InventedPlan.html(StandardCharsets.UTF_8)),
                Arguments.of("windows-1258.htm", InventedPlan.html(InventedPlan.WINDOWS_1258)),
                Arguments.of("portal-page.doc", InventedPlan.html(StandardCharsets.UTF_8)),
                Arguments.of("laid-out.pdf", InventedPlan.pdf()),
                Arguments.of("converted.md", InventedPlan.markdown()),
                Arguments.of("utf-8.txt", text.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("byte-order-mark.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("utf-16.txt", text.getBytes(StandardCharsets.UTF_16)),
                Arguments.of("utf-16-unmarked.txt", text.getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("windows-1258.txt", InventedPlan.windows1258()),
                Arguments.of("vni.txt", InventedPlan.vni()),
                Arguments.of("no-extension", text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void one_plan_has_the_same_lines_in_every_format(String name, byte[] content) throws UnreadableDocument {
        assertThat(visibleLines(Extraction.of(name, content))).containsExactlyElementsOf(InventedPlan.LINES);
    }

    @Test
    void in_TCVN3_too_but_for_capitals_which_it_does_not_have() throws UnreadableDocument {
        assertThat(visibleLines(Extraction.of("abc.txt", InventedPlan.tcvn3())))
                .extracting(line -> line.toLowerCase(Locale.ROOT))
                .containsExactlyElementsOf(InventedPlan.LINES.stream()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void a_conversion_from_an_old_encoding_is_told_with_its_name() throws UnreadableDocument {
        assertThat(Extraction.of("a.txt", InventedPlan.tcvn3()).notices())
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(tuple("document.reading.encodingConverted", List.of("TCVN3 (ABC)")));
        assertThat(Extraction.of("a.txt", InventedPlan.vni())
                        .notices()
                        .getFirst()
                        .arguments())
                .containsExactly("VNI");
        assertThat(Extraction.of("a.txt", InventedPlan.windows1258())
                        .notices()
                        .getFirst()
                        .arguments())
                .containsExactly("Windows-1258");
    }

    @Test
    void unicode_text_is_not_reported_as_converted() throws UnreadableDocument {
        assertThat(Extraction.ofPastedText(InventedPlan.text()).notices()).isEmpty();
    }

    @Test
    void the_binary_format_of_Word_has_the_lines_and_cells_that_Word_shows() throws Exception {
        var lines = Extraction.of("ke-hoach.doc", HostileFiles.inventedDoc()).lines();
        assertThat(lines)
                .extracting(Line::text)
                .contains("UBND TỈNH SÔNG LAM", "2. Yêu cầu", "a. Thiết thực", "- Gạch đầu dòng một", "PHÓ GIÁM ĐỐC");
        assertThat(lines.getFirst().cell()).isEqualTo(new SourceText.Cell(0, 0, 0));
        assertThat(lines.get(3).cell()).isEqualTo(new SourceText.Cell(0, 0, 1));
        assertThat(lines.get(3).bold()).isTrue();
    }

    private static List<String> visibleLines(SourceText text) {
        return text.lines().stream()
                .map(Line::text)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
