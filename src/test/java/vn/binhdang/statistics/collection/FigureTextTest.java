package vn.binhdang.statistics.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.web.Text;

class FigureTextTest {
    @ParameterizedTest
    @MethodSource("vn.binhdang.statistics.collection.FigureLines#all")
    void a_figure_is_read_in_one_way_or_asked_about(FigureLines line) {
        String read = switch (FigureText.read(line.typed(), line.decimals())) {
            case FigureText.Missing _ -> "missing";
            case FigureText.NotApplicable _ -> "not-applicable";
            case FigureText.Unclear _ -> "unclear";
            case FigureText.Value value -> String.valueOf(value.value());
        };
        assertThat(read).as(line.toString()).isEqualTo(line.read());
    }

    @Test
    void what_is_printed_is_read_as_the_same_figure() {
        var random = new java.util.Random(7);
        for (int i = 0; i < 5_000; i++) {
            int decimals = random.nextInt(7);
            long value =
                    random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L) / (long) Math.pow(10, random.nextInt(12));
            String printed = FigureText.print(value, decimals);
            assertThat(FigureText.read(printed, decimals)).as(printed).isEqualTo(new FigureText.Value(value));
            String english = FigureText.typed(value, decimals, Text.in(Text.ENGLISH));
            assertThat(FigureText.read(english, decimals)).as(english).isEqualTo(new FigureText.Value(value));
        }
    }

    @Test
    void what_is_read_on_a_page_follows_its_language() {
        var english = Text.in(Text.ENGLISH);
        var vietnamese = Text.in(Text.VIETNAMESE);
        assertThat(FigureText.print(12_345, 1, vietnamese)).isEqualTo("1.234,5");
        assertThat(FigureText.print(12_345, 1, english)).isEqualTo("1,234.5");
        assertThat(FigureText.typed(12_345, 1, vietnamese)).isEqualTo("1.234,5");
        assertThat(FigureText.typed(12_345, 1, english))
                .as("\"1,234\" would be asked about")
                .isEqualTo("1234.5");
        assertThat(FigureText.percent(3, 7, vietnamese)).isEqualTo("42,9");
        assertThat(FigureText.percent(3, 7, english)).isEqualTo("42.9");
    }
}
