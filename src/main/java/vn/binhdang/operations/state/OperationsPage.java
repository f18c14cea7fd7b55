package vn.binhdang.operations.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param at when it was looked, as printed
 * @param done message key of what was just done; null when nothing was
 */
public record OperationsPage(
        Mark worst,
        String at,
        List<Group> groups,
        List<JobRow> jobs,
        List<MailRow> mails,
        @Nullable String done) {

    /** A state: a sign by its class, and a word. */
    public record Mark(String style, String word) {}

    public record Group(String key, String title, List<Line> lines) {}

    /** @param advice what to do; empty when nothing is */
    public record Line(String name, String value, Mark mark, String advice) {}

    /**
     * @param next when it runs; "now" while it does
     * @param mayRun false while it runs
     */
    public record JobRow(
            String task,
            String instance,
            String name,
            String next,
            String lastSuccess,
            String lastFailure,
            Mark mark,
            boolean mayRun) {}

    public record MailRow(String id, String reason, String advice, int attempts, String at) {}
}
