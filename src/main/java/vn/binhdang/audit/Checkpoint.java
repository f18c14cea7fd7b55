package vn.binhdang.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Sha256;

/**
 * What was true of the ends of the chains at a time, signed. A chain that did not move on since the checkpoint before is
 * not named again.
 * @param statement what is signed, letter by letter; the rest is read from it
 * @param before SHA-256 of the statement of the checkpoint before
 */
public record Checkpoint(
        long no, Instant at, byte[] before, List<End> ends, String keyId, String statement, byte[] signature) {
    private static final String FIRST_LINE = "binhdang checkpoint 1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where a chain ended. */
    public record End(UUID agency, long no, byte[] hash) {
        @Override
        public String toString() {
            return "end %s %d %s".formatted(agency, no, HexFormat.of().formatHex(hash));
        }
    }

    static Checkpoint signed(long no, Instant at, byte[] before, List<End> ends, SigningKey key) {
        var statement = new StringBuilder(FIRST_LINE)
                .append("\nno ")
                .append(no)
                .append("\nat ")
                .append(at)
                .append("\nbefore ")
                .append(HexFormat.of().formatHex(before))
                .append("\nkey ")
                .append(key.id())
                .append('\n');
        for (var end : ends) statement.append(end).append('\n');
        var text = statement.toString();
        return new Checkpoint(no, at, before, ends, key.id(), text, key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalArgumentException when the statement is not one */
    static Checkpoint of(String statement, byte[] signature) {
        var lines = statement.lines().toList();
        if (lines.size() < 5 || !lines.getFirst().equals(FIRST_LINE))
            throw new IllegalArgumentException("no checkpoint");
        var ends = new ArrayList<End>();
        for (String line : lines.subList(5, lines.size())) {
            var parts = line.split(" ");
            if (parts.length != 4 || !parts[0].equals("end")) throw new IllegalArgumentException("no end of a chain");
            ends.add(new End(
                    UUID.fromString(parts[1]),
                    Long.parseLong(parts[2]),
                    HexFormat.of().parseHex(parts[3])));
        }
        return new Checkpoint(
                Long.parseLong(after(lines.get(1), "no ")),
                instant(after(lines.get(2), "at ")),
                HexFormat.of().parseHex(after(lines.get(3), "before ")),
                List.copyOf(ends),
                after(lines.get(4), "key "),
                statement,
                signature);
    }

    /** A line of a file of checkpoints. */
    String line() {
        return JSON.writeValueAsString(
                Map.of("statement", statement, "signature", Base64.getEncoder().encodeToString(signature)));
    }

    /** @throws IllegalArgumentException when the line is none */
    static Checkpoint ofLine(String line) {
        try {
            var parts = JSON.readTree(line);
            return of(
                    parts.path("statement").asString(),
                    Base64.getDecoder().decode(parts.path("signature").asString()));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no checkpoint", e);
        }
    }

    byte[] digest() {
        return Sha256.of(statement);
    }

    boolean signedBy(PublicKeys keys) {
        return keys.signed(keyId, statement.getBytes(StandardCharsets.UTF_8), signature);
    }

    private static String after(String line, String word) {
        if (!line.startsWith(word)) throw new IllegalArgumentException("no " + word);
        return line.substring(word.length());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
