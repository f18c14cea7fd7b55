package vn.binhdang.access.factor;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** The app on a person's phone: knows the secret from the set-up page and never shows the same code twice. */
public final class AuthenticatorApp {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private long lastStep;

    /** @param shown as the page shows it, in groups */
    public AuthenticatorApp(String shown) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : shown.replace(" ", "").toCharArray()) {
            held = held << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bytes.write(held >> bits - 8);
                bits -= 8;
                held &= (1 << bits) - 1;
            }
        }
        secret = bytes.toByteArray();
    }

    /** A code that was not shown before; ahead of its time by one step at most, which the product takes. */
    public String code() {
        Awaitility.await("the next code")
                .atMost(Duration.ofSeconds(70))
                .until(() -> Totp.stepAt(Instant.now()) + 1 > lastStep);
        lastStep = Math.max(lastStep + 1, Totp.stepAt(Instant.now()));
        return Totp.code(secret, lastStep, Totp.DIGITS);
    }

    /** The code shown last, once more. */
    public String sameCode() {
        return Totp.code(secret, lastStep, Totp.DIGITS);
    }
}
