package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
    @Test
    void the_ends_are_those_of_the_published_formula() {
        var of = Wilson.of(15, 148); // Newcombe 1998, table I, method 3
        assertThat(of.low()).isCloseTo(0.0624, within(0.00005));
        assertThat(of.high()).isCloseTo(0.1605, within(0.00005));
        assertThat(Wilson.of(1, 29).low()).isCloseTo(0.0061, within(0.00005));
        assertThat(Wilson.of(1, 29).high()).isCloseTo(0.1718, within(0.00005));
        assertThat(Wilson.of(81, 263).low()).isCloseTo(0.2553, within(0.00005));
        assertThat(Wilson.of(81, 263).high()).isCloseTo(0.3662, within(0.00005));
    }

    @Test
    void nobody_of_few_is_not_surely_nobody() {
        var of = Wilson.of(0, 20);
        assertThat(of.low()).isZero();
        assertThat(of.high()).isCloseTo(0.1611, within(0.00005));
        assertThat(Wilson.of(20, 20).high()).isEqualTo(1);
    }

    @Test
    void more_people_make_it_narrower_and_neighbours_overlap() {
        assertThat(Wilson.of(100, 200).high() - Wilson.of(100, 200).low())
                .isLessThan(Wilson.of(5, 10).high() - Wilson.of(5, 10).low());
        assertThat(Wilson.of(1, 3).overlaps(Wilson.of(2, 3))).isTrue();
        assertThat(Wilson.of(10, 1000).overlaps(Wilson.of(900, 1000))).isFalse();
    }

    @Test
    void what_is_no_share_of_a_whole_is_refused() {
        assertThatThrownBy(() -> Wilson.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.of(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
