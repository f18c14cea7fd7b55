package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codes;
import static vn.binhdang.document.checking.Findings.codesOf;
import static vn.binhdang.document.checking.Findings.only;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Mend;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Lines;
import vn.binhdang.document.SourceText.Format;

class CitationRulesTest {
    private static final String ISSUER = "Ủy ban nhân dân tỉnh Bình An";

    @Test
    void a_basis_dated_on_a_sunday_is_a_warning_at_its_line() {
        var found = only(plan -> plan.basis("Công văn", "1122/SLĐTBXH-TEBĐG", "2024-04-14", "Sở Lao động"));
        assertThat(found)
                .isEqualTo(Finding.of(
                        Severity.WARNING,
                        "document.checking.citedOnSunday",
                        9,
                        "Công văn 1122/SLĐTBXH-TEBĐG",
                        "14/4/2024"));
    }

    @Test
    void a_document_cited_in_the_text_is_asked_once_even_when_it_is_also_a_basis() {
        codesOf(plan -> {
                    plan.basis("Kế hoạch", "183/KH-UBND", "2022-03-13", ISSUER);
                    plan.cited("Kế hoạch", "183/KH-UBND", "2022-03-13", ISSUER);
                    plan.cited("Kế hoạch", "311/KH-UBND", "2021-07-05", ISSUER);
                })
                .containsExactly("citedOnSunday");
    }

    @Test
    void saturdays_and_holidays_are_told_apart() {
        codesOf(plan -> {
                    plan.cited("Kế hoạch", "20/KH-UBND", "2024-03-16", ISSUER);
                    plan.cited("Kế hoạch", "21/KH-UBND", "2024-02-12", ISSUER);
                })
                .containsExactly("citedOnSaturday", "citedOnHoliday");
    }

    @Test
    void laws_are_passed_on_saturdays_too() {
        codesOf(plan -> {
                    plan.dated("2025-04-16");
                    plan.subject = "Thực hiện công tác năm 2025";
                    plan.basis("Luật", "43/2024/QH15", "2024-06-29", "Quốc hội");
                    plan.basis("Nghị quyết", "60-NQ/TW", "2025-04-12", "Ban Chấp hành Trung ương");
                })
                .isEmpty();
    }

    @Test
    void a_basis_cannot_be_younger_than_the_document() {
        codesOf(plan -> plan.basis("Quyết định", "80/QĐ-UBND", "2024-04-17", ISSUER))
                .containsExactly("citedAfterDocument");
    }

    @Test
    void a_draft_of_april_may_still_cite_a_letter_of_late_april() {
        codesOf(plan -> {
                    plan.date = new PartialDate(2024, 4, null);
                    plan.basis("Quyết định", "80/QĐ-UBND", "2024-04-25", ISSUER);
                })
                .containsExactly("dayMissing");
    }

    @Test
    void a_replaced_decree_is_named_with_its_successor_from_the_day_it_ended() {
        var found = only(plan -> {
            plan.dated("2026-08-05");
            plan.subject = "Thực hiện công tác năm 2026";
            plan.basis("Nghị định", "25/2025/NĐ-CP", "2025-02-21", "Chính phủ");
        });
        assertThat(found.code()).endsWith("citedReplaced");
        assertThat(found.arguments()).containsExactly("Nghị định 25/2025/NĐ-CP", "276/2026/NĐ-CP", "8/7/2026");
        codesOf(plan -> {
                    plan.dated("2026-07-07");
                    plan.subject = "Thực hiện công tác năm 2026";
                    plan.basis("Nghị định", "25/2025/NĐ-CP", "2025-02-21", "Chính phủ");
                })
                .isEmpty();
    }

    @Test
    void a_basis_needs_date_and_issuer_at_its_first_citation() {
        codesOf(plan -> plan.basis("Kế hoạch", "311/KH-UBND", null, null))
                .containsExactly("citationWithoutDate", "citationWithoutIssuer");
    }

