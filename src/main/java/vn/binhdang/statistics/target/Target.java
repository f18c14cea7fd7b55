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
 * @param value null where what is to be reached is no number
 * @param upTo the other end of "10-15"; null where it is one number
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
        @Nullable BigDecimal upTo,
        String words,
        String instrument,
        String source,
        boolean official) {

    /** "≥ 75". */
    public String printed() {
        return sign.printed() + words;
    }
}
