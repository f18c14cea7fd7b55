package vn.binhdang.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of one chain in a file, with what proves them: the checkpoint that covers the last of them, its signature and the
 * public keys. Can be checked by whoever has the public key, without the product's database.
 */
public final class ExportFile {
    static final String ROWS = "rows.jsonl";
    static final String TABLE = "rows.csv";
    static final String CHECKPOINTS = "checkpoints.jsonl";
    static final String KEYS = "public-keys.pem";
    static final String EXPLANATION = "README.txt";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();

    private ExportFile() {}

    /**
     * @param first and the next: numbers of the rows; 0 when there are none
     * @param sealedAt when the checkpoint was taken that covers the rows
     * @param keyBrought whether the key came from outside; else the file's own key was believed
     */
    public record Result(
            List<Fault> faults,
            long rows,
            long first,
            long last,
            @Nullable Instant sealedAt,
            boolean keyBrought) {
        public boolean whole() {
            return faults.isEmpty();
        }
    }

    static String line(StoredRow row) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("agency", row.agency());
        parts.put("no", row.no());
        parts.put("at", row.time());
        parts.put("account", row.account());
        parts.put("unit", row.unit());
        parts.put("roles", row.roles());
        parts.put("kind", row.kind());
        parts.put("action", row.action());
        parts.put("record", row.record());
        // A text and not an object: the hash is made of these very letters.
        parts.put("fields", row.fields());
        parts.put("request", row.request());
        parts.put("before", HEX.formatHex(row.before()));
        parts.put("hash", HEX.formatHex(row.hash()));
        parts.put("form", row.form());
        return JSON.writeValueAsString(parts);
    }

    private static StoredRow row(String line) {
        try {
            var parts = JSON.readTree(line);
            return new StoredRow(
                    id(parts, "agency"),
                    parts.path("no").asLong(),
                    Instant.parse(parts.path("at").asString()),
                    id(parts, "account"),
                    id(parts, "unit"),
                    parts.path("roles").asString(),
                    parts.path("kind").asString(),
                    parts.path("action").asString(),
                    id(parts, "record"),
                    parts.path("fields").asString(),
                    parts.path("request").asString(),
                    HEX.parseHex(parts.path("before").asString()),
                    HEX.parseHex(parts.path("hash").asString()),
                    parts.path("form").asInt());
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("no row of the record", e);
        }
    }

    private static UUID id(JsonNode parts, String name) {
        return UUID.fromString(parts.path(name).asString());
    }

    /**
     * @param trusted public keys brought from outside, as PEM; empty to believe those in the file
     * @throws IllegalArgumentException when it is no export
     */
    public static Result verify(Path file, List<String> trusted) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var keys = new PublicKeys();
            for (String pem : trusted.isEmpty() ? blocks(text(zip, KEYS)) : trusted)
                keys.add(Pem.read(PublicKeys.LABEL, pem));
            var faults = new ArrayList<Fault>();
            var anchors = new Anchors();
            Instant sealedAt = null;
            for (String line : text(zip, CHECKPOINTS).lines().toList()) {
                var checkpoint = Checkpoint.ofLine(line);
                if (checkpoint.signedBy(keys)) {
                    anchors.add(checkpoint);
                    sealedAt = checkpoint.at();
                } else
                    faults.add(Fault.checkpoint(
                            keys.has(checkpoint.keyId()) ? Fault.Kind.CHECKPOINT_FORGED : Fault.Kind.CHECKPOINT_STRANGE,
                            checkpoint.no()));
            }
            return walk(zip, anchors, faults, sealedAt, !trusted.isEmpty());
        }
    }

    private static Result walk(
            ZipFile zip, Anchors anchors, List<Fault> faults, @Nullable Instant sealedAt, boolean keyBrought)
            throws IOException {
        long rows = 0;
        long first = 0;
        ChainWalk chain = null;
        UUID agency = null;
        try (var lines = reader(zip, ROWS)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = row(line);
                if (chain == null) {
                    agency = row.agency();
                    first = row.no();
                    chain = new ChainWalk(agency, anchors.of(agency), first - 1, row.before());
                }
                chain.step(row);
                rows++;
            }
        }
        if (chain == null || agency == null) return new Result(faults, 0, 0, 0, sealedAt, keyBrought);
        faults.addAll(chain.endOfPart());
        if (faults.isEmpty() && chain.anchored() < chain.last())
            faults.add(Fault.rows(Fault.Kind.NOT_COVERED, agency, chain.anchored() + 1, chain.last()));
        return new Result(List.copyOf(faults), rows, first, chain.last(), sealedAt, keyBrought);
    }

    private static List<String> blocks(String pems) {
        return List.of(pems.split("(?<=-----END PUBLIC KEY-----)")).stream()
                .filter(block -> block.contains("BEGIN"))
                .toList();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var reader = reader(zip, name)) {
            return reader.readAllAsString();
        }
    }

    private static BufferedReader reader(ZipFile zip, String name) throws IOException {
        var entry = Optional.ofNullable(zip.getEntry(name))
                .orElseThrow(() -> new IllegalArgumentException("no export: " + name + " is missing"));
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }
}
