package vn.binhdang.access.password;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords from leaks, in a file the operator may put into the data folder: lines {@code SHA-1 in capitals:count} in the
 * order of the hashes, as "Pwned Passwords ordered by hash" comes. Looked up by halving, so that its size (tens of
 * gigabytes) costs neither memory nor time. Nothing is asked over the network.
 */
@Component
class LeakedPasswords {
    private static final int HASH = 40;

    private final Path file;

    LeakedPasswords(
            @Value("${binhdang.data:data}") Path data, @Value("${binhdang.access.leaked-passwords:}") String given) {
        this.file = given.isEmpty() ? data.resolve("leaked-passwords.txt") : Path.of(given);
    }

    boolean contain(String password) {
        if (!Files.isReadable(file)) return false;
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            return find(lines, sha1(password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean find(RandomAccessFile lines, String wanted) throws IOException {
        long from = 0;
        long to = lines.length();
        // The wanted line, if there is one, begins in [from, to).
        while (from < to) {
            long middle = (from + to) >>> 1;
            long begin = beginOfLine(lines, middle);
            lines.seek(begin);
            String line = lines.readLine();
            if (line == null || line.length() < HASH) return false;
            int order = line.substring(0, HASH).compareToIgnoreCase(wanted);
            if (order == 0) return true;
            if (order < 0) from = lines.getFilePointer();
            else to = begin;
        }
        return false;
    }

    private static long beginOfLine(RandomAccessFile lines, long at) throws IOException {
        for (long begin = at; begin > 0; begin--) {
            lines.seek(begin - 1);
            if (lines.read() == '\n') return begin;
        }
        return 0;
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
