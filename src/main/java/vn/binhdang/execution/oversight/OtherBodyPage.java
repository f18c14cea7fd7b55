package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mission of another body.
 * @param saved sentence on what was just stored; empty otherwise
 * @param plans whether the actor writes down what came of it, now
 * @param decision its number and day; what follows may be empty
 * @param conclusion its number and day; null until it is recorded
 */
public record OtherBodyPage(
        String path,
        OversightKind kind,
        String subject,
        Phase phase,
        String days,
        String saved,
        boolean plans,
        String cancelReason,
        String body,
        String basis,
        Paper decision,
        @Nullable Paper conclusion,
        String summary,
        List<MissionPage.Visit> visits,
        List<MissionPage.Recommendation> recommendations,
        String unit,
        @Nullable String unitMistake,
        Conclusion form,
        String version,
        String accepted,
        String limit) {

    /**
     * @param arrival number in the book of incoming documents; empty when none was noted
     * @param fileHref of the scan; empty when there is none
     */
    public record Paper(String words, String arrival, String fileHref) {}

    /** What was typed of the conclusion. */
    public record Conclusion(
            String number,
            String day,
            String arrival,
            String summary,
            boolean overtaken,
            Map<String, String> mistakes) {
        @Nullable
        public String mistake(String field) {
            return mistakes.get(field);
        }
    }
}
