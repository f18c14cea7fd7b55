package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever gets hold of the running product's connection can add to the record and nothing else. */
class ApplicationAccountTest {
    @TempDir
    static Path data;

    static AttackedRecord record;

    @BeforeAll
    static void three_deeds() {
        record = new AttackedRecord(data);
        record.deeds(3);
        record.checkpoint();
    }

    @AfterAll
    static void close() {
        record.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_row set action = 'other'",
                "delete from audit_row",
                "truncate audit_row",
                "insert into audit_row select agency_id, 4, at, account_id, unit_id, roles, action, record_id, fields,"
                        + " request_id, before_hash, hash, form, kind from audit_row where no = 3",
                "update audit_row set no = 9 where no = 1",
                "update audit_chain set last_no = 1",
                "delete from audit_chain",
                "insert into audit_chain values (gen_random_uuid(), 0, '\\x00')",
                "truncate audit_chain",
                "update audit_checkpoint set statement = ''",
                "delete from audit_checkpoint",
                "truncate audit_checkpoint cascade",
                "update audit_checkpoint_end set last_no = 1",
                "delete from audit_checkpoint_end",
                "update audit_key set public_key = '\\x00'",
                "delete from audit_key",
                "alter table audit_row disable trigger all",
                "alter table audit_row add column more text",
                "drop trigger audit_row_kept on audit_row",
                "drop table audit_row",
                "drop function audit_append(jsonb, boolean)",
                "create or replace function audit_append(deeds jsonb, at_once boolean default true) returns void"
                        + " language sql as ''",
                "create function public.sneak() returns int language sql as 'select 1'",
                "create table public.other (id int)",
                "set session_replication_role = replica",
                "alter role current_user superuser",
                "update flyway_audit set checksum = 1"
            })
    void it_is_refused_by_the_database(String attack) {
        assertThatThrownBy(() -> asApplication(attack))
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
        assertThat(record.faults()).isEmpty();
    }

    /** A table of the same name before the real one must not catch what the owner's function writes. */
    @Test
    void a_temporary_table_of_the_same_name_does_not_catch_the_rows() throws SQLException {
        asApplication("""
            create temp table audit_row as select * from public.audit_row;
            select audit_append('[{"agency": "%s", "at": "2026-01-01T00:00:00Z", "account": "%s", "unit": "%s",
                "roles": "", "kind": "CHANGE", "action": "test.deed", "record": "%s", "fields": {}, "request": ""}]')
            """.formatted(record.agency(), record.agency(), record.agency(), record.document));
        assertThat(record.attacker
                        .sql("select count(*) from audit_row where at = '2026-01-01T00:00:00Z'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(record.faults()).isEmpty();
    }

    /** A table that is brought in is thousands of deeds of one transaction: the end of the chain moves once. */
    @Test
    void the_end_of_a_chain_moves_once_over_many_deeds() throws SQLException {
        String deed = """
            {"agency": "%s", "at": "2026-01-02T00:00:00Z", "account": "%s", "unit": "%s", "roles": "", "kind": "CHANGE",
             "action": "test.deed", "record": "%s", "fields": {}, "request": ""}
            """.formatted(record.agency(), record.agency(), record.agency(), record.document);
        long before = end();
        asApplication("select audit_append('[%s]')".formatted(String.join(",", Collections.nCopies(3_000, deed))));
        assertThat(end()).isEqualTo(before + 3_000);
        assertThat(record.faults()).isEmpty();
    }

    private static long end() {
        return record.attacker
                .sql("select last_no from audit_chain")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_row set action = 'other'",
                "delete from audit_row where no = 3",
                "truncate audit_row",
                "update audit_chain set last_no = 1",
                "update audit_chain set last_no = last_no + 1",
                "delete from audit_chain",
                "truncate audit_chain",
                "delete from audit_checkpoint_end",
                "truncate audit_checkpoint cascade",
                "update audit_key set since = now()"
            })
    void the_owner_of_the_tables_is_stopped_from_slips(String slip) {
        assertThatThrownBy(() -> record.attacker.sql(slip).update())
                .hasStackTraceContaining("the record of deeds is only ever added to");
        assertThat(record.faults()).isEmpty();
    }

    @Test
    void every_other_table_can_be_worked_with() {
        assertThat(record.attacker
                        .sql("""
                            select relname from pg_class c
                            where  relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                            and    relname not like 'audit\\_%' and relname not like 'flyway\\_%'
                            and    not (has_table_privilege(cast(:account as name), oid, 'select')
                                        and has_table_privilege(cast(:account as name), oid, 'insert')
                                        and has_table_privilege(cast(:account as name), oid, 'update')
                                        and has_table_privilege(cast(:account as name), oid, 'delete'))
                            """)
                        .param("account", record.database.application().username())
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private static void asApplication(String sql) throws SQLException {
        var address = record.database.application();
        try (var connection = DriverManager.getConnection(address.url(), address.username(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
