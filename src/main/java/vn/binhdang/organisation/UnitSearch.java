package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;

/**
 * Which units of a day are looked for.
 * @param words each must occur in name, short name, abbreviation or a spelling, whatever the case and diacritics; a whole
 *     code finds its unit too
 * @param reach only those within it; null for the whole map, which is public
 * @param within only those below this unit and itself
 * @param after where the page before ended
 */
public record UnitSearch(
        String words,
        LocalDate day,
        @Nullable Reach reach,
        @Nullable UnitId within,
        @Nullable UnitKind kind,
        @Nullable Key after,
        int limit) {
    private static final int LONGEST = 200;

    public UnitSearch {
        words = words.strip();
        if (words.length() > LONGEST) words = words.substring(0, LONGEST);
    }

    public static UnitSearch of(String words, LocalDate day, int limit) {
        return new UnitSearch(words, day, null, null, null, null, limit);
    }

    public UnitSearch inReach(Reach reach) {
        return new UnitSearch(words, day, reach, within, kind, after, limit);
    }

    /** The place of a unit in the order of names. */
    public record Key(String name, UnitId unit) {
        /** @return null for an address that nobody was given */
        public static @Nullable Key of(@Nullable String text) {
            if (text == null || text.length() < 37 || text.charAt(36) != '~') return null;
            try {
                return new Key(text.substring(37), new UnitId(UUID.fromString(text.substring(0, 36))));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        public String text() {
            return unit + "~" + name;
        }
    }
}
