package vn.binhdang.operations.state;

import java.util.List;
import vn.binhdang.web.Text;

/**
 * One thing that was looked at. Its words are {@code operations.state.<key>} (name), {@code .value} and, when something
 * is to be done, {@code .<level>}.
 * @param values of both sentences; {@link Shown} ones are printed in the reader's language
 */
public record Fact(String key, Level level, List<Object> values) {
    private static final String PREFIX = "operations.state.";

    static Fact of(String key, Level level, Object... values) {
        return new Fact(key, level, List.of(values));
    }

    public String name(Text t) {
        return t.of(PREFIX + key);
    }

    public String value(Text t) {
        return t.of(PREFIX + key + ".value", printed(t));
    }

    /** What to do; empty when nothing is. */
    public String advice(Text t) {
        String advice = PREFIX + key + "." + level.word();
        return t.has(advice) ? t.of(advice, printed(t)) : "";
    }

    private Object[] printed(Text t) {
        return values.stream()
                .map(value -> value instanceof Shown shown ? shown.in(t) : value)
                .toArray();
    }
}
