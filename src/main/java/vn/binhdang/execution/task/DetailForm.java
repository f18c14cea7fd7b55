package vn.binhdang.execution.task;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Measure, cost and funding of a task, as typed.
 * @param goal figure that is to be reached
 * @param cost in đồng
 * @param share name of a {@link TaskSheet.Share}
 */
record DetailForm(
        @Nullable String measure,
        @Nullable String measuredIn,
        @Nullable String goal,
        @Nullable String cost,
        @Nullable String funding,
        @Nullable String share,
        @Nullable String version) {
    DetailForm {
        measure = SubTaskForm.plain(measure);
        measuredIn = SubTaskForm.plain(measuredIn);
        goal = SubTaskForm.plain(goal);
        cost = SubTaskForm.plain(cost);
        funding = SubTaskForm.plain(funding);
        share = SubTaskForm.plain(share);
        version = SubTaskForm.plain(version);
    }

    static DetailForm of(TaskSheet sheet) {
        return sheet.detail()
                .map(detail -> new DetailForm(
                        detail.measure(),
                        detail.measuredIn(),
                        detail.goal() == null ? "" : plain(detail.goal()),
                        detail.cost() == null ? "" : String.valueOf(detail.cost()),
                        detail.funding(),
                        detail.share().name(),
                        String.valueOf(detail.no())))
                .orElseGet(() -> new DetailForm("", "", "", "", "", TaskSheet.Share.SAID.name(), "0"));
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** @throws NumberFormatException when it is no number */
    static @Nullable BigDecimal number(@Nullable String typed) {
        String digits = String.valueOf(typed).replaceAll("[.\\s]", "").replace(',', '.');
        return digits.isEmpty() ? null : new BigDecimal(digits);
    }

    int versionShown() {
        try {
            return Integer.parseInt(String.valueOf(version));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
