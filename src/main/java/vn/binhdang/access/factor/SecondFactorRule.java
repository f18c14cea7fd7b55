package vn.binhdang.access.factor;

import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Networks;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;

/** Who has to prove a second factor: those whose account could do the most harm, and everybody from outside the office. */
@Component
public class SecondFactorRule {
    private final boolean required;
    private final Set<Role> roles;
    private final Networks networks;

    SecondFactorRule(
            @Value("${binhdang.access.second-factor:required}") String mode,
            @Value("${binhdang.access.second-factor-roles:SYSTEM_ADMINISTRATOR,HEAD,DEPUTY_HEAD}") Set<Role> roles,
            Networks networks) {
        this.required = switch (mode.strip().toLowerCase(Locale.ROOT)) {
            case "required" -> true;
            case "optional" -> false;
            default ->
                throw new IllegalStateException("binhdang.access.second-factor is neither required nor optional");
        };
        this.roles = Set.copyOf(roles);
        this.networks = networks;
    }

    public boolean requires(Actor actor, String address) {
        return required && (roles.stream().anyMatch(actor::is) || !networks.isOffice(address));
    }
}
