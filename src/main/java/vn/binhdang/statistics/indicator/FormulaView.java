package vn.binhdang.statistics.indicator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.Fault;
import vn.binhdang.web.Text;

/**
 * What a formula says, or what is wrong with it.
 *
 * @param words how it is computed, in the words of the reader; empty while it cannot be read
 * @param hints that forbid nothing
 */
public record FormulaView(
        String words, List<Mistake> numerator, List<Mistake> denominator, List<String> hints, boolean empty) {
    private static final int AROUND = 24;

    static final FormulaView NOTHING = new FormulaView("", List.of(), List.of(), List.of(), true);

    /** @param marked what is wrong, between what stands before and after it */
    public record Mistake(String sentence, String before, String marked, String after) {}

    /** Both parts read; null where one is missing or wrong. */
    record Read(@Nullable Expression numerator, @Nullable Expression denominator, FormulaView view) {}

    static Read of(
            Kind kind,
            String numerator,
            String denominator,
            int factor,
            OverUnits overUnits,
            CatalogueElements elements,
            Text t) {
        if (kind == Kind.GIVEN || numerator.isBlank() && denominator.isBlank()) return new Read(null, null, NOTHING);
        var above = Expression.read(numerator, elements).asNumber();
        var below = kind == Kind.RATIO ? Expression.read(denominator, elements).asNumber() : null;
        var view = new FormulaView(
                words(kind, above, below, factor, elements, t),
                mistakes(above, numerator, t),
                below == null ? List.of() : mistakes(below, denominator, t),
                hints(above, below, overUnits, t),
                false);
        return new Read(above.expression(), below == null ? null : below.expression(), view);
    }

    /** Of a stored one. */
    static String words(IndicatorVersion version, CatalogueElements elements, Text t) {
        if (version.formula() == null || version.numerator() == null) return "";
        var below = version.denominator() == null ? null : Expression.read(version.denominator());
        return words(version.kind(), Expression.read(version.numerator()), below, version.factor(), elements, t);
    }

    private static String words(
            Kind kind,
            Expression.Reading above,
            Expression.@Nullable Reading below,
            int factor,
            CatalogueElements elements,
            Text t) {
        if (above.expression() == null) return "";
        String over = above.expression().inWords(t, cell -> elements.name(cell, t.language()));
        if (kind != Kind.RATIO) return over;
        if (below == null || below.expression() == null) return "";
        String under = below.expression().inWords(t, cell -> elements.name(cell, t.language()));
        return factor == 1
                ? t.of("statistics.indicator.words.ratio", over, under)
                : t.of("statistics.indicator.words.ratioTimes", over, under, factor);
    }

    private static List<Mistake> mistakes(Expression.Reading reading, String text, Text t) {
        return reading.faults().stream().map(fault -> mistake(fault, text, t)).toList();
    }

    private static Mistake mistake(Fault fault, String text, Text t) {
        int from = Math.min(fault.from(), text.length());
        int to = Math.min(fault.to(), text.length());
        return new Mistake(
                t.of(fault.key(), fault.arguments().toArray()),
                text.substring(Math.max(0, from - AROUND), from),
                text.substring(from, to),
                text.substring(to, Math.min(text.length(), to + AROUND)));
    }

    private static List<String> hints(
            Expression.Reading above, Expression.@Nullable Reading below, OverUnits overUnits, Text t) {
        var hints = new ArrayList<String>();
        boolean additive = (above.expression() == null || above.expression().isAdditive())
                && (below == null
                        || below.expression() == null
                        || below.expression().isAdditive());
        if (!additive && overUnits == OverUnits.CELLS) hints.add(t.of("statistics.indicator.hint.notAdditive"));
        if (additive && overUnits == OverUnits.EACH) hints.add(t.of("statistics.indicator.hint.additive"));
        return hints;
    }

    public boolean good() {
        return !empty && numerator.isEmpty() && denominator.isEmpty();
    }
}
