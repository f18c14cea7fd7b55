package vn.binhdang.messaging.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param kind the one kind shown; empty for all
 * @param newest up to which "all read" marks; null when nothing is unread
 * @param next address of the next page; null on the last
 */
public record NoticesPage(
        List<Row> rows,
        List<Kind> kinds,
        boolean unreadOnly,
        String kind,
        int unread,
        boolean first,
        @Nullable String newest,
        @Nullable String next) {

    public boolean filtered() {
        return unreadOnly || !kind.isEmpty();
    }

    /** @param at "14:05 ngày 25/11/2026" */
    public record Row(String id, String sentence, String kind, String at, boolean unread) {}

    public record Kind(String key, String name) {}
}
