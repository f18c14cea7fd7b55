package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param missionHref of the mission; empty for who does not see it
 * @param source sentence: which mission, which conclusion
 * @param body which other body recommends it; empty when the agency's own team does
 * @param draft whether the conclusion is not issued yet, so that nothing is asked of anybody
 * @param reports whether the actor answers for the unit and it is its turn
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
        String words,
        String newDay,
        String reason,
        boolean overtaken,
        Map<String, String> mistakes,
        String accepted,
        String limit) {

    @Nullable
    public String mistake(String field) {
        return mistakes.get(field);
    }

    public record Step(String deed, String words, List<Proof> proofs) {}

    public record Proof(String href, String title) {}
}
