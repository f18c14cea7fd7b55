package vn.binhdang.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** Attacks as they are seen in the wild, and the person they are aimed at. */
@PageTest
class GuessingTest {
    private static final String ABROAD = "203.0.113.";

    @Autowired
    private Guessing guessing;

    @Autowired
    private SlowingDown slowingDown;

    @Autowired
    private JdbcClient jdbc;

    private UUID owner;

    @BeforeEach
    void nobody_has_tried(@Autowired Pages pages) {
        jdbc.sql("delete from sign_in_failure").update();
        jdbc.sql("delete from try_bucket").update();
        owner = pages.actor("vanphong").account().value();
        jdbc.sql("""
            insert into known_device values ('desk', :account, now(), now()) on conflict do nothing
            """).param("account", owner).update();
    }

    @Test
    void many_guesses_at_once_count_as_many() {
        long admitted = IntStream.range(0, 40)
                .parallel()
                .filter(i -> slowingDown.admits("vanphong", "10.0.0.9"))
                .count();
        assertThat(admitted).isEqualTo(SlowingDown.FREE_TRIES);
    }

    @Test
    void one_password_tried_on_a_thousand_names_from_one_address_is_stopped_early() {
        long admitted = IntStream.range(0, 1_000)
                .filter(i -> guessing.admitsPassword("name" + i, null, stranger(ABROAD + "7")))
                .count();
        assertThat(admitted).isBetween(30L, 60L);
        assertThat(guessing.admitsPassword("vanphong", owner, stranger(ABROAD + "7")))
                .isFalse();
        assertThat(guessing.admitsPassword("vanphong", owner, stranger("198.51.100.1")))
                .isTrue();
    }

    @Test
    void a_hundred_addresses_on_one_name_do_not_keep_the_owner_out() {
        long admitted = IntStream.range(0, 100)
                .filter(i -> guessing.admitsPassword("vanphong", owner, stranger("203.0." + i + ".9")))
                .count();
        assertThat(admitted).isBetween(40L, 45L);
        assertThat(guessing.admitsPassword("vanphong", owner, stranger("198.51.100.1")))
                .as("a stranger at a new address")
                .isFalse();
        assertThat(guessing.admitsPassword("vanphong", owner, new Origin("198.51.100.1", "desk")))
                .as("the owner's own browser, wherever it is")
                .isTrue();
        assertThat(guessing.admitsPassword("vanphong", owner, stranger("10.1.2.3")))
                .as("any computer of the office")
                .isTrue();
    }

    @Test
    void the_owner_at_the_address_of_the_attacker_gets_in_with_a_known_browser() {
        for (int i = 0; i < 1_000; i++) guessing.admitsPassword("vanphong", owner, stranger(ABROAD + "7"));
        assertThat(guessing.admitsPassword("vanphong", owner, new Origin(ABROAD + "7", "desk")))
                .isTrue();
    }

    @Test
    void a_stolen_mark_of_a_browser_gives_few_tries_and_none_on_another_name() {
        var thief = new Origin(ABROAD + "7", "desk");
        long admitted = IntStream.range(0, 100)
                .filter(i -> guessing.admitsPassword("vanphong", owner, thief))
                .count();
        assertThat(admitted).isBetween(10L, 12L);
        var other = UUID.randomUUID();
        for (int i = 0; i < 10; i++) guessing.admitsPassword("giamdoc", other, thief);
        assertThat(guessing.admitsPassword("giamdoc", other, thief)).isFalse();
    }

    @Test
    void a_whole_network_that_tries_is_stopped_too() {
        long admitted = IntStream.range(0, 1_000)
                .filter(i -> guessing.admitsPassword("name" + i, null, stranger(ABROAD + i % 250)))
                .count();
        assertThat(admitted).isBetween(120L, 180L);
    }

    @Test
    void right_passwords_of_a_whole_office_behind_one_address_are_no_guesses() {
        for (int i = 0; i < 250; i++) {
            var person = UUID.randomUUID();
            assertThat(guessing.admitsPassword("person" + i, person, stranger(ABROAD + "8")))
                    .isTrue();
            guessing.passwordWasRight("person" + i, person, stranger(ABROAD + "8"));
        }
    }

    @Test
    void codes_of_the_second_step_are_counted_by_account_and_the_owners_browser_by_itself() {
        long admitted = IntStream.range(0, 200)
                .filter(i -> guessing.admitsFactor(owner, stranger(ABROAD + i % 250)))
                .count();
        assertThat(admitted).isBetween(6L, 7L);
        assertThat(guessing.admitsFactor(owner, new Origin(ABROAD + "7", "desk")))
                .isTrue();
    }

    private static Origin stranger(String address) {
        return new Origin(address, null);
    }
}
