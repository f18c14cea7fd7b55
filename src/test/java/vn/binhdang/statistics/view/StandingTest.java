package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhdang.statistics.view.Goal.Sign;
import vn.binhdang.statistics.view.Standing.Point;
import vn.binhdang.statistics.view.Standing.Verdict;
import vn.binhdang.statistics.view.Subject.Better;

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
        var standing =
                Standing.of(goal(Sign.AT_LEAST, "70", null, 2030), Better.MORE, point(2020, "50"), point(2025, "55"));
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

    @Test
    void about_a_number_is_within_a_hundredth_of_it_or_better() {
        var about = goal(Sign.ABOUT, "60", null, 2030);
        assertThat(standing(about, Better.MORE, null, point(2029, "59.4"))).isEqualTo(Verdict.MET);
        assertThat(standing(about, Better.MORE, point(2020, "40"), point(2029, "59.3")))
                .isEqualTo(Verdict.ON_THE_WAY);
        assertThat(standing(about, Better.MORE, null, point(2030, "75"))).isEqualTo(Verdict.MET);
        assertThat(standing(about, Better.LESS, null, point(2030, "75"))).isEqualTo(Verdict.MISSED);
        assertThat(standing(about, Better.NEITHER, null, point(2030, "60.6"))).isEqualTo(Verdict.MET);
        assertThat(standing(about, Better.NEITHER, point(2020, "40"), point(2028, "75")))
                .as("gone past it")
                .isEqualTo(Verdict.BEHIND);
    }

    @Test
    void between_two_numbers_is_met_from_the_one_to_the_other() {
        var range = goal(Sign.BETWEEN, "10", "15", 2030);
        assertThat(standing(range, Better.MORE, null, point(2030, "10"))).isEqualTo(Verdict.MET);
        assertThat(standing(range, Better.MORE, null, point(2030, "16"))).isEqualTo(Verdict.MET);
        assertThat(standing(range, Better.NEITHER, null, point(2030, "16"))).isEqualTo(Verdict.MISSED);
        assertThat(standing(range, Better.MORE, point(2020, "0"), point(2025, "5")))
                .isEqualTo(Verdict.ON_THE_WAY);
        assertThat(standing(range, Better.LESS, point(2020, "35"), point(2025, "25")))
                .as("down to the higher end")
                .isEqualTo(Verdict.ON_THE_WAY);
        assertThat(range.printed(BigDecimal::toPlainString)).isEqualTo("10–15");
    }

    @Test
    void a_milestone_in_words_is_not_for_numbers_to_judge() {
        var milestone = new Goal(2030, null, Sign.MILESTONE, null, null, "đạt", "vi", "", true);
        assertThat(standing(milestone, Better.MORE, null, point(2030, "100"))).isEqualTo(Verdict.NOT_A_NUMBER);
        assertThat(milestone.printed(BigDecimal::toPlainString)).isEqualTo("đạt");
    }

    private static Verdict of(Sign sign, String target, int year, @Nullable Point first, @Nullable Point last) {
        return standing(goal(sign, target, null, year), Better.NEITHER, first, last);
    }

    private static Verdict standing(Goal goal, Better better, @Nullable Point first, @Nullable Point last) {
        return Standing.of(goal, better, first, last).verdict();
    }

    private static Goal goal(Sign sign, String value, @Nullable String upTo, int year) {
        return new Goal(
                year,
                null,
                sign,
                new BigDecimal(value),
                upTo == null ? null : new BigDecimal(upTo),
                value,
                "vi",
                "",
                true);
    }

    private static Point point(int year, String value) {
        return new Point(year, new BigDecimal(value));
    }
}
