package vn.binhdang.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhdang.database.DataFolder;

/**
 * What accounts are sealed and signed with: one secret in the data folder, made on first use, or given when several nodes
 * share a database. Each purpose has a key of its own derived from it.
 */
@Component
public class Keys {
    private static final int NONCE = 12;

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();

    Keys(@Value("${binhdang.data:data}") Path data, @Value("${binhdang.access.key:}") String given) {
        String text = given.isEmpty() ? DataFolder.at(data).secret("access") : given;
        if (text.length() < 32) throw new IllegalStateException("binhdang.access.key has less than 32 characters");
        this.secret = text.getBytes(StandardCharsets.UTF_8);
    }

    public byte[] sign(String purpose, String text) {
        return mac(mac(secret, "sign " + purpose), text);
    }

    /** @param whose bound to it: sealed for one account it does not open for another */
    public byte[] seal(String purpose, String whose, byte[] plain) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, whose, nonce, plain);
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return both;
    }

    /** @throws IllegalStateException when it was sealed with another secret, for another account, or changed */
    public byte[] open(String purpose, String whose, byte[] sealed) {
        return cipher(
                Cipher.DECRYPT_MODE,
                purpose,
                whose,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] cipher(int mode, String purpose, String whose, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(mac(secret, "seal " + purpose), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed with another secret, or changed", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
