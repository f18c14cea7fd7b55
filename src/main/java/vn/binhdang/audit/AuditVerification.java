package vn.binhdang.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks the record of a whole database: each chain row by row, against its end and against the signed checkpoints, those
 * in the database, those in the data folder and those brought from outside. Reads rows as a stream, in one view of the
 * database, so that it may run beside the product.
 */
public final class AuditVerification {
    private static final int ROWS_AT_A_TIME = 2000;
    /** One names every agency that did something in its hour. */
    private static final int CHECKPOINTS_AT_A_TIME = 20;

    private final PublicKeys keys = new PublicKeys();
    private final List<Brought> brought = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Anchors anchors = new Anchors();
    private boolean keysBrought;
    private long rows;
    private int chains;
    private long checkpoints;

    /** A file of checkpoints as long as it was before the database was looked at. */
    private record Brought(Path file, long bytes) {}

    /** @param faults in the order found; empty when the record is as it was written */
    public record Result(List<Fault> faults, long rows, int chains, long checkpoints) {
        public boolean whole() {
            return faults.isEmpty();
        }
    }

    /** Only this key, and those it vouches for, are then trusted. */
    public AuditVerification trust(String pem) {
        keys.add(Pem.read(PublicKeys.LABEL, pem));
        keysBrought = true;
        return this;
    }

    /** Checkpoints kept elsewhere; without a key from outside, the folder's keys are trusted as well. */
    public AuditVerification with(KeyFolder folder) throws IOException {
        if (!keysBrought) for (String pem : folder.publicKeys()) keys.add(Pem.read(PublicKeys.LABEL, pem));
        var file = folder.file(Checkpoints.FILE);
        return Files.exists(file) ? with(file) : this;
    }

    /** @param file one checkpoint a line; read when the database is, line by line, as far as it reaches now */
    public AuditVerification with(Path file) throws IOException {
        brought.add(new Brought(file, Files.size(file)));
        return this;
    }

