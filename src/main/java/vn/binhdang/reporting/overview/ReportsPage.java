package vn.binhdang.reporting.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentState;

/**
 * @param next address of the following page; null on the last
 * @param first whether this is the top of the list
 */
public record ReportsPage(
        List<Row> rows,
        ReportFilter filter,
        List<Integer> years,
        List<String> periods,
        List<DocumentState> states,
        boolean mayCompile,
        @Nullable String next,
        boolean first) {

    /** @param window "15/12/2023 – 14/06/2024" */
    public record Row(String href, String period, String window, String plan, DocumentState state, String number) {}
}
