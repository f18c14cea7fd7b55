package vn.binhdang.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.testing.TestDatabase;

class PrintedNumberTest {
    private static final TestDatabase DATABASE = TestDatabase.create();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 01", "9, 09", "10, 10", "99, 99", "100, 100", "1234, 1234"})
    void a_number_has_two_digits_at_least_and_is_never_cut(int number, String printed) {
        assertThat(DATABASE.jdbc()
                        .sql("select printed_number(:n)")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .isEqualTo(printed);
    }
}
