package vn.binhdang.plan.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.binhdang.audit.AuditVerification;
import vn.binhdang.testing.OfficeClient;
import vn.binhdang.testing.RunningProduct;

/** A kill -9, of the product and its database, in the middle of passing a plan down to two thousand communes. */
class CascadeKillTest {
    private static final int COMMUNES = 2000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void after_a_kill_it_goes_on_where_it_stood_and_every_commune_has_exactly_one_draft() throws Exception {
        try (var product =
                new RunningProduct(folder.resolve("data"), Map.of("BINHDANG_SECOND_FACTOR", "optional")).start()) {
            product.inDatabase(CascadeKillTest::foundCommunes);
            try (var clerk = new OfficeClient(product.home())) {
                clerk.signIn("vanphong", product.firstPassword());
                passDown(clerk, product.inDatabase(c -> text(c, "select id from plan where import_id is not null")));
            }
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> product.inDatabase(CascadeKillTest::made) > 0);
            product.killWithDatabase();
            int before = product.inDatabase(CascadeKillTest::made);
            assertThat(before).as("made before the kill").isPositive().isLessThan(COMMUNES);
            product.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> product.inDatabase(c -> text(c, "select state from plan_cascade"))
                            .equals("DONE"));
            product.inDatabase(connection -> {
                assertThat(made(connection)).isEqualTo(COMMUNES);
                assertThat(text(connection, "select count(distinct plan_id) from plan_addressee"))
                        .isEqualTo(String.valueOf(COMMUNES));
                assertThat(text(connection, "select count(*) from plan where import_id is null"))
                        .as("drafts that belong to nobody")
                        .isEqualTo(String.valueOf(COMMUNES));
                assertThat(text(connection, "select count(*) from audit_row where action = 'plan.cascade.receive'"))
                        .isEqualTo(String.valueOf(COMMUNES));
                assertThat(new AuditVerification().run(connection).faults()).isEmpty();
                return true;
            });
            System.out.printf("%d of %d had their draft at the kill%n", before, COMMUNES);
        }
    }

    private static void passDown(OfficeClient clerk, String plan) throws Exception {
        String address = "/plans/" + plan + "/pass-down";
        var page = org.jsoup.Jsoup.parse(clerk.get(address).body());
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", page.select("input[name=_csrf]").attr("value"));
        fields.put("clause", page.select("input[name=clause]").attr("value"));
        fields.put("kind", "COMMUNE");
        fields.put("seen", String.valueOf(COMMUNES));
        assertThat(clerk.post(address, fields).statusCode()).isEqualTo(302);
    }

    private static int made(Connection connection) throws SQLException {
        return Integer.parseInt(text(connection, "select count(*) from plan_addressee where made_at is not null"));
    }

    private static boolean foundCommunes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute("""
                update account set must_change_password = false;
                create temporary table c as select gen_random_uuid() as id, n from generate_series(1, %d) n;
                insert into unit (id, valid_from) select id, date '2020-01-01' from c;
                insert into unit_name (unit_id, kind, name, valid_from)
                select id, 'COMMUNE', 'Xã Số ' || n, date '2020-01-01' from c;
                insert into unit_parent (unit_id, parent_id, valid_from)
                select c.id, p.parent_id, date '2020-01-01' from c, unit_parent p
                where  p.unit_id = (select agency_id from account where username = 'vanphong');
                select derive_unit_within(array(select id from c));
                """.formatted(COMMUNES));
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
