package vn.binhdang.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of RFC 6238, appendix B, for HMAC-SHA-1. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void the_test_vectors_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2,false", "-1,true", "0,true", "1,true", "2,false"})
    void a_clock_may_be_one_step_off_and_no_more(int steps, boolean right) {
        var now = Instant.parse("2026-03-02T08:00:10Z");
        String typed = Totp.code(SECRET, Totp.stepAt(now) + steps, 6);
        assertThat(Totp.matching(SECRET, typed, now, 0).isPresent()).isEqualTo(right);
    }

    @Test
    void a_code_that_was_used_and_those_before_it_are_not_taken_again() {
        var now = Instant.parse("2026-03-02T08:00:10Z");
        long step = Totp.stepAt(now);
        String typed = Totp.code(SECRET, step, 6);
        assertThat(Totp.matching(SECRET, typed, now, step - 1)).isEqualTo(OptionalLong.of(step));
        assertThat(Totp.matching(SECRET, typed, now, step)).isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step - 1, 6), now, step))
                .isEmpty();
    }

    @Test
    void spaces_between_the_digits_do_no_harm_and_other_signs_are_no_code() {
        var now = Instant.parse("2026-03-02T08:00:10Z");
        String code = Totp.code(SECRET, Totp.stepAt(now), 6);
        assertThat(Totp.matching(SECRET, code.substring(0, 3) + " " + code.substring(3), now, 0))
                .isPresent();
        for (String typed : new String[] {"", "12345", "1234567", "abcdef", "١٢٣٤٥٦"})
            assertThat(Totp.matching(SECRET, typed, now, 0)).as(typed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void the_secret_is_written_as_rfc_4648_says(String text, String written) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }
}
