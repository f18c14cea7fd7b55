package vn.binhdang.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Signs, every hour, what the ends of all chains are, into a table and into a file beside the database. Whoever rewrites
 * a chain with all its hashes cannot rewrite a checkpoint that was printed or sent out.
 */
@Component
public class Checkpoints {
    static final String FILE = "checkpoints.jsonl";
    private static final long ONE_AT_A_TIME = 0x6368_6563_6b70_6f69L;
    static final RowMapper<Checkpoint> ROW =
            (rs, i) -> Checkpoint.of(rs.getString("statement"), rs.getBytes("signature"));

    private final JdbcClient jdbc;
    private final KeyFolder folder;
    private final Clock clock;

    Checkpoints(JdbcClient jdbc, KeyFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.clock = clock;
    }

    /** Writes one now, also when no chain has moved on: that nothing happened is worth knowing, too. */
    @Transactional
    public Checkpoint take() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", ONE_AT_A_TIME)
                .query((rs, i) -> true)
                .list();
        var key = SigningKey.in(folder);
        keep(key);
        var last = last();
        var checkpoint = Checkpoint.signed(
                last.map(Checkpoint::no).orElse(0L) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                last.map(Checkpoint::digest).orElse(StoredRow.BEGINNING),
                movedOn(),
                key);
        store(checkpoint);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                folder.append(FILE, checkpoint.line());
            }
        });
        return checkpoint;
    }

    public Optional<Checkpoint> last() {
        return jdbc.sql("select statement, signature from audit_checkpoint order by no desc limit 1")
                .query(ROW)
                .optional();
    }

    Optional<Checkpoint> find(long no) {
        return jdbc.sql("select statement, signature from audit_checkpoint where no = :no")
                .param("no", no)
                .query(ROW)
                .optional();
    }

    /** Newest first, before a number. */
    List<Checkpoint> before(long no, int most) {
        return jdbc.sql("""
            select statement, signature from audit_checkpoint where no < :no order by no desc limit :most
            """).param("no", no).param("most", most).query(ROW).list();
    }

    /** The first checkpoint that covers a row, and with it all rows before. */
    Optional<Checkpoint> covering(UUID agency, long row) {
        return jdbc.sql("""
            select c.statement, c.signature
            from   audit_checkpoint_end e join audit_checkpoint c on c.no = e.checkpoint_no
            where  e.agency_id = :agency and e.last_no >= :row
            order  by e.checkpoint_no limit 1
            """)
                .param("agency", agency)
                .param("row", row)
                .query(ROW)
                .optional();
    }

    /** All keys that were signed with, the oldest first, as PEM. */
    String publicKeys() {
        return String.join(
                "",
                jdbc.sql("select public_key from audit_key order by since")
                        .query((rs, i) -> Pem.of(PublicKeys.LABEL, rs.getBytes("public_key")))
                        .list());
    }

    private List<Checkpoint.End> movedOn() {
        return jdbc.sql("""
            select c.agency_id, c.last_no, c.last_hash
            from   audit_chain c
            left   join lateral (
                select last_no from audit_checkpoint_end e
                where  e.agency_id = c.agency_id order by checkpoint_no desc limit 1) e on true
            where  c.last_no > coalesce(e.last_no, 0)
            order  by c.agency_id
            """)
                .query((rs, i) -> new Checkpoint.End(
                        rs.getObject("agency_id", UUID.class), rs.getLong("last_no"), rs.getBytes("last_hash")))
                .list();
    }

    private void keep(SigningKey key) {
        var voucher = key.voucher(folder);
        jdbc.sql("""
            insert into audit_key (id, public_key, since, vouched_by, voucher)
            values (:id, :key, :now, :by, :voucher) on conflict (id) do nothing
            """)
                .param("id", key.id())
                .param("key", key.publicKey())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", voucher.map(SigningKey.Voucher::by).orElse(null))
                .param("voucher", voucher.map(SigningKey.Voucher::signature).orElse(null))
                .update();
    }

    private void store(Checkpoint checkpoint) {
        jdbc.sql("""
            insert into audit_checkpoint (no, at, statement, key_id, signature)
            values (:no, :at, :statement, :key, :signature)
            """)
                .param("no", checkpoint.no())
                .param("at", OffsetDateTime.ofInstant(checkpoint.at(), ZoneOffset.UTC))
                .param("statement", checkpoint.statement())
                .param("key", checkpoint.keyId())
                .param("signature", checkpoint.signature())
                .update();
        for (var end : checkpoint.ends())
            jdbc.sql("""
                insert into audit_checkpoint_end (agency_id, checkpoint_no, last_no, last_hash)
                values (:agency, :no, :last, :hash)
                """)
                    .param("agency", end.agency())
                    .param("no", checkpoint.no())
                    .param("last", end.no())
                    .param("hash", end.hash())
                    .update();
    }
}
