package vn.binhdang.statistics.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dashboards that somebody may see.
 *
 * @param make address of a new one; null for who may not
 * @param saved what has just been done, in words; empty for nothing
 * @param restore address that brings back what has just been deleted
 * @param next address of the following ones; null when these are the last
 */
public record DashboardsPage(
        String words,
        boolean first,
        List<Row> rows,
        @Nullable String make,
        String saved,
        @Nullable String restore,
        @Nullable String next) {

    public record Row(String href, String name, String unit, String charts, String changed) {}
}
