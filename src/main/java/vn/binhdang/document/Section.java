package vn.binhdang.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A heading with those below it. {@code number} as printed: "I.", "1.", "a)"; null for an unnumbered heading. */
public record Section(
        @Nullable String number,
        String heading,
        List<Section> children,
        @Nullable Lines lines) {
    public Section {
        children = List.copyOf(children);
    }
}
