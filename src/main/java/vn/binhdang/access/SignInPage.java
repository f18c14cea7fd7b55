package vn.binhdang.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param notice message key of what happened before, if anything
 * @param passkeys this address can be signed in to with a passkey alone */
public record SignInPage(@Nullable String notice, boolean failed, boolean passkeys, List<Provider> providers) {
    /** An identity provider that is set up: its id in addresses and its name for people. */
    public record Provider(String id, String name) {}
}
