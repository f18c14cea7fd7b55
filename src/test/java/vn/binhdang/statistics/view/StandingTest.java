package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhdang.statistics.view.Standing.Point;
import vn.binhdang.statistics.view.Standing.Verdict;
import vn.binhdang.statistics.view.Subject.Sign;

class StandingTest {
    @Test
    void what_meets_the_target_is_met_and_its_sign_decides_at_the_edge() {
        assertThat(of(Sign.AT_LEAST, "60", 2025, null, point(2024, "60"))).isEqualTo(Verdict.MET);
        assertThat(of(Sign.MORE_THAN, "60", 2025, null, point(2025, "60"))).isEqualTo(Verdict.MISSED);
        assertThat(of(Sign.LESS_THAN, "30", 2025, null, point(2024, "29.9"))).isEqualTo(Verdict.MET);
    }

    @Test
    void on_the_way_is_at_least_on_the_straight_line() {
        assertThat(of(Sign.AT_LEAST, "70", 2030, point(2020, "50"), point(2025, "60")))
                .isEqualTo(Verdict.ON_THE_WAY);
        assertThat(of(Sign.AT_LEAST, "70", 2030, point(2020, "50"), point(2025, "59.9")))
                .isEqualTo(Verdict.BEHIND);
        var standing = Standing.of(Sign.AT_LEAST, new BigDecimal("70"), 2030, point(2020, "50"), point(2025, "55"));
        assertThat(standing.expected()).isEqualByComparingTo("60");
    }

    @Test
    void where_less_is_better_the_line_goes_down() {
        assertThat(of(Sign.AT_MOST, "109", 2030, point(2020, "112"), point(2025, "110")))
                .isEqualTo(Verdict.ON_THE_WAY);
        assertThat(of(Sign.AT_MOST, "109", 2030, point(2020, "112"), point(2025, "111.5")))
                .isEqualTo(Verdict.BEHIND);
    }

    @Test
    void without_values_or_without_an_earlier_one_nothing_is_claimed() {
        assertThat(of(Sign.AT_LEAST, "60", 2030, null, null)).isEqualTo(Verdict.NO_DATA);
        assertThat(of(Sign.AT_LEAST, "60", 2030, null, point(2025, "50"))).isEqualTo(Verdict.NO_BASELINE);
        assertThat(of(Sign.AT_LEAST, "60", 2025, point(2020, "40"), point(2025, "59")))
                .isEqualTo(Verdict.MISSED);
    }

    private static Verdict of(Sign sign, String target, int year, @Nullable Point first, @Nullable Point last) {
        return Standing.of(sign, new BigDecimal(target), year, first, last).verdict();
    }

    private static Point point(int year, String value) {
        return new Point(year, new BigDecimal(value));
    }
}
