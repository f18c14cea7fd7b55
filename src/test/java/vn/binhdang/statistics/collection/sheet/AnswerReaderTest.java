package vn.binhdang.statistics.collection.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.organisation.sheet.SheetBook;

class AnswerReaderTest {
    private static Answer read(SheetBook.Kind kind, String text, int decimals) {
        return AnswerReader.read(new SheetBook.Value(kind, text), decimals, 0L, 1_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 30, 0, 30",
        "NUMBER, 12.5, 1, 125",
        "NUMBER, 12.300000000000001, 1, 123", // 12.3 as binary fractions have it
        "NUMBER, 0, 0, 0",
        "TEXT, '1.234', 0, 1234",
        "TEXT, '1.234,5', 1, 12345",
        "TEXT, ' 30 ', 0, 30",
        "FORMULA, 41, 0, 41",
        "FORMULA, 2.5, 1, 25"
    })
    void numbers_are_read_as_excel_keeps_them_and_as_people_type_them(
            SheetBook.Kind kind, String text, int decimals, long value) {
        assertThat(read(kind, text, decimals)).isEqualTo(new Answer.Number(value));
    }

    @ParameterizedTest
    @CsvSource({"x", "X", "N/A", "Không áp dụng"})
    void what_does_not_apply_is_told_apart_from_zero_and_from_nothing(String text) {
        assertThat(read(SheetBook.Kind.TEXT, text, 0)).isEqualTo(Answer.NOT_APPLICABLE);
        assertThat(read(SheetBook.Kind.TEXT, "", 0)).isEqualTo(Answer.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 1.5, 0, sheet.wrong.whole",
        "NUMBER, 1.25, 1, sheet.wrong.decimals",
        "NUMBER, -1, 0, sheet.wrong.low",
        "NUMBER, 1000001, 0, sheet.wrong.high",
        "NUMBER, 1E+30, 0, sheet.wrong.large",
        "DATE, 2026-01-02, 0, sheet.wrong.date",
        "ERROR, #REF!, 0, sheet.wrong.error",
        "FORMULA, '', 0, sheet.wrong.formula",
        "TEXT, chín, 0, unclear.number",
        "TEXT, -, 0, unclear.dash"
    })
    void what_cannot_be_taken_says_why(SheetBook.Kind kind, String text, int decimals, String key) {
        assertThat(read(kind, text, decimals))
                .isInstanceOfSatisfying(
                        Answer.Wrong.class,
                        wrong -> assertThat(wrong.messageKey()).isEqualTo("statistics.collection." + key));
    }
}
