package vn.binhdang.plan.importing;

import java.util.List;
import vn.binhdang.document.Finding;

/**
 * @param refusal why the file could not be read; empty unless it was refused
 * @param sameContent plans made earlier of the very same bytes
 * @param planHref editor of the plan made of it; empty when none was made
 * @param differenceHref the comparison with the version before; empty for a first version
 * @param doubtful it does not look like a plan with tasks
 */
public record ImportResultPage(
        String id,
        PlanImport.State state,
        String fileName,
        String size,
        String sha256,
        String when,
        String who,
        String refusal,
        List<SameContent> sameContent,
        String planHref,
        String differenceHref,
        List<Fact> facts,
        List<Remark> remarks,
        boolean doubtful) {

    public record SameContent(String when, String subject, String href) {}

    public record Fact(String label, String value) {}

    public record Remark(Finding.Severity severity, String severityWord, String sentence, String place) {}
}
