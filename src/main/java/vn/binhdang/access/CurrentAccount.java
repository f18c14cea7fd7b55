package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.factor.SecondFactorRule;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.access.session.SignIns;
import vn.binhdang.access.token.TokenSignIn;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.SensitiveScreens;
import vn.binhdang.web.Visitor;
import vn.binhdang.web.Visitors;

/** Reads the account behind a request from the database, once per request. */
@Component
class CurrentAccount implements Visitors {
    private static final String LOADED = CurrentAccount.class.getName();
    private static final String AGENCY = "binhdang.agency";

    /** Sent by scripts for what nobody pressed: it keeps no sign-in awake. */
    private static final String BACKGROUND = "X-Background";

    private final Accounts accounts;
    private final SignIns signIns;
    private final SecondFactorRule rule;
    private final SensitiveScreens screens;

    CurrentAccount(Accounts accounts, SignIns signIns, SecondFactorRule rule, SensitiveScreens screens) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.rule = rule;
        this.screens = screens;
    }

    private record Loaded(
            @Nullable SignInToken token, @Nullable SignedIn signedIn, boolean confirmNeeded, boolean factorHeld) {}

    Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.ofNullable(loaded(request).signedIn());
    }

    /** What has to be done before the page that is asked for. */
    NextStep nextStep(HttpServletRequest request) {
        var now = loaded(request);
        if (now.token() == null || now.signedIn() == null) return NextStep.SIGN_IN;
        boolean proved = now.token().factorAt() != null;
        if (!proved && now.factorHeld()) return NextStep.FACTOR;
        if (now.signedIn().mustChangePassword()) return NextStep.PASSWORD;
        if (!proved && rule.requires(now.signedIn().actor(), request.getRemoteAddr())) return NextStep.SET_UP_FACTOR;
        return now.confirmNeeded() && screens.contain(request.getRequestURI()) ? NextStep.CONFIRM : NextStep.NONE;
    }

    boolean holdsFactor(HttpServletRequest request) {
        return loaded(request).factorHeld();
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        var now = loaded(request);
        // Half way in: the head of the page does not say yet whose account it is.
        if (now.token() == null || now.token().factorAt() == null && now.factorHeld()) return Optional.empty();
        return of(request)
                .map(s -> new Visitor(
                        s.actor().account(),
                        s.personName(),
                        s.office(),
                        s.agencyName(),
                        EnumSet.copyOf(Stream.of(Action.values())
                                .filter(s.actor()::may)
                                .toList()),
                        s.otherAgencies(),
                        s.unread()));
    }

    /** Remembers for which agency somebody acts from now on in this session; that they may is checked at each request. */
    static void choose(HttpServletRequest request, UUID agency) {
        request.getSession().setAttribute(AGENCY, agency);
    }

    private static @Nullable UUID chosenAgency(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(AGENCY) instanceof UUID agency ? agency : null;
    }

    private Loaded loaded(HttpServletRequest request) {
        if (request.getAttribute(LOADED) instanceof Loaded loaded) return loaded;
        var loaded = TokenSignIn.current()
                .map(program -> new Loaded(null, program(program.actor()), false, false))
                .or(() -> SignInToken.current().map(token -> load(token, request)))
                .orElse(new Loaded(null, null, false, false));
        request.setAttribute(LOADED, loaded);
        return loaded;
    }

    /** A program is shown no page, so nothing is printed of whose account it is. */
    private static SignedIn program(Actor actor) {
        return new SignedIn(actor, "", "", "", false, false, List.of(), 0);
    }

    private Loaded load(SignInToken token, HttpServletRequest request) {
        var standing = accounts.standing(token.account(), token.signIn(), chosenAgency(request));
        if (standing.isEmpty()) return new Loaded(token, null, false, false);
        var now = standing.get();
        if (now.times() == null) return new Loaded(token, null, false, false);
        var live = signIns.seen(token.signIn(), now.times(), request.getHeader(BACKGROUND) == null);
        if (live.isEmpty()) return new Loaded(token, null, false, false);
        return new Loaded(
                token,
                now.signedIn().asleep() ? null : now.signedIn(),
                live.get().confirmNeeded(),
                now.factorHeld());
    }
}
