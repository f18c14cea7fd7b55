package vn.binhdang.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Refused;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class LastAdministratorTest {
    private static final LocalDate TODAY = LocalDate.now(vn.binhdang.calendar.Today.ZONE);

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RoleGrants grants;

    private RoleForms forms;

    @BeforeEach
    void administrator() {
        forms = new RoleForms(pages, jdbc);
    }

    @Test
    void two_administrators_who_take_the_role_from_each_other_at_once_leave_one() throws Exception {
        var one = pages.actor("quantri");
        forms.give(forms.account("ttcntt"), "SYSTEM_ADMINISTRATOR", forms.agency(), TODAY, "");
        var two = pages.actor("ttcntt");
        var ofOne = new GrantId(UUID.fromString(forms.grant("quantri", "SYSTEM_ADMINISTRATOR")));
        var ofTwo = new GrantId(UUID.fromString(forms.grant("ttcntt", "SYSTEM_ADMINISTRATOR")));
        try (var both = Executors.newFixedThreadPool(2)) {
            var results = both.invokeAll(java.util.List.<Callable<Boolean>>of(
                    () -> ends(() -> grants.end(one, two.account(), ofTwo, null)),
                    () -> ends(() -> grants.end(two, one.account(), ofOne, null))));
            both.shutdown();
            assertThat(both.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(results).extracting(result -> result.get()).containsExactlyInAnyOrder(true, false);
        } finally {
            jdbc.sql("update role_grant set valid_to = null where id = :id")
                    .param("id", ofOne.value())
                    .update();
        }
    }

    @Test
    void the_last_administrator_keeps_the_role_even_with_an_end_far_away() {
        forms.give(forms.account("khtc"), "SYSTEM_ADMINISTRATOR", forms.agency(), TODAY, "");
        var second = pages.actor("khtc");
        var last = new GrantId(UUID.fromString(forms.grant("quantri", "SYSTEM_ADMINISTRATOR")));
        grants.end(
                pages.actor("quantri"),
                second.account(),
                new GrantId(UUID.fromString(forms.grant("khtc", "SYSTEM_ADMINISTRATOR"))),
                TODAY.plusYears(1));
        assertThatThrownBy(() -> grants.end(second, pages.actor("quantri").account(), last, TODAY.plusYears(1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("access.account.lastAdministrator"));
    }

    private static boolean ends(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
