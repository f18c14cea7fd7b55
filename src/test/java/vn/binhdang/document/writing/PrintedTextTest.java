package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.Signature;

class PrintedTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2020 |  1 |  5 | Hà Nội, ngày 05 tháng 01 năm 2020
        2019 |  6 | 29 | Hà Nội, ngày 29 tháng 6 năm 2019
        2024 |  2 | 10 | Hà Nội, ngày 10 tháng 02 năm 2024
        2024 | 11 |  9 | Hà Nội, ngày 09 tháng 11 năm 2024
        """)
    void days_below_ten_and_the_first_two_months_get_a_leading_zero(int year, int month, int day, String printed) {
        assertThat(PrintedText.placeAndDate("Hà Nội", new PartialDate(year, month, day)))
                .isEqualTo(printed);
    }

    @Test
    void a_draft_keeps_room_for_its_day_and_its_number() {
        assertThat(PrintedText.placeAndDate("Lam Sơn", new PartialDate(2024, 4, null)))
                .matches("Lam Sơn, ngày {4,}tháng 4 năm 2024");
        assertThat(PrintedText.placeAndDate(null, null)).matches("ngày {4,}tháng {4,}năm {4,}");
        assertThat(PrintedText.number(Documents.draft())).matches("Số: {4,}/KH-SKHCN");
    }

    @Test
    void numbers_below_ten_get_a_leading_zero_and_others_stay_as_they_are() {
        assertThat(PrintedText.number(Documents.report())).isEqualTo("Số: 09/BC-SKHCN");
        assertThat(PrintedText.number(Documents.plan())).isEqualTo("Số: 05/KH-SKHCN");
        assertThat(PrintedText.number(Documents.longNames())).startsWith("Số: 1234/");
    }

    @Test
    void lists_end_with_semicolons_and_a_full_stop_whatever_marks_came_with_them() {
        assertThat(PrintedText.listed(List.of("Như trên", "Lãnh đạo Sở;", "Sở TT.", "Lưu: VT, VP.")))
                .containsExactly("Như trên;", "Lãnh đạo Sở;", "Sở TT.;", "Lưu: VT, VP.");
    }

    @ParameterizedTest
    @CsvSource({"theo quy định,theo quy định./.", "theo quy định.,theo quy định./.", "theo quy định./.,theo quy định./."
    })
    void the_text_is_closed_once(String text, String closed) {
        assertThat(PrintedText.closed(text)).isEqualTo(closed);
    }

    @Test
    void the_capacity_stands_before_the_first_line_of_the_signature() {
        assertThat(PrintedText.offices(new Signature("KT", "Giám đốc", "Phó Giám đốc", "A")))
                .containsExactly("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC");
        assertThat(PrintedText.offices(new Signature("TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "A")))
                .containsExactly("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
        assertThat(PrintedText.offices(new Signature("TL", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "A")))
                .containsExactly("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG");
        assertThat(PrintedText.offices(new Signature("TUQ", "GIÁM ĐỐC", "TRƯỞNG PHÒNG", "A")))
                .containsExactly("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG");
        assertThat(PrintedText.offices(new Signature("TM", "ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "A")))
                .containsExactly("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
        assertThat(PrintedText.offices(new Signature("Q", "GIÁM ĐỐC", null, "A")))
                .containsExactly("Q. GIÁM ĐỐC");
        assertThat(PrintedText.offices(new Signature("Q", null, "GIÁM ĐỐC", "A")))
                .containsExactly("Q. GIÁM ĐỐC");
        assertThat(PrintedText.offices(new Signature(null, null, "GIÁM ĐỐC", "A")))
                .containsExactly("GIÁM ĐỐC");
    }

    @Test
    void an_annex_without_an_origin_names_its_document() {
        assertThat(PrintedText.annexOrigin(Documents.plan()))
                .isEqualTo("Kèm theo Kế hoạch số 05/KH-SKHCN ngày 05 tháng 4 năm 2024 của SỞ KHOA HỌC VÀ CÔNG NGHỆ");
        assertThat(PrintedText.annexOrigin(Documents.draft()))
                .matches("Kèm theo Kế hoạch số {4,}/KH-SKHCN ngày {4,}tháng 4 năm 2024 của SỞ KHOA HỌC VÀ CÔNG NGHỆ");
    }

    @ParameterizedTest
    @CsvSource({"1,I", "4,IV", "9,IX", "14,XIV", "40,XL", "99,XCIX"})
    void annexes_are_counted_in_roman_numbers(int number, String roman) {
        assertThat(PrintedText.roman(number)).isEqualTo(roman);
    }
}
