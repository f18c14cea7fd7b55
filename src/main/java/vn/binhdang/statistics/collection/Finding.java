package vn.binhdang.statistics.collection;

import java.util.List;
import java.util.function.Function;
import vn.binhdang.web.Text;

/**
 * What a rule has to say about figures.
 *
 * @param rule code of the rule; "lowest", "highest", "required" and "computed" are those every form has
 * @param slots the figures it speaks of, at least one
 * @param words the sentence
 */
public record Finding(Severity severity, String rule, List<Integer> slots, Function<Text, String> words) {
    public Finding {
        slots = List.copyOf(slots);
    }

    public String sentence(Text t) {
        return words.apply(t);
    }

    /** What a note on it is kept under: the rule and the first figure. */
    public String mark() {
        return rule + ":" + slots.getFirst();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
