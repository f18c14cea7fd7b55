package vn.binhdang.statistics.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SdmxIdsTest {

    @Test
    void a_code_that_sdmx_allows_stays_as_it_is() {
        assertThat(SdmxIds.code("T24_01-a")).isEqualTo("T24_01-a");
    }

    @Test
    void others_are_spelled_so_that_they_can_be_read_back() {
        assertThat(SdmxIds.code("1.1")).isEqualTo("1$2E1");
        assertThat(SdmxIds.code("-x")).isEqualTo("$2Dx");
        assertThat(SdmxIds.decoded("1$2E1")).isEqualTo("1.1");
        assertThat(SdmxIds.decoded("100$")).isEqualTo("100$");
    }

    @Test
    void two_codes_never_become_one() {
        Random random = new Random(11);
        String letters = "aA1._-$2E@đ ";
        Set<String> codes = new HashSet<>();
        Set<String> spelled = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder code = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) code.append(letters.charAt(random.nextInt(letters.length())));
            codes.add(code.toString());
            String sdmx = SdmxIds.code(code.toString());
            spelled.add(sdmx);
            assertThat(sdmx).matches("[A-Za-z0-9_@$][A-Za-z0-9_@$-]*");
            assertThat(SdmxIds.decoded(sdmx)).isEqualTo(code.toString());
        }
        assertThat(spelled).hasSameSizeAs(codes);
    }
}
