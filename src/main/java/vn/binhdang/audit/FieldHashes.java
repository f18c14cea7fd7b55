package vn.binhdang.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands in the record instead of a personal value: a hash with the installation's key and the record's id as salt.
 * Equal years of birth of two people give different hashes, so nothing can be learnt by comparing rows.
 */
@Component
final class FieldHashes {
    private static final String FILE = "field-key";
    private static final String MARK = "hmac:";

    private final KeyFolder folder;
    private volatile @Nullable SecretKeySpec key;

    FieldHashes(KeyFolder folder) {
        this.folder = folder;
    }

    String of(UUID record, String field, Object value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            mac.update((record + "\n" + field + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] made = mac.doFinal(value.toString().getBytes(StandardCharsets.UTF_8));
            return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isHash(@Nullable Object value) {
        return value instanceof String text && text.startsWith(MARK);
    }

    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            byte[] bytes = Base64.getDecoder().decode(folder.secret(FILE, FieldHashes::newKey));
            known = new SecretKeySpec(bytes, "HmacSHA256");
            key = known;
        }
        return known;
    }

    private static String newKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
