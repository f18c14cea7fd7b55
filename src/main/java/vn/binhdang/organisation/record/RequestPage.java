package vn.binhdang.organisation.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.person.IdentityForm;

/**
 * One request before the office.
 *
 * @param own the visitor asked it; somebody else answers
 * @param problem why the rules forbid what was sent
 */
public record RequestPage(
        RequestLine request,
        String person,
        int revision,
        IdentityForm identity,
        @Nullable String answer,
        @Nullable String reason,
        Map<String, String> mistakes,
        @Nullable String problem,
        boolean own) {}
