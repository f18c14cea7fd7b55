package vn.binhdang.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/**
 * The record of deeds. A row is written in the transaction of the deed or not at all: both are stored, or neither. Rows
 * of one agency form a chain of SHA-256 hashes; the product itself ({@link Actor#ofInstallation()}) has a chain too.
 *
 * <p>Fields say what changed, in words that are not personal: states, numbers, dates, ids. A field that changed from one
 * value to another is a {@link Changed}; of personal values it keeps hashes.
 */
@Component
public class AuditTrail {
    /** Stands where a deed is about no record of its own. */
    public static final UUID NO_RECORD = new UUID(0, 0);

    /** No deed is later. */
    public static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Clock clock;
    private final FieldHashes hashes;
    private final DiskWait disk = new DiskWait();
    private final AtomicInteger committing = new AtomicInteger();
    private final TransactionTemplate own;
    private final JsonMapper json = JsonMapper.builder().build();

    AuditTrail(
            JdbcClient jdbc,
            DataSource source,
            Clock clock,
            FieldHashes hashes,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.source = source;
        this.clock = clock;
        this.hashes = hashes;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A change, in the transaction of the change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, UUID recordId) {
        record(actor, action, recordId, Map.of());
    }

    /**
     * A change, in the transaction of the change.
     * @param action module, record and verb: "plan.issue"
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, UUID recordId, Map<String, ?> fields) {
        boolean signIn = action.startsWith("access.signIn") || action.startsWith("access.signOut");
        add(actor, signIn ? Kind.SIGN_IN : Kind.CHANGE, action, recordId, fields);
    }

    /**
     * A refusal. Written in a transaction of its own, since the one that was refused is rolled back.
     * @param recordId null when it is about no record
     */
    public void refused(Actor actor, String action, @Nullable UUID recordId, Map<String, ?> fields) {
        var kind = action.startsWith("access.signIn") ? Kind.SIGN_IN : Kind.REFUSAL;
        own.executeWithoutResult(t -> add(actor, kind, action, recordId, fields));
    }

    /** Somebody looks at personal data: in the transaction that reads, or in one of its own where that may not write. */
    public void read(Actor actor, String action, @Nullable UUID recordId, Map<String, ?> fields) {
        addWherePossible(actor, Kind.READING, action, recordId, fields);
    }

    /** Data leave the product as a file; in the same way as {@link #read}. */
    public void export(Actor actor, String action, @Nullable UUID recordId, Map<String, ?> fields) {
        addWherePossible(actor, Kind.EXPORT, action, recordId, fields);
    }

    /**
     * What stands in the record for a personal value: equal to a hash there, it proves that the value was this one.
     * @param value as its text
     */
    public String hashOf(UUID recordId, String field, Object value) {
        return hashes.of(recordId, field, value);
    }

    /** The last thousand deeds that changed one record, oldest first. Who may see the record is the caller's question. */
    public List<Deed> historyOf(UnitId agency, UUID recordId) {
        return historyOf(agency, recordId, END_OF_TIME, 1000).reversed();
    }

    /**
     * What was done to one record, newest first.
     * @param until the last moment, included
     */
    public List<Deed> historyOf(UnitId agency, UUID recordId, Instant until, int most) {
        return deeds("""
            agency_id = :agency and record_id = :record and kind = 'CHANGE' and at <= :until
            order  by at desc, no desc limit :most
            """, Map.of("agency", agency.value(), "record", recordId, "until", utc(until), "most", most));
    }

    /** Deeds of some kinds only, newest first, wherever among thousands of others they stand. */
    public List<Deed> historyOf(UnitId agency, UUID recordId, Collection<String> actions) {
        return deeds(
                """
                agency_id = :agency and record_id = :record and kind = 'CHANGE' and action = any (:actions)
                order  by at desc, no desc limit 1000
                """, Map.of("agency", agency.value(), "record", recordId, "actions", actions.toArray(String[]::new)));
    }

