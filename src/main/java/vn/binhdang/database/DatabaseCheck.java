package vn.binhdang.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Whether the product can work on a given database, asked before anything is written into it. */
final class DatabaseCheck {
    static final int OLDEST_MAJOR = 15;
    /** Extensions the migrations create. All are "trusted", so the owner of a database may create them. */
    static final List<String> EXTENSIONS = List.of("pg_trgm", "btree_gist", "btree_gin");

    private static final int PATIENCE_SECONDS = 10;

    private DatabaseCheck() {}

    /** @throws DatabaseUnusable naming the first thing that is wrong */
    static void check(DatabaseAddress address) {
        if (!address.url().startsWith("jdbc:postgresql:")) throw new DatabaseUnusable("database.external.notPostgres");
        try (var connection = DriverManager.getConnection(address.url(), properties(address))) {
            checkVersion(connection.getMetaData().getDatabaseMajorVersion(), address);
            checkEncoding(connection, address);
            checkSchema(connection, address);
            checkExtensions(connection, address);
            checkEmptyOrOurs(connection, address);
        } catch (SQLException e) {
            throw refusal(e, address);
        }
    }

    /** Whether an account that needs to create nothing is let in. */
    static void checkEntry(DatabaseAddress address) {
        try (var connection = DriverManager.getConnection(address.url(), properties(address))) {
            text(connection, "select 1");
        } catch (SQLException e) {
            throw refusal(e, address);
        }
    }

    static void checkVersion(int major, DatabaseAddress address) {
        if (major < OLDEST_MAJOR)
            throw new DatabaseUnusable("database.external.tooOld", address.place(), major, OLDEST_MAJOR);
    }

    private static void checkEncoding(Connection connection, DatabaseAddress address) throws SQLException {
        var encoding = text(connection, "show server_encoding");
        if (!encoding.equals("UTF8"))
            throw new DatabaseUnusable("database.external.notUtf8", address.place(), encoding);
        if (!truth(connection, "select exists (select 1 from pg_collation where collprovider = 'i')"))
            throw new DatabaseUnusable("database.external.noIcu", address.place());
    }

    private static void checkSchema(Connection connection, DatabaseAddress address) throws SQLException {
        var schema = text(connection, "select coalesce(current_schema(), '')");
        var user = text(connection, "select current_user");
        // current_schema() is null when the user may not even look into the schemas of its search path
        if (schema.isEmpty() || !truth(connection, "select has_schema_privilege(current_schema(), 'create')"))
            throw new DatabaseUnusable(
                    "database.external.noCreate", address.place(), user, schema.isEmpty() ? "public" : schema);
    }

    private static void checkExtensions(Connection connection, DatabaseAddress address) throws SQLException {
        for (String extension : EXTENSIONS) {
            if (truth(connection, "select exists (select 1 from pg_extension where extname = '%s')", extension))
                continue;
            if (!truth(
                    connection, "select exists (select 1 from pg_available_extensions where name = '%s')", extension))
                throw new DatabaseUnusable("database.external.extensionMissing", address.place(), extension);
            if (!truth(connection, "select has_database_privilege(current_database(), 'create')"))
                throw new DatabaseUnusable("database.external.extensionForbidden", address.place(), extension);
        }
    }

    /** Someone else's tables in the same schema mean that the address is probably a slip. */
    private static void checkEmptyOrOurs(Connection connection, DatabaseAddress address) throws SQLException {
        boolean strangers = truth(connection, """
            select exists (select 1 from pg_class c
                           where  c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
                           and    not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e'))
            and    to_regclass(quote_ident(current_schema()) || '.%s') is null
            """, ModuleMigrations.historyTable(ModuleMigrations.ROOT));
        if (strangers) throw new DatabaseUnusable("database.external.notEmpty", address.place());
    }

    /** @see "PostgreSQL manual, appendix A: error codes" */
    private static DatabaseUnusable refusal(SQLException e, DatabaseAddress address) {
        var state = Objects.requireNonNullElse(e.getSQLState(), "");
        return switch (state) {
            case "28P01", "28000" ->
                new DatabaseUnusable(e, "database.external.noEntry", address.place(), shown(address.username()));
            case "3D000" -> new DatabaseUnusable(e, "database.external.noDatabase", address.place());
            case "42501" ->
                new DatabaseUnusable(e, "database.external.noEntry", address.place(), shown(address.username()));
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? new DatabaseUnusable(e, "database.external.unreachable", address.place())
                        : new DatabaseUnusable(e, "database.external.other", address.place(), e.toString());
        };
    }

    private static String shown(@Nullable String username) {
        return Objects.requireNonNullElse(username, "?");
    }

    private static Properties properties(DatabaseAddress address) {
        var properties = new Properties();
        if (address.username() != null) properties.setProperty("user", address.username());
        if (address.password() != null) properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", Integer.toString(PATIENCE_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(PATIENCE_SECONDS));
        return properties;
    }

    /** @param name a constant of ours, put into the query as it is */
    private static boolean truth(Connection connection, String query, String... name) throws SQLException {
        return text(connection, query.formatted((Object[]) name)).equals("t");
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return Objects.requireNonNullElse(rows.getString(1), "");
        }
    }
}
