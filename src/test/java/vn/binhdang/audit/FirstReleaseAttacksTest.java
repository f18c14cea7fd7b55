package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.audit.Fault.Kind;

/** Attacks on rows that the first release wrote, whose hash was made in another way. */
class FirstReleaseAttacksTest {
    @TempDir
    Path data;

    private AttackedRecord record;

    /** Five deeds of the first release, a checkpoint, and one of today. */
    @BeforeEach
    void a_record_that_the_first_release_began() {
        record = new AttackedRecord(data);
        record.deedsOfTheFirstRelease(5);
        record.checkpoint();
        record.deed(record.neighbour, 1);
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void nobody_touched_it_and_it_is_whole() {
        var result = record.verified(new AuditVerification());
        assertThat(result.faults()).isEmpty();
        assertThat(result.rows()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields = '{\"no\": 9}'",
                "at = at + interval '1 second'",
                "account_id = gen_random_uuid()",
                "roles = 'HEAD'",
                "kind = 'READING'",
                "kind = 'SIGN_IN'",
                "kind = 'EXPORT'",
                "action = 'test.other'",
                "action = 'access.signIn', kind = 'SIGN_IN'",
                "record_id = gen_random_uuid()",
                "request_id = 'another'",
                "form = 2"
            })
    void an_edited_row_is_found_whatever_was_edited(String change) {
        record.attack("update audit_row set %s where no = 3".formatted(change));
        found(Kind.EDITED, 3);
    }

    @Test
    void a_sign_in_passed_off_as_a_reading_is_found() {
        record.attack("update audit_row set kind = 'READING' where no = 5");
        found(Kind.EDITED, 5);
    }

    @Test
    void all_rows_of_the_first_release_passed_off_as_readings_are_found_at_the_first() {
        record.attack("update audit_row set kind = 'READING' where form = 1");
        found(Kind.EDITED, 1);
    }

    @Test
    void a_dropped_row_is_found() {
        record.attack("delete from audit_row where no = 2");
        found(Kind.DROPPED, 2);
    }

    private void found(Kind kind, long no) {
        assertThat(record.faults())
                .extracting(Fault::kind, Fault::agency, Fault::no)
                .containsExactly(Tuple.tuple(kind, record.neighbour.agency().value(), no));
    }
}
