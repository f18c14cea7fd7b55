package vn.binhdang.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanPart;
import vn.binhdang.plan.PlanPart.Kind;
import vn.binhdang.plan.PlanPart.Words;
import vn.binhdang.plan.amendment.PartChange.InForce;

class PartsOfTextTest {
    private static final PlanId PLAN = PlanId.of(DocumentId.create());

    @Test
    void purposes_are_the_paragraphs_of_their_section_and_of_no_other() {
        var text = read(
                List.of(
                        block(Block.Kind.SECTION, "I.", "MỤC ĐÍCH, YÊU CẦU"),
                        block(Block.Kind.HEADING, "1.", "Mục đích"),
                        block(Block.Kind.ITEM, "a)", "Nâng cao nhận thức"),
                        block(Block.Kind.ITEM, "-", "Phối hợp chặt chẽ"),
                        Block.paragraph(" "),
                        block(Block.Kind.SECTION, "II.", "NỘI DUNG THỰC HIỆN"),
                        block(Block.Kind.ITEM, "1.", "Tập huấn")),
                List.of());
        assertThat(text.parts()).extracting(PlanPart::label).containsExactly("I.1.a)", "I.1");
        assertThat(text.homes())
                .extracting(home -> home.kind() + " " + home.label())
                .containsExactly("PURPOSE I.1", "TARGET ");
    }

    @Test
    void targets_are_what_stands_under_a_heading_of_targets_and_a_section_of_tasks_has_none() {
        var text = read(
                List.of(
                        block(Block.Kind.SECTION, "I.", "MỤC TIÊU"),
                        block(Block.Kind.HEADING, "1.", "Mục tiêu chung"),
                        Block.paragraph("Thu hẹp khoảng cách giới"),
                        block(Block.Kind.HEADING, "2.", "Chỉ tiêu cụ thể"),
                        block(Block.Kind.ITEM, "a)", "60% công chức được tập huấn"),
                        block(Block.Kind.HEADING, "3.", "Yêu cầu"),
                        Block.paragraph("Thiết thực"),
                        block(Block.Kind.SECTION, "II.", "NHIỆM VỤ ĐỂ ĐẠT CHỈ TIÊU"),
                        block(Block.Kind.ITEM, "1.", "Tập huấn")),
                List.of());
        assertThat(text.parts())
                .extracting(part -> part.kind() + " " + part.label())
                .containsExactly("TARGET I.1", "TARGET I.2.a)", "PURPOSE I.3");
    }

    @Test
    void a_heading_that_only_speaks_of_targets_holds_tasks_and_one_that_begins_with_them_holds_targets() {
        var text = read(
                List.of(
                        block(Block.Kind.SECTION, "I.", "QUAN ĐIỂM, MỤC TIÊU"),
                        Block.paragraph("Bình đẳng giới là việc của mọi cơ quan"),
                        block(Block.Kind.SECTION, "II.", "NỘI DUNG THỰC HIỆN"),
                        block(Block.Kind.HEADING, "1.", "Các chỉ tiêu cụ thể"),
                        Block.paragraph("60% công chức được tập huấn"),
                        block(Block.Kind.HEADING, "2.", "Thực hiện các mục tiêu, chỉ tiêu về bình đẳng giới"),
                        block(Block.Kind.ITEM, "a)", "Tập huấn cho công chức"),
                        block(Block.Kind.SECTION, "III.", "TỔ CHỨC THỰC HIỆN MỤC TIÊU, MỤC ĐÍCH"),
                        block(Block.Kind.ITEM, "1.", "Văn phòng theo dõi")),
                List.of());
        assertThat(text.parts())
                .extracting(part -> part.kind() + " " + part.label())
                .containsExactly("TARGET I", "TARGET II.1");
    }

    @Test
    void only_a_section_whose_own_headings_hold_such_parts_takes_nothing_of_its_own() {
        var text = read(
                List.of(
                        block(Block.Kind.SECTION, "I.", "MỤC ĐÍCH"),
                        block(Block.Kind.SECTION, "II.", "CHỈ TIÊU"),
                        Block.paragraph("60% công chức được tập huấn"),
                        block(Block.Kind.SECTION, "", "MỤC TIÊU"),
                        block(Block.Kind.HEADING, "1.", "Mục tiêu chung"),
                        Block.paragraph("Thu hẹp khoảng cách giới"),
                        block(Block.Kind.SECTION, "", "YÊU CẦU, MỤC ĐÍCH KHÁC")),
                List.of());
        assertThat(text.homes())
                .extracting(home -> home.kind() + " " + home.title())
                .containsExactly(
                        "PURPOSE MỤC ĐÍCH",
                        "TARGET CHỈ TIÊU",
                        "TARGET Mục tiêu chung",
                        "PURPOSE YÊU CẦU, MỤC ĐÍCH KHÁC");
    }

