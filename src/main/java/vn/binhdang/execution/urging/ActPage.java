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

    /**
     * @param href of the task; empty when it is a report or not for the reader
     * @param form null for who does not answer
     * @param hearHref where the office writes down what it heard; empty for others
     */
    public record Item(
            String id,
            String href,
            String text,
            String due,
            String state,
            String answer,
            String answerMark,
            List<Said> answers,
            @Nullable Form form,
            String hearHref) {}

    /**
     * @param when who answered, and when
     * @param heard how the office heard it; empty for what was answered in the product
     * @param withdrawn by whom it was taken out of the count; empty for what counts
     * @param correctHref empty when it is not for the reader to correct
     */
    public record Said(String what, String words, String when, String heard, String withdrawn, String correctHref) {}

    public record Form(String action, ReplyFields fields) {}
}
