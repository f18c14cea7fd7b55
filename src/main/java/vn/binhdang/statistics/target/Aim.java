package vn.binhdang.statistics.target;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed as the value of a target: a number ("62,5"), from one to another ("10-15"), or a milestone in words
 * ("đạt").
 *
 * @param value null for a milestone
 * @param upTo the other end of a range
 * @param mistakeKey what is to be mended; null when it can be kept
 */
public record Aim(
        @Nullable BigDecimal value,
        @Nullable BigDecimal upTo,
        @Nullable String mistakeKey) {
    private static final String NUMBER = "(-?[0-9]{1,12}(?:,[0-9]{1,6})?)";
    private static final Pattern ONE = Pattern.compile(NUMBER);
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*[-–]\\s*" + NUMBER);
    /** Words of a milestone, in either language. */
    public static final int LONGEST = 60;

    /** A range and a milestone are reached as they are: beside them only "equal" means something. */
    public static Aim read(String typed, Sign sign) {
        if (ONE.matcher(typed).matches()) return new Aim(number(typed), null, null);
        var range = RANGE.matcher(typed);
        boolean milestone = !typed.isEmpty()
                && typed.length() <= LONGEST
                && typed.codePoints().noneMatch(Character::isDigit);
        if (!range.matches() && !milestone) return wrong("statistics.target.mend.value");
        if (sign != Sign.EQUAL) return wrong("statistics.target.mend.onlyEqual");
        if (milestone) return new Aim(null, null, null);
        var from = number(range.group(1));
        var to = number(range.group(2));
        return from.compareTo(to) < 0 ? new Aim(from, to, null) : wrong("statistics.target.mend.range");
    }

    private static Aim wrong(String key) {
        return new Aim(null, null, key);
    }

    private static BigDecimal number(String typed) {
        return new BigDecimal(typed.replace(',', '.'));
    }
}
