package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Refused;
import vn.binhdang.web.RefusalListener;

/**
 * Keeps in the record who was refused what and why: the reason's key without what its sentence names, and the address
 * without what was typed, since both may be personal.
 */
@Component
class RefusalsRecorded implements RefusalListener {
    private final CurrentAccount current;
    private final AuditTrail audit;

    RefusalsRecorded(CurrentAccount current, AuditTrail audit) {
        this.current = current;
        this.audit = audit;
    }

    @Override
    public void refused(Refused refused, HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var fields = Map.of(
                "reason",
                refused.messageKey(),
                "address",
                request.getMethod() + " " + (pattern == null ? "" : pattern));
        current.of(request)
                .ifPresent(visitor -> audit.refused(visitor.actor(), "web.refused", record(request), fields));
    }

    /** The last id in the address: the most exact of them. */
    private static @Nullable UUID record(HttpServletRequest request) {
        UUID found = null;
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)
            for (var value : variables.values()) {
                try {
                    found = UUID.fromString(String.valueOf(value));
                } catch (IllegalArgumentException e) {
                    continue; // a name or a number, not an id
                }
            }
        return found;
    }
}
