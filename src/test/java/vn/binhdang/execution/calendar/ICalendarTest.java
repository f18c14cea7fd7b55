package vn.binhdang.execution.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is read with a library that knows the whole of RFC 5545. */
class ICalendarTest {
    private static final String LONG = "II.1. Tập huấn kiến thức bình đẳng giới, lồng ghép giới; phòng, chống bạo lực "
            + "trên cơ sở giới cho công chức, viên chức và người lao động của các phòng, đơn vị thuộc Sở 💐 \\ hết";

    private static String written(String summary) {
        return ICalendar.of(
                "Bình Đẳng: lịch, công việc",
                List.of(new ICalendar.Event(
                        "task-1@binhdang",
                        LocalDate.of(2026, 12, 31),
                        summary,
                        "Hạn nhiệm vụ",
                        "https://binhdang.example/plans/1/tasks/2?x=1;2,3",
                        7,
                        Instant.parse("2026-11-25T17:30:05Z"))));
    }

    @Test
    void a_reader_finds_every_word_as_it_was() {
        var read = Biweekly.parse(written(LONG + "\nDòng hai")).first();
        assertThat(read.validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
        var event = read.getEvents().getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(LONG + "\nDòng hai");
        assertThat(event.getUid().getValue()).isEqualTo("task-1@binhdang");
        assertThat(event.getSequence().getValue()).isEqualTo(7);
        assertThat(event.getCategories().getFirst().getValues()).containsExactly("Hạn nhiệm vụ");
        assertThat(event.getUrl().getValue()).isEqualTo("https://binhdang.example/plans/1/tasks/2?x=1;2,3");
        assertThat(event.getLastModified().getValue().toInstant()).isEqualTo(Instant.parse("2026-11-25T17:30:05Z"));
    }

    @Test
    void a_deadline_is_a_whole_day_that_ends_where_the_next_begins_whatever_the_zone() {
        assertThat(written("x")).contains("DTSTART;VALUE=DATE:20261231\r\n", "DTEND;VALUE=DATE:20270101\r\n");
        var event = Biweekly.parse(written("x")).first().getEvents().getFirst();
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
    }

    @Test
    void no_line_is_longer_than_75_octets_and_no_letter_is_cut() {
        for (int blanks = 0; blanks < 8; blanks++) {
            String text = written("x".repeat(blanks) + LONG);
            for (String line : text.split("\r\n", -1)) {
                byte[] octets = line.getBytes(StandardCharsets.UTF_8);
                assertThat(octets.length).as(line).isLessThanOrEqualTo(75);
                assertThat(line).doesNotContain("\uFFFD", "\n");
            }
            assertThat(Biweekly.parse(text)
                            .first()
                            .getEvents()
                            .getFirst()
                            .getSummary()
                            .getValue())
                    .isEqualTo("x".repeat(blanks) + LONG);
        }
    }

    @Test
    void what_would_end_a_line_or_a_value_is_escaped() {
        assertThat(ICalendar.escaped("a;b,c\\d\r\ne\u0007")).isEqualTo("a\\;b\\,c\\\\d\\ne ");
    }

    @Test
    void an_empty_calendar_is_one_too() {
        assertThat(Biweekly.parse(ICalendar.of("Lịch", List.of())).first().getEvents())
                .isEmpty();
    }
}
