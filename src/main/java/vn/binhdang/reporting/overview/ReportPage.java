package vn.binhdang.reporting.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.Finding;
import vn.binhdang.reporting.compilation.ReportOutline;

/**
 * @param moment the data hold for: "10:05 14/12/2024"
 * @param outdated the tasks have gone on since; only asked while the report can still follow them
 * @param edit address of the editor; null for who may not write now
 * @param findings of a draft, for those who write or sign it
 * @param done what was just done: "compiled", "refreshed"
 */
public record ReportPage(
        String address,
        String document,
        String subject,
        DocumentState state,
        String number,
        Plan plan,
        String period,
        String window,
        List<String> addressees,
        String moment,
        boolean outdated,
        @Nullable String edit,
        List<Finding> findings,
        List<Figure> figures,
        List<TaskRow> tasks,
        List<IssuedRow> documents,
        List<RuleRow> rules,
        String otherHeading,
        @Nullable String done) {

    public record Plan(String href, String subject) {}

    /** @param key last part of the message key of its label */
    public record Figure(int value, String key) {}

    /**
     * A task as it stands in the report.
     * @param text its beginning
     * @param mark and word of its state
     * @param late word for a deadline that was not kept; empty when it was
     * @param result the words of the report, Vietnamese
     * @param heading "II.2. …", Vietnamese
     * @param keyword that led there; empty when none did
     */
    public record TaskRow(
            String id,
            String href,
            String number,
            String text,
            String lead,
            String mark,
            String word,
            String late,
            String result,
            List<String> evidence,
            String heading,
            String keyword) {}

    public record IssuedRow(String href, String numberAndSymbol, String day, String subject) {}

    /** @param heading as printed */
    public record RuleRow(String keyword, String heading, String reason) {
        static RuleRow of(ReportOutline.Rule rule, String heading) {
            return new RuleRow(rule.keyword(), heading, rule.reason());
        }
    }
}
