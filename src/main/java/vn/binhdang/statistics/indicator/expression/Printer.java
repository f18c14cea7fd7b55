package vn.binhdang.statistics.indicator.expression;

import java.text.NumberFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.binhdang.web.Text;

/** Writes a formula again: for machines in one way only, for people in the words of their language. */
abstract sealed class Printer {
    private static final String WORDS = "statistics.formula.words.";
    private static final int TIGHTEST = 9;

    static String canonical(Node node) {
        return new Canonical().print(node);
    }

    static String inWords(Node node, Text t, Function<CellRef, String> names) {
        return new InWords(t, names).print(node);
    }

    String print(Node node) {
        return switch (node) {
            case Node.Constant constant -> constant(constant);
            case Node.Cell cell -> cell(cell.ref());
            case Node.Truth(boolean holds) -> truth(holds);
            case Node.Negation(var of) -> minus() + within(of, TIGHTEST);
            case Node.Not(var of) -> not(within(of, TIGHTEST));
            case Node.Arithmetic(var operator, var left, var right) ->
                between(sign(operator), within(left, operator.rank), within(right, operator.rank + 1));
            case Node.Comparison(var relation, var left, var right) ->
                between(sign(relation), within(left, 5), within(right, 5));
            case Node.Both(var left, var right) -> between(and(), within(left, 2), within(right, 3));
            case Node.Either(var left, var right) -> between(or(), within(left, 1), within(right, 2));
            case Node.Choice(var condition, var then, var otherwise) -> call("if", List.of(condition, then, otherwise));
            case Node.Call(var function, var arguments) -> call(function.word, arguments);
            case Node.Asks(var what, var of) -> call(what.word, List.of(of));
        };
    }

    private String within(Node node, int least) {
        return rank(node) < least ? "(" + print(node) + ")" : print(node);
    }

    private static int rank(Node node) {
        return switch (node) {
            case Node.Either _ -> 1;
            case Node.Both _ -> 2;
            case Node.Not _ -> 3;
            case Node.Comparison _ -> 4;
            case Node.Arithmetic(var operator, var _, var _) -> operator.rank;
            case Node.Negation _ -> 7;
            case Node.Constant _, Node.Cell _, Node.Truth _, Node.Choice _, Node.Call _, Node.Asks _ -> TIGHTEST;
        };
    }

    private static String between(String sign, String left, String right) {
        return left + " " + sign + " " + right;
    }

    abstract String constant(Node.Constant constant);

    abstract String cell(CellRef ref);

    abstract String truth(boolean holds);

    abstract String minus();

    abstract String not(String of);

    abstract String sign(Node.Operator operator);

    abstract String sign(Node.Relation relation);

    abstract String and();

    abstract String or();

    abstract String call(String word, List<? extends Node> arguments);

    private static final class Canonical extends Printer {
        @Override
        String constant(Node.Constant constant) {
            return constant.number().toDecimal().toPlainString();
        }

        @Override
        String cell(CellRef ref) {
            return ref.toString();
        }

        @Override
        String truth(boolean holds) {
            return Boolean.toString(holds);
        }

        @Override
        String minus() {
            return "-";
        }

        @Override
        String not(String of) {
            return "not " + of;
        }

        @Override
        String sign(Node.Operator operator) {
            return operator.sign;
        }

        @Override
        String sign(Node.Relation relation) {
            return relation.sign;
        }

        @Override
        String and() {
            return "and";
        }

        @Override
        String or() {
            return "or";
        }

        @Override
        String call(String word, List<? extends Node> arguments) {
            return word + arguments.stream().map(this::print).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    private static final class InWords extends Printer {
        private final Text t;
        private final Function<CellRef, String> names;

        InWords(Text t, Function<CellRef, String> names) {
            this.t = t;
            this.names = names;
        }

        @Override
        String constant(Node.Constant constant) {
            var format = NumberFormat.getInstance(t.locale());
            format.setMaximumFractionDigits(20);
            return format.format(constant.number().toDecimal());
        }

        @Override
        String cell(CellRef ref) {
            return "“" + names.apply(ref) + "”";
        }

        @Override
        String truth(boolean holds) {
            return t.of(WORDS + holds);
        }

        @Override
        String minus() {
            return "−";
        }

        @Override
        String not(String of) {
            return t.of(WORDS + "not", of);
        }

        @Override
        String sign(Node.Operator operator) {
            return switch (operator) {
                case PLUS -> "+";
                case MINUS -> "−";
                case TIMES -> "×";
                case OVER -> "÷";
            };
        }

        @Override
        String sign(Node.Relation relation) {
            return switch (relation) {
                case EQUAL -> "=";
                case DIFFERENT -> "≠";
                case LESS -> "<";
                case AT_MOST -> "≤";
                case MORE -> ">";
                case AT_LEAST -> "≥";
            };
        }

        @Override
        String and() {
            return t.of(WORDS + "and");
        }

        @Override
        String or() {
            return t.of(WORDS + "or");
        }

        @Override
        String call(String word, List<? extends Node> arguments) {
            var words = arguments.stream().map(this::print).toList();
            return switch (word) {
                case "if" -> t.of(WORDS + "if", words.toArray());
                case "round" ->
                    words.size() == 1
                            ? t.of(WORDS + "roundWhole", words.getFirst())
                            : t.of(WORDS + "round", words.toArray());
                default -> t.of(WORDS + word, String.join("; ", words));
            };
        }
    }
}
