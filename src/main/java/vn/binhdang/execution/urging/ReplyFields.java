package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/**
 * The fields of an answer, with what was typed.
 * @param suffix tells the fields of several forms on one page apart
 */
public record ReplyFields(
        String suffix,
        String answer,
        String promisedOn,
        String words,
        @Nullable String answerMistake,
        @Nullable String dayMistake,
        @Nullable String wordsMistake) {
    static ReplyFields of(String suffix, ReplyForm typed, List<Mistake> mistakes, Text t) {
        return new ReplyFields(
                suffix,
                typed.answer(),
                typed.promisedOn(),
                typed.words(),
                Mistake.of(mistakes, "answer", t),
                Mistake.of(mistakes, "promisedOn", t),
                Mistake.of(mistakes, "words", t));
    }
}
