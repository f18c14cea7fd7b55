package vn.binhdang.execution.initiative;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next address of the following page; null on the last
 * @param first whether this is the top of the list
 */
public record InitiativesPage(
        List<Row> rows, InitiativeFilter filter, @Nullable String next, boolean first) {

    /** @param effects one sentence a measure */
    public record Row(
            String href,
            String title,
            InitiativeKind kind,
            Phase phase,
            String units,
            String days,
            List<String> effects,
            String cost) {}
}
