package vn.binhdang.operations.backup;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import vn.binhdang.kernel.Sha256;

/**
 * The two halves of a key for backups: HPKE (RFC 9180) over X25519 with HKDF-SHA256 and AES-256-GCM. The server holds the
 * public half only, so whoever takes the server cannot read the backups that left it; the operator keeps the private one.
 */
@AccessesPartialKey // the halves travel as bare bytes in files of our own form
final class BackupKey {
    private static final String PUBLIC = "BINHDANG-BACKUP-PUBLIC-KEY-1 ";
    private static final String PRIVATE = "BINHDANG-BACKUP-PRIVATE-KEY-1 ";
    private static final int HALF = 32;
    private static final int FINGERPRINT_BYTES = 8;
    private static final HpkeParameters PARAMETERS = parameters();

    private BackupKey() {}

    /** Seals data keys. */
    record PublicHalf(Bytes value) {
        byte[] seal(byte[] dataKey, byte[] context) {
            try {
                return handle(publicKey())
                        .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                        .encrypt(dataKey, context);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Names the key in sentences and headers: the first bytes of its hash. */
        String fingerprint() {
            byte[] hash = Sha256.of(value.toByteArray());
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        }

        String text() {
            return PUBLIC + Base64.getEncoder().encodeToString(value.toByteArray());
        }

        private HpkePublicKey publicKey() throws GeneralSecurityException {
            return HpkePublicKey.create(PARAMETERS, value, null);
        }
    }

    /** Opens what its public half sealed. */
    record PrivateHalf(SecretBytes secret, PublicHalf publicHalf) {
        /** @throws GeneralSecurityException when it was sealed for another key, in another context, or was changed */
        byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
            var key = HpkePrivateKey.create(publicHalf.publicKey(), secret);
            return handle(key)
                    .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                    .decrypt(sealed, context);
        }

        String text() {
            var both = Arrays.copyOf(secret.toByteArray(InsecureSecretKeyAccess.get()), 2 * HALF);
            System.arraycopy(publicHalf.value().toByteArray(), 0, both, HALF, HALF);
            return PRIVATE + Base64.getEncoder().encodeToString(both);
        }

        @Override
        public String toString() {
            return "PrivateHalf[" + publicHalf.fingerprint() + "]";
        }
    }

    static PrivateHalf create() {
        try {
            var key = (HpkePrivateKey)
                    KeysetHandle.generateNew(PARAMETERS).getPrimary().getKey();
            return new PrivateHalf(
                    key.getPrivateKeyBytes(), new PublicHalf(key.getPublicKey().getPublicKeyBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws BackupRefused when the file is not a key */
    static PublicHalf readPublic(Path file) {
        return new PublicHalf(Bytes.copyFrom(read(file, PUBLIC, HALF)));
    }

    /** @throws BackupRefused when the file is not there or not a key */
    static PrivateHalf readPrivate(Path file) {
        byte[] both = read(file, PRIVATE, 2 * HALF);
        return new PrivateHalf(
                SecretBytes.copyFrom(Arrays.copyOf(both, HALF), InsecureSecretKeyAccess.get()),
                new PublicHalf(Bytes.copyFrom(both, HALF, HALF)));
    }

    /** The line that carries the key; other lines of the file are for people. */
    private static byte[] read(Path file, String beginning, int length) {
        try (var lines = Files.lines(file)) {
            byte[] value = lines.filter(line -> line.startsWith(beginning))
                    .map(line -> Base64.getDecoder()
                            .decode(line.substring(beginning.length()).strip()))
                    .findFirst()
                    .orElseThrow(() -> new BackupRefused("operations.backup.key.notOne", file));
            if (value.length != length) throw new BackupRefused("operations.backup.key.notOne", file);
            return value;
        } catch (IOException | RuntimeException e) {
            if (e instanceof BackupRefused refused) throw refused;
            throw new BackupRefused(e, "operations.backup.key.notOne", file);
        }
    }

    private static KeysetHandle handle(com.google.crypto.tink.Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
    }

    private static HpkeParameters parameters() {
        try {
            HybridConfig.register();
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
