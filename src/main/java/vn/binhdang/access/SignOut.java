package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.session.SignInEnd;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.access.session.SignIns;

/** Ends the sign-in itself, not only the browser's memory of it. */
@Component
class SignOut implements LogoutHandler {
    private final SignIns signIns;
    private final Accounts accounts;
    private final SignInRecord record;

    SignOut(SignIns signIns, Accounts accounts, SignInRecord record) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.record = record;
    }

    @Override
    @Transactional
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (!(authentication instanceof SignInToken token)) return;
        int ended = signIns.end(token.signIn(), SignInEnd.SIGNED_OUT);
        if (ended > 0)
            accounts.signedIn(token.account()).ifPresent(s -> record.ended(s.actor(), SignInEnd.SIGNED_OUT, ended));
    }
}
