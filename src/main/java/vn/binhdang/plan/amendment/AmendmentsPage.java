package vn.binhdang.plan.amendment;

import java.util.List;

/**
 * A plan through its amendments: which documents amended it, and what it said on a day.
 *
 * @param drafts amendments that are being drafted, as far as the reader may see drafts
 * @param beginAction empty for who may not begin one
 * @param on the day asked for, as typed
 * @param mistake what is wrong with it; may be empty
 * @param standing which day is shown, in words
 */
public record AmendmentsPage(
        String address,
        String planHref,
        String documentHref,
        String subject,
        String numberAndDay,
        List<Line> inForce,
        List<AmendmentPage.Link> drafts,
        String beginAction,
        List<Tab> tabs,
        String on,
        String mistake,
        String standing,
        List<Task> tasks,
        String firstHref,
        String nextHref) {

    public record Line(String href, String printed, String day, String words) {}

    public record Tab(String href, String words, boolean chosen) {}

    /**
     * @param facts lead, coordinating units, deadline and product, each with its label
     * @param by the amendment that gave it these words, in words; empty when it says what was issued
     */
    public record Task(
            String number, String text, String href, List<AmendmentPage.Field> facts, String by, String byHref) {}
}
