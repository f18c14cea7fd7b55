package vn.binhdang.organisation.event;

import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.UnitKind;

/**
 * What a unit is and what it is called.
 * @param symbolAbbreviation what stands for it in document symbols: SKHCN
 */
public record Naming(
        UnitKind kind,
        String name,
        @Nullable String shortName,
        @Nullable String symbolAbbreviation) {
    public Naming {
        name = name.strip();
        shortName = shortName == null || shortName.isBlank() ? null : shortName.strip();
        symbolAbbreviation =
                symbolAbbreviation == null || symbolAbbreviation.isBlank() ? null : symbolAbbreviation.strip();
        if (name.isEmpty()) throw new IllegalArgumentException("a unit without a name");
    }
}
