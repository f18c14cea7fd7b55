package vn.binhdang.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.access.identity.LinkedIdentities;

/** @param notice message key of what happened before, if anything
 * @param passkeys this address can be signed in to with a passkey alone */
public record SignInPage(
        @Nullable String notice, boolean failed, boolean passkeys, List<LinkedIdentities.Provider> providers) {}
