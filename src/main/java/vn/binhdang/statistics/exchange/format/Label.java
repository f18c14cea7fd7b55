package vn.binhdang.statistics.exchange.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name in both languages. English may be missing: then it is left out, since a Vietnamese word that claims to be English
 * would mislead the machine that chooses by language.
 */
public record Label(String vi, @Nullable String en) {

    public Label {
        vi = Texts.clean(vi);
        if (vi.isBlank()) throw new IllegalArgumentException("a name without words");
        en = en == null || en.isBlank() ? null : Texts.clean(en);
    }

    public static Label of(String vi, String en) {
        return new Label(vi, en);
    }

    /** For names that are the same in every language, such as those of places. */
    public static Label vietnamese(String vi) {
        return new Label(vi, null);
    }

    public Optional<String> english() {
        return Optional.ofNullable(en);
    }

    /** The words for a reader of that language; Vietnamese ones when there are no others. */
    public String in(String language) {
        return language.equals("en") && en != null ? en : vi;
    }
}
