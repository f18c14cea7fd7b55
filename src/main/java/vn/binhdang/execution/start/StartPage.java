package vn.binhdang.execution.start;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page after sign-in, ready to print.
 * @param place the own unit and the day
 * @param saved after a fast update; empty otherwise
 * @param duties what waits for this very person: to do, to read, to approve, to answer; groups without anything are left out
 * @param inHand documents that wait for the office; empty for everybody else
 * @param red of the agency or of the own area; null for who only works on the tasks of the own unit
 * @param own null for who works in no unit on tasks (heads)
 */
public record StartPage(
        String place,
        String saved,
        List<Offer> actions,
        List<DutyGroup> duties,
        List<InHand> inHand,
        @Nullable Red red,
        @Nullable Own own,
        List<PlanLine> plans) {

    public record Offer(String href, String word, boolean first) {}

    /**
     * @param more that only the first of a kind are shown, in words; empty when all are
     * @param allHref the page of all of them with what was done before; empty where there is none
     */
    public record DutyGroup(
            String id, String heading, String count, List<DutyLine> items, String more, String allHref) {}

    /**
     * @param kind what it is, in a word or two
     * @param mark "late", "soon", "red" or empty
     * @param toRead id of the document, for the button that says it is read; empty for other work
     */
    public record DutyLine(
            String href, String kind, String title, String due, String mark, String markWord, String toRead) {}

    /** @param moreHref all of this state, when there are more than shown; else empty */
    public record InHand(String stateMark, String heading, int count, List<DocumentLine> documents, String moreHref) {}

    public record DocumentLine(String href, String title, String facts) {}

    /**
     * @param none what is said when nothing is red
     * @param opened the units lie open; many are folded, so that the page stays short
     * @param more words of the link to the list of all
     */
    public record Red(
            String heading,
            String summary,
            String none,
            boolean opened,
            List<RedUnit> units,
            String more,
            String givenUp) {}

    public record RedUnit(String name, List<Work> tasks) {}

    public record Own(String summary, String none, List<Section> sections, String more, String unitHref) {}

    public record Section(String heading, List<Work> tasks) {}

    /**
     * @param part "phối hợp" for a coordinating unit; empty for the lead
     * @param quick null where a fast update is not offered: a coordinating unit, a long list, another's task
     */
    public record Work(
            String href,
            String title,
            String planHref,
            String plan,
            String due,
            String urgency,
            String urgencyWord,
            String stateMark,
            String stateWord,
            String share,
            String part,
            String words,
            @Nullable Quick quick) {}

    public record Quick(
            String id,
            String action,
            String draftKey,
            String version,
            String share,
            List<State> states,
            String accepted,
            String limit) {}

    public record State(String value, String mark, String word, boolean chosen) {}

    public record PlanLine(String href, String subject, String facts, int done, int tasks) {}
}
