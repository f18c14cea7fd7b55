package vn.binhdang.statistics.indicator.expression;

import java.util.ArrayList;
import java.util.List;

/** A part of a formula. Whether it gives a number or a condition is known when it is read. */
sealed interface Node {
    /** The cells below, each once. */
    default List<CellRef> cells() {
        var found = new ArrayList<CellRef>();
        for (var part : parts()) for (var cell : part.cells()) if (!found.contains(cell)) found.add(cell);
        return found;
    }

    List<? extends Node> parts();

    sealed interface Num extends Node {
        Result value(Lookup cells);
    }

    sealed interface Cond extends Node {
        Verdict verdict(Lookup cells);
    }

    /** @param text as typed, without its sign */
    record Constant(Fraction number, String text, Result.Value value) implements Num {
        Constant(Fraction number, String text) {
            this(number, text, new Result.Value(number));
        }

        @Override
        public Result value(Lookup cells) {
            return value;
        }

        @Override
        public List<Node> parts() {
            return List.of();
        }
    }

    record Cell(int index, CellRef ref) implements Num {
        @Override
        public Result value(Lookup cells) {
            return cells.at(index);
        }

        @Override
        public List<CellRef> cells() {
            return List.of(ref);
        }

        @Override
        public List<Node> parts() {
            return List.of();
        }
    }

    record Negation(Num of) implements Num {
        @Override
        public Result value(Lookup cells) {
            return switch (of.value(cells)) {
                case Result.Value(var number) -> new Result.Value(number.negated());
                case NoValue none -> none;
            };
        }

        @Override
        public List<Node> parts() {
            return List.of(of);
        }
    }

    enum Operator {
        PLUS("+", 5),
        MINUS("-", 5),
        TIMES("*", 6),
        OVER("/", 6);

        final String sign;
        final int rank;

        Operator(String sign, int rank) {
            this.sign = sign;
            this.rank = rank;
        }
    }

    record Arithmetic(Operator operator, Num left, Num right) implements Num {
        @Override
        public Result value(Lookup cells) {
            var a = left.value(cells);
            var b = right.value(cells);
            if (!(a instanceof Result.Value(var x)) || !(b instanceof Result.Value(var y))) return lacking(a, b);
            return switch (operator) {
                case PLUS -> new Result.Value(x.plus(y));
                case MINUS -> new Result.Value(x.minus(y));
                case TIMES -> new Result.Value(x.times(y));
                case OVER ->
                    y.isZero()
                            ? NoValue.because(Reason.DIVISION_BY_ZERO, right.cells())
                            : new Result.Value(x.dividedBy(y));
            };
        }

        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    record Choice(Cond condition, Num then, Num otherwise) implements Num {
        @Override
        public Result value(Lookup cells) {
            return switch (condition.verdict(cells)) {
                case Verdict.Known(boolean holds) -> holds ? then.value(cells) : otherwise.value(cells);
                case NoValue none -> none;
            };
        }

        @Override
        public List<Node> parts() {
            return List.of(condition, then, otherwise);
        }
    }

    record Call(Function function, List<Num> arguments) implements Num {
        @Override
        public Result value(Lookup cells) {
            return function.value(arguments, cells);
        }

        @Override
        public List<Num> parts() {
            return arguments;
        }
    }

    record Truth(boolean holds) implements Cond {
        @Override
        public Verdict verdict(Lookup cells) {
            return Verdict.of(holds);
        }

        @Override
        public List<Node> parts() {
            return List.of();
        }
    }

    enum Relation {
        EQUAL("=="),
        DIFFERENT("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case DIFFERENT -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    record Comparison(Relation relation, Num left, Num right) implements Cond {
        @Override
        public Verdict verdict(Lookup cells) {
            var a = left.value(cells);
            var b = right.value(cells);
            return a instanceof Result.Value(var x) && b instanceof Result.Value(var y)
                    ? Verdict.of(relation.holds(x.compareTo(y)))
                    : lacking(a, b);
        }

        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    /** What is false is false whatever the missing part would be; likewise what holds already of "or". */
    record Both(Cond left, Cond right) implements Cond {
        @Override
        public Verdict verdict(Lookup cells) {
            var a = left.verdict(cells);
            if (a.equals(Verdict.FAILS)) return a;
            var b = right.verdict(cells);
            if (b.equals(Verdict.FAILS)) return b;
            return unless(a, b, Verdict.HOLDS);
        }

        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    record Either(Cond left, Cond right) implements Cond {
        @Override
        public Verdict verdict(Lookup cells) {
            var a = left.verdict(cells);
            if (a.equals(Verdict.HOLDS)) return a;
            var b = right.verdict(cells);
            if (b.equals(Verdict.HOLDS)) return b;
            return unless(a, b, Verdict.FAILS);
        }

        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    record Not(Cond of) implements Cond {
        @Override
        public Verdict verdict(Lookup cells) {
            return switch (of.verdict(cells)) {
                case Verdict.Known(boolean holds) -> Verdict.of(!holds);
                case NoValue none -> none;
            };
        }

        @Override
        public List<Node> parts() {
            return List.of(of);
        }
    }

    enum Presence {
        IS_NULL("isNull"),
        IS_NOT_NULL("isNotNull"),
        IS_MISSING("isMissing"),
        IS_NOT_APPLICABLE("isNotApplicable");

        final String word;

        Presence(String word) {
            this.word = word;
        }
    }

    record Asks(Presence what, Num of) implements Cond {
        @Override
        public Verdict verdict(Lookup cells) {
            var result = of.value(cells);
            return Verdict.of(
                    switch (what) {
                        case IS_NULL -> result instanceof NoValue;
                        case IS_NOT_NULL -> result instanceof Result.Value;
                        case IS_MISSING -> result instanceof NoValue none && none.reason() == Reason.MISSING;
                        case IS_NOT_APPLICABLE ->
                            result instanceof NoValue none && none.reason() == Reason.NOT_APPLICABLE;
                    });
        }

        @Override
        public List<Node> parts() {
            return List.of(of);
        }
    }

    private static NoValue lacking(Result a, Result b) {
        return switch (a) {
            case NoValue none -> b instanceof NoValue other ? none.and(other) : none;
            case Result.Value _ -> (NoValue) b;
        };
    }

    private static Verdict unless(Verdict a, Verdict b, Verdict known) {
        if (a instanceof NoValue none) return b instanceof NoValue other ? none.and(other) : none;
        return b instanceof NoValue ? b : known;
    }
}
