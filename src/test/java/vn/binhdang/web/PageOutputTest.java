package vn.binhdang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageOutputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "Bình đẳng giới, phòng ngừa bạo lực",
                "decomposed: Bi\u0300nh",
                "€ and \uD83D\uDE00 and \uD83D\uDE00",
                "broken \uD83D alone",
                "broken \uDE00 alone",
                "broken at the end \uD83D"
            })
    void the_bytes_are_those_of_the_text(String text) {
        var output = new PageOutput();
        output.writeContent(text);
        assertThat(output.toByteArray()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fixed_parts_and_parts_of_texts_stand_one_after_the_other_however_long_the_page() {
        var output = new PageOutput();
        var expected = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            output.writeBinaryContent("<li>đ".getBytes(StandardCharsets.UTF_8));
            output.writeContent("không thấy: ấy là", 6, 10);
            expected.append("<li>đthấy");
        }
        assertThat(new String(output.toByteArray(), StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }
}