    @Test
    void each_row_of_a_table_of_an_annex_is_a_part_and_keeps_its_identity() {
        var table = new Block(
                Block.Kind.TABLE,
                null,
                "",
                List.of(List.of("TT", "Nội dung", "Kinh phí"), List.of("1", "Tập huấn", "20"), List.of("2", "In ấn")),
                null);
        var annex = new Annex("Phụ lục I", "Kinh phí", null, List.of(table, Block.paragraph("Ghi chú: dự kiến")));
        var first = read(List.of(), List.of(annex));
        assertThat(first.parts()).hasSize(3).allMatch(part -> part.kind() == Kind.ANNEX_ROW);
        assertThat(first.parts().get(1).words().cells()).containsExactly("2", "In ấn", "");
        assertThat(first.parts().get(2).words().text()).isEqualTo("Ghi chú: dự kiến");
        assertThat(first.parts().get(0).home().columns()).containsExactly("TT", "Nội dung", "Kinh phí");
    }

    @Test
    void what_an_amendment_takes_out_stays_to_be_read_and_before_its_day_nothing_has_changed() {
        var text = read(
                List.of(
                        block(Block.Kind.SECTION, "I.", "MỤC ĐÍCH"),
                        block(Block.Kind.ITEM, "1.", "Nâng cao nhận thức"),
                        block(Block.Kind.ITEM, "2.", "Phối hợp")),
                List.of());
        var one = text.parts().get(0);
        var two = text.parts().get(1);
        var day = LocalDate.of(2026, 6, 1);
        var changes = List.of(
                inForce(one, one.words(), Words.of("1.", "Nâng cao nhận thức và trách nhiệm"), day),
                inForce(two, two.words(), null, day.plusDays(5)),
                inForce(
                        new PlanPart(UUID.randomUUID(), one.home(), Words.of("3.", "Thiết thực")),
                        null,
                        Words.of("3.", "Thiết thực"),
                        day));
        var now = PartsThroughAmendments.standing(text, changes, LocalDate.MAX);
        assertThat(now)
                .extracting(standing -> standing.part().words().text())
                .containsExactly("Nâng cao nhận thức và trách nhiệm", "Phối hợp", "Thiết thực");
        assertThat(now).extracting(PartsThroughAmendments.Standing::ended).containsExactly(false, true, false);
        assertThat(PartsThroughAmendments.standing(text, changes, day))
                .noneMatch(PartsThroughAmendments.Standing::ended)
                .hasSize(3);
        assertThat(PartsThroughAmendments.standing(text, changes, day.minusDays(1)))
                .extracting(standing -> standing.part().words().text())
                .containsExactly("Nâng cao nhận thức", "Phối hợp");
    }

    @Test
    void a_change_decided_again_keeps_what_was_changed_on_purpose_and_takes_the_rest_as_it_is_now() {
        var home = new PlanPart.Home(UUID.randomUUID(), Kind.ANNEX_ROW, "Phụ lục", "", List.of("Nội dung", "Kinh phí"));
        var before = new Words(null, List.of("Tập huấn", "20"));
        var change = new PartChange(
                Change.Kind.CHANGE,
                UUID.randomUUID(),
                home,
                before,
                new Words(null, List.of("Tập huấn", "30")),
                "",
                1,
                false);
        var now = new Words(null, List.of("Tập huấn hai ngày", "20"));
        assertThat(change.merged(now).cells()).containsExactly("Tập huấn hai ngày", "30");
        var moved = inForce(new PlanPart(change.part(), home, before), before, now, LocalDate.of(2026, 5, 5));
        assertThat(change.overtaken(moved)).isEqualTo(Overtaken.CHANGED);
        assertThat(change.overtaken(inForce(new PlanPart(change.part(), home, before), before, null, LocalDate.MAX)))
                .isEqualTo(Overtaken.GONE);
        assertThat(change.overtaken(null)).isEqualTo(Overtaken.NOTHING);
        assertThat(ChangeSentences.sentence(change))
                .isEqualTo("Phụ lục, nội dung “Tập huấn – 20”: cột “Kinh phí” từ “20” thành “30”.");
    }

    private static InForce inForce(PlanPart part, @Nullable Words before, @Nullable Words after, LocalDate on) {
        var kind = before == null ? Change.Kind.ADD : after == null ? Change.Kind.DROP : Change.Kind.CHANGE;
        return new InForce(
                new PartChange(kind, part.id(), part.home(), before, after, "", 1, false),
                DocumentId.create(),
                "12/KH-SKHCN",
                on);
    }

    private static PartsOfText read(List<Block> body, List<Annex> annexes) {
        var ids = new HashMap<Integer, List<UUID>>();
        ids.put(0, ids(body));
        for (int i = 0; i < annexes.size(); i++)
            ids.put(i + 1, ids(annexes.get(i).body()));
        return PartsOfText.of(PLAN, document(body, annexes), Map.copyOf(ids));
    }

    private static List<UUID> ids(List<Block> blocks) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < blocks.size(); i++) ids.add(UUID.randomUUID());
        return ids;
    }

    private static Block block(Block.Kind kind, String number, String text) {
        return new Block(kind, number, text, List.of(), null);
    }

    static AdministrativeDocument document(List<Block> body, List<Annex> annexes) {
        return new AdministrativeDocument(
                "Kế hoạch",
                "Sở Khoa học và Công nghệ",
                "Ủy ban nhân dân tỉnh Hoa Giang",
                null,
                "KH-SKHCN",
                "Hoa Giang",
                null,
                "Thực hiện công tác bình đẳng giới năm 2026",
                List.of(),
                List.of(),
                List.of(),
                body,
                List.of(),
                List.of(),
                List.of("Như trên"),
                null,
                annexes,
                List.of());
    }
}
