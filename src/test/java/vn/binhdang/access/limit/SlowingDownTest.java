package vn.binhdang.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowingDownTest {
    @Test
    void the_first_wrong_passwords_cost_nothing_and_every_further_one_twice_the_wait() {
        assertThat(SlowingDown.delayAfter(1)).isZero();
        assertThat(SlowingDown.delayAfter(4)).isZero();
        assertThat(SlowingDown.delayAfter(5)).isEqualTo(Duration.ofSeconds(2));
        assertThat(SlowingDown.delayAfter(6)).isEqualTo(Duration.ofSeconds(4));
        assertThat(SlowingDown.delayAfter(8)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void nobody_waits_longer_than_a_quarter_of_an_hour() {
        assertThat(SlowingDown.delayAfter(30)).isEqualTo(Duration.ofMinutes(15));
        assertThat(SlowingDown.delayAfter(10_000)).isEqualTo(Duration.ofMinutes(15));
    }
}
