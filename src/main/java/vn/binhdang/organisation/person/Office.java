package vn.binhdang.organisation.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.Rank;

/**
 * An office somebody holds from a day to a day.
 *
 * @param main in this one the person is counted; the others are held beside it
 * @param to the first day on which it is no longer held; null while it is
 */
public record Office(
        UUID id,
        Post post,
        boolean main,
        LocalDate from,
        @Nullable LocalDate to) {
    public Office {
        if (to != null && !from.isBefore(to)) throw new IllegalArgumentException("an office ends before it begins");
    }

    /** What the office is, without its days. */
    public record Post(UnitId unit, Rank rank, String title, boolean keyLeader) {
        public Post {
            if (title.isBlank()) throw new IllegalArgumentException("an office without a title");
        }
    }

    static Office beginning(LocalDate day, Post post, boolean main) {
        return new Office(Uuid7.create(), post, main, day, null);
    }

    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    Office until(@Nullable LocalDate day) {
        return new Office(id, post, main, from, day);
    }

    boolean overlaps(Office other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }
}
