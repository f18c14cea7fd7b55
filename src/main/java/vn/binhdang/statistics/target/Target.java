package vn.binhdang.statistics.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.IndicatorId;
import vn.binhdang.statistics.TargetId;

/**
 * What is to be reached in a year.
 *
 * @param unit null: wherever the instrument applies
 * @param value null where what is to be reached is no single number
 * @param words as printed: "75", "10-15", "đạt"
 * @param official compared with the text of the document
 */
public record Target(
        TargetId id,
        IndicatorId indicator,
        int year,
        @Nullable UnitId unit,
        Sign sign,
        @Nullable BigDecimal value,
        String words,
        String instrument,
        String source,
        boolean official) {

    /** "≥ 75". */
    public String printed() {
        return sign.printed() + words;
    }

    /** Does a value meet it? "About" is met within a hundredth of it. @return null when it is no number */
    public @Nullable Boolean isMetBy(BigDecimal reached) {
        if (value == null) return null;
        int order = reached.compareTo(value);
        return switch (sign) {
            case AT_LEAST -> order >= 0;
            case MORE -> order > 0;
            case AT_MOST -> order <= 0;
            case LESS -> order < 0;
            case EQUAL -> order == 0;
            case ABOUT -> reached.subtract(value).abs().compareTo(value.abs().movePointLeft(2)) <= 0;
        };
    }
}
