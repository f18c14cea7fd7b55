package vn.binhdang.plan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.PaperTest;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PaperTest
class GraphPagesTest {
    @Autowired
    private Pages pages;

    @Autowired
    private Plans plans;

    @Autowired
    private OutgoingDocuments documents;

    @Autowired
    private ApplicationContext product;

    @Test
    void a_replaced_instrument_is_flagged_in_the_picture_the_list_and_on_the_page_of_the_plan() {
        var id = plan(null, basis("25/2025/NĐ-CP", LocalDate.of(2025, 2, 21)), "Theo Nghị định số 13/2023/NĐ-CP.");
        var clerk = pages.as("vanphong");
        var page = clerk.get("/plans/" + id + "/graph");
        assertThat(page.select("svg desc").text()).contains("2 văn bản làm căn cứ", "2 văn bản được viện dẫn đã hết");
        assertThat(page.select("svg .graph-flagged")).hasSize(2);
        assertThat(page.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Căn cứ", "thay thế bởi 276/2026/NĐ-CP"))
                .anySatisfy(row -> assertThat(row).contains("Viện dẫn trong nội dung", "356/2025/NĐ-CP"));
        assertThat(clerk.get("/plans/" + id + "/edit").text()).contains("13/2023/NĐ-CP, văn bản đã được thay thế");
        new RunningPlan(product).issue(id);
        assertThat(clerk.get("/plans/" + id, "en").select(".finding-warning").eachText())
                .hasSize(2);
    }

    @Test
    void an_own_document_that_was_replaced_is_found_by_number_and_day_and_both_ends_lead_to_each_other() {
        var running = new RunningPlan(product);
        var old = plan(null, null, "Nội dung");
        running.issue(old);
        var issued = documents.find(pages.actor("vanphong"), old.document());
        var resting = plan(null, basis(issued.numberAndSymbol(), issued.issuedOn()), "Nội dung khác");
        var other = plan(null, basis(issued.numberAndSymbol(), LocalDate.of(2020, 1, 6)), "Số ấy của năm khác");
        var newer = plan(old, null, "Nội dung mới");
        running.issue(newer);
        running.becomes(old, "SUPERSEDED");
        var clerk = pages.as("vanphong");
        String by = documents.find(pages.actor("vanphong"), newer.document()).numberAndSymbol();
        assertThat(clerk.get("/plans/" + resting + "/graph")
                        .select("tbody .state-late")
                        .text())
                .contains("được thay thế bởi " + by);
        assertThat(clerk.get("/plans/" + other + "/graph").select("tbody .state-late"))
                .isEmpty();
        assertThat(clerk.get("/plans/" + old + "/graph").select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Được thay thế bởi", by))
                .anySatisfy(row -> assertThat(row).contains("Lấy kế hoạch này làm căn cứ"));
        assertThat(clerk.get("/plans/" + newer + "/graph")
                        .select("tbody a[href$=" + old + "]")
                        .text())
                .isEqualTo(issued.numberAndSymbol());
    }

    @Test
    void plans_of_the_years_before_and_after_are_asked_for_together_however_many_there_are() {
        var running = new RunningPlan(product);
        var last = plan(null, null, "Nội dung năm trước");
        running.issue(last);
        running.becomes(last, "SUPERSEDED");
        var cited = documents.find(pages.actor("vanphong"), last.document());
        var now = plan(last, last, basis(cited.numberAndSymbol(), cited.issuedOn()), "Nội dung năm nay");
        running.issue(now);
        plan(null, now, null, "Nội dung năm sau");
        plan(null, now, null, "Nội dung năm sau nữa");
        var clerk = pages.as("vanphong");
        String address = "/plans/" + now + "/graph";
        assertThat(clerk.get(address).select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Soạn theo kế hoạch"))
                .filteredOn(row -> row.contains("Kế hoạch tiếp theo"))
                .hasSize(2);
        assertThat(Statements.of(() -> clerk.get(address))).isLessThanOrEqualTo(12);
    }

    @Test
    void a_draft_is_no_tie_to_who_may_not_read_it() {
        var running = new RunningPlan(product);
        var old = plan(null, null, "Nội dung");
        running.issue(old);
        plan(old, null, "Bản thay thế đang soạn");
        assertThat(pages.as("vanphong").get("/plans/" + old + "/graph").text()).contains("Được thay thế bởi");
        assertThat(pages.as("qlkh").get("/plans/" + old + "/graph").text()).doesNotContain("Được thay thế bởi");
    }

    @Test
    void the_words_of_a_box_are_broken_into_lines_and_cut() {
        assertThat(GraphPages.lines("một hai")).containsExactly("một hai");
        assertThat(GraphPages.lines("Công văn 1122/SLĐTBXH-TEBĐG 14/04/2024"))
                .containsExactly("Công văn 1122/SLĐTBXH-TEBĐG", "14/04/2024");
        assertThat(GraphPages.lines("chữ ".repeat(60).strip()))
                .hasSize(3)
                .last()
                .satisfies(line -> assertThat(line).endsWith(" …"));
    }

    private PlanId plan(@Nullable PlanId replaced, @Nullable LegalBasis basis, String words) {
        return plan(replaced, null, basis, words);
    }

    private PlanId plan(
            @Nullable PlanId replaced, @Nullable PlanId writtenAfter, @Nullable LegalBasis basis, String words) {
        var content = new AdministrativeDocument(
                "Kế hoạch",
                "Sở Khoa học và Công nghệ",
                "Ủy ban nhân dân tỉnh Hoa Giang",
                null,
                "KH-SKHCN",
                "Hoa Giang",
                null,
                "Thực hiện công tác bình đẳng giới",
                List.of(),
                basis == null ? List.of() : List.of(basis),
                List.of(),
                List.of(Block.paragraph(words)),
                List.of(RunningPlan.task("1", "Một việc", null, null)),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
        return plans.create(
                pages.actor("vanphong"),
                content,
                2026,
                null,
                writtenAfter,
                replaced == null ? null : replaced.document());
    }

    private static LegalBasis basis(String number, @Nullable LocalDate date) {
        return new LegalBasis("Căn cứ văn bản số " + number + ";", "Nghị định", number, date, null, null);
    }
}