    @Test
    void an_issuer_named_once_for_several_bases_is_named() {
        codesOf(plan -> plan.bases.add(new LegalBasis(
                        "Căn cứ các Quyết định của Thủ tướng Chính phủ: số 16/QĐ-TTg ngày 15/3/2024",
                        "Quyết định",
                        "16/QĐ-TTg",
                        LocalDate.of(2024, 3, 15),
                        null,
                        Lines.of(9))))
                .isEmpty();
    }

    @Test
    void a_law_is_cited_by_its_name_alone() {
        codesOf(plan -> plan.basis("Luật", "73/2006/QH11", null, null)).isEmpty();
    }

    @Test
    void many_incomplete_citations_in_the_text_are_one_finding() {
        var found = only(plan -> {
            for (int i = 11; i < 16; i++) plan.cited("Kế hoạch", i + "/KH-UBND", "2024-03-15", null);
        });
        assertThat(found.code()).endsWith("citationWithoutIssuer.many");
        assertThat(found.arguments())
                .containsExactly(
                        "5",
                        "Kế hoạch 11/KH-UBND, Kế hoạch 12/KH-UBND, Kế hoạch 13/KH-UBND, Kế hoạch 14/KH-UBND, Kế hoạch"
                                + " 15/KH-UBND",
                        "5");
    }

    @Test
    void a_basis_without_its_mark_gets_it_by_one_click_and_the_last_a_full_stop() {
        var plan = new PlanBuilder();
        plan.bases.add(named("Căn cứ Luật Bình đẳng giới", 3));
        plan.bases.add(named("Căn cứ Luật Phòng, chống bạo lực gia đình", 4));
        var found = Findings.of(plan.readFrom(
                Format.DOCX,
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Căn cứ Luật Bình đẳng giới,",
                "Căn cứ Luật Phòng, chống bạo lực gia đình"));
        assertThat(codes(found)).containsExactly("basisWithoutEndMark", "basisWithoutEndMark");
        assertThat(found)
                .extracting(Finding::mend)
                .containsExactly(
                        new Mend("legalBases[0].text", "Căn cứ Luật Bình đẳng giới;"),
                        new Mend("legalBases[1].text", "Căn cứ Luật Phòng, chống bạo lực gia đình."));
    }

    @Test
    void a_basis_that_runs_on_in_its_paragraph_has_its_mark() {
        var plan = new PlanBuilder();
        plan.bases.add(named("Căn cứ Luật Bình đẳng giới", 3));
        assertThat(Findings.of(plan.readFrom(
                        Format.DOCX,
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Căn cứ Luật Bình đẳng giới; Sở Khoa học và Công nghệ xây dựng kế hoạch như sau:")))
                .isEmpty();
    }

    @Test
    void bases_parted_by_commas_in_one_paragraph_need_their_mark_only_at_its_end() {
        var plan = new PlanBuilder();
        plan.bases.add(named("Căn cứ Luật Bình đẳng giới", 3));
        plan.bases.add(named("Luật Phòng, chống bạo lực gia đình", 3));
        assertThat(codes(Findings.of(plan.readFrom(
                        Format.DOCX,
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Căn cứ Luật Bình đẳng giới, Luật Phòng, chống bạo lực gia đình"))))
                .containsExactly("basisWithoutEndMark");
    }

    @Test
    void the_same_number_of_another_year_is_another_document() {
        codesOf(plan -> {
                    plan.cited("Quyết định", "45/QĐ-UBND", "2022-03-13", ISSUER);
                    plan.cited("Quyết định", "45/QĐ-UBND", "2023-03-12", ISSUER);
                })
                .containsExactly("citedOnSunday", "citedOnSunday");
    }

    private static LegalBasis named(String text, int line) {
        return new LegalBasis(text, "Luật", null, (LocalDate) null, null, Lines.of(line));
    }
}
