package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.CitedDocument;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Section;
import vn.binhdang.document.Signature;

/** The plan the product was founded on: a text without header, number and day, a paragraph cut by a page break. */
class FoundingPlanTest {
    final AdministrativeDocument plan = Reading.of(text());

    private static String text() {
        try (var in = FoundingPlanTest.class.getResourceAsStream("founding-plan-2024.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_header_has_a_symbol_and_a_month_but_no_number_and_no_day() {
        assertThat(plan.documentType()).isEqualTo("Kế hoạch");
        assertThat(plan.number()).isNull();
        assertThat(plan.symbol()).isEqualTo("KH-KHCN");
        assertThat(plan.place()).isEqualTo("Bắc Giang");
        assertThat(plan.date()).isEqualTo(new PartialDate(2024, 4, null));
        assertThat(plan.parentAgency()).isNull();
    }

    @Test
    void the_agency_is_the_one_that_the_issuing_sentence_names() {
        assertThat(plan.issuingAgency()).isEqualTo("Sở Khoa học và Công nghệ");
    }

    @Test
    void the_one_basis_is_an_official_letter() {
        assertThat(plan.legalBases()).hasSize(1);
        var basis = plan.legalBases().getFirst();
        assertThat(basis.type()).isEqualTo("Công văn");
        assertThat(basis.number()).isEqualTo("1122/SLĐTBXH-TEBĐG");
        assertThat(basis.date()).isEqualTo(LocalDate.of(2024, 4, 14));
        assertThat(basis.issuer()).isEqualTo("Sở Lao động-Thương Binh và Xã hội");
    }

    @Test
    void three_documents_are_cited_with_their_dates_although_a_page_break_parts_one_of_them() {
        assertThat(plan.citedDocuments())
                .extracting(CitedDocument::number, CitedDocument::date)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1122/SLĐTBXH-TEBĐG", LocalDate.of(2024, 4, 14)),
                        org.assertj.core.groups.Tuple.tuple("311/KH-UBND", LocalDate.of(2021, 7, 5)),
                        org.assertj.core.groups.Tuple.tuple("183/KH-UBND", LocalDate.of(2022, 3, 13)));
    }

    @Test
    void three_sections_stand_in_the_outline() {
        assertThat(plan.sections()).extracting(Section::number).containsExactly("I.", "II.", "III.");
        assertThat(plan.sections().getFirst().children())
                .extracting(Section::heading)
                .containsExactly("Mục đích", "Yêu cầu");
    }

    @Test
    void every_item_of_the_content_and_implementation_parts_is_a_task_and_nothing_else_is() {
        assertThat(plan.tasks())
                .extracting(DocumentTask::number)
                .containsExactly("II.1", "II.2", "II.3", "II.4", "III.1", "III.2");
    }

    @Test
    void the_action_month_gives_its_task_a_start_and_an_end() {
        assertThat(plan.tasks().get(2).start()).isEqualTo(LocalDate.of(2024, 11, 15));
        assertThat(plan.tasks().get(2).due()).isEqualTo(LocalDate.of(2024, 12, 15));
    }

    @Test
    void the_implementation_part_names_who_leads() {
        assertThat(plan.tasks().get(4).leadUnits()).containsExactly("Trưởng các phòng, đơn vị thuộc Sở");
        assertThat(plan.tasks().get(5).leadUnits()).containsExactly("Văn phòng");
    }

    @Test
    void a_task_cut_by_a_page_break_is_one_and_knows_both_its_lines() {
        var lines = Objects.requireNonNull(plan.tasks().getFirst().lines());
        assertThat(plan.tasks().getFirst().text()).contains("183/KH-UBND ngày 13/3/2022");
        assertThat(lines.to()).isGreaterThan(lines.from());
    }

    @Test
    void six_recipients_and_a_deputy_who_signs_for_the_director() {
        assertThat(plan.recipients())
                .containsExactly(
                        "Sở Lao động - Thương binh và Xã hội",
                        "Lãnh đạo Sở",
                        "Các phòng, đơn vị thuộc Sở",
                        "BCH Công đoàn Sở KH&CN",
                        "Chi đoàn Sở KH&CN",
                        "Lưu: VT, VP");
        assertThat(plan.signature()).isEqualTo(new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Triệu Ngọc Trung"));
    }

    @Test
    void what_is_missing_is_said_and_the_agency_is_proposed_with_the_words_it_comes_from() {
        assertThat(plan.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "document.reading.numberMissing",
                        "document.reading.dayMissing",
                        "document.reading.nationalNameMissing",
                        "document.reading.agencyInferred");
        var proposal = plan.findings().stream()
                .filter(finding -> finding.mend() != null)
                .findFirst()
                .orElseThrow();
        assertThat(proposal.mend()).isEqualTo(new Finding.Mend("issuingAgency", "Sở Khoa học và Công nghệ"));
        assertThat(proposal.arguments().getLast()).startsWith("Sở Khoa học và Công nghệ xây dựng kế hoạch");
    }
}