    /**
     * @param connection of its own, to be closed by the caller; any account that may read the record
     * @throws UncheckedIOException when a file of checkpoints could not be read to its end
     */
    public Result run(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            readKeys(connection);
            var stored = readCheckpoints(connection);
            for (var file : brought) compare(file, stored);
            var ends = readEnds(connection);
            walk(connection, ends);
            return new Result(List.copyOf(faults), rows, chains, checkpoints);
        } finally {
            connection.rollback();
        }
    }

    private void readKeys(Connection connection) throws SQLException {
        boolean trustDatabase = keys.isEmpty();
        query(
                connection,
                ROWS_AT_A_TIME,
                "select public_key, vouched_by, voucher from audit_key order by since",
                rs -> {
                    byte[] key = rs.getBytes("public_key");
                    var by = rs.getString("vouched_by");
                    if (trustDatabase) keys.add(key);
                    else if (by != null) keys.addIfVouchedFor(key, by, rs.getBytes("voucher"));
                });
    }

    /** Number to digest of the statement. Each has to be signed, and to follow from the one before. */
    private Map<Long, byte[]> readCheckpoints(Connection connection) throws SQLException {
        var stored = new HashMap<Long, byte[]>();
        var previous = new Object() {
            long no;
            byte[] digest = StoredRow.BEGINNING;
        };
        String all = "select no, statement, signature from audit_checkpoint order by no";
        query(connection, CHECKPOINTS_AT_A_TIME, all, rs -> {
            long no = rs.getLong("no");
            var checkpoint = read(no, rs.getString("statement"), rs.getBytes("signature"));
            if (no != previous.no + 1) faults.add(Fault.checkpoint(Fault.Kind.CHECKPOINT_DROPPED, previous.no + 1));
            else if (checkpoint != null && !Arrays.equals(checkpoint.before(), previous.digest))
                faults.add(Fault.checkpoint(Fault.Kind.CHECKPOINT_FORGED, no));
            previous.no = no;
            if (checkpoint == null) return;
            previous.digest = checkpoint.digest();
            stored.put(no, checkpoint.digest());
            anchors.add(checkpoint);
        });
        checkpoints = stored.size();
        return stored;
    }

    private @Nullable Checkpoint read(long no, String statement, byte[] signature) {
        try {
            var checkpoint = Checkpoint.of(statement, signature);
            if (checkpoint.no() == no && trusted(checkpoint)) return checkpoint;
            if (checkpoint.no() != no) faults.add(Fault.checkpoint(Fault.Kind.CHECKPOINT_FORGED, no));
        } catch (IllegalArgumentException e) {
            faults.add(Fault.checkpoint(Fault.Kind.CHECKPOINT_FORGED, no));
        }
        return null;
    }

    private boolean trusted(Checkpoint checkpoint) {
        if (checkpoint.signedBy(keys)) return true;
        faults.add(Fault.checkpoint(
                keys.has(checkpoint.keyId()) ? Fault.Kind.CHECKPOINT_FORGED : Fault.Kind.CHECKPOINT_STRANGE,
                checkpoint.no()));
        return false;
    }

    private void compare(Brought brought, Map<Long, byte[]> stored) {
        try (var lines = Files.newBufferedReader(brought.file)) {
            long read = 0;
            for (long no = 1; read < brought.bytes; no++) {
                String line = lines.readLine();
                if (line == null) return;
                read += line.getBytes(StandardCharsets.UTF_8).length + 1L;
                if (!line.isBlank()) compare(line, no, stored);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(String line, long place, Map<Long, byte[]> stored) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.ofLine(line);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.checkpoint(Fault.Kind.CHECKPOINT_FORGED, place));
            return;
        }
        var known = stored.get(checkpoint.no());
        // The same statement, found to be signed by a trusted key before.
        if (known != null && Arrays.equals(known, checkpoint.digest())) return;
        if (!trusted(checkpoint)) return;
        anchors.add(checkpoint);
        faults.add(Fault.checkpoint(
                known == null ? Fault.Kind.CHECKPOINT_DROPPED : Fault.Kind.CHECKPOINT_FORGED, checkpoint.no()));
    }

    private static Map<UUID, Checkpoint.End> readEnds(Connection connection) throws SQLException {
        var ends = new HashMap<UUID, Checkpoint.End>();
        query(connection, ROWS_AT_A_TIME, "select agency_id, last_no, last_hash from audit_chain", rs -> {
            var agency = rs.getObject("agency_id", UUID.class);
            ends.put(agency, new Checkpoint.End(agency, rs.getLong("last_no"), rs.getBytes("last_hash")));
        });
        return ends;
    }

    private void walk(Connection connection, Map<UUID, Checkpoint.End> ends) throws SQLException {
        var walked = new Object() {
            @Nullable
            UUID agency;

            @Nullable
            ChainWalk chain;
        };
        Set<UUID> left = new HashSet<>(ends.keySet());
        left.addAll(anchors.agencies());
        String all = "select " + StoredRow.COLUMNS + " from audit_row order by agency_id, no";
        query(connection, ROWS_AT_A_TIME, all, rs -> {
            var row = StoredRow.of(rs);
            if (!row.agency().equals(walked.agency)) {
                if (walked.chain != null && walked.agency != null) finish(walked.chain, ends.get(walked.agency));
                walked.agency = row.agency();
                walked.chain = new ChainWalk(row.agency(), anchors.of(row.agency()));
                left.remove(row.agency());
                chains++;
            }
            rows++;
            if (walked.chain != null) walked.chain.step(row);
        });
        if (walked.chain != null && walked.agency != null) finish(walked.chain, ends.get(walked.agency));
        // Chains of which no row is left.
        for (UUID agency : left) finish(new ChainWalk(agency, anchors.of(agency)), ends.get(agency));
    }

    private void finish(ChainWalk chain, Checkpoint.@Nullable End end) {
        faults.addAll(chain.end(end == null ? null : end.no(), end == null ? null : end.hash()));
    }

    private interface Row {
        void read(ResultSet rs) throws SQLException;
    }

    private static void query(Connection connection, int atATime, String sql, Row row) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(atATime);
            try (var rs = statement.executeQuery(sql)) {
                while (rs.next()) row.read(rs);
            }
        }
    }
}
