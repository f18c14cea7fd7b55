package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.web.Text;

/** Figures in words. */
record Printing(Text t, Numbers numbers) {
    Printing(Text t) {
        this(t, new Numbers(t));
    }

    FigurePage.Value value(Result result, int decimals) {
        return switch (result) {
            case Result.Value known -> new FigurePage.Value(numbers.print(known.rounded(decimals), decimals), null);
            case NoValue none -> new FigurePage.Value("–", t.of(none.reason().messageKey()));
        };
    }

    static @Nullable BigDecimal drawn(Result result, int decimals) {
        return result instanceof Result.Value known ? known.rounded(decimals) : null;
    }

    String reported(Figure figure) {
        return t.of("statistics.figure.reported", numbers.print(figure.reported()), numbers.print(figure.expected()));
    }

    /** Numerator or denominator; "–" when there is none. */
    String part(@Nullable Result result) {
        return result instanceof Result.Value known
                ? numbers.plain(known.number().toDecimal().setScale(2, RoundingMode.HALF_UP))
                : "–";
    }

    /** "≥ 60". */
    String goal(Goal goal) {
        return goal.printed(numbers::plain);
    }
}
