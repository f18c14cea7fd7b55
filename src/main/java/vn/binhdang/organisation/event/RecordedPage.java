package vn.binhdang.organisation.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was recorded.
 * @param units it is about, with links
 * @param corrects the wrong one before it
 * @param correctedBy those that put it right
 * @param undone when it was taken back
 * @param problem why it cannot be taken back
 */
public record RecordedPage(
        String id,
        EventKind kind,
        String sentence,
        String day,
        String legalBasis,
        String source,
        String note,
        boolean verified,
        String recordedAt,
        List<Link> units,
        @Nullable EventLine corrects,
        List<EventLine> correctedBy,
        @Nullable String undone,
        boolean mayChange,
        @Nullable String problem,
        boolean done) {
    public record Link(String href, String name, String roleKey) {}

    public String href() {
        return "/units/events/" + id;
    }
}
