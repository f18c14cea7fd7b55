package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.audit.Fault.Kind;

/** Attacks on the record by the administrator of the database, with the triggers out of the way: each is found and named. */
class AttacksTest {
    @TempDir
    Path data;

    private AttackedRecord record;

    /** Six deeds of the office, two of a neighbour; the first four are under a checkpoint. */
    @BeforeEach
    void a_record_of_six_deeds() {
        record = new AttackedRecord(data);
        record.deeds(4);
        record.deed(record.neighbour, 1);
        record.checkpoint();
        record.deeds(2);
        record.deed(record.neighbour, 2);
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void a_record_that_nobody_touched_is_whole() {
        var result = record.verified(new AuditVerification());
        assertThat(result.faults()).isEmpty();
        assertThat(result.rows()).isEqualTo(8);
        assertThat(result.chains()).isEqualTo(2);
        assertThat(result.checkpoints()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields = '{\"no\": 9}'",
                "fields = fields || '{\"more\": 1}'",
                "at = at + interval '1 microsecond'",
                "account_id = gen_random_uuid()",
                "unit_id = gen_random_uuid()",
                "roles = 'HEAD'",
                "kind = 'READING'",
                "action = 'test.other'",
                "record_id = gen_random_uuid()",
                "request_id = 'another'",
                "hash = sha256('another')",
                "before_hash = sha256('another')",
                "form = 1"
            })
    void an_edited_row_is_found_whatever_was_edited(String change) {
        record.attack("update audit_row set %s where agency_id = :agency and no = 3".formatted(change));
        foundOnly(Kind.EDITED, 3, 3);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,3", "5,5", "2,4"})
    void dropped_rows_are_found(int first, int last) {
        record.attack(
                "delete from audit_row where agency_id = :agency and no between %d and %d".formatted(first, last));
        foundOnly(Kind.DROPPED, first, last);
    }

    @Test
    void rows_dropped_at_the_end_are_found() {
        record.attack("delete from audit_row where agency_id = :agency and no >= 5");
        foundOnly(Kind.CUT_OFF, 5, 6);
    }

    @Test
    void rows_dropped_at_the_end_are_found_by_the_checkpoint_when_the_end_of_the_chain_was_moved() {
        record.attack(
                "delete from audit_row where agency_id = :agency and no >= 3",
                "update audit_chain c set last_no = 2, last_hash = (select hash from audit_row r where r.no = 2"
                        + " and r.agency_id = c.agency_id) where agency_id = :agency");
        foundOnly(Kind.CUT_OFF, 3, 4);
    }

    @Test
    void a_chain_that_vanished_altogether_is_found() {
        record.attack(
                "delete from audit_row where agency_id = :agency", "delete from audit_chain where agency_id = :agency");
        foundOnly(Kind.CUT_OFF, 1, 4);
    }

    @Test
    void an_emptied_table_is_found() {
        record.attack("truncate audit_row");
        assertThat(record.faults()).extracting(Fault::kind).containsExactly(Kind.CUT_OFF, Kind.CUT_OFF);
        assertThat(record.faults()).extracting(Fault::no).containsExactly(1L, 1L);
    }

    @ParameterizedTest
    @CsvSource({"2,3", "1,4", "4,6"})
    void swapped_rows_are_found(int one, int other) {
        record.attack(
                "update audit_row set no = -1 where agency_id = :agency and no = " + one,
                "update audit_row set no = %d where agency_id = :agency and no = %d".formatted(one, other),
                "update audit_row set no = %d where agency_id = :agency and no = -1".formatted(other));
        foundOnly(Kind.REORDERED, one, one);
    }

    @Test
    void a_row_dropped_and_the_others_numbered_anew_is_found() {
        record.attack(
                "delete from audit_row where agency_id = :agency and no = 3",
                "update audit_row set no = -no where agency_id = :agency and no > 3",
                "update audit_row set no = -no - 1 where agency_id = :agency and no < 0");
        foundOnly(Kind.REORDERED, 3, 3);
    }

    @Test
    void a_row_dropped_and_put_in_again_with_another_content_is_found() {
        record.attack(
                "create temp table kept on commit drop as select * from audit_row where agency_id = :agency and no = 3",
                "delete from audit_row where agency_id = :agency and no = 3",
                "update kept set action = 'test.harmless'",
                "insert into audit_row select * from kept");
        foundOnly(Kind.EDITED, 3, 3);
    }

    @Test
    void a_row_slipped_in_between_others_that_move_up_is_found() {
        slipIn("select hash from audit_row where agency_id = :agency and no = 2");
        foundOnly(Kind.INSERTED, 3, 3);
    }

    @Test
    void a_row_slipped_in_at_the_end_is_found() {
        record.attack("insert into audit_row select agency_id, 7, at, account_id, unit_id, roles, action, record_id,"
                + " fields, request_id, before_hash, hash, form, kind from audit_row"
                + " where agency_id = :agency and no = 6");
        assertThat(record.faults()).extracting(Fault::no).containsExactly(7L);
    }

    @Test
    void a_row_moved_to_another_agency_is_found_in_both_chains() {
        record.attack("update audit_row set agency_id = '%s', no = 3 where agency_id = :agency and no = 6"
                .formatted(record.neighbour.agency()));
        assertThat(record.faults())
                .extracting(Fault::agency, Fault::no)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(record.agency(), 6L),
                        org.assertj.core.groups.Tuple.tuple(
                                record.neighbour.agency().value(), 3L));
    }

    @Test
    void an_edited_row_whose_hash_was_made_to_fit_is_found_at_the_next() {
        record.attack("update audit_row set action = 'test.other' where agency_id = :agency and no = 5");
        record.attack("""
            update audit_row r set hash = audit_hash(before_hash, array['2', agency_id::text, no::text,
                to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), account_id::text, unit_id::text, roles,
                kind, action, record_id::text, fields::text, request_id])
            where agency_id = :agency and no = 5\
            """);
        foundOnly(Kind.INSERTED, 6, 6);
    }

    @Test
    void a_chain_rewritten_with_all_its_hashes_is_found_by_the_checkpoint() {
        record.attack("update audit_row set action = 'test.other' where agency_id = :agency and no = 2");
        record.makeTheRestFit(2);
        foundOnly(Kind.REWRITTEN, 1, 4);
    }

    @Test
    void with_checkpoints_closer_together_the_rewritten_row_is_named_exactly() {
        record.checkpoint();
        record.deeds(1);
        record.checkpoint();
        record.deeds(1);
        record.attack("update audit_row set action = 'test.other' where agency_id = :agency and no = 7");
        record.makeTheRestFit(7);
        foundOnly(Kind.REWRITTEN, 7, 7);
    }

    @Test
    void a_row_slipped_in_with_all_hashes_made_anew_is_found_by_the_checkpoint() {
        record.attack("insert into audit_row select agency_id, 0, at, account_id, unit_id, roles, 'test.extra',"
                + " record_id, fields, request_id, before_hash, hash, form, kind from audit_row"
                + " where agency_id = :agency and no = 2");
        record.makeTheRestFit(0);
        foundOnly(Kind.REWRITTEN, 1, 4);
    }

    @Test
    void a_row_dropped_with_all_hashes_made_anew_is_found_by_the_checkpoint() {
        record.attack("delete from audit_row where agency_id = :agency and no = 1");
        record.makeTheRestFit(1);
        foundOnly(Kind.REWRITTEN, 1, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_chain set last_no = 5 where agency_id = :agency",
                "update audit_chain set last_hash = sha256('another') where agency_id = :agency",
                "delete from audit_chain where agency_id = :agency"
            })
    void a_bent_end_of_a_chain_is_found(String change) {
        record.attack(change);
        assertThat(record.faults())
                .extracting(Fault::kind, Fault::no)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.END_MOVED, 6L));
    }

    @Test
    void the_end_of_a_chain_moved_beyond_its_rows_is_found() {
        record.attack("update audit_chain set last_no = 9 where agency_id = :agency");
        foundOnly(Kind.CUT_OFF, 7, 9);
    }

    @Test
    void a_checkpoint_dropped_from_the_database_is_found_in_the_data_folder() {
        record.attack("delete from audit_checkpoint_end", "delete from audit_checkpoint");
        foundCheckpoint(Kind.CHECKPOINT_DROPPED, 1);
    }

    @Test
    void a_checkpoint_dropped_between_others_is_found_without_the_data_folder() {
        record.checkpoint();
        record.checkpoint();
        record.attack("delete from audit_checkpoint where no = 2");
        assertThat(record.verifiedAlone(new AuditVerification()).faults())
                .extracting(Fault::kind, Fault::no)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.CHECKPOINT_DROPPED, 2L));
    }

    @Test
    void an_edited_checkpoint_is_found() {
        record.attack("update audit_checkpoint set statement = replace(statement, 'no 1', 'no 1 ')");
        assertThat(record.faults()).extracting(Fault::kind).contains(Kind.CHECKPOINT_FORGED);
    }

    @Test
    void a_rewritten_chain_under_a_checkpoint_signed_with_the_attackers_key_is_found(@TempDir Path elsewhere) {
        record.attack("update audit_row set action = 'test.other' where agency_id = :agency and no = 2");
        record.makeTheRestFit(2);
        replaceCheckpoint(elsewhere);
        assertThat(record.faults())
                .extracting(Fault::kind)
                .contains(Kind.CHECKPOINT_STRANGE, Kind.CHECKPOINT_DROPPED, Kind.REWRITTEN);
    }

    @Test
    void on_a_copy_of_the_database_alone_a_checkpoint_and_a_key_brought_from_outside_find_it(@TempDir Path elsewhere)
            throws IOException {
        var key = record.folder.publicKeys().getFirst();
        var printed = Files.copy(record.folder.file(Checkpoints.FILE), elsewhere.resolve("printed"));
        record.attack("update audit_row set action = 'test.other' where agency_id = :agency and no = 2");
        record.makeTheRestFit(2);
        replaceCheckpoint(elsewhere);
        assertThat(record.verifiedAlone(new AuditVerification()).faults())
                .as("everything fits when the attacker's own key is believed")
                .isEmpty();
        assertThat(record.verifiedAlone(new AuditVerification().trust(key).with(printed))
                        .faults())
                .extracting(Fault::kind)
                .contains(Kind.CHECKPOINT_STRANGE, Kind.REWRITTEN);
    }

    @Test
    void a_key_that_was_replaced_goes_on_being_trusted_through_the_one_it_signed() {
        var first = record.folder.publicKeys().getFirst();
        SigningKey.replaceIn(record.folder);
        record.checkpoint();
        assertThat(record.verifiedAlone(new AuditVerification().trust(first)).faults())
                .isEmpty();
        assertThat(record.faults()).isEmpty();
    }

    /** Everything of the checkpoint anew, with another key. */
    private void replaceCheckpoint(Path elsewhere) {
        record.attack("delete from audit_checkpoint_end", "delete from audit_checkpoint", "delete from audit_key");
        new org.springframework.transaction.support.TransactionTemplate(
                        new org.springframework.jdbc.datasource.DataSourceTransactionManager(
                                record.database.dataSource()))
                .executeWithoutResult(t -> new Checkpoints(
                                record.database.jdbc(), new KeyFolder(elsewhere), java.time.Clock.systemUTC())
                        .take());
    }

    /** The rows from 3 on move up by one; the new row 3 follows from row 2. */
    private void slipIn(String before) {
        record.attack(
                "update audit_row set no = -no where agency_id = :agency and no >= 3",
                "update audit_row set no = 1 - no where agency_id = :agency and no < 0",
                "insert into audit_row select agency_id, 3, at, account_id, unit_id, roles, 'test.extra', record_id,"
                        + " fields, request_id, (%s), hash, form, kind from audit_row".formatted(before)
                        + " where agency_id = :agency and no = 2",
                "update audit_row set hash = audit_hash(before_hash, array['2', agency_id::text, no::text,"
                        + " to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), account_id::text,"
                        + " unit_id::text, roles, kind, action, record_id::text, fields::text, request_id])"
                        + " where agency_id = :agency and no = 3");
    }

    private void foundOnly(Kind kind, long first, long last) {
        faults().containsExactly(new Fault(kind, record.agency(), first, last, whatIsSaidOf(kind, first)));
    }

    private String whatIsSaidOf(Kind kind, long no) {
        var found = record.faults().getFirst();
        assertThat(found.kind()).isEqualTo(kind);
        return found.no() == no ? found.what() : "";
    }

    private void foundCheckpoint(Kind kind, long no) {
        faults().containsExactly(Fault.checkpoint(kind, no));
    }

    private AbstractListAssert<?, ?, Fault, ObjectAssert<Fault>> faults() {
        return assertThat(record.faults());
    }
}
