package vn.binhdang.statistics.indicator.expression;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements that a formula may speak of. */
public interface Elements {
    /** @return null when there is none of this code */
    @Nullable
    Shape find(String code);

    /** For hints at what was meant. */
    Collection<String> codes();

    /** @param dimensions in the order of the element */
    record Shape(String code, List<Dimension> dimensions) {}

    record Dimension(String code, List<String> categories) {}
}
