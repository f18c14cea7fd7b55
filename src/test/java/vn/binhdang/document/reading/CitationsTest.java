package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.LegalBasis;

class CitationsTest {
    private static List<Citations.Mention> in(String text) {
        return Citations.in(text, Words.lower(text));
    }

    @Test
    void a_citation_has_type_number_date_and_issuer() {
        assertThat(in("theo Kế hoạch số 214/KH-UBND ngày 02 tháng 11 năm 2026 của UBND phường An Tường về"
                        + " truyền thông"))
                .extracting(
                        Citations.Mention::type,
                        Citations.Mention::number,
                        Citations.Mention::date,
                        Citations.Mention::issuer)
                .containsExactly(tuple("Kế hoạch", "214/KH-UBND", LocalDate.of(2026, 11, 2), "UBND phường An Tường"));
    }

    @Test
    void numbers_of_the_party_the_assembly_and_ministries_are_recognised() {
        assertThat(in("Nghị quyết số 57-NQ/TW; Luật Dữ liệu số 60/2024/QH15; Nghị quyết số 66.2/2025/NQ-CP; Công văn số"
                        + " 8935/BNV-CTTN&BĐG; Phương án 02600/PA-UBND"))
                .extracting(Citations.Mention::number)
                .containsExactly("57-NQ/TW", "60/2024/QH15", "66.2/2025/NQ-CP", "8935/BNV-CTTN&BĐG", "02600/PA-UBND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nghị quyết số 71/NQ -CP", "Nghị quyết số 71/NQ- CP", "Chỉ thị so 71/NQ-CP"})
    void slips_of_the_keyboard_do_not_hide_a_number(String text) {
        assertThat(in(text)).extracting(Citations.Mention::number).containsExactly("71/NQ-CP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "từ ngày 15/11 đến ngày 15/12/2026",
                "trực 24/24 giờ",
                "02 lần/ngày",
                "01 ban/05 người",
                "giai đoạn 2021-2025",
                "500.000 đồng/người",
                "đạt 3,5/5 điểm"
            })
    void dates_ratios_and_ranges_are_no_citations(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void a_law_is_cited_by_name_and_date() {
        assertThat(in("Căn cứ Luật Phòng, chống bạo lực gia đình ngày 14 tháng 11 năm 2022;"))
                .extracting(Citations.Mention::name, Citations.Mention::date)
                .containsExactly(tuple("Luật Phòng, chống bạo lực gia đình", LocalDate.of(2022, 11, 14)));
    }

    @Test
    void numbers_in_a_row_share_the_date_behind_the_last() {
        assertThat(in("các Công điện: số 8/CĐ-UBND và số 9/CĐ-UBND ngày 19/11/2025 của UBND tỉnh"))
                .extracting(Citations.Mention::date)
                .containsExactly(LocalDate.of(2025, 11, 19), LocalDate.of(2025, 11, 19));
    }

    @Test
    void bases_are_parted_by_semicolons_and_by_commas_before_a_type() {
        var plan = Reading.of("""
            KẾ HOẠCH
            Công tác bình đẳng giới

            Thực hiện Nghị quyết số 2-NQ/TU ngày 17/3/2026 của Tỉnh ủy, Chương trình số 8/CTr-UBND ngày 20/3/2026; Công văn số 77/SNV-BĐG ngày 02/4/2026 của Sở Nội vụ;

            Căn cứ tình hình thực tế của xã, UBND xã ban hành kế hoạch như sau:

            I. MỤC ĐÍCH\
            """);
        assertThat(plan.legalBases())
                .extracting(LegalBasis::number)
                .containsExactly("2-NQ/TU", "8/CTr-UBND", "77/SNV-BĐG");
    }

    @Test
    void a_proposal_without_a_document_is_no_basis() {
        var decision = Reading.of("""
            QUYẾT ĐỊNH
            Kiện toàn Ban vì sự tiến bộ của phụ nữ

            Căn cứ Luật Bình đẳng giới ngày 29/11/2006;
            Theo đề nghị của Chánh Văn phòng.

            QUYẾT ĐỊNH:

            Điều 1. Kiện toàn Ban vì sự tiến bộ của phụ nữ.\
            """);
        assertThat(decision.legalBases()).hasSize(1);
    }
}
