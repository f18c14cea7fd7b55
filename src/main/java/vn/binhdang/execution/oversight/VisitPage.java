package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.ShownEvidence;

/**
 * @param writes whether the actor may write now
 * @param why sentence on why not; empty when they may
 */
public record VisitPage(
        String path,
        String missionHref,
        String subject,
        OversightKind kind,
        String unit,
        String facts,
        String saved,
        boolean writes,
        String why,
        String version,
        String visitedOn,
        boolean overtaken,
        Map<String, String> mistakes,
        List<Question> questions,
        List<Finding> findings,
        List<Recommendation> recommendations,
        TypedFinding newFinding,
        NewRecommendation newRecommendation,
        List<Task> tasks,
        String accepted,
        String limit) {

    @Nullable
    public String mistake(String field) {
        return mistakes.get(field);
    }

    public record Question(String id, int number, String text, String answer, String remark, String stored) {}

    public record Finding(
            String id,
            int no,
            Grade grade,
            String text,
            String who,
            String withdrawn,
            String version,
            boolean acts,
            TypedFinding form,
            List<ShownEvidence> proofs) {}

    public record Recommendation(String href, String text, String unit, String due, RecommendationState state) {}

    /**
     * What the form of a finding shows.
     * @param finding which one comes back with what was typed; empty: none
     */
    public record TypedFinding(
            String finding, String grade, String text, LinkForm link, Map<String, String> mistakes) {}

    public record NewRecommendation(String finding, String text, String unit, String dueOn) {}

    public record Task(String href, String text, String state, String mark, String due, String proofs) {}
}
