package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.calendar.PartialDate;

class HeaderTest {
    private static Header header(String text) {
        return Header.read(Cleaning.clean(Reading.source(text)));
    }

    @Test
    void two_columns_one_after_the_other() {
        var header = header("""
            UBND TỈNH LAM GIANG
            SỞ VĂN HÓA, THỂ THAO
            VÀ DU LỊCH
            Số: 05/KH-SVHTTDL
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Lam Giang, ngày 08 tháng 6 năm 2026\
            """);
        assertThat(header.parentAgency()).isEqualTo("UBND TỈNH LAM GIANG");
        assertThat(header.issuingAgency()).isEqualTo("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH");
        assertThat(header.number()).isEqualTo("05");
        assertThat(header.symbol()).isEqualTo("KH-SVHTTDL");
        assertThat(header.place()).isEqualTo("Lam Giang");
        assertThat(header.date()).isEqualTo(new PartialDate(2026, 6, 8));
    }

    @Test
    void two_columns_merged_line_by_line_as_a_pdf_prints_them() {
        var header = header("""
            ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            TỈNH LAM GIANG                    Độc lập – Tự do – Hạnh phúc
            Số: 17      /KH-UBND         Lam Giang, ngày 9 tháng 11 năm 2026\
            """);
        assertThat(header.issuingAgency()).isEqualTo("ỦY BAN NHÂN DÂN TỈNH LAM GIANG");
        assertThat(header.parentAgency()).isNull();
        assertThat(header.number()).isEqualTo("17");
        assertThat(header.symbol()).isEqualTo("KH-UBND");
        assertThat(header.date()).isEqualTo(new PartialDate(2026, 11, 9));
    }

    @Test
    void a_table_drawn_with_pipes_and_broken_lines() {
        var header = header("""
            |
            **ỦY BAN NHÂN
            DÂN **
            THÀNH PHỐ AN TƯỜNG
            -------
            |
            **CỘNG HÒA XÃ
            HỘI CHỦ NGHĨA VIỆT NAM**
            Độc lập - Tự do - Hạnh phúc
            |
            |
            Số:
            0125/KH-UBND
            |
            *Thành phố An
            Tường, ngày 18 tháng 11 năm 2025*
            |\
            """);
        assertThat(header.issuingAgency()).isEqualTo("ỦY BAN NHÂN DÂN THÀNH PHỐ AN TƯỜNG");
        assertThat(header.number()).isEqualTo("0125");
        assertThat(header.place()).isEqualTo("Thành phố An Tường");
    }

    @Test
    void a_national_name_broken_by_a_narrow_column_leaves_nothing_behind() {
        var header = header("""
            TRƯỜNG THCS AN TƯỜNG
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
            NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 3/KH-THCS\
            """);
        assertThat(header.issuingAgency()).isEqualTo("TRƯỜNG THCS AN TƯỜNG");
        assertThat(header.hasNationalName()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'Số: /KH-SNV', , KH-SNV",
        "'Số:      /KH-SNV', , KH-SNV",
        "'Số: ……/KH-SNV', , KH-SNV",
        "'Số:12 /KH-SNV', 12, KH-SNV",
        "'Số: 57/NQ -CP', 57, NQ-CP",
        "'Số: 646-TTg', 646, TTg",
        "'Số: 8935/BNV-CTTN&BĐG', 8935, BNV-CTTN&BĐG",
    })
    void the_number_stands_before_the_stroke_and_may_be_blank(String line, String number, String symbol) {
        assertThat(header(line).number()).isEqualTo(number);
        assertThat(header(line).symbol()).isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource({
        "'Lam Giang, ngày     tháng 4 năm 2026', 2026, 4, ",
        "'Lam Giang, ngày … tháng … năm 2026', 2026, , ",
        "'Lam Giang, ngày tháng năm 2026', 2026, , ",
    })
    void blanks_in_the_date_stay_blank(String line, Integer year, Integer month, Integer day) {
        assertThat(header(line).date()).isEqualTo(new PartialDate(year, month, day));
    }

    @Test
    void the_subject_of_a_letter_goes_on_until_the_other_column_begins() {
        var letter = Reading.of("""
            SỞ NỘI VỤ TỈNH LAM GIANG
            Số: 77/SNV-BĐG
            V/v báo cáo kết quả Tháng hành động
            vì bình đẳng giới năm 2026
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Lam Giang, ngày 12 tháng 11 năm 2026

            Kính gửi:
            - Các sở, ban, ngành;
            - UBND các xã, phường.

            Sở Nội vụ đề nghị các đơn vị báo cáo như sau:
            1. Các sở, ban, ngành gửi báo cáo trước ngày 17/12/2026.

            Nơi nhận:
            - Như trên;
            - Lưu: VT.
            GIÁM ĐỐC
            Lê Thị Hoa\
            """);
        assertThat(letter.documentType()).isEqualTo("Công văn");
        assertThat(letter.subjectLine()).isEqualTo("báo cáo kết quả Tháng hành động vì bình đẳng giới năm 2026");
        assertThat(letter.addressees()).containsExactly("Các sở, ban, ngành", "UBND các xã, phường");
        assertThat(letter.tasks()).hasSize(1);
    }
}
