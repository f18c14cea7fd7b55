package vn.binhdang.operations.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Sign-ins by what became of them: a flood of refused ones is somebody guessing. */
@Component
class SignInMeters {
    private final Counter accepted;
    private final Counter refused;
    private final Counter slowed;

    SignInMeters(MeterRegistry registry) {
        accepted = counter(registry, "accepted");
        refused = counter(registry, "refused");
        slowed = counter(registry, "slowed");
    }

    @EventListener
    void accepted(AuthenticationSuccessEvent event) {
        accepted.increment();
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        (event.getException() instanceof LockedException ? slowed : refused).increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("binhdang.sign.ins")
                .description("Sign-ins by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
