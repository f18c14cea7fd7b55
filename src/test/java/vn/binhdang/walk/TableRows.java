package vn.binhdang.walk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database, closely enough to tell that nothing has changed. */
final class TableRows {
    /** What changes by itself: sessions, sign-ins, jobs, and the record of deeds, where refusals are written. */
    private static final String VOLATILE =
            "spring_session.*|sign_in.*|scheduled_tasks|audit_.*|flyway.*|.*_limit|mail_.*|notice.*|.*checkpoint.*";

    private final JdbcClient jdbc;
    private final WalkedRecords records;
    private final String tables;

    TableRows(JdbcClient jdbc, WalkedRecords records) {
        this.jdbc = jdbc;
        this.records = records;
        tables = String.join(
                " union all ",
                jdbc
                        .sql("select table_name from information_schema.tables where table_schema = current_schema()"
                                + " and table_type = 'BASE TABLE'")
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(table -> !table.matches(VOLATILE))
                        .map(table ->
                                "select '%1$s' as t, count(*) || '/' || coalesce(max(cast(cast(xmin as text) as bigint)), 0) as n from %1$s"
                                        .formatted(table))
                        .toList());
    }

    /**
     * Number of rows and the latest transaction that wrote one, by table; of tables that change by themselves the rows that
     * somebody else's things are.
     */
    Map<String, String> now() {
        var rows = new TreeMap<String, String>();
        jdbc.sql(tables).query(rs -> {
            rows.put(rs.getString("t"), rs.getString("n"));
        });
        rows.putAll(records.thingsOfOwner());
        return rows;
    }

    static List<String> difference(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(table -> !before.get(table).equals(after.get(table)))
                .toList();
    }
}
