package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        NewFinding newFinding,
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
            List<Proof> proofs) {}

    public record Proof(String href, String title, String takeBackAction) {}

    public record Recommendation(String href, String text, String unit, String due, RecommendationState state) {}

    public record NewFinding(String grade, String text) {}

    public record NewRecommendation(String finding, String text, String unit, String dueOn) {}

    public record Task(String href, String text, String state, String mark, String due, String proofs) {}
}
