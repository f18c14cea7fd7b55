package vn.binhdang.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import vn.binhdang.database.AppliedMigration;
import vn.binhdang.database.DatabaseAddress;
import vn.binhdang.database.ModuleMigrations;

/**
 * All rows as they were at one moment, while others go on writing: one transaction that sees nothing later than its first
 * question. Also reads a database that was just restored, to compare.
 */
final class Snapshot implements AutoCloseable {
    /** Who is signed in is not restored: a stolen backup must not open a session, and a fresh sign-in costs little. */
    static final List<String> LEFT_OUT = List.of("spring_session", "spring_session_attributes");

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot of(DatabaseAddress address) throws SQLException {
        var connection = DriverManager.getConnection(address.url(), address.username(), address.password());
        try {
            connection.setAutoCommit(false);
            run(connection, "set transaction isolation level repeatable read, read only");
            settle(connection);
            run(connection, "select 1"); // from here on nothing changes
            return new Snapshot(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Values are written alike by every server, and no rule for rows may hide some of them silently. */
    static void settle(Connection connection) throws SQLException {
        run(connection, "set local datestyle = 'ISO, YMD'");
        run(connection, "set local intervalstyle = 'postgres'");
        run(connection, "set local timezone = 'UTC'");
        run(connection, "set local extra_float_digits = 3");
        run(connection, "set local bytea_output = 'hex'");
        run(connection, "set local row_security = off");
    }

    /** The tables that are kept, without their rows and sums; partitions one by one, derived columns not at all. */
    static List<Manifest.Table> tables(Connection connection) throws SQLException {
        return list(
                        connection,
                        """
                        select case when n.nspname = current_schema() then quote_ident(c.relname)
                                    else quote_ident(n.nspname) || '.' || quote_ident(c.relname) end as name,
                               array_agg(quote_ident(a.attname) order by a.attnum) as columns
                        from   pg_class c
                        join   pg_namespace n on n.oid = c.relnamespace
                        join   pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                             and a.attgenerated = ''
                        where  c.relkind = 'r' and c.relpersistence = 'p'
                        and    n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                        and    c.relname !~ '^flyway_'
                        and    not exists (select 1 from pg_depend d
                                           where  d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                        group  by 1 order by 1
                        """,
                        rows -> new Manifest.Table(rows.getString("name"), strings(rows, "columns"), 0, ""))
                .stream()
                .filter(table -> !LEFT_OUT.contains(table.name()))
                .toList();
    }

    List<Manifest.Table> tables() throws SQLException {
        return tables(connection);
    }

    /** Writes a table's rows in COPY's text format. */
    Manifest.Table copy(Manifest.Table table, OutputStream out) throws SQLException, IOException {
        return copy(connection, table, out);
    }

    static Manifest.Table copy(Connection connection, Manifest.Table table, OutputStream out)
            throws SQLException, IOException {
        var sum = new RowSum();
        CopyOut rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from %s) to stdout"
                        .formatted(String.join(", ", table.columns()), table.name()));
        try {
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                sum.add(row, 0, row.length);
                out.write(row);
            }
        } finally {
            if (rows.isActive()) rows.cancelCopy();
        }
        return new Manifest.Table(table.name(), table.columns(), sum.rows(), sum.hex());
    }

    /** Counts and sums only; the columns are read in the order given, which the sums depend on. */
    static List<Manifest.Table> counted(Connection connection, List<Manifest.Table> tables) throws SQLException {
        var counted = new ArrayList<Manifest.Table>();
        for (var table : tables)
            try {
                counted.add(copy(connection, table, OutputStream.nullOutputStream()));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        return counted;
    }

    /** Sequences stand outside of transactions: these may be ahead of the rows, never behind. */
    List<Manifest.Sequence> sequences() throws SQLException {
        return list(
                connection,
                """
                select case when schemaname = current_schema() then quote_ident(sequencename)
                            else quote_ident(schemaname) || '.' || quote_ident(sequencename) end as name,
                       coalesce(last_value, start_value) as last, last_value is not null as called
                from   pg_sequences order by 1
                """,
                rows -> new Manifest.Sequence(rows.getString("name"), rows.getLong("last"), rows.getBoolean("called")));
    }

    List<Manifest.Stored> files() throws SQLException {
        return list(
                connection,
                "select distinct sha256, size from stored_file order by sha256",
                rows -> new Manifest.Stored(rows.getString("sha256"), rows.getLong("size"), ""));
    }

    List<Manifest.ChainEnd> chains() throws SQLException {
        return list(
                connection,
                "select agency_id, last_no, last_hash from audit_chain order by agency_id",
                rows -> new Manifest.ChainEnd(
                        rows.getObject("agency_id", UUID.class),
                        rows.getLong("last_no"),
                        HexFormat.of().formatHex(rows.getBytes("last_hash"))));
    }

    Map<String, List<AppliedMigration>> migrations() throws SQLException {
        return ModuleMigrations.applied(connection);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Row<T> row) throws SQLException {
        var list = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) list.add(row.read(rows));
        }
        return list;
    }

    static List<String> strings(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
