package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param saved sentence on what was just stored; empty otherwise
 * @param prepares whether days, team and units can be changed by the actor now
 * @param plans whether the actor plans missions at all
 * @param adds whether people can be added to the team now: to the decision, or to a supplement once that is issued
 * @param supplement people who wait for a decision that adds them; null when nobody does
 * @param mayDecide whether a decision can be drafted now
 * @param caution what whoever decides has to look at first; null: nothing
 */
public record MissionPage(
        String path,
        OversightKind kind,
        String subject,
        Phase phase,
        String days,
        String saved,
        boolean prepares,
        boolean plans,
        boolean cancellable,
        String cancelReason,
        @Nullable Paper decision,
        @Nullable Paper conclusion,
        boolean mayDecide,
        boolean mayConclude,
        @Nullable String caution,
        List<Member> team,
        List<Visit> visits,
        List<Recommendation> recommendations,
        Search search,
        Form form,
        String unit,
        @Nullable String unitMistake,
        boolean adds,
        @Nullable Supplement supplement) {

    /** @param words number and day, or the state */
    public record Paper(String href, String words, String mark) {}

    /**
     * @param note since when and by which decision they came, or why they left
     * @param endAction empty when the actor cannot end it
     * @param plainly taken off the list without a reason
     */
    public record Member(String name, boolean leads, String note, String endAction, boolean plainly) {}

    /** @param paper the decision that is being prepared; null while it is not drafted */
    public record Supplement(@Nullable Paper paper, String draftAction) {}

    public record Visit(
            String href, String unit, String visited, int findings, String cancelReason, String dropAction) {}

    public record Recommendation(
            String href, String text, String unit, String due, RecommendationState state, boolean overdue) {}

    /** @param found people to choose from; empty before a name is typed */
    public record Search(String who, boolean searched, List<Found> found) {}

    public record Found(String person, String name, String office) {}

    /** @param mistakes field to sentence */
    public record Form(
            String subject,
            String from,
            String to,
            String checklist,
            List<Choice> checklists,
            String version,
            boolean overtaken,
            Map<String, String> mistakes) {
        @Nullable
        public String mistake(String field) {
            return mistakes.get(field);
        }
    }

    public record Choice(String id, String label, boolean chosen) {}
}
