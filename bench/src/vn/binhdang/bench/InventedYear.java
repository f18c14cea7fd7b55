package vn.binhdang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.binhdang.database.DatabaseBeside;

/**
 * Fills the database of a data folder that holds the sample department with a working year of 300 other agencies: the
 * statements of bench/work.sql, as the owner of the tables.
 */
final class InventedYear {
    private InventedYear() {}

    /** @param arguments data folder, file of statements, number of tasks */
    public static void main(String[] arguments) throws Exception {
        String sql = Files.readString(Path.of(arguments[1]));
        long begun = System.nanoTime();
        try (var database = DatabaseBeside.open(Path.of(arguments[0]), System.getenv());
                var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local work_mem = '256MB'");
            for (String one : sql.split("\n\\s*\n")) {
                long before = System.nanoTime();
                statement.execute(one.replace(":tasks", arguments[2]));
                double took = (System.nanoTime() - before) / 1e9;
                if (took > 2) System.err.printf(Locale.ROOT, "%5.1f s  %s%n", took, firstLine(one));
            }
            connection.commit();
            // what the database does by itself within minutes
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
        System.err.printf(Locale.ROOT, "%s tasks filled in %.1f s%n", arguments[2], (System.nanoTime() - begun) / 1e9);
    }

    private static String firstLine(String sql) {
        return sql.lines().filter(line -> !line.startsWith("--")).findFirst().orElse("");
    }
}
