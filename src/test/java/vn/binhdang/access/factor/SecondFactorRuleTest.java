package vn.binhdang.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.binhdang.access.TestNetworks;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

class SecondFactorRuleTest {
    private static final Set<Role> ROLES = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.HEAD, Role.DEPUTY_HEAD);

    @Test
    void administrators_and_heads_need_a_factor_everywhere_and_the_others_outside_the_office() {
        var rule = rule("required");
        for (Role role : Role.values()) {
            assertThat(rule.requires(actor(role), "10.20.3.4"))
                    .as("%s in the office", role)
                    .isEqualTo(ROLES.contains(role));
            assertThat(rule.requires(actor(role), "203.0.113.9"))
                    .as("%s outside", role)
                    .isTrue();
        }
    }

    @Test
    void the_network_of_the_office_is_what_the_operator_says() {
        var rule = new SecondFactorRule("required", ROLES, TestNetworks.of(List.of("203.0.113.0/24", "2001:db8::/32")));
        assertThat(rule.requires(actor(Role.STAFF), "203.0.113.9")).isFalse();
        assertThat(rule.requires(actor(Role.STAFF), "2001:db8::7")).isFalse();
        assertThat(rule.requires(actor(Role.STAFF), "10.20.3.4")).isTrue();
    }

    @Test
    void somebody_who_only_tries_the_product_may_go_without() {
        assertThat(rule("optional").requires(actor(Role.HEAD), "203.0.113.9")).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> rule("sometimes"));
    }

    private static SecondFactorRule rule(String mode) {
        return new SecondFactorRule(mode, ROLES, TestNetworks.of(List.of("10.0.0.0/8")));
    }

    private static Actor actor(Role role) {
        var agency = UnitId.create();
        return Actor.of(AccountId.create(), PersonId.create(), agency, agency, Set.of(role));
    }
}
