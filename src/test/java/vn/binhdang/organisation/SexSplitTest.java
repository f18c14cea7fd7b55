package vn.binhdang.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SexSplitTest {
    @Test
    void a_share_has_one_decimal_and_is_rounded_half_up() {
        assertThat(new SexSplit(3, 4, 0).shareOfWomen()).contains(new BigDecimal("42.9"));
        assertThat(new SexSplit(1, 7, 0).shareOfWomen()).contains(new BigDecimal("12.5"));
        assertThat(new SexSplit(1, 15, 0).shareOfWomen()).contains(new BigDecimal("6.3"));
    }

    @Test
    void people_of_unknown_sex_stay_in_the_denominator() {
        assertThat(new SexSplit(1, 0, 1).shareOfWomen()).contains(new BigDecimal("50.0"));
    }

    @Test
    void of_nobody_there_is_no_share() {
        assertThat(SexSplit.NOBODY.shareOfWomen()).isEmpty();
    }

    @Test
    void nobody_is_counted_below_zero() {
        assertThatThrownBy(() -> new SexSplit(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
