package vn.binhdang.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.testing.TestDatabase;

/** A record of deeds in a database of its own, and an attacker who enters it as the administrator of the server. */
final class AttackedRecord implements AutoCloseable {
    final TestDatabase database = TestDatabase.create();
    final KeyFolder folder;
    final JdbcClient attacker = database.jdbc();
    final AuditTrail audit;
    final Checkpoints checkpoints;
    final UUID document = Uuid7.create();
    final Actor clerk;
    final Actor neighbour;
    private final TransactionTemplate transaction;

    AttackedRecord(Path data) {
        folder = new KeyFolder(data);
        var transactions = new DataSourceTransactionManager(database.dataSource());
        transaction = new TransactionTemplate(transactions);
        audit = new AuditTrail(
                database.jdbc(), database.dataSource(), Clock.systemUTC(), new FieldHashes(folder), transactions);
        checkpoints = new Checkpoints(database.jdbc(), folder, Clock.systemUTC());
        clerk = someone();
        neighbour = someone();
    }

    private static Actor someone() {
        var agency = UnitId.create();
        return Actor.of(AccountId.create(), PersonId.create(), agency, agency, Set.of(Role.OFFICE_CLERK));
    }

    UUID agency() {
        return clerk.agency().value();
    }

    void deeds(int many) {
        for (int i = 1; i <= many; i++) deed(clerk, i);
    }

    void deed(Actor actor, int number) {
        transaction.executeWithoutResult(
                t -> audit.record(actor, "test.deed", document, Map.of("no", number, "tên", "đổi")));
    }

    /** Deeds of the neighbour as the first release wrote them and the migration after it left them: the last a sign-in. */
    void deedsOfTheFirstRelease(int many) {
        attack("""
            do $$
            declare
                before bytea := decode(repeat('00', 32), 'hex');
                made bytea;
                act text;
                "at" text;
                who uuid := gen_random_uuid();
            begin
                for n in 1..%2$d loop
                    act := case n when %2$d then 'access.signIn' else 'test.deed' end;
                    "at" := '2026-07-01T02:00:' || to_char(n, 'FM00') || 'Z';
                    made := audit_hash(before, array['%1$s', n::text, "at", who::text, '%1$s', 'CLERK', act, '%3$s',
                        '{"no":' || n || ',"state":"đổi"}', '']);
                    insert into audit_row (agency_id, no, at, account_id, unit_id, roles, action, record_id, fields,
                                           request_id, before_hash, hash, form, kind)
                    values ('%1$s', n, "at"::timestamptz, who, '%1$s', 'CLERK', act, '%3$s',
                            jsonb_build_object('state', 'đổi', 'no', n), '', before, made, 1,
                            case n when %2$d then 'SIGN_IN' else 'CHANGE' end);
                    before := made;
                end loop;
                insert into audit_chain values ('%1$s', %2$d, before);
            end $$
            """.formatted(neighbour.agency().value(), many, document));
    }

    void checkpoint() {
        transaction.executeWithoutResult(t -> checkpoints.take());
    }

    /** With the triggers out of the way, as only an administrator can. */
    void attack(String... statements) {
        transaction.executeWithoutResult(t -> {
            attacker.sql("set local session_replication_role = replica").update();
            for (String sql : statements)
                attacker.sql(sql.replace(":agency", "'" + agency() + "'")).update();
        });
    }

    /** Makes numbers, hashes and the end of the chain fit from a row on, as somebody would who knows how they are made. */
    void makeTheRestFit(long from) {
        transaction.executeWithoutResult(t -> {
            attacker.sql("set local session_replication_role = replica").update();
            attacker.sql("""
                do $$
                declare r record; before bytea; made bytea; n bigint;
                begin
                    select hash, no into before, n from audit_row
                    where  agency_id = '%1$s' and no < %2$d order by no desc limit 1;
                    if not found then before := decode(repeat('00', 32), 'hex'); n := 0; end if;
                    update audit_row set no = no + 1000 where agency_id = '%1$s' and no >= %2$d;
                    for r in select ctid, * from audit_row where agency_id = '%1$s' and no >= 1000 order by no, at loop
                        n := n + 1;
                        made := audit_hash(before, array['2', r.agency_id::text, n::text,
                            to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.account_id::text,
                            r.unit_id::text, r.roles, r.kind, r.action, r.record_id::text, r.fields::text, r.request_id]);
                        update audit_row set no = n, before_hash = before, hash = made where ctid = r.ctid;
                        before := made;
                    end loop;
                    update audit_chain set last_no = n, last_hash = before where agency_id = '%1$s';
                end $$
                """.formatted(agency(), from)).update();
        });
    }

    List<Fault> faults() {
        return verified(new AuditVerification()).faults();
    }

    AuditVerification.Result verified(AuditVerification verification) {
        try (var connection = database.dataSource().getConnection()) {
            return verification.with(folder).run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a verification without the data folder finds: on a copy of the database alone. */
    AuditVerification.Result verifiedAlone(AuditVerification verification) {
        try (var connection = database.dataSource().getConnection()) {
            return verification.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
