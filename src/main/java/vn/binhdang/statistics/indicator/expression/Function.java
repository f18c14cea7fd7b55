package vn.binhdang.statistics.indicator.expression;

import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.expression.Node.Num;

/** The functions of numbers. Those of conditions (if, isNull …) are read by {@link Parser} itself. */
enum Function {
    MIN("min", 1, Integer.MAX_VALUE),
    MAX("max", 1, Integer.MAX_VALUE),
    SUM("sum", 1, Integer.MAX_VALUE),
    ABS("abs", 1, 1),
    ROUND("round", 1, 2),
    FLOOR("floor", 1, 1),
    CEIL("ceil", 1, 1),
    FIRST_NON_NULL("firstNonNull", 1, Integer.MAX_VALUE);

    final String word;
    final int least;
    final int most;

    Function(String word, int least, int most) {
        this.word = word;
        this.least = least;
        this.most = most;
    }

    /** Also by the names that other systems have for it. */
    static @Nullable Function named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (var function : values()) if (function.word.toLowerCase(Locale.ROOT).equals(lower)) return function;
        return switch (lower) {
            case "least" -> MIN;
            case "greatest" -> MAX;
            case "coalesce" -> FIRST_NON_NULL;
            case "ceiling" -> CEIL;
            default -> null;
        };
    }

    Result value(List<Num> arguments, Lookup cells) {
        return switch (this) {
            case FIRST_NON_NULL -> firstNonNull(arguments, cells);
            case MIN, MAX, SUM -> folded(arguments, cells);
            case ABS, ROUND, FLOOR, CEIL ->
                switch (arguments.getFirst().value(cells)) {
                    case NoValue none -> none;
                    case Result.Value(var number) -> new Result.Value(of(number, arguments));
                };
        };
    }

    private Fraction of(Fraction number, List<Num> arguments) {
        return switch (this) {
            case ABS -> number.abs();
            case FLOOR -> number.toWhole(RoundingMode.FLOOR);
            case CEIL -> number.toWhole(RoundingMode.CEILING);
            case ROUND -> number.rounded(arguments.size() == 1 ? 0 : Parser.whole(arguments.get(1)));
            case MIN, MAX, SUM, FIRST_NON_NULL -> throw new IllegalStateException(word);
        };
    }

    /** Every argument must be there: the sum of what some reported is not the sum. */
    private Result folded(List<Num> arguments, Lookup cells) {
        @Nullable Fraction so = null;
        @Nullable NoValue none = null;
        for (var argument : arguments)
            switch (argument.value(cells)) {
                case NoValue lacking -> none = none == null ? lacking : none.and(lacking);
                case Result.Value(var number) -> so = so == null ? number : folded(so, number);
            }
        if (none != null) return none;
        return new Result.Value(java.util.Objects.requireNonNull(so));
    }

    private Fraction folded(Fraction a, Fraction b) {
        return switch (this) {
            case MIN -> a.compareTo(b) <= 0 ? a : b;
            case MAX -> a.compareTo(b) >= 0 ? a : b;
            case SUM -> a.plus(b);
            case ABS, ROUND, FLOOR, CEIL, FIRST_NON_NULL -> throw new IllegalStateException(word);
        };
    }

    private static Result firstNonNull(List<Num> arguments, Lookup cells) {
        @Nullable NoValue none = null;
        for (var argument : arguments)
            switch (argument.value(cells)) {
                case Result.Value value -> {
                    return value;
                }
                case NoValue lacking -> none = none == null ? lacking : none.and(lacking);
            }
        return java.util.Objects.requireNonNull(none);
    }
}
