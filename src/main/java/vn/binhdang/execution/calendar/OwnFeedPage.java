package vn.binhdang.execution.calendar;

import java.util.List;

/**
 * A person's own feed, ready to print.
 *
 * @param address with the secret, the one time it is shown; else empty
 * @param createdAt empty when there is no feed
 * @param usedAt when it was last read, in words
 * @param off why none can be made; empty when one can
 */
public record OwnFeedPage(
        String address,
        String createdAt,
        String usedAt,
        String whose,
        List<CalendarHead.Choice> choices,
        String off,
        boolean revoked) {}
