package vn.binhdang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.binhdang.testing.TestDatabase;
import vn.binhdang.web.Text;

/** The server of the tests taken as one that somebody else runs. */
class DatabaseCheckTest {
    static final String NAME = "external" + ProcessHandle.current().pid();
    static final String STRANGER = NAME + "_stranger";
    static final TestDatabase ours = TestDatabase.create();

    @BeforeAll
    static void set_up_as_their_administrator() {
        TestDatabase.asAdministrator("create role %s login password 'of the test'".formatted(STRANGER));
        TestDatabase.asAdministrator("create database %s template template0 encoding 'UTF8'".formatted(NAME));
    }

    @AfterAll
    static void clean_up() {
        ours.close();
        TestDatabase.asAdministrator("drop database %s".formatted(NAME));
        TestDatabase.asAdministrator("drop role %s".formatted(STRANGER));
    }

    @Test
    void a_database_in_use_by_the_product_is_accepted() {
        assertThatCode(() -> DatabaseCheck.check(ours.address())).doesNotThrowAnyException();
    }

    @Test
    void an_empty_database_of_the_account_is_accepted() {
        TestDatabase.asAdministrator("alter database %s owner to %s".formatted(NAME, STRANGER));
        try {
            assertThatCode(() -> DatabaseCheck.check(stranger())).doesNotThrowAnyException();
        } finally {
            TestDatabase.asAdministrator("alter database %s owner to current_user".formatted(NAME));
        }
    }

    @Test
    void an_account_that_may_not_create_tables_is_told_what_to_grant() {
        refuses(stranger(), "database.external.noCreate", "GRANT CREATE, USAGE ON SCHEMA public TO " + STRANGER);
    }

    @Test
    void an_account_that_may_not_create_extensions_is_told_which() {
        try (var database = TestDatabase.empty()) {
            database.jdbc().sql("grant create on schema public to " + STRANGER).update();
            refuses(
                    asStranger(database.address().url().replaceFirst("\\?.*", "")),
                    "database.external.extensionForbidden",
                    "CREATE EXTENSION pg_trgm");
        }
    }

    @Test
    void a_wrong_password_is_refused_without_being_repeated() {
        refuses(new DatabaseAddress(stranger().url(), STRANGER, "a wrong one"), "database.external.noEntry", STRANGER)
                .doesNotContain("a wrong one");
    }

    @Test
    void a_database_that_is_not_there_is_named() {
        refuses(stranger("/" + NAME + "_missing"), "database.external.noDatabase", NAME + "_missing");
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_the_parameters_of_its_address() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var url = "jdbc:postgresql://127.0.0.1:%d/binhdang?user=a&password=hidden".formatted(closed);
        refuses(
                        new DatabaseAddress(url, null, null),
                        "database.external.unreachable",
                        "127.0.0.1:" + closed + "/binhdang")
                .doesNotContain("hidden");
    }

    @Test
    void another_encoding_is_refused() {
        var latin = NAME + "_latin";
        TestDatabase.asAdministrator(
                "create database %s template template0 encoding 'LATIN1' locale 'C' locale_provider libc"
                        .formatted(latin));
        try {
            refuses(stranger("/" + latin), "database.external.notUtf8", "LATIN1");
        } finally {
            TestDatabase.asAdministrator("drop database " + latin);
        }
    }

    @Test
    void a_database_with_the_tables_of_another_program_is_left_alone() {
        try (var database = TestDatabase.empty()) {
            database.jdbc().sql("create table somebody_elses (id int)").update();
            refuses(database.address(), "database.external.notEmpty", "another program");
        }
    }

    @Test
    void a_server_older_than_15_is_refused() {
        assertThatExceptionOfType(DatabaseUnusable.class)
                .isThrownBy(() -> DatabaseCheck.checkVersion(14, ours.address()))
                .withMessageContaining("version 14; version 15 or later");
        assertThatCode(() -> DatabaseCheck.checkVersion(15, ours.address())).doesNotThrowAnyException();
    }

    @Test
    void an_address_of_another_kind_of_database_is_refused() {
        refuses(
                new DatabaseAddress("jdbc:mysql://127.0.0.1/binhdang", null, null),
                "database.external.notPostgres",
                "jdbc:postgresql:");
    }

    @Test
    void an_address_printed_does_not_show_its_password() {
        assertThat(new DatabaseAddress("jdbc:postgresql://host/db?password=hidden", "clerk", "secret"))
                .hasToString("DatabaseAddress[host/db, clerk]");
    }

    private static DatabaseAddress stranger() {
        return stranger("/" + NAME);
    }

    private static DatabaseAddress stranger(String path) {
        return asStranger(ours.address().url().replaceFirst("/[^/?]*(\\?.*)?$", path));
    }

    private static DatabaseAddress asStranger(String url) {
        return new DatabaseAddress(url, STRANGER, "of the test");
    }

    /** Checks both sentences and gives them back for more. */
    private static AbstractStringAssert<?> refuses(DatabaseAddress address, String messageKey, String named) {
        var refusal = catchThrowableOfType(DatabaseUnusable.class, () -> DatabaseCheck.check(address));
        assertThat(refusal).isNotNull();
        assertThat(refusal.messageKey()).isEqualTo(messageKey);
        assertThat(refusal.sentence(Text.ENGLISH)).contains(named);
        return assertThat(refusal.sentence(Text.VIETNAMESE) + refusal.sentence(Text.ENGLISH));
    }
}
