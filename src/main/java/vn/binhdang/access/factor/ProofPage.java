package vn.binhdang.access.factor;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a second factor.
 * @param action where the code goes; the passkey goes to {@code action/passkey}
 * @param back the page that was wanted; empty for the start page
 * @param problem message key of what was wrong with the last try
 * @param password the password is asked for instead, since there is no factor or only the desk was left
 */
public record ProofPage(
        String action,
        String back,
        Factors.Held held,
        boolean passkeys,
        boolean password,
        @Nullable String problem) {}
