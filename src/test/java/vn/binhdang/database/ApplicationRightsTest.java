package vn.binhdang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.binhdang.testing.TestDatabase;

class ApplicationRightsTest {
    private static final String OWNER = "rights_owner";
    private static final String APPLICATION = "rights_application";

    @Test
    void what_somebody_else_put_beside_the_tables_is_left_alone_and_does_not_stop_the_start() {
        TestDatabase.asAdministrator("create role %1$s login password '%1$s'".formatted(OWNER));
        TestDatabase.asAdministrator("create role " + APPLICATION);
        try (var database = TestDatabase.empty()) {
            var administrator = database.jdbc();
            administrator.sql("grant create on schema public to " + OWNER).update();
            administrator.sql("create table beside (n int)").update();
            administrator
                    .sql("create function counted() returns int language sql return 1")
                    .update();
            administrator
                    .sql("revoke execute on function counted() from public")
                    .update();
            var owner = new DriverManagerDataSource(database.address().url(), OWNER, OWNER);
            var own = JdbcClient.create(owner);
            own.sql("create table ours (n int)").update();
            own.sql("create function answer() returns int language sql return 1")
                    .update();
            own.sql("revoke execute on function answer() from public").update();

            ApplicationRights.grant(owner, APPLICATION);

            assertThat(administrator
                            .sql("""
                                select concat_ws(' ', has_table_privilege(:account, 'ours', 'select, insert'),
                                       has_function_privilege(:account, 'answer()', 'execute'),
                                       has_table_privilege(:account, 'beside', 'select'),
                                       has_function_privilege(:account, 'counted()', 'execute'))
                                """)
                            .param("account", APPLICATION)
                            .query(String.class)
                            .single())
                    .isEqualTo("t t f f");
        } finally {
            TestDatabase.asAdministrator("drop role " + OWNER);
            TestDatabase.asAdministrator("drop role " + APPLICATION);
        }
    }
}
