package vn.binhdang.access;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Sign-in with name and password. An unknown name costs as much time as a wrong password. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final Accounts accounts;
    private final SlowingDown slowingDown;
    private final PasswordEncoder passwords;
    private final String nobody;

    PasswordSignIn(Accounts accounts, SlowingDown slowingDown, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.slowingDown = slowingDown;
        this.passwords = passwords;
        this.nobody = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (!slowingDown.admits(username, address)) throw new LockedException("slowed down");
        var credentials = accounts.credentials(username);
        boolean right = passwords.matches(
                String.valueOf(attempt.getCredentials()),
                credentials.map(Accounts.Credentials::passwordHash).orElse(nobody));
        var signedIn = credentials.flatMap(c -> accounts.signedIn(c.id()));
        if (!right || signedIn.isEmpty()) throw new BadCredentialsException("name or password");
        slowingDown.succeeded(username, address);
        accounts.signIn(signedIn.get().actor());
        var principal = new AccountPrincipal(signedIn.get().actor().account().value());
        return UsernamePasswordAuthenticationToken.authenticated(
                principal, null, List.of(new SimpleGrantedAuthority("ROLE_SIGNED_IN")));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
