package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.ShownEvidence;

/**
 * @param missionHref of the mission; empty for who does not see it
 * @param source sentence: which mission, which conclusion
 * @param body which other body recommends it; empty when the agency's own team does
 * @param draft whether the conclusion is not issued yet, so that nothing is asked of anybody
 * @param reports whether the actor answers for the unit and it is its turn
 * @param form which form comes back: report, accept, back, reopen, postpone or withdraw; empty: none
 * @param judges whether the actor says if it is done, and it is their turn
 */
public record RecommendationPage(
        String path,
        String text,
        String source,
        String body,
        String missionHref,
        String unit,
        String due,
        String done,
        RecommendationState state,
        boolean overdue,
        boolean draft,
        String saved,
        String version,
        boolean reports,
        boolean judges,
        boolean postpones,
        boolean reopens,
        boolean withdraws,
        List<Step> steps,
        String form,
        Map<String, String> typed,
        LinkForm link,
        boolean overtaken,
        Map<String, String> mistakes,
        String accepted,
        String limit) {

    /** What was typed into a field of one form. */
    public String value(String of, String field) {
        return form.equals(of) ? typed.getOrDefault(field, "") : "";
    }

    @Nullable
    public String mistake(String of, String field) {
        return form.equals(of) ? mistakes.get(field) : null;
    }

    public record Step(String deed, String words, List<ShownEvidence> proofs) {}
}
