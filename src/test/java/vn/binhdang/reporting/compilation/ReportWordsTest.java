package vn.binhdang.reporting.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportWordsTest {
    @ParameterizedTest
    @CsvSource({"2024-04-05,05/4/2024", "2024-02-14,14/02/2024", "2024-12-15,15/12/2024", "2024-01-01,01/01/2024"})
    void days_below_ten_and_the_first_two_months_have_a_zero(LocalDate day, String printed) {
        assertThat(ReportWords.day(day)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2|3|66,7%", "1|5|20%", "6|6|100%", "1|8|12,5%", "0|4|0%", "1|6|16,7%"})
    void shares_are_rounded_half_up_to_one_decimal(int of, int all, String printed) {
        assertThat(ReportWords.share(of, all)).isEqualTo(printed);
    }

    @Test
    void counts_below_ten_have_a_zero() {
        assertThat(ReportWords.count(5)).isEqualTo("05");
        assertThat(ReportWords.count(12)).isEqualTo("12");
    }

    @Test
    void a_long_task_is_named_by_its_beginning_up_to_a_pause() {
        String text =
                "Phổ biến, quán triệt Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030; Kế hoạch của tỉnh"
                        + " và các văn bản hướng dẫn của cấp trên về công tác bình đẳng giới";
        assertThat(ReportWords.shortened(text))
                .isEqualTo("Phổ biến, quán triệt Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030 …");
        assertThat(ReportWords.shortened("x".repeat(500))).hasSizeLessThan(140);
        assertThat(ReportWords.shortened("Ngắn.")).isEqualTo("Ngắn");
    }

    @Test
    void typed_words_become_one_line_with_one_mark() {
        assertThat(ReportWords.asSentence("  Đã gửi\n văn bản ; ")).isEqualTo("Đã gửi văn bản.");
        assertThat(ReportWords.asSentence("Đã xong./.")).isEqualTo("Đã xong.");
        assertThat(ReportWords.asSentence("")).isEmpty();
    }

    @Test
    void a_subject_goes_on_in_small_letters_but_an_abbreviation_keeps_its_own() {
        var words = new ReportWords();
        assertThat(words.about("Thực hiện công tác bình đẳng giới")).isEqualTo("về thực hiện công tác bình đẳng giới");
        assertThat(words.about("BĐG năm 2024")).isEqualTo("về BĐG năm 2024");
        assertThat(words.about("")).isEmpty();
    }
}
