package vn.binhdang.access.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.limit.Guessing;
import vn.binhdang.access.limit.KnownDevices;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;

/** Looks at what somebody offers as second factor; each try is counted before and recorded after. */
@Component
public class FactorProof {
    /** How a try went. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** Not looked at: too many before. */
        SLOW
    }

    private final Guessing guessing;
    private final KnownDevices devices;
    private final TotpSecrets app;
    private final RecoveryCodes codes;
    private final Passkeys passkeys;
    private final AuditTrail audit;

    FactorProof(
            Guessing guessing,
            KnownDevices devices,
            TotpSecrets app,
            RecoveryCodes codes,
            Passkeys passkeys,
            AuditTrail audit) {
        this.guessing = guessing;
        this.devices = devices;
        this.app = app;
        this.codes = codes;
        this.passkeys = passkeys;
        this.audit = audit;
    }

    /** @param recovery the typed code is one of those on paper */
    @Transactional
    public Outcome code(Actor actor, String typed, boolean recovery, HttpServletRequest request) {
        var account = actor.account().value();
        var origin = devices.origin(request);
        if (!guessing.admitsFactor(account, origin)) return Outcome.SLOW;
        boolean right = recovery ? codes.use(account, typed) : app.use(account, typed);
        if (right) guessing.factorWasRight(account, origin);
        return said(actor, recovery ? "recoveryCode" : "app", right);
    }

    /** What the browser has to be asked for one of the passkeys of who is half way in. */
    public String askForPasskey(SignInToken token, HttpServletRequest request) {
        return passkeys.startAsking(request, token);
    }

    @Transactional
    public Outcome passkey(Actor actor, String answer, HttpServletRequest request) {
        boolean right = passkeys.answer(request, answer)
                .filter(a -> a.account().equals(actor.account().value()))
                .isPresent();
        return said(actor, "passkey", right);
    }

    /** What the browser has to be asked before anybody has given a name. */
    public String askForAnyPasskey(HttpServletRequest request) {
        return passkeys.startAsking(request);
    }

    /** Whose passkey answered, with a finger, a face or a PIN. */
    public Optional<UUID> anyPasskey(String answer, HttpServletRequest request) {
        return passkeys.answer(request, answer)
                .filter(Passkeys.Answer::verified)
                .map(Passkeys.Answer::account);
    }

    public boolean offersPasskeys(HttpServletRequest request) {
        return passkeys.areOffered(request);
    }

    private Outcome said(Actor actor, String factor, boolean right) {
        audit.record(
                actor,
                right ? "access.factor.prove" : "access.factor.fail",
                actor.account().value(),
                Map.of("factor", factor));
        return right ? Outcome.RIGHT : Outcome.WRONG;
    }
}
