package vn.binhdang.document.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "I., II.",
        "III., IV.",
        "VIII., IX.",
        "Phần I, Phần II",
        "1., 2.",
        "9., 10.",
        "Điều 12., Điều 13.",
        "II.1, II.2",
        "a), b)",
        "-, -"
    })
    void a_number_is_followed_by_the_next_of_its_series(String number, String next) {
        assertThat(Numbers.after(number)).isEqualTo(next);
    }

    @Test
    void points_follow_the_vietnamese_alphabet() {
        assertThat(Numbers.after("d)")).isEqualTo("đ)");
        assertThat(Numbers.after("đ)")).isEqualTo("e)");
        assertThat(Numbers.after("e)")).isEqualTo("g)");
    }

    @Test
    void what_is_no_number_and_the_last_letter_are_followed_by_nothing() {
        assertThat(Numbers.after(null)).isNull();
        assertThat(Numbers.after("y)")).isNull();
        assertThat(Numbers.after("Ghi chú")).isNull();
    }

    @Test
    void roman_numbers_go_up_to_what_any_document_needs() {
        assertThat(Numbers.roman(4)).isEqualTo("IV");
        assertThat(Numbers.roman(19)).isEqualTo("XIX");
        assertThat(Numbers.roman(44)).isEqualTo("XLIV");
    }
}
