package vn.binhdang.statistics.collection.submission;

import java.util.List;

/**
 * What can be done with a submission and why it came back: the part {@code statistics/collection/submission/state.jte} of
 * every page that shows one.
 * @param address of the submission
 * @param amends sentence for an amendment: what it corrects and why; empty for a first answer
 * @param reason why it came back as a whole; empty unless it is to be corrected
 * @param remarks why it came back, by figure
 * @param newerHref of the latest amendment, when this is not it
 * @param mayBring whether it can be filled in, by hand or with a workbook
 * @param steps how many there are in its history
 */
public record StatePart(
        String address,
        int edition,
        String amends,
        String reason,
        List<CellRemark> remarks,
        String newerHref,
        boolean maySubmit,
        boolean mayWithdraw,
        boolean mayAmend,
        boolean mayReview,
        boolean mayBring,
        boolean own,
        int steps) {
    public StatePart {
        remarks = List.copyOf(remarks);
    }

    /** @param href of the figure on the page of entry */
    public record CellRemark(int slot, String cell, String href, String words) {}
}
