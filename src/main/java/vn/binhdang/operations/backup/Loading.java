package vn.binhdang.operations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Puts the rows of a backup into tables that are as they were when it was made, in one transaction. Foreign keys are taken
 * off meanwhile and put on again, which proves them; triggers rest, since what they did is in the rows already. The owner
 * of the tables may do all this, no superuser is needed.
 */
final class Loading {
    private final Connection connection;

    /** One that can be undone by a statement of its own. */
    private record Constraint(String table, String name, String definition) {}

    private record Trigger(String table, String name, String state) {
        String enabling() {
            return switch (state) {
                case "A" -> "enable always trigger";
                case "R" -> "enable replica trigger";
                default -> "enable trigger";
            };
        }
    }

    private Loading(Connection connection) {
        this.connection = connection;
    }

    /** @throws BackupRefused when the tables are not those of the backup, or hold something else afterwards */
    static void load(Connection connection, BackupContent backup, Progress progress) throws SQLException, IOException {
        connection.setAutoCommit(false);
        Snapshot.settle(connection);
        var loading = new Loading(connection);
        loading.checkTables(backup.manifest());
        var keys = loading.foreignKeys();
        var triggers = loading.triggers();
        for (var key : keys) loading.run("alter table %s drop constraint %s", key.table(), key.name());
        for (var trigger : triggers) loading.run("alter table %s disable trigger %s", trigger.table(), trigger.name());
        loading.rows(backup, progress);
        loading.sequences(backup.manifest().sequences());
        progress.at(Progress.Step.COMPARE, 0, 1);
        loading.compare(backup.manifest());
        for (var key : keys)
            loading.run("alter table %s add constraint %s %s", key.table(), key.name(), key.definition());
        for (var trigger : triggers)
            loading.run("alter table %s %s %s", trigger.table(), trigger.enabling(), trigger.name());
        connection.commit();
        progress.at(Progress.Step.COMPARE, 1, 1);
    }

    private void checkTables(Manifest manifest) throws SQLException {
        var here = Snapshot.tables(connection).stream()
                .collect(Collectors.toMap(Manifest.Table::name, t -> List.copyOf(t.columns())));
        var there = manifest.tables().stream()
                .collect(Collectors.toMap(Manifest.Table::name, t -> List.copyOf(t.columns())));
        if (!here.keySet().equals(there.keySet())
                || !here.entrySet().stream()
                        .allMatch(e -> java.util.Set.copyOf(e.getValue())
                                .equals(java.util.Set.copyOf(there.getOrDefault(e.getKey(), List.of())))))
            throw new BackupRefused("operations.restore.otherTables");
    }

    private void rows(BackupContent backup, Progress progress) throws SQLException, IOException {
        var tables = backup.manifest().tables();
        var emptied = new ArrayList<>(tables.stream().map(Manifest.Table::name).toList());
        emptied.addAll(Snapshot.LEFT_OUT);
        // What the migrations themselves entered goes too: the backup has it as it was last.
        run("truncate %s", String.join(", ", emptied));
        Map<String, Manifest.Table> byName =
                tables.stream().collect(Collectors.toMap(Manifest.Table::name, Function.identity()));
        int[] done = {0};
        backup.parts((name, in) -> {
            if (!name.startsWith(DataParts.ROWS)) return;
            progress.at(Progress.Step.LOAD, done[0]++, tables.size());
            var table = byName.get(name.substring(DataParts.ROWS.length()));
            if (table == null) throw new IOException("rows of an unknown table");
            copyIn(table, in);
        });
        progress.at(Progress.Step.LOAD, tables.size(), tables.size());
    }

    private void copyIn(Manifest.Table table, InputStream rows) throws IOException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns())),
                            rows);
        } catch (SQLException e) {
            throw new BackupRefused(e, "operations.restore.notTaken", table.name(), String.valueOf(e.getSQLState()));
        }
    }

    private void sequences(List<Manifest.Sequence> sequences) throws SQLException {
        try (var set = connection.prepareStatement("select setval(cast(? as regclass), ?, ?)")) {
            for (var sequence : sequences) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.last());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }

    private void compare(Manifest manifest) throws SQLException {
        var promised = manifest.tables().stream()
                .collect(Collectors.toMap(Manifest.Table::name, t -> t.rows() + " " + t.sum()));
        for (var table : Snapshot.counted(connection, manifest.tables()))
            if (!(table.rows() + " " + table.sum()).equals(promised.get(table.name())))
                throw new BackupRefused("operations.restore.differs", table.name());
    }

    private List<Constraint> foreignKeys() throws SQLException {
        return Snapshot.list(
                connection,
                """
                select cast(conrelid as regclass) as place, quote_ident(conname) as name,
                       pg_get_constraintdef(oid) as definition
                from   pg_constraint
                where  contype = 'f' and conparentid = 0
                and    connamespace not in (select oid from pg_namespace
                                            where nspname ~ '^pg_' or nspname = 'information_schema')
                order  by oid
                """,
                rows -> new Constraint(rows.getString("place"), rows.getString("name"), rows.getString("definition")));
    }

    private List<Trigger> triggers() throws SQLException {
        return Snapshot.list(
                connection,
                """
                select cast(tgrelid as regclass) as place, quote_ident(tgname) as name, tgenabled as state
                from   pg_trigger where not tgisinternal and tgenabled <> 'D' and tgparentid = 0 order by oid
                """,
                rows -> new Trigger(rows.getString("place"), rows.getString("name"), rows.getString("state")));
    }

    /** @param names of the catalogue, quoted there where needed */
    private void run(String sql, String... names) throws SQLException {
        Snapshot.run(connection, sql.formatted((Object[]) names));
    }
}
