package vn.binhdang.plan.target;

import java.util.List;
import vn.binhdang.plan.target.TargetMatrixPage.TargetView;

/**
 * The form that chooses the targets of one purpose or task.
 *
 * @param kind "purpose", "target" or "task"
 * @param note what a choice made now is
 * @param conflict targets that somebody else chose in the meantime, in words; empty without a conflict
 * @param past links that were ended, in words
 */
public record PlaceTargetsPage(
        String matrixHref,
        String action,
        String kind,
        String label,
        String text,
        String note,
        int version,
        String conflict,
        List<Choice> suggested,
        List<Group> groups,
        List<String> past) {

    public record Group(String heading, List<Choice> choices) {}

    /** @param because the words that suggest it; empty when nothing does */
    public record Choice(TargetView target, boolean chosen, String because) {}
}