    /**
     * Who looked at a record or took it out as a file, whatever agency they acted for, the latest first: for the person
     * the record is about.
     */
    public List<Deed> readingsOf(UUID recordId, int most) {
        return deeds("""
            record_id = :record and kind in ('READING', 'EXPORT') order by at desc, no desc limit :most
            """, Map.of("record", recordId, "most", most));
    }

    private List<Deed> deeds(String which, Map<String, ?> values) {
        return jdbc.sql("select no, at, account_id, unit_id, action, cast(fields as text) as fields from audit_row"
                        + " where "
                        + which)
                .params(values)
                .query((rs, i) -> new Deed(
                        rs.getLong("no"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getObject("account_id", UUID.class),
                        rs.getObject("unit_id", UUID.class),
                        rs.getString("action"),
                        fields(rs.getString("fields"))))
                .list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private void addWherePossible(
            Actor actor, Kind kind, String action, @Nullable UUID recordId, Map<String, ?> fields) {
        boolean inside = TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        if (inside) add(actor, kind, action, recordId, fields);
        else own.executeWithoutResult(t -> add(actor, kind, action, recordId, fields));
    }

    private void add(Actor actor, Kind kind, String action, @Nullable UUID recordId, Map<String, ?> fields) {
        var record = recordId == null ? NO_RECORD : recordId;
        PendingDeeds.ofTransaction(this, this::commit, this::waitForDisk)
                .add(new DeedRow(
                        actor.agency().value(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS).toString(),
                        actor.account().value(),
                        actor.unit().value(),
                        actor.rolesInRecord(),
                        kind.name(),
                        action,
                        record,
                        plain(record, fields),
                        requestId()));
    }

    /**
     * Appends and commits in one journey: the end of the chain is locked no longer than the database needs for both.
     * @return whether the disk has still to be waited for
     */
    private boolean commit(List<DeedRow> deeds) {
        // In the order of their agencies: two transactions that write into the same chains lock them in the same order.
        var sorted =
                deeds.stream().sorted(Comparator.comparing(DeedRow::agency)).toList();
        boolean alone = committing.incrementAndGet() == 1;
        try {
            new JdbcTemplate(source)
                    .execute("select audit_append(cast(? as jsonb), ?); commit", (PreparedStatementCallback<Boolean>)
                            statement -> {
                                statement.setString(1, json.writeValueAsString(sorted));
                                statement.setBoolean(2, alone);
                                return statement.execute();
                            });
        } finally {
            committing.decrementAndGet();
        }
        return !alone;
    }

    /**
     * While others commit, the commit of a deed does not wait for the disk, since the chain is locked so long. A word in
     * the log of the database that is itself committed is on the disk only after all before it; those who wait at once
     * wait for one write.
     */
    private void waitForDisk() {
        // Sent together with its commit: one journey.
        disk.await(() -> new JdbcTemplate(source).execute((StatementCallback<Boolean>)
                statement -> statement.execute("select pg_logical_emit_message(true, 'binhdang', ''); commit")));
    }

    private Map<String, Object> plain(UUID record, Map<String, ?> fields) {
        var plain = new TreeMap<String, Object>();
        fields.forEach((name, value) -> plain.put(name, value instanceof Changed c ? changed(record, name, c) : value));
        return plain;
    }

    private Map<String, Object> changed(UUID record, String name, Changed change) {
        var values = new TreeMap<String, Object>();
        if (change.before() != null) values.put("before", kept(record, name, change, change.before()));
        if (change.after() != null) values.put("after", kept(record, name, change, change.after()));
        return values;
    }

    private Object kept(UUID record, String name, Changed change, Object value) {
        if (change.personal()) return hashes.of(record, name, value);
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> fields(String text) {
        return json.readValue(text, Map.class);
    }

    private static String requestId() {
        String id = MDC.get("request");
        return id == null ? "" : id;
    }

    /** One deed as the history of a record shows it. */
    public record Deed(long no, Instant at, UUID account, UUID unit, String action, Map<String, Object> fields) {}
}
