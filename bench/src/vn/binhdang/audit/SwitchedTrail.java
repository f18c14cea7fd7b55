package vn.binhdang.audit;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.binhdang.kernel.Actor;

/** The record of deeds with a switch: off, nothing is written, so that what writing costs can be measured. */
@Component
@Primary
public class SwitchedTrail extends AuditTrail {
    private static volatile boolean on = true;

    SwitchedTrail(
            JdbcClient jdbc,
            DataSource source,
            Clock clock,
            FieldHashes hashes,
            PlatformTransactionManager transactions) {
        super(jdbc, source, clock, hashes, transactions);
    }

    public static void turn(boolean writing) {
        on = writing;
    }

    @Override
    public void record(Actor actor, String action, UUID recordId, Map<String, ?> fields) {
        if (on) super.record(actor, action, recordId, fields);
    }
}
