package vn.binhdang.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/**
 * The record of deeds. A row is written in the transaction of the deed or not at all: both are stored, or neither. Rows
 * of one agency form a chain of SHA-256 hashes; writing locks the end of that chain, so its rows have one order.
 */
@Component
public class AuditTrail {
    private static final byte[] BEGINNING = new byte[32];

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, UUID recordId) {
        record(actor, action, recordId, Map.of());
    }

    /**
     * @param action module, record and verb: "plan.issue"
     * @param fields what changed, in words that are not personal: states, numbers, dates, ids
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, UUID recordId, Map<String, ?> fields) {
        var agency = actor.agency().value();
        jdbc.sql("insert into audit_chain values (:agency, 0, :beginning) on conflict do nothing")
                .param("agency", agency)
                .param("beginning", BEGINNING)
                .update();
        var end = jdbc.sql("select last_no, last_hash from audit_chain where agency_id = :agency for update")
                .param("agency", agency)
                .query(ChainEnd.class)
                .single();
        var row = new Entry(
                agency,
                end.lastNo() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.account().value(),
                actor.unit().value(),
                String.join(",", actor.roles().stream().map(Role::name).sorted().toList()),
                action,
                recordId,
                json.writeValueAsString(new TreeMap<>(fields)),
                requestId());
        byte[] hash = hash(end.lastHash(), row);
        jdbc.sql("""
            insert into audit_row (agency_id, no, at, account_id, unit_id, roles, action, record_id, fields,
                                   request_id, before_hash, hash)
            values (:agency, :no, :at, :account, :unit, :roles, :action, :record, cast(:fields as jsonb),
                    :request, :before, :hash)
            """)
                .param("agency", agency)
                .param("no", row.no())
                .param("at", OffsetDateTime.ofInstant(row.at(), ZoneOffset.UTC))
                .param("account", row.account())
                .param("unit", row.unit())
                .param("roles", row.roles())
                .param("action", action)
                .param("record", recordId)
                .param("fields", row.fields())
                .param("request", row.request())
                .param("before", end.lastHash())
                .param("hash", hash)
                .update();
        jdbc.sql("update audit_chain set last_no = :no, last_hash = :hash where agency_id = :agency")
                .param("no", row.no())
                .param("hash", hash)
                .param("agency", agency)
                .update();
    }

    /** What was done to one record, oldest first. Who may see the record is the caller's question. */
    public List<Deed> historyOf(UnitId agency, UUID recordId) {
        return jdbc.sql("""
            select no, at, account_id, unit_id, action, cast(fields as text) as fields
            from   audit_row
            where  agency_id = :agency and record_id = :record
            order  by no
            """)
                .param("agency", agency.value())
                .param("record", recordId)
                .query((rs, i) -> new Deed(
                        rs.getLong("no"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getObject("account_id", UUID.class),
                        rs.getObject("unit_id", UUID.class),
                        rs.getString("action"),
                        fields(rs.getString("fields"))))
                .list();
    }

    /**
     * Walks an agency's chain.
     * @return the number of the first row that does not follow from those before it, or 0 when the chain is whole
     */
    @Transactional(readOnly = true)
    public long firstBrokenRow(UnitId agency) {
        var walk = new Walk();
        jdbc.sql("""
            select agency_id, no, at, account_id, unit_id, roles, action, record_id, cast(fields as text) as fields,
                   request_id, before_hash, hash
            from   audit_row where agency_id = :agency order by no
            """).param("agency", agency.value()).query(rs -> {
            var row = new Entry(
                    rs.getObject("agency_id", UUID.class),
                    rs.getLong("no"),
                    rs.getObject("at", OffsetDateTime.class).toInstant(),
                    rs.getObject("account_id", UUID.class),
                    rs.getObject("unit_id", UUID.class),
                    rs.getString("roles"),
                    rs.getString("action"),
                    rs.getObject("record_id", UUID.class),
                    json.writeValueAsString(new TreeMap<>(fields(rs.getString("fields")))),
                    rs.getString("request_id"));
            walk.step(row, rs.getBytes("before_hash"), rs.getBytes("hash"));
        });
        if (walk.broken > 0) return walk.broken;
        var end = jdbc.sql("select last_no, last_hash from audit_chain where agency_id = :agency")
                .param("agency", agency.value())
                .query(ChainEnd.class)
                .optional();
        boolean whole = end.map(e -> e.lastNo() == walk.no && MessageDigest.isEqual(e.lastHash(), walk.hash))
                .orElse(walk.no == 0);
        return whole ? 0 : walk.no + 1;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> fields(String text) {
        return json.readValue(text, Map.class);
    }

    private static String requestId() {
        String id = MDC.get("request");
        return id == null ? "" : id;
    }

    private static byte[] hash(byte[] before, Entry row) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            // Length before each part: else "ab" + "c" and "a" + "bc" would hash alike.
            for (String part : row.parts()) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record ChainEnd(long lastNo, byte[] lastHash) {}

    /** One deed as the history of a record shows it. */
    public record Deed(long no, Instant at, UUID account, UUID unit, String action, Map<String, Object> fields) {}

    private record Entry(
            UUID agency,
            long no,
            Instant at,
            UUID account,
            UUID unit,
            String roles,
            String action,
            UUID record,
            String fields,
            String request) {
        List<String> parts() {
            return List.of(
                    agency.toString(),
                    Long.toString(no),
                    at.toString(),
                    account.toString(),
                    unit.toString(),
                    roles,
                    action,
                    record.toString(),
                    fields,
                    request);
        }
    }

    private static final class Walk {
        private byte[] hash = BEGINNING;
        private long no;
        private long broken;

        void step(Entry row, byte[] before, byte[] stored) {
            if (broken > 0) return;
            boolean follows = row.no() == no + 1
                    && MessageDigest.isEqual(before, hash)
                    && MessageDigest.isEqual(stored, hash(hash, row));
            if (!follows) {
                broken = no + 1;
                return;
            }
            no = row.no();
            hash = stored;
        }
    }
}
