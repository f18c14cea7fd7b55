package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.binhdang.access.limit.Guessing;
import vn.binhdang.access.limit.KnownDevices;
import vn.binhdang.kernel.Actor;

/** The first step with name and password. An unknown name costs as much time as a wrong password. */
@Component
class PasswordSignIn {
    /** How a try went. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** Not looked at: too many before. */
        SLOW,
        /** Right, but the account was not used for too long. Said only to who knows the password. */
        ASLEEP
    }

    /** @param actor whose name and password it was; null when it was nobody's */
    record Result(Outcome outcome, @Nullable Actor actor) {}

    private final Accounts accounts;
    private final Guessing guessing;
    private final KnownDevices devices;
    private final PasswordEncoder passwords;
    private final SignInRecord record;
    private final String nobody;

    PasswordSignIn(
            Accounts accounts,
            Guessing guessing,
            KnownDevices devices,
            PasswordEncoder passwords,
            SignInRecord record) {
        this.accounts = accounts;
        this.guessing = guessing;
        this.devices = devices;
        this.passwords = passwords;
        this.record = record;
        this.nobody = passwords.encode("nobody has this password");
    }

    Result attempt(String username, String password, HttpServletRequest request) {
        var origin = devices.origin(request);
        var credentials = accounts.credentials(username);
        UUID account = credentials.map(Accounts.Credentials::id).orElse(null);
        if (!guessing.admitsPassword(username, account, origin)) {
            record.slowed();
            return new Result(Outcome.SLOW, null);
        }
        boolean right = passwords.matches(
                password, credentials.map(Accounts.Credentials::passwordHash).orElse(nobody));
        Optional<SignedIn> signedIn = credentials.flatMap(c -> accounts.signedIn(c.id()));
        if (signedIn.isEmpty() || !right) {
            if (signedIn.isEmpty()) record.unknownName(username);
            else record.failed(signedIn.get().actor(), "password");
            return new Result(Outcome.WRONG, null);
        }
        var actor = signedIn.get().actor();
        guessing.passwordWasRight(username, actor.account().value(), origin);
        if (signedIn.get().asleep()) {
            record.asleep(actor);
            return new Result(Outcome.ASLEEP, null);
        }
        return new Result(Outcome.RIGHT, actor);
    }

    /** The same for who is in already and is asked again. */
    Outcome again(Actor actor, String password, HttpServletRequest request) {
        var account = actor.account().value();
        var origin = devices.origin(request);
        if (!guessing.admitsPassword(account.toString(), account, origin)) return Outcome.SLOW;
        if (!accounts.passwordIs(actor.account(), password)) {
            record.failed(actor, "password");
            return Outcome.WRONG;
        }
        guessing.passwordWasRight(account.toString(), account, origin);
        return Outcome.RIGHT;
    }
}
