package vn.binhdang.document.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.testing.Pages;

@PaperTest
class EditorTest {
    @Autowired
    private Pages pages;

    @Autowired
    private SamplePapers papers;

    @Autowired
    private OutgoingDocuments documents;

    @Autowired
    private AuditTrail audit;

    private Pages.Visit clerk;
    private DocumentId id;

    @BeforeEach
    void a_letter_is_being_written() {
        clerk = pages.as("vanphong");
        id = papers.draft("Về việc tập huấn bình đẳng giới");
    }

    @Test
    void the_editor_shows_every_part_in_both_languages() {
        var page = editor();
        assertThat(page.select("#value-issuingAgency").val()).isEqualTo("Sở Khoa học và Công nghệ");
        assertThat(page.select("#value-recipients").text()).contains("Lưu: VT, VP");
        assertThat(page.select(".block")).hasSize(3);
        assertThat(page.select(".given-at-issue").text()).contains("cấp khi ban hành", "tháng 4 năm 2026");
        assertThat(page.select("#signer option[selected]").text()).startsWith("Vũ Quang Thắng");
        assertThat(clerk.get("/documents/" + id + "/edit", "en").select("h1").text())
                .isEqualTo("Write the document");
    }

    @Test
    void a_paragraph_saves_itself_and_says_when() {
        var answer = save(block(1), "1", "Cử hai người tham gia buổi tập huấn.");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("X-Version")).isEqualTo("2");
        assertThat(Pages.parse(answer).text()).startsWith("Đã lưu ");
        assertThat(content().body().get(1).text()).isEqualTo("Cử hai người tham gia buổi tập huấn.");
        assertThat(audit.historyOf(papers.clerk().agency(), id.value()))
                .extracting(AuditTrail.Deed::action)
                .contains("document.block.edit");
    }

    @Test
    void saving_what_is_stored_already_changes_nothing() {
        String text = content().body().get(1).text();
        assertThat(save(block(1), "1", text).getHeader("X-Version")).isEqualTo("1");
        assertThat(audit.historyOf(papers.clerk().agency(), id.value()))
                .extracting(AuditTrail.Deed::action)
                .doesNotContain("document.block.edit");
    }

    @Test
    void two_people_at_one_paragraph_are_shown_both_versions_and_nothing_is_overwritten() {
        save(block(1), "1", "Bản của chị Ánh.");
        var answer = save(block(1), "1", "Bản của anh Đức.");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getHeader("X-Version")).isEqualTo("2");
        assertThat(Pages.parse(answer).select(".conflict .words").eachText())
                .containsExactly("Bản của anh Đức.", "Bản của chị Ánh.");
        assertThat(content().body().get(1).text()).isEqualTo("Bản của chị Ánh.");
        assertThat(save(block(1), "2", "Bản của anh Đức.").getStatus()).isEqualTo(200);
    }

    @Test
    void without_a_script_both_versions_stand_on_a_page_of_their_own() {
        save(block(1), "1", "Bản của chị Ánh.");
        var answer = clerk.post(
                address(block(1)), "version", "1", "kind", "ITEM", "number", "1.", "text", "Bản của anh Đức.");
        assertThat(answer.getStatus()).isEqualTo(409);
        var page = Pages.parse(answer);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("form[data-conflict] input[name=text]").val()).isEqualTo("Bản của anh Đức.");
        assertThat(page.select("form[data-conflict] input[name=version]").val()).isEqualTo("2");
    }

    @Test
    void two_people_in_two_fields_of_the_head_do_not_meet() {
        var page = editor();
        assertThat(field(page, "place", "Hà Nội").getStatus()).isEqualTo(200);
        assertThat(field(page, "symbol", "KH-SKHCN").getStatus()).isEqualTo(200);
        assertThat(content().place()).isEqualTo("Hà Nội");
        assertThat(content().symbol()).isEqualTo("KH-SKHCN");
        assertThat(field(page, "place", "Bắc Ninh").getStatus()).isEqualTo(409);
        assertThat(content().place()).isEqualTo("Hà Nội");
    }

    @Test
    void the_subject_is_what_lists_show() {
        field(editor(), "subjectLine", "Về việc khác");
        assertThat(papers.find(id).subject()).isEqualTo("Về việc khác");
    }

    @Test
    void recipients_are_one_a_line_without_dashes_and_end_marks() {
        field(editor(), "recipients", "- Như trên;\n\n- Lãnh đạo Sở;\r\n- Lưu: VT, VP.");
        assertThat(content().recipients()).containsExactly("Như trên", "Lãnh đạo Sở", "Lưu: VT, VP");
    }

    @Test
    void a_split_paragraph_is_two_and_undoing_gives_the_very_one_back() {
        var before = content().body();
        String at = String.valueOf(before.get(1).text().indexOf("tham gia"));
        var answer = deed(block(1), "split", "at", at);
        assertThat(Pages.parse(answer).select("textarea[name=text]").eachText())
                .containsExactly("Cử người", "tham gia buổi tập huấn.");
        assertThat(content().body()).hasSize(4);
        String undo = Pages.parse(answer).select("form[data-undo]").attr("action");
        assertThat(clerk.script(undo).getStatus()).isEqualTo(200);
        assertThat(content().body()).isEqualTo(before);
        assertThat(clerk.script(undo).getStatus()).isEqualTo(409);
    }

    @Test
    void undoing_does_not_take_away_what_was_written_since() {
        String undo = Pages.parse(deed(block(1), "split", "at", "8"))
                .select("form[data-undo]")
                .attr("action");
        save(block(2), "1", "Câu viết thêm.");
        assertThat(clerk.script(undo).getStatus()).isEqualTo(409);
        assertThat(content().body()).extracting(Block::text).contains("Câu viết thêm.");
    }

    @Test
    void a_deleted_paragraph_comes_back_where_it_stood() {
        var before = content().body();
        String undo =
                Pages.parse(deed(block(0), "delete")).select("form[data-undo]").attr("action");
        assertThat(content().body()).hasSize(2);
        clerk.script(undo);
        assertThat(content().body()).isEqualTo(before);
    }

    @Test
    void paragraphs_move_join_and_are_numbered_on() {
        deed(block(2), "up");
        assertThat(content().body()).extracting(Block::number).containsExactly(null, "2.", "1.");
        deed(block(2), "up");
        deed(block(2), "add-after");
        assertThat(content().body().get(3)).isEqualTo(new Block(Block.Kind.ITEM, "3.", "", List.of(), null));
        deed(block(1), "join");
        assertThat(content().body().get(1).text())
                .isEqualTo("Cử người tham gia buổi tập huấn. Gửi danh sách về Văn phòng.");
    }

    @Test
    void words_typed_before_a_button_was_pressed_are_kept() {
        clerk.post(address(block(1)), "version", "1", "kind", "ITEM", "number", "1.", "text", "Mới gõ.", "do", "down");
        assertThat(content().body()).extracting(Block::text).endsWith("Mới gõ.");
    }

    @Test
    void bases_are_added_written_ordered_deleted_and_brought_back() {
        clerk.script("/documents/" + id + "/bases");
        basis(0, "", "text", "Căn cứ Luật Bình đẳng giới;");
        clerk.script("/documents/" + id + "/bases");
        basis(1, "", "text", "Căn cứ Kế hoạch số 15/KH-UBND", "do", "up");
        assertThat(content().legalBases())
                .extracting(b -> b.text())
                .containsExactly("Căn cứ Kế hoạch số 15/KH-UBND", "Căn cứ Luật Bình đẳng giới");
        var deleted =
                basis(0, "Căn cứ Kế hoạch số 15/KH-UBND", "text", "Căn cứ Kế hoạch số 15/KH-UBND", "do", "delete");
        assertThat(content().legalBases()).hasSize(1);
        clerk.script(Pages.parse(deleted).select("form[data-undo]").attr("action"));
        assertThat(content().legalBases()).hasSize(2);
    }

    @Test
    void the_signer_is_chosen_by_person_and_the_lines_follow() {
        var page = editor();
        String head = page.select("#signer option").stream()
                .filter(option -> option.text().contains("Chánh Văn phòng"))
                .map(Element::val)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseThrow();
        clerk.script(
                "/documents/" + id + "/signature",
                "version",
                page.select("#signature input[name=version]").val(),
                "signer",
                head,
                "capacity",
                "BY_OFFICE");
        var signature = Objects.requireNonNull(content().signature());
        assertThat(signature.capacity()).isEqualTo("TL");
        assertThat(signature.onBehalfOf()).isEqualTo("GIÁM ĐỐC");
        assertThat(signature.title()).isEqualTo("CHÁNH VĂN PHÒNG");
    }

    @Test
    void a_finding_stands_at_its_part_and_one_click_mends_it() {
        field(editor(), "recipients", "Như trên\nLãnh đạo Sở\nLãnh đạo Sở\nLưu: VT, VP");
        var mend = Objects.requireNonNull(
                editor().select("#field-recipients form[data-mend]").first());
        clerk.post(mend.attr("action"), values(mend));
        assertThat(content().recipients()).containsExactly("Như trên", "Lãnh đạo Sở", "Lưu: VT, VP");
    }

    @Test
    void a_submitted_document_is_not_edited_and_the_reason_is_said() {
        var block = block(1);
        papers.submit(id);
        var page = clerk.fetch("/documents/" + id + "/edit");
        assertThat(page.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(page).text()).contains("đã trình, không sửa được nữa");
        assertThat(save(block, "1", "Sửa lén.").getStatus()).isEqualTo(409);
        assertThat(content().body()).extracting(Block::text).doesNotContain("Sửa lén.");
    }

    @Test
    void heads_read_but_do_not_write_and_others_do_not_see_it() {
        var block = block(1);
        assertThat(pages.as("giamdoc").fetch("/documents/" + id + "/edit").getStatus())
                .isEqualTo(403);
        assertThat(pages.as("qlkh").fetch("/documents/" + id + "/edit").getStatus())
                .isEqualTo(403);
        assertThat(pages.as("qlkh").script(address(block), "text", "x").getStatus())
                .isEqualTo(403);
        assertThat(pages.as("qlkh").fetch("/documents/" + id + "/history").getStatus())
                .isEqualTo(403);
        papers.moveToAnotherAgency("chanhvanphong");
        assertThat(pages.as("chanhvanphong").fetch("/documents/" + id + "/edit").getStatus())
                .isEqualTo(404);
        assertThat(pages.as("chanhvanphong").script(address(block), "text", "x").getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_paragraph_of_another_document_cannot_be_reached_through_this_one() {
        var foreign = papers.draft("Văn bản khác");
        var answer = clerk.script("/documents/" + foreign + "/blocks/" + block(1), "version", "1", "text", "x");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(content().body()).extracting(Block::text).doesNotContain("x");
    }

    @Test
    void the_history_tells_who_did_what() {
        save(block(1), "1", "Một.");
        deed(block(2), "delete");
        String history =
                clerk.get("/documents/" + id + "/history").select("table").text();
        assertThat(history)
                .contains("Trần Thị Ngọc Ánh", "Sửa nội dung", "Xóa đoạn 3 2.", "Phạm Thị Đào", "Bắt đầu soạn");
    }

    private Document editor() {
        return clerk.get("/documents/" + id + "/edit");
    }

    private AdministrativeDocument content() {
        return documents.content(pages.actor("vanphong"), id);
    }

    private UUID block(int position) {
        return UUID.fromString(editor().select(".block").get(position).id().substring("block-".length()));
    }

    private String address(UUID block) {
        return "/documents/" + id + "/blocks/" + block;
    }

    private MockHttpServletResponse save(UUID block, String version, String text) {
        return clerk.script(address(block), "version", version, "kind", "ITEM", "number", "1.", "text", text);
    }

    /** Presses a button of a paragraph as the page shows it. */
    private MockHttpServletResponse deed(UUID block, String deed, String... more) {
        var form = Objects.requireNonNull(
                editor().select("#block-" + block + " form[data-autosave]").first());
        var fields = new java.util.ArrayList<>(List.of(values(form)));
        fields.addAll(List.of("do", deed));
        fields.addAll(List.of(more));
        return clerk.script(address(block), fields.toArray(String[]::new));
    }

    private MockHttpServletResponse field(Document page, String field, String value) {
        String version = page.select("#field-" + field + " input[name=version]").val();
        return clerk.script("/documents/" + id + "/head/" + field, "version", version, "value", value);
    }

    private MockHttpServletResponse basis(int index, String stored, String... fields) {
        var all = new java.util.ArrayList<>(List.of("version", Mark.of(stored)));
        all.addAll(List.of(fields));
        return clerk.script("/documents/" + id + "/bases/" + index, all.toArray(String[]::new));
    }

    private static String[] values(Element form) {
        var values = new java.util.ArrayList<String>();
        for (var field : form.select("input, textarea, select")) {
            if (field.attr("name").equals("_csrf")) continue;
            values.add(field.attr("name"));
            values.add(
                    field.is("select")
                            ? field.select("option[selected]").val()
                            : field.is("textarea") ? field.wholeText().strip() : field.val());
        }
        return values.toArray(String[]::new);
    }
}
