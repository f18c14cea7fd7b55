package vn.binhdang.statistics.exchange.format;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import vn.binhdang.statistics.Window;

/**
 * One value of an ADX document with everything its group says of it.
 *
 * @param period as the sender named it; see {@link PeriodNames} for which report that is
 * @param categories by name of the attribute, such as SEX to F; empty for a total
 */
public record AdxValue(
        Place place,
        String dataSet,
        String unit,
        Window period,
        String element,
        SortedMap<String, String> categories,
        BigDecimal value)
        implements AdxReader.Item {

    /** SEX=F;AGE=U30 in the order of the names. */
    public String combination() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> one : categories.entrySet())
            text.append(text.isEmpty() ? "" : ";")
                    .append(one.getKey())
                    .append('=')
                    .append(one.getValue());
        return text.toString();
    }
}
