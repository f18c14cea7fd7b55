package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * What is to be reached in a year.
 *
 * @param unit null for the whole country
 * @param value null for a milestone, which is no number
 * @param upTo the other end of "10-15"; null where it is one number
 * @param words as the document prints it, or in English on an English page
 * @param wordsLanguage in which they are
 */
record Goal(
        int year,
        @Nullable UnitId unit,
        Sign sign,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upTo,
        String words,
        String wordsLanguage,
        String source,
        boolean official) {

    /** How the value has to stand to that of the target. */
    enum Sign {
        AT_LEAST("≥ "),
        MORE_THAN("> "),
        AT_MOST("≤ "),
        LESS_THAN("< "),
        EQUAL("= "),
        ABOUT("≈ "),
        BETWEEN(""),
        MILESTONE("");

        private final String printed;

        Sign(String printed) {
            this.printed = printed;
        }
    }

    /** "≥ 62,5", "10–15", "đạt". */
    String printed(Function<BigDecimal, String> number) {
        if (value == null) return words;
        return sign.printed + number.apply(value) + (upTo == null ? "" : "–" + number.apply(upTo));
    }

    /** Within a hundredth of a number is about it. */
    private BigDecimal slack() {
        return sign == Sign.ABOUT && value != null ? value.abs().movePointLeft(2) : BigDecimal.ZERO;
    }

    /**
     * Whoever is better than "about 60" or "10-15" has reached it; where neither way is better one has to be in it. A milestone
     * is not for numbers to judge.
     */
    boolean isMet(BigDecimal reached, Subject.Better better) {
        if (value == null) return false;
        int order = reached.compareTo(value);
        return switch (sign) {
            case AT_LEAST -> order >= 0;
            case MORE_THAN -> order > 0;
            case AT_MOST -> order <= 0;
            case LESS_THAN -> order < 0;
            case EQUAL -> order == 0;
            case ABOUT, BETWEEN -> isWithin(reached, better);
            case MILESTONE -> false;
        };
    }

    private boolean isWithin(BigDecimal reached, Subject.Better better) {
        boolean enough = reached.compareTo(lowest().subtract(slack())) >= 0;
        boolean notTooMuch = reached.compareTo(highest().add(slack())) <= 0;
        return switch (better) {
            case MORE -> enough;
            case LESS -> notTooMuch;
            case NEITHER -> enough && notTooMuch;
        };
    }

    /** The end to which a value has to come that begins at another one. */
    BigDecimal edge(BigDecimal from) {
        return from.compareTo(highest()) > 0 ? highest() : lowest();
    }

    private BigDecimal lowest() {
        return value == null ? BigDecimal.ZERO : value;
    }

    private BigDecimal highest() {
        return upTo == null ? lowest() : upTo;
    }
}
