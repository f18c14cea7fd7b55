package vn.binhdang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TodayTest {

    @Test
    void the_day_is_that_of_viet_nam_on_a_server_that_runs_on_utc() {
        var clock = Clock.fixed(Instant.parse("2024-12-31T18:30:00Z"), ZoneOffset.UTC);
        assertThat(Today.of(clock).day()).isEqualTo("2025-01-01");
    }

    @Test
    void a_chosen_day_stays() {
        assertThat(Today.on(LocalDate.of(2024, 4, 15)).day()).isEqualTo("2024-04-15");
    }
}
