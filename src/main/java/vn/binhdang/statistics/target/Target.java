package vn.binhdang.statistics.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.IndicatorId;
import vn.binhdang.statistics.TargetId;
import vn.binhdang.web.Text;

/**
 * What is to be reached in a year.
 *
 * @param unit null: wherever the instrument applies
 * @param value null where what is to be reached is no number
 * @param upTo the other end of "10-15"; null where it is one number
 * @param words as printed: "75", "10-15", "đạt"
 * @param wordsEn of what is no number, in English; empty while nobody has put them into English
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
        String wordsEn,
        String instrument,
        String source,
        boolean official) {

    /** "≥ 62,5", "10–15", "đạt". */
    public String printed(Text t) {
        if (value == null) return sign.printed() + words(t.language());
        return sign.printed() + t.number(value) + (upTo == null ? "" : "–" + t.number(upTo));
    }

    public String words(String language) {
        return isSaid(language) ? wordsEn : words;
    }

    /** That of the page, or Vietnamese where what is to be reached is said in Vietnamese alone. */
    public String language(String language) {
        return value != null || isSaid(language) ? language : "vi";
    }

    private boolean isSaid(String language) {
        return language.equals("en") && !wordsEn.isEmpty();
    }
}
