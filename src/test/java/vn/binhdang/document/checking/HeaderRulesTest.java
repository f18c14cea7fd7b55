package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codes;
import static vn.binhdang.document.checking.Findings.codesOf;
import static vn.binhdang.document.checking.Findings.only;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Mend;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.SourceText.Format;

class HeaderRulesTest {
    private static final String[] HEADING = {
        "UBND TỈNH BÌNH AN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ Độc lập - Tự do - Hạnh phúc",
        "Số: 15/KH-SKHCN Bình An, ngày 16 tháng 4 năm 2024"
    };

    @Test
    void a_proper_plan_gives_no_finding() {
        codesOf(_ -> {}).isEmpty();
        assertThat(Findings.of(new PlanBuilder().readFrom(Format.DOCX, HEADING)))
                .isEmpty();
    }

    @Test
    void a_file_without_national_name_and_motto_breaks_the_decree() {
        var found = Findings.of(new PlanBuilder().readFrom(Format.DOCX, "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "KẾ HOẠCH"));
        assertThat(codes(found)).containsExactly("nationalNameMissing", "nationalMottoMissing");
        assertThat(found).extracting(Finding::severity).containsOnly(Severity.ERROR);
    }

    @Test
    void in_a_copied_text_a_missing_heading_is_only_a_warning() {
        assertThat(Findings.of(new PlanBuilder().readFrom(Format.TEXT, "KẾ HOẠCH")))
                .extracting(Finding::severity)
                .containsOnly(Severity.WARNING);
    }

    @Test
    void a_heading_whose_spaces_were_lost_is_still_a_heading() {
        assertThat(Findings.of(new PlanBuilder()
                        .readFrom(Format.PDF, "CỘNG HOÀ XÃ HỘICHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")))
                .isEmpty();
    }

    @Test
    void what_the_reader_said_is_not_said_again() {
        var plan = new PlanBuilder();
        plan.number = null;
        plan.date = new PartialDate(2024, 4, null);
        plan.agency = null;
        for (String code : new String[] {"numberMissing", "dayMissing", "nationalNameMissing", "agencyMissing"})
            plan.read.add(Finding.of(Severity.WARNING, "document.reading." + code, null));
        assertThat(Findings.of(plan.readFrom(Format.TEXT, "Số: /KH-KHCN"))).isEmpty();
    }

    @Test
    void a_draft_is_reminded_of_number_and_day() {
        codesOf(plan -> {
                    plan.number = null;
                    plan.date = new PartialDate(2024, 4, null);
                })
                .containsExactly("numberMissing", "dayMissing");
    }

    @Test
    void an_issued_document_must_have_number_day_and_signer() {
        var plan = new PlanBuilder();
        plan.number = null;
        plan.date = null;
        plan.signature = null;
        var found = Findings.spoken(new DocumentChecker().checkIssued(plan.build(), null));
        assertThat(codes(found)).containsExactly("numberMissing", "dayMissing", "signerMissing");
        assertThat(found).extracting(Finding::severity).containsOnly(Severity.ERROR);
    }

    @Test
    void a_number_below_ten_gets_its_zero_by_one_click() {
        var found = only(plan -> plan.number = "5");
        assertThat(found.code()).endsWith("numberWithoutZero");
        assertThat(found.mend()).isEqualTo(new Mend("number", "05"));
    }

    @Test
    void a_day_below_ten_and_january_are_printed_with_a_zero_but_april_is_not() {
        assertThat(codes(Findings.of(new PlanBuilder()
                        .dated("2024-01-16")
                        .readFrom(Format.PDF, HEADING[0], HEADING[1], "Bình An, ngày 16 tháng 1 năm 2024"))))
                .containsExactly("dateWithoutZero");
        assertThat(Findings.of(new PlanBuilder()
                        .dated("2024-04-05")
                        .readFrom(Format.PDF, HEADING[0], HEADING[1], "Bình An, ngày 05 tháng 4 năm 2024")))
                .isEmpty();
    }

    @Test
    void a_plan_with_the_symbol_of_a_report_is_an_error_that_only_a_person_can_mend() {
        var found = only(plan -> plan.symbol = "BC-SKHCN");
        assertThat(found.code()).endsWith("typeAndSymbolDisagree");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.arguments()).containsExactly("Kế hoạch", "BC-SKHCN", "KH");
        assertThat(found.mend()).isNull();
    }

    @Test
    void a_letter_has_no_type_in_its_symbol() {
        codesOf(plan -> {
                    plan.type = "Công văn";
                    plan.symbol = "SKHCN-VP";
                })
                .isEmpty();
        codesOf(plan -> {
                    plan.type = "Công văn";
                    plan.symbol = "KH-SKHCN";
                })
                .containsExactly("letterWithTypeSymbol");
    }

    @Test
    void decisions_with_a_year_and_numbers_of_party_bodies_are_left_alone() {
        codesOf(plan -> {
                    plan.type = "Quyết định";
                    plan.symbol = "2024/QĐ-UBND";
                })
                .isEmpty();
        codesOf(plan -> {
                    plan.number = "12-KH";
                    plan.symbol = "ĐU";
                })
                .isEmpty();
    }

    @Test
    void a_missing_type_follows_from_the_symbol() {
        assertThat(only(plan -> plan.type = null).mend()).isEqualTo(new Mend("documentType", "Kế hoạch"));
    }

    @Test
    void a_missing_subject_and_issuer_are_named() {
        codesOf(plan -> {
                    plan.subject = null;
                    plan.agency = null;
                })
                .containsExactly("issuerMissing", "subjectMissing");
    }

    @Test
    void an_abbreviation_is_unknown_only_to_an_agency_that_has_a_table() {
        var plan = new PlanBuilder();
        plan.symbol = "KH-KHCN";
        assertThat(new DocumentChecker().check(plan.build())).isEmpty();
        var found = Findings.spoken(new DocumentChecker(Set.of("SKHCN", "VP")).check(plan.build()));
        assertThat(codes(found)).containsExactly("abbreviationUnknown");
        assertThat(found.getFirst().arguments()).containsExactly("KHCN", "KH-KHCN");
    }

    @Test
    void a_document_older_than_the_decree_is_not_judged_by_its_table_of_types() {
        codesOf(plan -> {
                    plan.dated("2019-04-16");
                    plan.subject = "Thực hiện công tác bình đẳng giới";
                    plan.symbol = "BC-SKHCN";
                })
                .isEmpty();
    }
}
