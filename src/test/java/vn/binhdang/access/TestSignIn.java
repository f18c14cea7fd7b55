package vn.binhdang.access;

import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs a request in without the form. */
public final class TestSignIn {
    private TestSignIn() {}

    public static RequestPostProcessor as(UUID account) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                new AccountPrincipal(account), null, List.of(new SimpleGrantedAuthority("ROLE_SIGNED_IN"))));
    }
}
