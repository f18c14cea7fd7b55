package vn.binhdang.operations.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Sha256;

/**
 * A file that anybody can check and only the holder of the private key can read:
 *
 * <pre>
 * 16 bytes  "BINHDANG-SEALED" and a line end
 *  4 bytes  version of this format
 *  4 bytes  length of the header
 *           header, JSON, readable: what it is, for which key, the data key sealed for that key
 * 32 bytes  SHA-256 of all before
 *           content under AES-256-GCM in segments of 1 MiB (Tink's AES-GCM-HKDF streaming); bound to the header's hash
 * 32 bytes  SHA-256 of all before
 * </pre>
 */
final class SealedFile {
    static final int VERSION = 1;

    private static final byte[] MAGIC = "BINHDANG-SEALED\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTEXT = "binhdang-sealed-1".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_HEADER = 1 << 30;
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final Header header;
    private final byte[] headerHash;
    private final long begin;
    private final long end;

    /**
     * @param kind "backup" or "file"
     * @param key fingerprint of the key that opens it
     * @param sealedKey the data key
     * @param objects names of the sealed files a backup needs beside itself; readable, so that old ones can be cleared
     *     away by a server that cannot read its backups
     */
    record Header(String kind, String product, String madeAt, String key, byte[] sealedKey, List<String> objects) {}

    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private SealedFile(Path path, Header header, byte[] headerHash, long begin, long end) {
        this.path = path;
        this.header = header;
        this.headerHash = headerHash;
        this.begin = begin;
        this.end = end;
    }

    Header header() {
        return header;
    }

    /**
     * Writes beside the target and renames when all is on the disk: under the target's name there is a whole file or none.
     */
    static void write(
            Path target,
            BackupKey.PublicHalf key,
            String kind,
            String product,
            String madeAt,
            List<String> objects,
            Body body)
            throws IOException {
        byte[] dataKey = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(dataKey);
        var header = new Header(kind, product, madeAt, key.fingerprint(), key.seal(dataKey, CONTEXT), objects);
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (var channel = FileChannel.open(
                            draft,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    var out = new BufferedOutputStream(
                            java.nio.channels.Channels.newOutputStream(channel), BUFFER_BYTES)) {
                var sum = Sha256.start();
                var summing = new DigestOutputStream(out, sum);
                byte[] headerHash = writeHeader(summing, JSON.writeValueAsBytes(header));
                // Closing the cipher writes its last segment; the file must stay open for the sum behind it.
                try (var sealing = cipher(dataKey).newEncryptingStream(notClosing(summing), headerHash)) {
                    body.writeTo(sealing);
                }
                out.write(sum.digest());
                out.flush();
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            rememberName(target);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** @throws BackupRefused when it is not a sealed file, of a newer format, or its header is damaged */
    static SealedFile open(Path path) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            byte[] magic = in.readNBytes(MAGIC.length);
            if (!Arrays.equals(magic, MAGIC)) throw new BackupRefused("operations.backup.file.notOne", path);
            int version = in.readInt();
            if (version > VERSION) throw new BackupRefused("operations.backup.file.newer", path, version, VERSION);
            int length = in.readInt();
            if (length < 0 || length > LONGEST_HEADER || length > Files.size(path)) throw damaged(path, null);
            byte[] header = in.readNBytes(length);
            byte[] stored = in.readNBytes(Sha256.LENGTH);
            var hash = headerHash(version, header);
            if (!MessageDigest.isEqual(stored, hash)) throw damaged(path, null);
            long begin = MAGIC.length + 2L * Integer.BYTES + length + Sha256.LENGTH;
            return new SealedFile(
                    path, JSON.readValue(header, Header.class), hash, begin, Files.size(path) - Sha256.LENGTH);
        } catch (NoSuchFileException e) {
            throw new BackupRefused(e, "operations.backup.file.none", path);
        } catch (EOFException e) {
            throw new BackupRefused(e, "operations.backup.file.notOne", path);
        } catch (IOException | JacksonException e) {
            throw damaged(path, e);
        }
    }

    /**
     * Whether every byte is the one that was written; needs no key.
     * @throws BackupRefused when it is damaged or cut short
     */
    void check() {
        try (var file = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            if (end < begin) throw damaged(path, null);
            var sum = Sha256.start();
            var in = new Part(file, end);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) sum.update(buffer, 0, n);
            if (!MessageDigest.isEqual(file.readNBytes(Sha256.LENGTH), sum.digest())) throw damaged(path, null);
        } catch (IOException e) {
            throw damaged(path, e);
        }
    }

    /**
     * The content; whoever reads it to its end has had it authenticated. The caller closes.
     * @throws BackupRefused when the key is another one
     * @throws IOException while reading, when a byte was changed
     */
    InputStream content(BackupKey.PrivateHalf key) throws IOException {
        if (!key.publicHalf().fingerprint().equals(header.key()))
            throw new BackupRefused(
                    "operations.backup.key.wrong",
                    path,
                    header.key(),
                    key.publicHalf().fingerprint());
        var file = Files.newInputStream(path);
        try {
            byte[] dataKey = key.open(header.sealedKey(), CONTEXT);
            file.skipNBytes(begin);
            var sealed = new Part(new BufferedInputStream(file, BUFFER_BYTES), end - begin);
            return cipher(dataKey).newDecryptingStream(sealed, headerHash);
        } catch (GeneralSecurityException e) {
            file.close();
            throw damaged(path, e);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    static BackupRefused damaged(Path path, @org.jspecify.annotations.Nullable Throwable cause) {
        return new BackupRefused(cause, "operations.backup.file.damaged", path);
    }

    private static byte[] writeHeader(OutputStream out, byte[] header) throws IOException {
        var data = new DataOutputStream(out);
        data.write(MAGIC);
        data.writeInt(VERSION);
        data.writeInt(header.length);
        data.write(header);
        byte[] hash = headerHash(VERSION, header);
        data.write(hash);
        return hash;
    }

    private static byte[] headerHash(int version, byte[] header) {
        var sum = Sha256.start();
        sum.update(MAGIC);
        sum.update(java.nio.ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(version)
                .putInt(header.length)
                .array());
        sum.update(header);
        return sum.digest();
    }

    private static AesGcmHkdfStreaming cipher(byte[] dataKey) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(dataKey, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    /** The name in its folder survives a power cut as well. */
    private static void rememberName(Path file) throws IOException {
        try (var folder =
                FileChannel.open(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
            folder.force(true);
        }
    }

    private static OutputStream notClosing(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }
        };
    }

    /** The first bytes of a stream. */
    private static final class Part extends InputStream {
        private final InputStream in;
        private long left;

        Part(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (count == 0) return 0;
            if (left <= 0) return -1;
            int n = in.read(bytes, from, (int) Math.min(count, left));
            if (n > 0) left -= n;
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
