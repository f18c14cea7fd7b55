package vn.binhdang.statistics.disclosure;

/**
 * What becomes of a cell. Which of the withheld are small counts is not for outsiders: they are shown one sign for both,
 * else the sign itself would tell that the count is small.
 *
 * @param shown the count as published, true or rounded; 0 where nothing is shown
 */
public record Outcome(Kind kind, long shown) {
    public enum Kind {
        SHOWN,
        ROUNDED,
        /** Withheld because it may not be known. */
        PRIMARY,
        /** Withheld because another could be worked out from it. */
        COMPLEMENTARY,
        /** In no table of this publication. */
        UNSEEN
    }

    public boolean withheld() {
        return kind == Kind.PRIMARY || kind == Kind.COMPLEMENTARY;
    }
}
