package vn.binhdang.plan.cascade;

import java.util.List;

/** What came from above, open first. @param next address of the following page; empty on the last */
public record ReceivedPage(List<Row> rows, boolean onlyOpen, String otherHref, String next) {
    /** @param confirm address that confirms it; empty when that was done */
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
            String stateMark,
            String state,
            String confirm) {}
}
