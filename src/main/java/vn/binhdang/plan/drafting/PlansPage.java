package vn.binhdang.plan.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of plans.
 * @param mayWrite shows the buttons that make plans
 * @param mayReceive shows the way to what came from above
 * @param mayReadCascades shows the way to what was passed down
 * @param filtered an empty list then means that nothing matches, not that there is nothing
 * @param next address of the following page; null on the last
 */
public record PlansPage(
        List<Row> rows,
        String words,
        List<Choice> years,
        List<Choice> states,
        List<Choice> sorts,
        boolean filtered,
        boolean mayWrite,
        boolean mayReceive,
        boolean mayReadCascades,
        @Nullable String next) {

    public record Choice(String value, String label, boolean chosen) {}

    /** @param edit address of the editor; null where it is not written any more or not by this person */
    public record Row(
            String href,
            @Nullable String edit,
            String year,
            String subject,
            String stateCss,
            String stateWord,
            String number,
            int tasks,
            String changed) {}
}
