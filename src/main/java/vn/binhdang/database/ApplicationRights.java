package vn.binhdang.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the application's account may do with the tables of all modules: read and write rows, but only add to the record
 * of deeds, and change no table. Given anew after the migrations of every start, so tables of later releases are covered.
 */
public final class ApplicationRights {
    /** Rows are appended by a function that belongs to the owner, which also advances the end of the chain. */
    private static final String READ = "table_name in ('audit_row', 'audit_chain') or table_name like 'flyway\\_%'";

    private static final String ADD = "table_name like 'audit\\_%' and table_name not in ('audit_row', 'audit_chain')";

    /** Two nodes that start at once would change the same rights at once, which PostgreSQL refuses. */
    private static final long ONE_AT_A_TIME = 0x6269_6e68_6461_6e67L;

    private ApplicationRights() {}

    /**
     * Harmless when repeated; gives nothing when the account is the one that owns the tables.
     * @param owner who made the tables
     * @param account of the application; may already be known to the database under these rights
     */
    public static void grant(DataSource owner, String account) {
        try (var connection = owner.getConnection()) {
            if (ownName(connection).equals(account)) return;
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                grant(statement, "\"" + account.replace("\"", "\"\"") + "\"");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the rights of the application's account could not be given", e);
        }
    }

    private static void grant(Statement statement, String account) throws SQLException {
        statement.execute("select pg_advisory_xact_lock(%d)".formatted(ONE_AT_A_TIME));
        var schema = texts(statement, "select quote_ident(current_schema())").getFirst();
        statement.execute("grant usage on schema %s to %s".formatted(schema, account));
        // Not "on all": what somebody else put beside the tables, such as an extension that counts statements, is not
        // ours
        // to give away.
        grant(statement, "select, insert, update, delete on table", relations("r", "p", "v", "m"), account);
        grant(statement, "usage, select, update on sequence", relations("S"), account);
        grant(statement, "execute on function", """
            select cast(cast(oid as regprocedure) as text) from pg_proc
            where  pronamespace = cast(current_schema() as regnamespace) and prokind in ('f', 'w')
            and    pg_has_role(proowner, 'USAGE')\
            """, account);
        for (String table : tables(statement, READ))
            statement.execute("revoke insert, update, delete on %s from %s".formatted(table, account));
        for (String table : tables(statement, ADD))
            statement.execute("revoke update, delete on %s from %s".formatted(table, account));
    }

    private static void grant(Statement statement, String what, String names, String account) throws SQLException {
        var found = texts(statement, names);
        if (!found.isEmpty()) statement.execute("grant %s %s to %s".formatted(what, String.join(", ", found), account));
    }

    private static String relations(String... kinds) {
        return """
            select quote_ident(relname) from pg_class
            where  relnamespace = cast(current_schema() as regnamespace) and relkind in ('%s')
            and    pg_has_role(relowner, 'USAGE')\
            """.formatted(String.join("', '", kinds));
    }

    private static List<String> tables(Statement statement, String which) throws SQLException {
        return texts(
                statement,
                "select quote_ident(table_name) from information_schema.tables"
                        + " where table_schema = current_schema() and (%s)".formatted(which));
    }

    private static String ownName(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return texts(statement, "select current_user").getFirst();
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }
}
