package vn.binhdang.plan.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhdang.web.Text;

class TargetTest {
    private static final OffsetDateTime THEN = OffsetDateTime.of(2026, 1, 5, 9, 0, 0, 0, ZoneOffset.UTC);

    @Test
    void every_target_has_a_document_a_source_and_a_day_and_its_code_once() {
        assertThat(Target.ALL).hasSize(35).extracting(Target::code).doesNotHaveDuplicates();
        assertThat(Target.ALL).allSatisfy(target -> {
            assertThat(target.in2025() == null && target.in2030() == null).isFalse();
            assertThat(target.words()).isNotEmpty();
        });
    }

    @Test
    void what_was_written_down_from_memory_is_never_official() {
        assertThat(Target.ALL)
                .filteredOn(target -> target.source().contains("theo trí nhớ"))
                .hasSize(8)
                .allMatch(target -> !target.verified());
        assertThat(Target.find("NQ28-6.2").orElseThrow().verified()).isFalse();
        assertThat(Target.find("NQ28-6.1").orElseThrow().verified()).isTrue();
    }

    @Test
    void a_value_is_printed_with_its_sign() {
        assertThat(printed(Target.find("NQ28-2.1").orElseThrow().in2030())).isEqualTo("≈ 60");
        assertThat(printed(Target.find("NQ28-2.2").orElseThrow().in2025())).isEqualTo("< 30");
        assertThat(Target.find("QD2232-BL.1").orElseThrow().in2030()).isNull();
    }

    @Test
    void numbers_and_words_of_a_value_follow_the_language() {
        var bound = new Target.Bound(">=", "1.7", "");
        assertThat(printed(bound, Text.VIETNAMESE)).isEqualTo("≥ 1,7");
        assertThat(printed(bound, Text.ENGLISH)).isEqualTo("≥ 1.7");
        assertThat(printed(new Target.Bound("=", "10-15", ""), Text.ENGLISH)).isEqualTo("10-15");
        var milestone = Target.find("NQ28-5.1").orElseThrow().in2030();
        assertThat(printed(milestone, Text.VIETNAMESE)).isEqualTo("đạt");
        assertThat(printed(milestone, Text.ENGLISH)).isEqualTo("achieved");
    }

    @Test
    void words_suggest_and_near_words_do_not() {
        assertThat(Suggestions.of("Hưởng ứng Tháng hành động vì bình đẳng giới").keySet())
                .extracting(Target::number)
                .containsExactly("TT.2");
        assertThat(Suggestions.of("Tăng cường niềm tin")).isEmpty();
    }

    @Test
    void a_cell_is_empty_where_a_purpose_names_a_target_and_no_task_works_for_it() {
        var purpose = new Place(UUID.randomUUID(), Place.Kind.PURPOSE, "I.1", "Nâng cao nhận thức");
        var bare = new Place(UUID.randomUUID(), Place.Kind.PURPOSE, "I.2", "Phối hợp");
        var task = new Place(UUID.randomUUID(), Place.Kind.TASK, "II.1", "Phổ biến");
        var idle = new Place(UUID.randomUUID(), Place.Kind.TASK, "II.2", "Báo cáo");
        var matrix = TargetMatrix.of(
                List.of(purpose, bare, task, idle),
                List.of(
                        link(purpose, "NQ28-6.1", null),
                        link(purpose, "NQ28-6.2", null),
                        link(task, "NQ28-6.1", null),
                        link(task, "NQ28-6.3", null),
                        link(idle, "NQ28-6.1", THEN)));
        var cells = matrix.purposes().getFirst().cells();
        assertThat(cells).extracting(TargetMatrix.Cell::empty).containsExactly(false, true);
        assertThat(matrix.purposes().getLast().empty()).isTrue();
        assertThat(matrix.emptyCells()).isEqualTo(2);
        assertThat(matrix.unnamed()).extracting(cell -> cell.target().number()).containsExactly("6.3");
        assertThat(matrix.idle()).containsExactly(idle);
        assertThat(matrix.targets()).extracting(Target::number).containsExactly("6.1", "6.2", "6.3");
    }

    private static String printed(Target.@Nullable Bound bound) {
        return printed(bound, Text.VIETNAMESE);
    }

    private static String printed(Target.@Nullable Bound bound, Locale language) {
        return Objects.requireNonNull(bound).printed(Text.in(language));
    }

    private static TargetLink link(Place place, String code, @Nullable OffsetDateTime ended) {
        return new TargetLink(place.id(), code, false, THEN, ended);
    }
}
