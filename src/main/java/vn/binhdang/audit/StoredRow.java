package vn.binhdang.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Sha256;

/**
 * A row of the record as it is stored, with all that its hash is made of.
 * @param fields the text of the JSON, letter by letter as the database gives it
 * @param form which of the two ways the hash was made
 */
record StoredRow(
        UUID agency,
        long no,
        Instant at,
        UUID account,
        UUID unit,
        String roles,
        String kind,
        String action,
        UUID record,
        String fields,
        String request,
        byte[] before,
        byte[] hash,
        int form) {

    static final byte[] BEGINNING = new byte[32];
    static final String COLUMNS = """
        agency_id, no, at, account_id, unit_id, roles, kind, action, record_id, cast(fields as text) as fields,
        request_id, before_hash, hash, form
        """;

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static StoredRow of(ResultSet rs) throws SQLException {
        return new StoredRow(
                rs.getObject("agency_id", UUID.class),
                rs.getLong("no"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getObject("account_id", UUID.class),
                rs.getObject("unit_id", UUID.class),
                rs.getString("roles"),
                rs.getString("kind"),
                rs.getString("action"),
                rs.getObject("record_id", UUID.class),
                rs.getString("fields"),
                rs.getString("request_id"),
                rs.getBytes("before_hash"),
                rs.getBytes("hash"),
                rs.getInt("form"));
    }

    String time() {
        return MICROSECONDS.format(at);
    }

    /** What the hash should be. */
    byte[] hashAfter(byte[] previous, long number) {
        var digest = Sha256.start();
        digest.update(previous);
        for (String part : form == 1 ? firstForm(number) : secondForm(number)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private List<String> secondForm(long number) {
        return List.of(
                "2",
                agency.toString(),
                Long.toString(number),
                time(),
                account.toString(),
                unit.toString(),
                roles,
                kind,
                action,
                record.toString(),
                fields,
                request);
    }

    /**
     * Rows of the first release were hashed by the program, over its own way of writing JSON. They had no kind yet: the
     * migration that brought it gave each the one that follows from its action. Any other was put there later, to hide a
     * deed among the readings, so it goes into the hash, which then does not fit.
     */
    private List<String> firstForm(long number) {
        var parts = new ArrayList<>(writtenFirst(number));
        if (!kind.equals((action.equals("access.signIn") ? Kind.SIGN_IN : Kind.CHANGE).name())) parts.add(kind);
        return parts;
    }

    private List<String> writtenFirst(long number) {
        return List.of(
                agency.toString(),
                Long.toString(number),
                at.toString(),
                account.toString(),
                unit.toString(),
                roles,
                action,
                record.toString(),
                JSON.writeValueAsString(JSON.readValue(fields, TreeMap.class)),
                request);
    }
}
