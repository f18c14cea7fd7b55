package vn.binhdang.statistics.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted.
 *
 * @param next address of the following page; null on the last
 */
public record ElementsPage(
        String words,
        int found,
        List<Row> rows,
        boolean first,
        @Nullable String next,
        boolean mayDefine,
        String done) {

    /** @param forms that ask for it */
    public record Row(
            String code,
            String name,
            String measure,
            String dimensions,
            boolean computed,
            boolean sensitive,
            String forms,
            String href) {}
}
