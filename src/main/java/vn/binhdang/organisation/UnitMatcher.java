package vn.binhdang.organisation;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * Tells which unit a document means by its printed words: by name, short name, abbreviation or alias, without regard to
 * case, diacritics and punctuation ("Văn phòng Sở", "VĂN PHÒNG", "VP"). Two units with the same words match neither: a
 * wrong unit is worse than a question.
 */
public final class UnitMatcher {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}&]+");

    private final Map<String, @Nullable UnitId> units = new HashMap<>();

    public UnitMatcher(List<Unit> units, Map<UnitId, List<String>> aliases) {
        for (Unit unit : units) {
            add(unit.name(), unit.id());
            if (unit.shortName() != null) add(unit.shortName(), unit.id());
            if (unit.symbolAbbreviation() != null) add(unit.symbolAbbreviation(), unit.id());
            for (String alias : aliases.getOrDefault(unit.id(), List.of())) add(alias, unit.id());
        }
    }

    public Optional<UnitId> match(String printed) {
        return Optional.ofNullable(units.get(fold(printed)));
    }

    /** Whether any unit is called so, be it one or several. */
    public boolean knows(String printed) {
        return units.containsKey(fold(printed));
    }

    /** Lower case, no diacritics (đ becomes d), single spaces. */
    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        plain = plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return NOT_WORDS.matcher(plain).replaceAll(" ").strip();
    }

    private void add(String words, UnitId unit) {
        String key = fold(words);
        if (units.containsKey(key) && !unit.equals(units.get(key))) units.put(key, null);
        else units.put(key, unit);
    }
}
