package vn.binhdang.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.document.Block;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.AmendedTasks.Share;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.amendment.Change.Kind;

class ChangeTest {
    private static final TaskId TASK = TaskId.create();
    private static final PlanId PLAN = new PlanId(Uuid7.create());
    private static final UUID OFFICE = new UUID(0, 1);
    private static final UUID DIVISION = new UUID(0, 2);
    private static final UUID UNION = new UUID(0, 3);
    private static final Map<UUID, String> NAMES =
            Map.of(OFFICE, "Văn phòng", DIVISION, "Phòng Chuyển đổi số", UNION, "Công đoàn");

    @Test
    void each_kind_of_change_is_a_sentence_of_the_document() {
        var before = terms(OFFICE, LocalDate.of(2026, 6, 30));
        var after = terms(DIVISION, LocalDate.of(2026, 9, 30), UNION);
        assertThat(ChangeSentences.sentence(change(Kind.CHANGE, before, after, ""), NAMES::get))
                .isEqualTo(
                        "Nhiệm vụ số 2 “Rà soát quy hoạch”: đơn vị chủ trì từ “Văn phòng” thành “Phòng Chuyển đổi số”;"
                            + " đơn vị phối hợp: bổ sung “Công đoàn”; thời hạn từ “30/06/2026” thành “30/09/2026”.");
        assertThat(ChangeSentences.sentence(change(Kind.DROP, before, null, "Trùng với kế hoạch tỉnh"), NAMES::get))
                .isEqualTo("Nhiệm vụ số 2 “Rà soát quy hoạch”. Lý do: Trùng với kế hoạch tỉnh.");
        assertThat(ChangeSentences.sentence(change(Kind.ADD, null, after, ""), NAMES::get))
                .startsWith("Nhiệm vụ số 2: Rà soát quy hoạch; đơn vị chủ trì: Phòng Chuyển đổi số")
                .endsWith("thời hạn: 30/09/2026.");
    }

    @Test
    void the_changes_stand_behind_the_sentence_that_leads_to_them_numbered_by_kind() {
        var change = change(Kind.CHANGE, terms(OFFICE, null), terms(DIVISION, null), "");
        var drop = change(Kind.DROP, terms(OFFICE, null), null, "Trùng");
        var body = List.of(Block.paragraph("Sở điều chỉnh như sau:"), Block.paragraph("Các nội dung khác giữ nguyên."));
        assertThat(AmendmentPaper.withChanges(body, List.of(drop, change), List.of(), NAMES::get))
                .extracting(Block::number)
                .containsExactly(null, "1.", "a)", "2.", "a)", null);
        assertThat(AmendmentPaper.hasPlace(body.subList(1, 2))).isFalse();
    }

    static Stream<Object[]> cases() {
        var said = terms(OFFICE, null);
        var other = terms(DIVISION, null);
        return Stream.of(
                new Object[] {said, false, false, Overtaken.NOTHING},
                new Object[] {null, false, false, Overtaken.GONE},
                new Object[] {other, false, false, Overtaken.CHANGED},
                new Object[] {said, false, true, Overtaken.CLOSED},
                new Object[] {said, true, false, Overtaken.REOPENED},
                new Object[] {said, true, true, Overtaken.NOTHING});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_came_between_is_told(@Nullable TaskTerms now, boolean closedThen, boolean closedNow, Overtaken expected) {
        var change = new Change(Kind.DROP, TASK, terms(OFFICE, null), null, "Trùng", closedThen, 1, false);
        assertThat(Overtaken.of(change, now == null ? null : now.over(blank()), closedNow))
                .isEqualTo(expected);
        var added = change(Kind.ADD, null, terms(OFFICE, null), "");
        assertThat(Overtaken.of(added, null, closedNow)).isEqualTo(Overtaken.NOTHING);
    }

    @Test
    void each_unit_learns_what_it_gets_keeps_and_loses() {
        var moved = change(Kind.CHANGE, terms(OFFICE, null, UNION), terms(DIVISION, null, UNION), "");
        var dropped = change(Kind.DROP, terms(OFFICE, null), null, "Trùng");
        assertThat(AmendmentEffect.shares(List.of(moved, dropped)))
                .extracting(share -> share.unit().value(), Share::got, Share::kept, Share::lost)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(OFFICE, 0, 0, 2),
                        org.assertj.core.groups.Tuple.tuple(DIVISION, 1, 0, 0),
                        org.assertj.core.groups.Tuple.tuple(UNION, 0, 1, 0));
    }

    private static Change change(Kind kind, @Nullable TaskTerms before, @Nullable TaskTerms after, String reason) {
        return new Change(kind, TASK, before, after, reason, false, 1, false);
    }

    private static PlanTask blank() {
        return AmendmentEditing.empty(TASK, PLAN);
    }

    private static TaskTerms terms(UUID lead, @Nullable LocalDate due, UUID... helpers) {
        return new TaskTerms(
                "2",
                "Rà soát quy hoạch",
                lead,
                NAMES.get(lead),
                Stream.of(helpers)
                        .map(one -> new TaskTerms.Helper(one, String.valueOf(NAMES.get(one))))
                        .toList(),
                null,
                due,
                null,
                null,
                null,
                null);
    }
}
