package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class AuditTrailTest {
    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Pages pages;

    private Actor clerk;
    private final UUID record = Uuid7.create();

    @BeforeEach
    void three_deeds() {
        var office = pages.actor("vanphong");
        clerk = Actor.of(office.account(), office.person(), UnitId.create(), office.unit(), office.roles());
        for (int i = 1; i <= 3; i++) {
            int no = i;
            transaction.executeWithoutResult(
                    t -> audit.record(clerk, "test.deed", record, Map.of("no", no, "tên", "đổi")));
        }
    }

    @Test
    void the_history_of_a_record_tells_its_deeds_in_order() {
        assertThat(audit.historyOf(clerk.agency(), record))
                .extracting(deed -> deed.fields().get("no"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void a_deed_that_is_rolled_back_leaves_no_row() {
        var other = Uuid7.create();
        transaction.executeWithoutResult(t -> {
            audit.record(clerk, "test.deed", other);
            t.setRollbackOnly();
        });
        assertThat(audit.historyOf(clerk.agency(), other)).isEmpty();
    }

    @Test
    void nothing_is_recorded_outside_the_transaction_of_the_deed() {
        assertThatThrownBy(() -> audit.record(clerk, "test.deed", record))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
