package vn.binhdang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class SentenceTest {
    private static final Object[] NUMBERS = {1, 0, -3, 999, 1_000, 12_345_678, 2L, 9_999L, 5, 6};
    private static final Object[] MIXED = {"chữ {0} 'ngoặc'", 1_234.5, new BigDecimal("0.50"), true, 'x', 7, 8, 9, 1, 2
    };

    @Test
    void every_text_of_the_product_says_what_a_message_format_says() throws IOException {
        int compared = 0;
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:messages/*.properties")) {
            var locale = String.valueOf(file.getFilename()).endsWith("_vi.properties") ? Text.VIETNAMESE : Text.ENGLISH;
            var texts = new Properties();
            try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(in);
            }
            for (Object value : texts.values()) {
                var format = new MessageFormat((String) value, locale);
                var sentence = Sentence.of((String) value, locale);
                assertThat(sentence.with(NUMBERS)).isEqualTo(format.format(NUMBERS));
                compared++;
                if (needsNumbers(format)) continue;
                assertThat(sentence.with("a")).isEqualTo(format.format(new Object[] {"a"}));
                assertThat(sentence.with(MIXED)).isEqualTo(format.format(MIXED));
            }
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    private static boolean needsNumbers(MessageFormat format) {
        return Arrays.stream(format.getFormatsByArgumentIndex()).anyMatch(Objects::nonNull);
    }
}
