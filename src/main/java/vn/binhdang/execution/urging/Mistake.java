package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/** Something in a form that has to be mended, beside its field. */
record Mistake(String field, String key, List<Object> arguments) {
    Mistake {
        arguments = List.copyOf(arguments);
    }

    static Mistake of(String field, String key, Object... arguments) {
        return new Mistake(field, key, List.of(arguments));
    }

    static @Nullable String of(List<Mistake> mistakes, String field, Text t) {
        return mistakes.stream()
                .filter(mistake -> mistake.field().equals(field))
                .findFirst()
                .map(mistake -> t.of(mistake.key(), mistake.arguments().toArray()))
                .orElse(null);
    }
}
