package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.web.Visitor;
import vn.binhdang.web.Visitors;

/** Reads the account behind a request from the database, once per request. */
@Component
class CurrentAccount implements Visitors {
    private static final String LOADED = CurrentAccount.class.getName();
    private static final String AGENCY = "binhdang.agency";

    private final Accounts accounts;

    CurrentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @SuppressWarnings("unchecked")
    Optional<SignedIn> of(HttpServletRequest request) {
        var loaded = (Optional<SignedIn>) request.getAttribute(LOADED);
        if (loaded != null) return loaded;
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Optional<SignedIn> signedIn =
                authentication != null && authentication.getPrincipal() instanceof AccountPrincipal principal
                        ? accounts.signedIn(principal.accountId(), chosenAgency(request))
                        : Optional.empty();
        request.setAttribute(LOADED, signedIn);
        return signedIn;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return of(request)
                .map(s -> new Visitor(
                        s.actor().account(),
                        s.personName(),
                        s.office(),
                        s.agencyName(),
                        EnumSet.copyOf(Stream.of(Action.values())
                                .filter(s.actor()::may)
                                .toList()),
                        s.otherAgencies()));
    }

    /** Remembers for which agency somebody acts from now on in this session; that they may is checked at each request. */
    static void choose(HttpServletRequest request, UUID agency) {
        request.getSession().setAttribute(AGENCY, agency);
    }

    private static @Nullable UUID chosenAgency(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(AGENCY) instanceof UUID agency ? agency : null;
    }
}
