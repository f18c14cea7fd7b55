package vn.binhdang.statistics.collection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule as people write it: sums on both sides of a comparison.
 * <pre>
 * STAFF[SEX=F] &lt;= STAFF                  a figure of this form, or of another form of the unit for the same period
 * *[SEX=F] + *[SEX=M] &lt;= *               the same for every element and all other categories that the form asks
 * STAFF &lt;= 2 * STAFF@-1                  the period before; @-4 four periods before
 * </pre>
 *
 * @param terms of both sides, those of the right with the sign turned
 * @param constant on the right
 */
record RuleText(List<Term> terms, Comparison comparison, BigDecimal constant, int leftTerms) {

    enum Comparison {
        AT_MOST("<="),
        LESS("<"),
        AT_LEAST(">="),
        MORE(">"),
        EQUAL("=");

        final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        boolean holds(int compared) {
            return switch (this) {
                case AT_MOST -> compared <= 0;
                case LESS -> compared < 0;
                case AT_LEAST -> compared >= 0;
                case MORE -> compared > 0;
                case EQUAL -> compared == 0;
            };
        }
    }

    /**
     * @param any stands for every element: {@code asked} has none
     * @param back how many periods before
     */
    record Term(BigDecimal factor, boolean any, Asked asked, int back) {}

    private static final Pattern SIDES =
            Pattern.compile("([^<>=≤≥\\[\\]]*(?:\\[[^\\]]*\\][^<>=≤≥\\[\\]]*)*)(<=|>=|≤|≥|<|>|=)(.*)");
    private static final Pattern TERM = Pattern.compile("\\s*([+-])?\\s*(?:(\\d+(?:[.,]\\d+)?)\\s*\\*\\s*)?(?:(\\*|"
            + Asked.ELEMENT + ")\\s*(" + Asked.CATEGORIES + ")?\\s*(?:@-(\\d{1,2}))?|(\\d+(?:[.,]\\d+)?))\\s*");

    RuleText {
        terms = List.copyOf(terms);
    }

    /** Empty for what cannot be understood. */
    static Optional<RuleText> read(String text) {
        var sides = SIDES.matcher(text.strip());
        if (!sides.matches()) return Optional.empty();
        var terms = new ArrayList<Term>();
        var left = side(sides.group(1), BigDecimal.ONE, terms);
        int leftTerms = terms.size();
        var right = side(sides.group(3), BigDecimal.ONE.negate(), terms);
        if (left.isEmpty() || right.isEmpty() || terms.isEmpty()) return Optional.empty();
        var comparison = switch (sides.group(2)) {
            case "<=", "≤" -> Comparison.AT_MOST;
            case ">=", "≥" -> Comparison.AT_LEAST;
            case "<" -> Comparison.LESS;
            case ">" -> Comparison.MORE;
            default -> Comparison.EQUAL;
        };
        return Optional.of(
                new RuleText(terms, comparison, left.get().add(right.get()).negate(), leftTerms));
    }

    /** @return the sum of its plain numbers */
    private static Optional<BigDecimal> side(String text, BigDecimal sign, List<Term> terms) {
        if (text.isBlank()) return Optional.empty();
        var constant = BigDecimal.ZERO;
        var term = TERM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            term.region(at, text.length());
            if (!term.lookingAt() || term.end() == at || (at > 0 && term.group(1) == null)) return Optional.empty();
            var factor = "-".equals(term.group(1)) ? sign.negate() : sign;
            if (term.group(2) != null) factor = factor.multiply(number(term.group(2)));
            if (term.group(6) != null) {
                constant = constant.add(factor.multiply(number(term.group(6))));
            } else {
                boolean any = term.group(3).equals("*");
                String categories = term.group(4) == null ? "[]" : term.group(4);
                var asked = Asked.read((any ? "" : term.group(3)) + categories);
                if (asked.isEmpty()) return Optional.empty();
                int back = term.group(5) == null ? 0 : Integer.parseInt(term.group(5));
                terms.add(new Term(factor, any, asked.get(), back));
            }
            at = term.end();
        }
        return Optional.of(constant);
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(',', '.'));
    }
}
