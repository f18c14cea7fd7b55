package vn.binhdang.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.binhdang.kernel.Sha256;

/** The public keys that are trusted, each under the beginning of its own hash. */
final class PublicKeys {
    static final String LABEL = "PUBLIC KEY";

    private final Map<String, PublicKey> keys = new LinkedHashMap<>();

    /** @param encoded SubjectPublicKeyInfo of an Ed25519 key */
    String add(byte[] encoded) {
        try {
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            String id = idOf(encoded);
            keys.put(id, key);
            return id;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    boolean has(String id) {
        return keys.containsKey(id);
    }

    /** A key that a trusted one has signed is trusted. */
    void addIfVouchedFor(byte[] encoded, String by, byte[] voucher) {
        if (signed(by, encoded, voucher)) add(encoded);
    }

    boolean signed(String id, byte[] content, byte[] signature) {
        var key = keys.get(id);
        if (key == null) return false;
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static String idOf(byte[] encoded) {
        return HexFormat.of().formatHex(Sha256.of(encoded), 0, 8);
    }
}
