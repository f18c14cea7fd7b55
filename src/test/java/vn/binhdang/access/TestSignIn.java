package vn.binhdang.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.binhdang.access.session.SignInToken;

/**
 * Signs a request in without the form, with every factor proved just now. The sign-in's id is the account's, and its row
 * has to be there: {@link vn.binhdang.testing.Pages} makes it.
 */
public final class TestSignIn {
    /** Later than any clock of a test. */
    private static final Instant FRESH = Instant.parse("2999-01-01T00:00:00Z");

    private TestSignIn() {}

    public static RequestPostProcessor as(UUID account) {
        return as(account, FRESH, FRESH);
    }

    /** @param factor when a second factor was proved; null for who is half way in */
    public static RequestPostProcessor as(UUID account, Instant confirmed, @Nullable Instant factor) {
        return SecurityMockMvcRequestPostProcessors.authentication(SignInToken.of(account, account, confirmed, factor));
    }
}
