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
 * @param parts on the first page; on a page of more of one group only that one, and no tasks; else empty
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
        List<Group> parts,
        List<Task> tasks,
        String firstHref,
        String nextHref) {

    public record Line(String href, String printed, String day, String words) {}

    public record Tab(String href, String words, boolean chosen) {}

    /**
     * Purposes, targets or rows that stand in one place.
     * @param kind which, in words
     * @param more how many follow, in words; empty when none does
     */
    public record Group(String kind, String place, List<Part> parts, String more, String moreHref) {}

    /**
     * @param ended an amendment took it out; it says what it said last
     * @param by the amendment that did the last to it, in words; empty when it says what was issued
     * @param before what it said until which day, the latest first
     */
    public record Part(String number, String text, boolean ended, String by, String byHref, List<Before> before) {}

    /** @param until "Trước ngày 05/05/2026:" */
    public record Before(String until, String text) {}

    /**
     * @param facts lead, coordinating units, deadline and product, each with its label
     * @param by the amendment that gave it these words, in words; empty when it says what was issued
     */
    public record Task(
            String number, String text, String href, List<AmendmentPage.Field> facts, String by, String byHref) {}
}
