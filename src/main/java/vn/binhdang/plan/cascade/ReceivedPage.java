package vn.binhdang.plan.cascade;

import java.util.List;

/** What came from above, open first. @param next address of the following page; empty on the last */
public record ReceivedPage(List<Row> rows, boolean onlyOpen, String otherHref, String next) {
    /**
     * @param amended that it was amended above since, in words; empty when it was not
     * @param confirm address that confirms it; empty when that was done
     */
    public record Row(
            String href,
            String action,
            String title,
            String from,
            String unit,
            String given,
            String due,
            boolean late,
            String tasks,
            String amended,
            String stateMark,
            String state,
            String confirm) {}
}
