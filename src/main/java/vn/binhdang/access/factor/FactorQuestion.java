package vn.binhdang.access.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.kernel.Actor;

/** Asks for a second factor, on whichever page: the form with its ways, the code or the passkey that comes back. */
@Component
public class FactorQuestion {
    private final Factors factors;
    private final FactorProof proof;

    FactorQuestion(Factors factors, FactorProof proof) {
        this.factors = factors;
        this.proof = proof;
    }

    /**
     * @param action where the code goes; the passkey goes to {@code action/passkey}
     * @param back the page that was wanted
     * @param factor a second factor is needed: the password is not asked for unless there is none
     * @param problem message key of what was wrong with the last try
     */
    public ProofPage page(
            String action,
            String back,
            boolean factor,
            @Nullable String problem,
            Actor actor,
            HttpServletRequest request) {
        var held = factors.of(actor.account().value());
        return new ProofPage(
                action,
                back,
                held,
                held.passkeys() > 0 && proof.offersPasskeys(request),
                !factor || !held.any(),
                problem);
    }

    /** @return message key of what is wrong; null when the code is right */
    public @Nullable String problemWith(String code, String recoveryCode, Actor actor, HttpServletRequest request) {
        boolean recovery = !recoveryCode.isBlank();
        return switch (proof.code(actor, recovery ? recoveryCode : code, recovery, request)) {
            case SLOW -> "access.factor.slow";
            case WRONG -> recovery ? "access.factor.recoveryWrong" : "access.factor.codeWrong";
            case RIGHT -> null;
        };
    }

    /** What the browser needs to ask for a passkey of who is in, or half way in. */
    public ResponseEntity<String> passkeyOptions(SignInToken token, HttpServletRequest request) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(proof.askForPasskey(token, request));
    }

    /**
     * @param onward what follows from the right passkey; gives the address to go on with
     * @return 422 for any other answer
     */
    public ResponseEntity<PasskeyReply> passkey(
            String answer, Actor actor, HttpServletRequest request, Supplier<String> onward) {
        if (proof.passkey(actor, answer, request) != FactorProof.Outcome.RIGHT)
            return ResponseEntity.unprocessableContent().build();
        return ResponseEntity.ok(new PasskeyReply(onward.get()));
    }
}
