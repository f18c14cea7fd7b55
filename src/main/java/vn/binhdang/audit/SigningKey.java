package vn.binhdang.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * The installation's key (Ed25519). Its file holds both halves and is read at each use, so that a key that was replaced
 * while the product runs is taken from the next checkpoint on.
 */
record SigningKey(String id, byte[] publicKey, PrivateKey privateKey) {
    private static final String FILE = "signing-key";
    private static final String LABEL = "PRIVATE KEY";

    static SigningKey in(KeyFolder folder) {
        var key = read(folder.secret(FILE, SigningKey::newPair));
        folder.publish(key.publicFile(), Pem.of(PublicKeys.LABEL, key.publicKey()));
        return key;
    }

    /** Makes a new key; the old public one stays in the folder, since what it signed stays valid. */
    static SigningKey replaceIn(KeyFolder folder) {
        var old = in(folder);
        try {
            folder.replaceSecret(FILE, newPair());
            var key = in(folder);
            var voucher = Base64.getEncoder().encodeToString(old.sign(key.publicKey()));
            folder.publish(key.voucherFile(), old.id() + " " + voucher + "\n");
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who signed this key with what, when it replaced another: key id and signature. */
    Optional<Voucher> voucher(KeyFolder folder) {
        return folder.read(voucherFile()).map(text -> {
            var parts = text.strip().split(" ");
            return new Voucher(parts[0], Base64.getDecoder().decode(parts[1]));
        });
    }

    record Voucher(String by, byte[] signature) {}

    private String voucherFile() {
        return "public-key-" + id + ".voucher";
    }

    private String publicFile() {
        return "public-key-" + id + ".pem";
    }

    private static SigningKey read(String text) {
        try {
            byte[] publicKey = Pem.read(PublicKeys.LABEL, text);
            var secret = new PKCS8EncodedKeySpec(Pem.read(LABEL, text));
            return new SigningKey(
                    PublicKeys.idOf(publicKey),
                    publicKey,
                    KeyFactory.getInstance("Ed25519").generatePrivate(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key of the record cannot be read", e);
        }
    }

    private static String newPair() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Pem.of(LABEL, pair.getPrivate().getEncoded())
                    + Pem.of(PublicKeys.LABEL, pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
