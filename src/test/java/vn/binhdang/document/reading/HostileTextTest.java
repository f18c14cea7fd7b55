package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.SourceText;

/** No text makes the reader throw, loop, or work more than in proportion to its length. */
class HostileTextTest {
    /** What the parts of real documents are made of, and what they are broken with. */
    private static final List<String> PIECES = List.of(
            "KẾ HOẠCH",
            "QUYẾT ĐỊNH:",
            "Căn cứ ",
            "Luật ",
            "số ",
            "12/KH-UBND ",
            "57-NQ/TW ",
            "ngày ",
            "15/11 ",
            "đến ",
            "tháng ",
            "31/2/2026 ",
            "I. ",
            "1. ",
            "1.1.1.1.1.1.1.1. ",
            "a) ",
            "- ",
            "+ ",
            "* ",
            "(1) ",
            "Điều 1. ",
            "Phần ",
            ": ",
            "; ",
            ", ",
            ".",
            "./.",
            " và ",
            "Sở Nội vụ ",
            "các sở, ban, ngành ",
            "phối hợp với ",
            "chủ trì ",
            "Đơn vị phối hợp: ",
            "Thời gian: ",
            "trước ",
            "hằng năm ",
            "Nơi nhận:",
            "Lưu: VT",
            "KT. GIÁM ĐỐC",
            "Lê Thị Hoa",
            "PHỤ LỤC I",
            "|",
            "**",
            "_",
            "[1] ",
            "(",
            ")",
            "“",
            "\u0301",
            "\u200f",
            "\u0000",
            "\ufeff",
            "\ud83d",
            " ",
            "   ",
            "",
            "99999999999999999999",
            "V/v ",
            "Kính gửi: ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");

    private static String line(Random random, int most) {
        var line = new StringBuilder();
        int pieces = random.nextInt(most);
        for (int i = 0; i < pieces; i++) line.append(PIECES.get(random.nextInt(PIECES.size())));
        return line.toString();
    }

    private static SourceText source(Random random, int lines, int piecesPerLine) {
        var all = new ArrayList<SourceText.Line>();
        for (int i = 1; i <= lines; i++)
            all.add(new SourceText.Line(
                    i,
                    line(random, piecesPerLine),
                    random.nextInt(4) == 0,
                    random.nextInt(4) == 0,
                    random.nextInt(4) == 0,
                    random.nextInt(6) == 0
                            ? new SourceText.Cell(random.nextInt(3), random.nextInt(4), random.nextInt(3))
                            : null,
                    random.nextBoolean() ? 1 : null,
                    random.nextInt(5) == 0));
        return new SourceText(SourceText.Format.TEXT, all, List.of());
    }

    @Test
    void any_mixture_of_pieces_gives_a_document_whose_places_lie_in_the_text() {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var source = source(random, 1 + random.nextInt(60), 1 + random.nextInt(12));
            var document = new DocumentUnderstanding().understand(source);
            assertThat(document.tasks())
                    .as("seed %d", seed)
                    .allMatch(task -> task.lines() == null
                            || task.lines().to() <= source.lines().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Sở Nội vụ chủ trì, phối hợp với Sở Y tế, Sở Tài chính và các đơn vị liên quan thực hiện trước ngày"
                        + " 15/11/2026.",
                "Luật Bình đẳng giới và Luật số 12/2006/QH11, Nghị định số 70/2008/NĐ-CP ngày 04/6/2008; ",
                "1. Nội dung: tập huấn",
                "Đơn vị phối hợp: Sở A",
                "(((((((((((((((((((",
                "luật luật luật luật ",
                "số số số ",
                "|a|b|",
                "|",
                "a) X: Y",
                "từ ngày 1/1 đến ngày 2/2 ",
                "KT. GIÁM ĐỐC",
                "Nơi nhận: - ",
                "phối hợp phối hợp ",
                "* ** *** ",
                "PHỤ LỤC I",
                "CHƯƠNG",
                "Kính gửi: Sở A",
                "1.1.1.1.1. x"
            })
    void ten_times_the_text_costs_at_most_twelve_times_the_work(String piece) {
        for (var joint : List.of("\n", " ", "\n\n"))
            assertThat(work(piece, joint, 2000))
                    .as("joined by \"%s\"", joint)
                    .isLessThanOrEqualTo(12 * work(piece, joint, 200));
    }

    private static long work(String piece, String joint, int times) {
        var text = "KẾ HOẠCH\nCông tác năm 2026\n\nI. NHIỆM VỤ\n\nCHƯƠNG I\n" + (piece + joint).repeat(times);
        return StepCounting.stepsToRead(Reading.source(text));
    }

    @Test
    void the_counter_sees_at_least_every_character() {
        assertThat(work("- Tổ chức tập huấn.", "\n", 200)).isGreaterThan(200 * 19);
    }

    @Test
    void a_line_of_a_hundred_thousand_characters_is_read() {
        var long1 = "Sở Nội vụ phối hợp với Sở Y tế ".repeat(4000);
        assertThat(Reading.plan("I. NHIỆM VỤ\n\n1. Tổ chức hội nghị " + long1).tasks())
                .hasSize(1);
    }

    @Test
    void nothing_gives_an_empty_document_that_says_so() {
        assertThat(Reading.of("").findings())
                .extracting(finding -> finding.code())
                .containsExactly("document.reading.nothingRead");
        assertThat(new DocumentUnderstanding()
                        .understand(new SourceText(SourceText.Format.TEXT, List.of(), List.of()))
                        .tasks())
                .isEmpty();
    }

    @Test
    void marks_that_nobody_sees_and_decomposed_accents_change_nothing() {
        var plain = Reading.plan("I. NHIỆM VỤ\n\n1. Sở Nội vụ tổ chức tập huấn trước ngày 30/6/2026.");
        var odd = Reading.plan(
                "I. NHIỆM VU\u0323\n\n1. \u200fSở\u00a0Nội vụ tổ\u0000chức tập huấn\u200b trước ngày 30/6/2026.");
        assertThat(odd.tasks()).hasSize(1);
        assertThat(odd.tasks().getFirst().leadUnits())
                .isEqualTo(plain.tasks().getFirst().leadUnits());
        assertThat(odd.tasks().getFirst().due())
                .isEqualTo(plain.tasks().getFirst().due());
        assertThat(odd.sections().getFirst().heading()).isEqualTo("NHIỆM VỤ");
    }
}
