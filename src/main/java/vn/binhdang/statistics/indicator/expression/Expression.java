package vn.binhdang.statistics.indicator.expression;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.expression.Node.Cond;
import vn.binhdang.statistics.indicator.expression.Node.Num;
import vn.binhdang.web.Text;

/**
 * A formula or a condition, read and checked. It holds no state and may be used by many threads.
 *
 * @see "docs/decisions/0025-formulas-and-the-catalogue.md"
 */
public final class Expression {
    private final Node root;
    private final List<CellRef> cells;

    Expression(Node root, List<CellRef> cells) {
        this.root = root;
        this.cells = List.copyOf(cells);
    }

    /** @param expression null when there are faults */
    public record Reading(@Nullable Expression expression, List<Fault> faults) {
        public Reading {
            faults = List.copyOf(faults);
        }

        /** A formula must give a number; where it does not, that is a fault too. */
        public Reading asNumber() {
            return expression == null || expression.root instanceof Num
                    ? this
                    : new Reading(null, List.of(Fault.of(0, 0, "numberWanted")));
        }

        /** A rule must be a condition. */
        public Reading asCondition() {
            return expression == null || expression.root instanceof Cond
                    ? this
                    : new Reading(null, List.of(Fault.of(0, 0, "conditionWanted")));
        }
    }

    /** Reads what somebody typed, for a number or a condition. */
    public static Reading read(String text, Elements elements) {
        return Parser.read(text, elements);
    }

    /** Reads a text without knowing the elements: its form alone is checked. */
    public static Reading read(String text) {
        return Parser.read(text, null);
    }

    /**
     * One that was checked before it was stored.
     *
     * @throws IllegalArgumentException when it cannot be read after all
     */
    public static Expression of(String stored) {
        return checked(stored, read(stored));
    }

    /**
     * The same of one that gives a number.
     *
     * @throws IllegalArgumentException also for a condition
     */
    public static Expression ofNumber(String stored) {
        return checked(stored, read(stored).asNumber());
    }

    private static Expression checked(String stored, Reading reading) {
        if (reading.expression() == null)
            throw new IllegalArgumentException("formula %s: %s"
                    .formatted(stored, reading.faults().getFirst().key()));
        return reading.expression();
    }

    /** The cells it needs, each once, in the order in which they first appear. */
    public List<CellRef> cells() {
        return cells;
    }

    /** @throws IllegalStateException for a condition */
    public Result value(Lookup found) {
        if (root instanceof Num num) return num.value(found);
        throw new IllegalStateException("a condition: " + this);
    }

    /** For few evaluations; for many, bind each of {@link #cells()} once. */
    public Result valueWith(Function<CellRef, Result> found) {
        return value(cell -> found.apply(cells.get(cell)));
    }

    /** @throws IllegalStateException for a number */
    public Verdict verdict(Lookup found) {
        if (root instanceof Cond cond) return cond.verdict(found);
        throw new IllegalStateException("a number: " + this);
    }

    public Verdict verdictWith(Function<CellRef, Result> found) {
        return verdict(cell -> found.apply(cells.get(cell)));
    }

    public boolean isCondition() {
        return root instanceof Cond;
    }

    /**
     * Does it give the same whether the cells of many units are added first, or its value for each unit is computed and
     * these are added? True for sums of cells times constants. Where it is false ("how many have at least one") it must be
     * computed for each unit alone.
     */
    public boolean isAdditive() {
        return root instanceof Num num && Degree.of(num) == Degree.LINEAR;
    }

    /** The one way of writing it; reading that again gives the same. */
    @Override
    public String toString() {
        return Printer.canonical(root);
    }

    /**
     * In words of the reader: "Lãnh đạo là nữ ÷ Lãnh đạo".
     *
     * @param names what a cell is called
     */
    public String inWords(Text t, Function<CellRef, String> names) {
        return Printer.inWords(root, t, names);
    }

    private enum Degree {
        CONSTANT,
        LINEAR,
        OTHER;

        static Degree of(Num num) {
            return switch (num) {
                case Node.Constant _ -> CONSTANT;
                case Node.Cell _ -> LINEAR;
                case Node.Negation(var of) -> of(of);
                case Node.Choice _ -> OTHER;
                case Node.Arithmetic(var operator, var left, var right) ->
                    switch (operator) {
                        case PLUS, MINUS -> alike(of(left), of(right));
                        case TIMES -> product(of(left), of(right));
                        case OVER -> of(right) == CONSTANT ? of(left) : OTHER;
                    };
                case Node.Call(var function, var arguments) ->
                    switch (function) {
                        case SUM ->
                            arguments.stream()
                                    .map(Degree::of)
                                    .reduce(Degree::alike)
                                    .orElse(OTHER);
                        case FIRST_NON_NULL -> orZero(arguments);
                        case MIN, MAX, ABS, ROUND, FLOOR, CEIL -> OTHER;
                    };
            };
        }

        private static Degree alike(Degree a, Degree b) {
            return a == b ? a : OTHER;
        }

        private static Degree product(Degree a, Degree b) {
            if (a == CONSTANT) return b;
            return b == CONSTANT ? a : OTHER;
        }

        /** What is missing adds nothing, neither before nor after. */
        private static Degree orZero(List<Num> arguments) {
            return arguments.size() == 2
                            && arguments.getFirst() instanceof Node.Cell
                            && arguments.get(1) instanceof Node.Constant(var number, var _, var _)
                            && number.isZero()
                    ? LINEAR
                    : OTHER;
        }
    }

    /** The elements it speaks of, each once. */
    public List<String> elements() {
        return cells.stream().map(CellRef::element).distinct().collect(Collectors.toList());
    }
}
