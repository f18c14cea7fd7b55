package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codesOf;
import static vn.binhdang.document.checking.Findings.only;
import static vn.binhdang.document.checking.PlanBuilder.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.document.Block;
import vn.binhdang.document.Finding.Mend;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.Signature;

class ClosingRulesTest {

    @Test
    void a_missing_archive_line_is_added_at_the_end_by_one_click() {
        var found = only(plan -> plan.recipients.removeLast());
        assertThat(found.code()).endsWith("archiveLineMissing");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.mend()).isEqualTo(new Mend("recipients[2]", "Lưu: VT"));
    }

    @Test
    void nobody_stands_below_the_archive_line() {
        codesOf(plan -> plan.recipients.add("Công đoàn Sở")).containsExactly("archiveLineNotLast");
    }

    @Test
    void a_recipient_that_comes_twice_is_removed_by_one_click() {
        var found = only(plan -> plan.recipients.add(1, "lãnh đạo  Sở"));
        assertThat(found.code()).endsWith("recipientRepeated");
        assertThat(found.mend()).isEqualTo(new Mend("recipients[1]", ""));
    }

    @Test
    void a_document_without_recipients_is_not_finished() {
        codesOf(plan -> plan.recipients.clear()).containsExactly("recipientsMissing");
    }

    @Test
    void the_end_mark_is_added_by_one_click() {
        var found = only(plan -> {
            plan.body.clear();
            plan.body.add(Block.paragraph("Trên đây là Kế hoạch của Sở."));
        });
        assertThat(found.mend()).isEqualTo(new Mend("body[0].text", "Trên đây là Kế hoạch của Sở./."));
    }

    @Test
    void a_text_that_ends_with_a_table_is_mended_by_hand() {
        assertThat(only(plan -> {
                            plan.body.clear();
                            plan.body.add(new Block(Block.Kind.TABLE, null, "", List.of(List.of("TT", "Việc")), null));
                        })
                        .mend())
                .isNull();
    }

    @Test
    void a_plan_that_nobody_signs_is_a_warning() {
        codesOf(plan -> plan.signature = null).containsExactly("signerMissing");
        codesOf(plan -> plan.signature = new Signature(null, null, "GIÁM ĐỐC", null))
                .containsExactly("signerMissing");
    }

    @ParameterizedTest
    @CsvSource({
        "GIÁM ĐỐC,PHÓ GIÁM ĐỐC",
        "BỘ TRƯỞNG,THỨ TRƯỞNG",
        "CHÁNH VĂN PHÒNG,PHÓ CHÁNH VĂN PHÒNG",
        "CHỦ TỊCH,PHÓ CHỦ TỊCH"
    })
    void the_office_of_a_deputy_follows_from_that_of_the_head(String head, String deputy) {
        codesOf(plan -> plan.signature = new Signature("KT", head, deputy, "Nguyễn Văn An"))
                .isEmpty();
        var found = only(plan -> plan.signature = new Signature("KT", head, null, "Nguyễn Văn An"));
        assertThat(found.code()).endsWith("deputyTitleMissing");
        assertThat(found.mend()).isEqualTo(new Mend("signature.title", deputy));
    }

    @ParameterizedTest
    @CsvSource({"GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG"})
    void only_a_deputy_signs_for_the_head(@Nullable String title) {
        var found = only(plan -> plan.signature = new Signature("KT", "GIÁM ĐỐC", title, "Nguyễn Văn An"));
        assertThat(found.code()).endsWith("deputyTitleWrong");
        assertThat(found.mend()).isNull();
    }

    @Test
    void an_academic_title_before_the_name_is_a_proposal() {
        var found = only(plan -> plan.signature = new Signature(null, null, "GIÁM ĐỐC", "PGS.TS. Trần Thị Bình"));
        assertThat(found.severity()).isEqualTo(Severity.PROPOSAL);
        assertThat(found.mend()).isEqualTo(new Mend("signature.name", "Trần Thị Bình"));
    }

    @Test
    void a_recipient_that_had_ended_is_named_with_its_successor() {
        var found = only(plan -> {
            plan.dated("2025-04-16");
            plan.subject = "Thực hiện công tác năm 2025";
            plan.recipients.addFirst("Sở Lao động-Thương Binh và Xã hội");
        });
        assertThat(found.code()).endsWith("agencyEnded.succeeded");
        assertThat(found.arguments()).last().isEqualTo("Sở Nội vụ");
        assertThat(found.mend()).as("its work went to several").isNull();
        codesOf(plan -> {
                    plan.dated("2025-02-28");
                    plan.subject = "Thực hiện công tác năm 2025";
                    plan.recipients.addFirst("Sở Lao động-Thương Binh và Xã hội");
                })
                .isEmpty();
    }

    @Test
    void a_province_that_went_whole_into_another_is_replaced_by_one_click() {
        var found = only(plan -> {
            plan.dated("2025-08-18");
            plan.subject = "Thực hiện công tác năm 2025";
            plan.recipients.addFirst("UBND tỉnh Bắc Giang (để báo cáo)");
        });
        assertThat(found.mend()).isEqualTo(new Mend("recipients[0]", "UBND tỉnh Bắc Ninh (để báo cáo)"));
    }

    @Test
    void districts_ended_and_have_no_single_successor() {
        codesOf(plan -> {
                    plan.dated("2025-08-18");
                    plan.subject = "Thực hiện công tác năm 2025";
                    plan.recipients.addFirst("UBND các huyện, thành phố");
                })
                .containsExactly("agencyEnded");
    }

    @Test
    void an_addressee_and_the_issuer_of_a_basis_are_asked_too() {
        codesOf(plan -> {
                    plan.dated("2025-08-18");
                    plan.subject = "Thực hiện công tác năm 2025";
                    plan.body(item("1.", "Nội dung"));
                    plan.addressees.add("Bộ LĐTBXH");
                    plan.basis("Công văn", "739/BLĐTBXH-BĐG", "2025-05-12", "Bộ Lao động - Thương binh và Xã hội");
                })
                .containsExactly("agencyEnded.succeeded", "issuerEnded.succeeded");
    }
}
