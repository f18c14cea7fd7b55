package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act: who urged whom for what, and what was answered.
 * @param facts label and value
 * @param letterHref the letter by which it goes; empty for other ways
 * @param dropHref where a letter that is not to be sent is let go; empty when there is none
 */
public record ActPage(
        List<Tab> tabs,
        String title,
        String state,
        String stateMark,
        String status,
        List<Fact> facts,
        String words,
        String letterHref,
        String dropHref,
        List<Item> items,
        boolean answerable) {
    public record Fact(String label, String value) {}

    /** @param href of the task; empty when it is a report or not for the reader */
    public record Item(
            String id,
            String href,
            String text,
            String due,
            String state,
            String answer,
            String answerMark,
            List<Said> answers,
            String action,
            Typed typed) {}

    public record Said(String what, String words, String when) {}

    /** What was typed and could not be taken. */
    public record Typed(
            String answer,
            String words,
            String promisedOn,
            @Nullable String answerMistake,
            @Nullable String wordsMistake,
            @Nullable String dayMistake) {
        static final Typed NOTHING = new Typed("", "", "", null, null, null);
    }
}
