package vn.binhdang.execution.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param overseer whether the actor follows all of the agency's oversight; the others see what their decision covers
 * @param next address of the following page; null on the last
 * @param first whether this is the top of the list
 */
public record MissionsPage(
        List<Row> rows,
        MissionFilter filter,
        List<Integer> years,
        boolean overseer,
        boolean plans,
        String programmeHref,
        @Nullable String next,
        boolean first) {

    /**
     * @param days "01/06/2026 – 30/06/2026"
     * @param body which other body carries it out; empty when the agency itself does
     */
    public record Row(
            String href, OversightKind kind, String subject, String days, String decision, Phase phase, String body) {}
}
