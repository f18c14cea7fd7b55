package vn.binhdang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.binhdang.audit.AuditVerification;
import vn.binhdang.testing.RunningProduct;
import vn.binhdang.testing.Tool;

/**
 * A kill -9 at any moment loses nothing that was answered. More rounds: {@code bench/kill.sh}, which sets
 * {@code -Dbinhdang.kill.rounds=30 -Dbinhdang.kill.seed=…}.
 */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("binhdang.kill.rounds", 2);
    private static final long SEED = Long.getLong("binhdang.kill.seed", 20261125);
    private static final int MOST_ACTS_BEFORE = 40;
    private static final int MOST_MICROS_AFTER = 30_000;

    @TempDir
    Path folder;

    @Test
    void whatever_was_answered_is_there_after_the_kill_with_its_audit_row_and_nothing_is_half_there() throws Exception {
        var random = new Random(SEED);
        try (var product = new RunningProduct(folder.resolve("data"), Map.of()).start()) {
            letEverybodyIn(product);
            try (var office = new OfficeUnderLoad(
                    product.home(), List.of("vanphong", "vanphong", "vanthu", "vanthu"), product.firstPassword())) {
                for (int round = 1; round <= ROUNDS; round++) {
                    office.start();
                    office.awaitMore(1 + random.nextInt(MOST_ACTS_BEFORE));
                    LockSupport.parkNanos(1000L * random.nextInt(MOST_MICROS_AFTER));
                    boolean withDatabase = round % 2 == 0;
                    if (withDatabase) product.killWithDatabase();
                    else product.kill();
                    office.awaitEnd();
                    product.start();
                    var stored = product.inDatabase(KillTest::plansWithAuditRow);
                    assertThat(stored).as("acts after round %d", round).containsAll(office.acknowledged());
                    System.out.printf(
                            "kill round %d%s: %d acts answered so far, %d stored, %d connections cut%n",
                            round,
                            withDatabase ? " with the database" : "",
                            office.acknowledged().size(),
                            stored.size(),
                            office.unanswered());
                }
                var verified = Tool.run(folder.resolve("data"), "audit", "verify");
                assertThat(verified.said()).as("beside the running product").startsWith("Nhật ký nguyên vẹn");
                assertThat(verified.status()).isZero();
            }
        }
    }

    /** The first password need not be changed first; the test is about other acts. */
    static void letEverybodyIn(RunningProduct product) {
        product.inDatabase(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("update account set must_change_password = false");
            }
        });
    }

    /** Both ways: no plan without its audit row, no audit row without its plan; and the chain is whole. */
    static Set<UUID> plansWithAuditRow(Connection connection) throws SQLException {
        var plans = ids(
                connection, "select id from outgoing_document where subject like '" + OfficeUnderLoad.SUBJECT + "%'");
        var recorded = ids(connection, """
            select record_id from audit_row a
            where  action = 'document.create' and record_id not in (
                select id from outgoing_document where subject not like '%s%%')
            """.formatted(OfficeUnderLoad.SUBJECT));
        assertThat(plans).as("plans and their audit rows").isEqualTo(recorded);
        assertThat(new AuditVerification().run(connection).faults()).isEmpty();
        return plans;
    }

    private static Set<UUID> ids(Connection connection, String sql) throws SQLException {
        var ids = new HashSet<UUID>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) ids.add(rows.getObject(1, UUID.class));
        }
        return ids;
    }
}
