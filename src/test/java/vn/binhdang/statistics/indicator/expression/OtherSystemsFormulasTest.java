package vn.binhdang.statistics.indicator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.hisp.dhis.lib.expression.ExpressionMode;
import org.hisp.dhis.lib.expression.spi.ExpressionData;
import org.hisp.dhis.lib.expression.spi.ID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The same random formulas, read and computed here and by the parser of DHIS2. Where both say what is meant they must
 * agree; where they are meant to differ, the difference must be the one that was decided (decision 0025): a missing part,
 * a division by zero, and binary fractions, which the other system rounds and we do not.
 */
class OtherSystemsFormulasTest {
    private static final int MANY = 20_000;
    private static final List<String> ELEMENTS =
            List.of("LEADERSWOME", "STAFFALLSEX", "TRAINEDONES", "BODIESTOTAL", "MEETINGHELD");
    private static final List<String> CATEGORIES = List.of("", ".FEMALES0001", ".MALESONLY02");
    private static final double NEAR = 1e-9;

    private final Random random = new Random(3_757_518);

    /** What the other system answers: a number, or that it does not know. */
    private record Other(@Nullable Double number, @Nullable String refusal) {}

    @Test
    void agree_wherever_they_are_meant_to() {
        int agree = 0;
        int weSayWhy = 0;
        int unknownToBoth = 0;
        var apart = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            var cells = cells(1.0);
            String formula = number(1 + random.nextInt(4));
            var expression = Objects.requireNonNull(Expression.read(formula).expression(), formula);
            var ours = ours(expression, cells);
            var theirs = theirs(formula, cells);
            assertThat(ours(Expression.of(expression.toString()), cells)).isEqualTo(ours);
            switch (ours) {
                case Result.Value(var number) -> {
                    if (theirs.number() != null && near(number.toDecimal().doubleValue(), theirs.number())) agree++;
                    else apart.add(formula + " " + cells + ": " + number + " and " + theirs);
                }
                case NoValue none -> {
                    if (theirs.number() == null || !Double.isFinite(theirs.number())) unknownToBoth++;
                    else if (none.causes().stream().allMatch(c -> c.reason() == Reason.DIVISION_BY_ZERO)) weSayWhy++;
                    else apart.add(formula + " " + cells + ": " + none + " and " + theirs);
                }
            }
        }
        System.out.printf(
                "formulas beside DHIS2: %,d compared, %,d agree, %,d without a value in both (theirs infinite or not a"
                        + " number), %,d divisions by zero that they carry on with, %,d apart%n",
                MANY, agree, unknownToBoth, weSayWhy, apart.size());
        assertThat(apart).isEmpty();
        assertThat(agree).isGreaterThan(MANY * 8 / 10);
    }

    @Test
    void conditions_agree() {
        int agree = 0;
        var apart = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            var cells = cells(1.0);
            String formula = "if(" + condition(1 + random.nextInt(3)) + ", 1, 0)";
            var ours = ours(Expression.of(formula), cells);
            var theirs = theirs(formula, cells);
            if (ours instanceof Result.Value(var number)
                    && theirs.number() != null
                    && number.toDecimal().doubleValue() == theirs.number()) agree++;
            else apart.add(formula + " " + cells + ": " + ours + " and " + theirs);
        }
        System.out.printf("conditions beside DHIS2: %,d compared, %,d agree, %,d apart%n", MANY, agree, apart.size());
        assertThat(apart).isEmpty();
    }

    /** Mistakes of form: both must refuse. */
    @Test
    void both_refuse_what_is_no_formula() {
        int both = 0;
        var apart = new ArrayList<String>();
        for (int i = 0; i < MANY / 4; i++) {
            String broken = broken(number(2));
            boolean ours = Expression.read(broken).expression() == null;
            boolean theirs = theirs(broken, cells(1.0)).refusal() != null;
            if (ours && theirs) both++;
            else if (!ours) apart.add(broken);
        }
        System.out.printf("broken formulas beside DHIS2: %,d refused by both, %,d only by us%n", both, MANY / 4 - both);
        assertThat(apart).isEmpty();
    }

    @Test
    void missing_parts_differ_only_as_decided() {
        int bothUnknown = 0;
        int theyCarryOn = 0;
        int theyGiveUp = 0;
        int agree = 0;
        var apart = new ArrayList<String>();
        for (int i = 0; i < MANY / 4; i++) {
            var cells = cells(0.6);
            String formula = number(1 + random.nextInt(3));
            var ours = ours(Expression.of(formula), cells);
            var theirs = theirs(formula, cells);
            switch (ours) {
                case Result.Value(var number) -> {
                    if (theirs.number() != null && near(number.toDecimal().doubleValue(), theirs.number())) agree++;
                    // They compute a branch that is not taken, too, and fail on what is missing there.
                    else if (theirs.refusal() != null) theyGiveUp++;
                    else apart.add(formula + " " + cells + ": " + number + " and " + theirs);
                }
                case NoValue _ -> {
                    if (theirs.number() == null || !Double.isFinite(theirs.number())) bothUnknown++;
                    else theyCarryOn++;
                }
            }
        }
        System.out.printf(
                "missing parts beside DHIS2: %,d compared, %,d agree, %,d unknown to both, %,d where they carry on, %,d"
                        + " where a branch not taken stops them, %,d apart%n",
                MANY / 4, agree, bothUnknown, theyCarryOn, theyGiveUp, apart.size());
        assertThat(apart).isEmpty();
    }

    /**
     * Chains such as a / b * 100 and a - b + c: from the left, as everybody learns at school and as the expression language
     * of Spring does. DHIS2's parser (1.1.0) reads them from the right, a / (b * 100): counted here, and not copied.
     */
    @Test
    void chains_are_read_from_the_left() {
        int agree = 0;
        int otherwise = 0;
        var apart = new ArrayList<String>();
        var parser = new org.springframework.expression.spel.standard.SpelExpressionParser();
        for (int i = 0; i < MANY / 4; i++) {
            var cells = cells(1.0);
            var chain = new StringBuilder(cell());
            for (int n = random.nextInt(1, 6); n > 0; n--)
                chain.append(List.of(" + ", "-", " * ", "/").get(random.nextInt(4)))
                        .append(cell());
            var context = new org.springframework.expression.spel.support.StandardEvaluationContext();
            cells.forEach((name, value) -> context.setVariable(name.replace(".", "_"), value));
            String spel = chain.toString().replace("#{", "#").replace("}", "").replace(".", "_");
            double left = Objects.requireNonNull(parser.parseExpression(spel).getValue(context, Double.class));
            var theirs = theirs(chain.toString(), cells);
            switch (ours(Expression.of(chain.toString()), cells)) {
                case Result.Value(var number) -> {
                    if (near(number.toDecimal().doubleValue(), left)) agree++;
                    else apart.add(chain + " " + cells + ": " + number + " and " + left);
                    if (theirs.number() == null || !near(left, theirs.number())) otherwise++;
                }
                case NoValue _ -> {
                    if (!Double.isFinite(left)) agree++;
                    else apart.add(chain + " " + cells + ": no value and " + left);
                }
            }
        }
        System.out.printf(
                "chains beside Spring's expressions: %,d compared, %,d agree, %,d apart; DHIS2 reads %,d of them from"
                        + " the right%n",
                MANY / 4, agree, apart.size(), otherwise);
        assertThat(apart).isEmpty();
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= NEAR * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    /** Halves and quarters: both systems hold these without rounding. */
    private Map<String, Double> cells(double filled) {
        var cells = new HashMap<String, Double>();
        for (String element : ELEMENTS)
            for (String category : CATEGORIES)
                if (random.nextDouble() < filled) cells.put(element + category, random.nextInt(-40, 400) / 4.0);
        return cells;
    }

    private String cell() {
        return "#{" + ELEMENTS.get(random.nextInt(5)) + CATEGORIES.get(random.nextInt(3)) + "}";
    }

    /** Signs of different kinds always stand apart by brackets: {@link #chains_are_read_from_the_left} tells why. */
    private String number(int deep) {
        if (deep == 0) return random.nextInt(3) == 0 ? literal() : cell();
        int less = deep - 1;
        return switch (random.nextInt(13)) {
            case 0, 1 -> part(less) + plus() + part(less);
            case 2 -> part(less) + " * " + part(less);
            case 3 -> part(less) + " / " + part(less);
            case 4 -> part(less) + " + " + part(less) + " + " + part(less);
            case 5 -> part(less) + plus() + part(less) + " * " + part(less);
            case 6 -> "-(" + number(less) + ")";
            case 7 -> "if(" + condition(less) + "," + number(less) + ", " + number(less) + ")";
            case 8 -> "greatest(" + number(less) + ", " + number(less) + ")";
            case 9 -> "least(" + number(less) + ", " + number(less) + ", " + literal() + ")";
            case 10 -> "firstNonNull(" + cell() + ", " + number(less) + ")";
            case 11 -> "(" + part(less) + "/" + cell() + ")*100";
            default -> cell();
        };
    }

    private String part(int deep) {
        return switch (random.nextInt(3)) {
            case 0 -> cell();
            case 1 -> literal();
            default -> "(" + number(deep) + ")";
        };
    }

    private String plus() {
        return random.nextBoolean() ? " + " : "-";
    }

    private String literal() {
        return switch (random.nextInt(3)) {
            case 0 -> String.valueOf(random.nextInt(20));
            case 1 -> random.nextInt(20) + ".5";
            default -> random.nextInt(9) + ".25";
        };
    }

    /** Compares what both hold exactly: no divisions on its sides. */
    private String condition(int deep) {
        if (deep <= 0) return exact() + relation() + exact();
        int less = deep - 1;
        return switch (random.nextInt(7)) {
            case 0, 1 -> condition(less) + " and " + condition(less);
            case 2 -> condition(less) + " || " + condition(less);
            case 3 -> "not (" + condition(less) + ")";
            case 4 -> "(" + condition(less) + ")";
            case 5 -> (random.nextBoolean() ? "isNull(" : "isNotNull(") + cell() + ")";
            default -> exact() + relation() + exact();
        };
    }

    private String exact() {
        return switch (random.nextInt(5)) {
            case 0 -> cell() + " + " + cell();
            case 1 -> cell() + " * " + literal();
            case 2 -> literal();
            default -> cell();
        };
    }

    private String relation() {
        return List.of(" < ", "<=", " > ", " >= ", " == ", "!=").get(random.nextInt(6));
    }

    private String broken(String formula) {
        return switch (random.nextInt(5)) {
            case 0 -> formula + " +";
            case 1 -> "(" + formula;
            case 2 -> formula + ")";
            case 3 -> "* " + formula;
            default -> "nothing(" + formula + ")";
        };
    }

    private static Result ours(Expression expression, Map<String, Double> cells) {
        return expression.valueWith(ref -> {
            String combination = ref.combination();
            var found = cells.get(combination.isEmpty() ? ref.element() : ref.element() + "." + combination);
            return found == null
                    ? NoValue.because(Reason.MISSING, ref)
                    : Result.of(Fraction.of(java.math.BigDecimal.valueOf(found)));
        });
    }

    private static Other theirs(String formula, Map<String, Double> cells) {
        try {
            var expression =
                    new org.hisp.dhis.lib.expression.Expression(formula, ExpressionMode.INDICATOR_EXPRESSION, false);
            var values = new HashMap<org.hisp.dhis.lib.expression.spi.DataItem, Object>();
            for (var item : expression.collectDataItems()) {
                String key = item.getUid0().getValue();
                for (ID id : item.getUid1()) key += "." + id.getValue();
                var value = cells.get(key);
                if (value != null) values.put(item, value);
            }
            var answer = expression.evaluate(
                    name -> {
                        throw new IllegalStateException(name);
                    },
                    new ExpressionData(Map.of(), Map.of(), Map.of(), values, Map.of()));
            if (answer == null) return new Other(null, null);
            if (answer instanceof Boolean truth) return new Other(truth ? 1.0 : 0.0, null);
            return new Other(((Number) answer).doubleValue(), null);
        } catch (RuntimeException refused) {
            return new Other(null, String.valueOf(refused));
        }
    }
}
