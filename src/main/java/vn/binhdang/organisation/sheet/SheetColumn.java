package vn.binhdang.organisation.sheet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.web.Text;

/**
 * One column of a table.
 * @param needed whether an empty cell is a mistake, and a file without the column is refused
 * @param choices what may stand in a cell; empty when anything may
 */
public record SheetColumn(String key, boolean needed, Kind kind, List<Choice> choices) {
    /** What may be written for the choices of a column: asked for every row, worked out once. */
    private static final Map<List<Choice>, Map<String, String>> WORDS = new ConcurrentHashMap<>();

    public enum Kind {
        TEXT,
        DATE,
        NUMBER,
        YES_OR_NO,
        CHOICE
    }

    /** @param constant what the code calls it; @param messageKey what people call it */
    public record Choice(String constant, String messageKey) {}

    public SheetColumn {
        choices = List.copyOf(choices);
    }

    public static SheetColumn text(String key, boolean needed) {
        return new SheetColumn(key, needed, Kind.TEXT, List.of());
    }

    public static SheetColumn date(String key, boolean needed) {
        return new SheetColumn(key, needed, Kind.DATE, List.of());
    }

    public static SheetColumn number(String key, boolean needed) {
        return new SheetColumn(key, needed, Kind.NUMBER, List.of());
    }

    public static SheetColumn yesOrNo(String key, boolean needed) {
        return new SheetColumn(key, needed, Kind.YES_OR_NO, List.of());
    }

    /** One of the constants, written as its text in either language; case and diacritics do not matter. */
    public static <E extends Enum<E>> SheetColumn choice(
            String key, boolean needed, Class<E> type, Function<E, String> messageKey) {
        return new SheetColumn(
                key,
                needed,
                Kind.CHOICE,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> new Choice(constant.name(), messageKey.apply(constant)))
                        .toList());
    }

    /** The constant whose text, in Vietnamese or English, is meant. */
    Optional<String> constantOf(String written) {
        var words = WORDS.computeIfAbsent(choices, SheetColumn::words);
        return Optional.ofNullable(words.getOrDefault(written, words.get(UnitMatcher.fold(written))));
    }

    private static Map<String, String> words(List<Choice> choices) {
        var words = new HashMap<String, String>();
        for (var choice : choices) {
            words.putIfAbsent(choice.constant(), choice.constant());
            for (var language : List.of(Text.VIETNAMESE, Text.ENGLISH))
                words.putIfAbsent(UnitMatcher.fold(Text.in(language).of(choice.messageKey())), choice.constant());
        }
        return words;
    }
}
