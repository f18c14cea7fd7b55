package vn.binhdang.statistics.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue.
 *
 * @param words typed to search
 * @param state "official", "draft" or nothing
 * @param instruments to choose from
 * @param official how many of all are official
 * @param next address of the following page; null on the last
 */
public record IndicatorsPage(
        String words,
        @Nullable Theme theme,
        String state,
        String instrument,
        List<String> instruments,
        int all,
        int official,
        int found,
        List<Row> rows,
        boolean first,
        @Nullable String next,
        boolean mayDefine) {

    /** @param targets "2025: ≥ 60 · 2030: ≥ 75" */
    public record Row(
            String href,
            String code,
            String name,
            String nameLanguage,
            Theme theme,
            String unit,
            String targets,
            Mark mark) {}

    public boolean narrowed() {
        return !words.isEmpty() || theme != null || !state.isEmpty() || !instrument.isEmpty();
    }
}
