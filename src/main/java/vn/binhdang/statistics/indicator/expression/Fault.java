package vn.binhdang.statistics.indicator.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the text of a formula and where.
 *
 * @param key of the sentence
 * @param from of the text, counted from 0
 * @param to after the last sign concerned; at the end of the text the same as {@code from}
 */
public record Fault(String key, List<Object> arguments, int from, int to) {
    private static final String FAMILY = "statistics.formula.fault.";

    public Fault {
        arguments = List.copyOf(arguments);
    }

    static Fault of(int from, int to, String word, Object... arguments) {
        return new Fault(FAMILY + word, Arrays.asList(arguments), from, to);
    }

    /** Ends the reading of a text: what comes after a fault of its form cannot be understood. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Found(int from, int to, String word, @Nullable Object... arguments) {
            super(word, null, false, false);
            this.fault = of(from, to, word, arguments);
        }

        Fault fault() {
            return fault;
        }
    }
}
