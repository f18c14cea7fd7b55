package vn.binhdang.execution.task;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task, ready to print.
 * @param heading number and the beginning of the text, for the title of the window
 * @param urgency "late", "soon" or empty
 * @param documentHref the issued document it stands in
 * @param sourceHref the lines of the document brought in; empty for a task written here or for who may not see it
 * @param form null for who has no part in the task or when the plan does not run
 * @param why there is no form: a sentence, or empty
 */
public record TaskPage(
        String planHref,
        String planSubject,
        String heading,
        String number,
        String text,
        State state,
        String share,
        String urgency,
        String urgencyWord,
        List<Fact> facts,
        String documentHref,
        String sourceHref,
        String sourceLine,
        @Nullable Form form,
        String why,
        String saved,
        List<ShownEvidence> evidence,
        List<Entry> history,
        Added added) {

    /**
     * What units added since the plan was issued.
     * @param openLeft that something is still open, said to the lead beside the form; empty when nothing is
     * @param handHref where the own unit hands it to one of its people; empty for who may not
     * @param subTaskHref where a sub-task is added; empty for who may not
     * @param dependencyHref where it is said what the task waits for; empty for who may not
     * @param detailHref where measure and cost are said; empty for who may not
     */
    public record Added(
            List<PartLine> parts,
            List<RoundLine> rounds,
            List<HandLine> hands,
            String handHref,
            List<SubLine> subTasks,
            String subTaskHref,
            List<DependencyLine> before,
            List<DependencyLine> after,
            String dependencyHref,
            String detailHref,
            String openLeft,
            Comments comments) {}

    /** @param words of its last report */
    public record PartLine(String unit, String stateMark, String stateWord, String when, String words) {}

    /** @param due empty for a round that has not begun */
    public record RoundLine(
            String name, String days, String stateMark, String stateWord, String urgency, String urgencyWord) {}

    public record HandLine(String unit, String person) {}

    /** @param doneAction closes it with one button; empty for who may not, and for what is closed */
    public record SubLine(
            String href,
            String text,
            String to,
            String due,
            String urgency,
            String urgencyWord,
            String stateMark,
            String stateWord,
            String words,
            String version,
            String doneAction) {}

    /**
     * Another task that this one waits for, or that waits for it.
     * @param warning that the days of the two contradict each other; empty when they do not
     * @param removeAction empty for who may not
     */
    public record DependencyLine(
            String href,
            String title,
            String due,
            String stateMark,
            String stateWord,
            String warning,
            String removeAction) {}

    /**
     * @param action empty for who may not say anything
     * @param typed what was typed when it could not be stored
     * @param seenAction empty unless somebody waits for an answer
     */
    public record Comments(
            List<Said> said, String action, String draftKey, String typed, String problem, String seenAction) {}

    public record Said(String who, String unit, String when, String words) {}

    public record State(String mark, String word) {}

    /** @param ofDocument words of the document or of people: Vietnamese on the English page too */
    public record Fact(String label, String value, boolean ofDocument) {}

    /**
     * @param draftKey under which the browser keeps what was typed; of one person and one task
     * @param saysState of the whole task; else of the part of the own unit
     * @param rounds empty for a task that does not recur
     * @param shareAsked a percentage means something here
     * @param counted label of the figure reached, from which the percentage follows; empty where nothing is counted
     * @param problems sentences by field
     * @param overtaken the form stood on an older version of the task, and nothing was stored
     * @param newer what somebody else reported since; null when nobody did
     */
    public record Form(
            String action,
            String draftKey,
            boolean saysState,
            List<Choice> states,
            String share,
            String words,
            String doneOn,
            String today,
            String noEvidenceReason,
            String version,
            String title,
            String link,
            String linkTitle,
            String linkDate,
            String back,
            boolean hasEvidence,
            String accepted,
            String limit,
            List<Arrived> arrived,
            List<RoundChoice> rounds,
            boolean shareAsked,
            String counted,
            String reached,
            Map<String, String> problems,
            boolean overtaken,
            @Nullable Entry newer) {

        /** Empty when nothing is wrong with the field. */
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }

        public boolean wrong(String field) {
            return problems.containsKey(field);
        }
    }

    /** A file that came before the form. */
    public record Arrived(String id, String name) {}

    public record RoundChoice(String value, String word, boolean chosen) {}

    public record Choice(String value, String mark, String word, boolean chosen) {}

    /** @param words as reported; empty where there are none */
    public record Entry(String when, String who, String unit, String deed, String words) {}
}
