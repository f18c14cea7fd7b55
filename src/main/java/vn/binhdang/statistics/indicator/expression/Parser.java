package vn.binhdang.statistics.indicator.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.expression.Node.Cond;
import vn.binhdang.statistics.indicator.expression.Node.Num;
import vn.binhdang.statistics.indicator.expression.Node.Operator;
import vn.binhdang.statistics.indicator.expression.Node.Presence;
import vn.binhdang.statistics.indicator.expression.Node.Relation;

/**
 * Reads the text of one formula. A mistake of form ends the reading, for what follows cannot be understood; unknown
 * elements and categories are gathered, so that all of them are told at once.
 */
final class Parser {
    static final int LONGEST = 4_000;
    static final int DEEPEST = 40;
    /** Numbers, names and signs together; keeps the deepest tree within the stack of any thread. */
    static final int MOST_WORDS = 1_000;

    private static final int MOST_PLACES = 9;
    /** "100.000" is a hundred thousand to one reader and a hundred to another. */
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");

    private static final Pattern DIGITS_GROUPED_TWICE = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9.]*");
    private static final Pattern ELEMENT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CATEGORY = Pattern.compile("(?:([A-Z][A-Z0-9_]*)=)?([A-Z0-9][A-Z0-9_]*)");

    private enum Kind {
        NUMBER,
        REFERENCE,
        WORD,
        SIGN,
        END
    }

    private record Token(Kind kind, String text, int from, int to) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean word(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }
    }

    private record Part<T extends Node>(T node, int from, int to) {}

    private final String text;
    private final @Nullable Elements elements;
    private final List<Token> tokens;
    private final List<Fault> faults = new ArrayList<>();
    private final List<CellRef> cells = new ArrayList<>();
    private int next;
    private int depth;

    private Parser(String text, @Nullable Elements elements) {
        this.text = text;
        this.elements = elements;
        this.tokens = tokens(text);
    }

    static Expression.Reading read(String text, @Nullable Elements elements) {
        try {
            if (text.isBlank()) throw new Fault.Found(0, text.length(), "empty");
            if (text.length() > LONGEST) throw new Fault.Found(LONGEST, text.length(), "tooLong", LONGEST);
            var parser = new Parser(text, elements);
            if (parser.tokens.size() > MOST_WORDS)
                throw new Fault.Found(parser.tokens.get(MOST_WORDS).from(), text.length(), "tooMuch", MOST_WORDS);
            var part = parser.either();
            parser.end();
            return parser.faults.isEmpty()
                    ? new Expression.Reading(new Expression(part.node(), parser.cells), List.of())
                    : new Expression.Reading(null, parser.faults);
        } catch (Fault.Found found) {
            return new Expression.Reading(null, List.of(found.fault()));
        }
    }

    // From the loosest to the tightest: or, and, not, comparison, sum, product, sign.

    private Part<? extends Node> either() {
        Part<? extends Node> left = both();
        while (token().word("or") || token().is("||")) {
            next++;
            var right = both();
            left = new Part<>(
                    new Node.Either(condition(left).node(), condition(right).node()), left.from(), right.to());
        }
        return left;
    }

    private Part<? extends Node> both() {
        Part<? extends Node> left = not();
        while (token().word("and") || token().is("&&")) {
            next++;
            var right = not();
            left = new Part<>(
                    new Node.Both(condition(left).node(), condition(right).node()), left.from(), right.to());
        }
        return left;
    }

    private Part<? extends Node> not() {
        var sign = token();
        if (!sign.word("not") && !sign.is("!")) return comparison();
        next++;
        deeper(sign);
        var of = condition(not());
        depth--;
        return new Part<>(new Node.Not(of.node()), sign.from(), of.to());
    }

    private Part<? extends Node> comparison() {
        var left = sum();
        var relation = relation(token());
        if (relation == null) return left;
        next++;
        var right = sum();
        var again = token();
        if (relation(again) != null) throw new Fault.Found(again.from(), again.to(), "chained", again.text());
        return new Part<>(
                new Node.Comparison(relation, number(left).node(), number(right).node()), left.from(), right.to());
    }

    private static @Nullable Relation relation(Token token) {
        if (token.kind() != Kind.SIGN) return null;
        return switch (token.text()) {
            case "=", "==" -> Relation.EQUAL;
            case "!=", "<>", "≠" -> Relation.DIFFERENT;
            case "<" -> Relation.LESS;
            case "<=", "≤" -> Relation.AT_MOST;
            case ">" -> Relation.MORE;
            case ">=", "≥" -> Relation.AT_LEAST;
            default -> null;
        };
    }

    private Part<? extends Node> sum() {
        Part<? extends Node> left = product();
        while (token().is("+") || token().is("-")) {
            var operator = token().is("+") ? Operator.PLUS : Operator.MINUS;
            next++;
            left = arithmetic(operator, left, product());
        }
        return left;
    }

    private Part<? extends Node> product() {
        Part<? extends Node> left = signed();
        while (token().is("*") || token().is("/")) {
            var operator = token().is("*") ? Operator.TIMES : Operator.OVER;
            next++;
            left = arithmetic(operator, left, signed());
        }
        return left;
    }

    private static Part<Num> arithmetic(Operator operator, Part<? extends Node> left, Part<? extends Node> right) {
        return new Part<>(
                new Node.Arithmetic(operator, number(left).node(), number(right).node()), left.from(), right.to());
    }

    private Part<? extends Node> signed() {
        var sign = token();
        if (!sign.is("-") && !sign.is("+")) return primary();
        next++;
        deeper(sign);
        var of = number(signed());
        depth--;
        return new Part<>(sign.is("-") ? new Node.Negation(of.node()) : of.node(), sign.from(), of.to());
    }

    private Part<? extends Node> primary() {
        var token = token();
        next++;
        return switch (token.kind()) {
            case NUMBER -> new Part<>(constant(token), token.from(), token.to());
            case REFERENCE -> new Part<>(cell(token), token.from(), token.to());
            case WORD -> word(token);
            case END -> throw new Fault.Found(token.from(), token.to(), "tooShort");
            case SIGN -> {
                if (!token.is("(")) throw new Fault.Found(token.from(), token.to(), "unexpected", token.text());
                deeper(token);
                var inner = either();
                depth--;
                yield new Part<>(inner.node(), token.from(), close(token));
            }
        };
    }

    private Part<? extends Node> word(Token word) {
        String name = word.text();
        if (name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false"))
            return new Part<>(new Node.Truth(name.equalsIgnoreCase("true")), word.from(), word.to());
        if (!token().is("(")) {
            if (Function.named(name) != null || name.equalsIgnoreCase("if") || presence(name) != null)
                throw new Fault.Found(word.from(), word.to(), "withoutArguments", name);
            throw new Fault.Found(word.from(), word.to(), "bareWord", name);
        }
        var open = token();
        next++;
        deeper(open);
        var arguments = arguments(open);
        depth--;
        int to = tokens.get(next - 1).to();
        if (name.equalsIgnoreCase("if")) {
            count(word, arguments, 3, 3);
            return new Part<>(
                    new Node.Choice(
                            condition(arguments.get(0)).node(),
                            number(arguments.get(1)).node(),
                            number(arguments.get(2)).node()),
                    word.from(),
                    to);
        }
        var presence = presence(name);
        if (presence != null) {
            count(word, arguments, 1, 1);
            return new Part<>(
                    new Node.Asks(presence, number(arguments.getFirst()).node()), word.from(), to);
        }
        var function = Function.named(name);
        if (function == null) throw new Fault.Found(word.from(), word.to(), "unknownFunction", name);
        count(word, arguments, function.least, function.most);
        if (function == Function.ROUND && arguments.size() == 2) places(arguments.get(1));
        return new Part<>(
                new Node.Call(
                        function,
                        arguments.stream()
                                .<Num>map(argument -> number(argument).node())
                                .toList()),
                word.from(),
                to);
    }

    private static @Nullable Presence presence(String name) {
        for (var presence : Presence.values()) if (presence.word.equalsIgnoreCase(name)) return presence;
        return null;
    }

    private List<Part<? extends Node>> arguments(Token open) {
        var arguments = new ArrayList<Part<? extends Node>>();
        if (token().is(")")) {
            next++;
            return arguments;
        }
        while (true) {
            arguments.add(either());
            if (!token().is(",") && !token().is(";")) break;
            next++;
        }
        close(open);
        return arguments;
    }

    private static void count(Token word, List<?> arguments, int least, int most) {
        if (arguments.size() >= least && arguments.size() <= most) return;
        if (least == most)
            throw new Fault.Found(word.from(), word.to(), "arguments", word.text(), least, arguments.size());
        if (most == Integer.MAX_VALUE) throw new Fault.Found(word.from(), word.to(), "argumentsAtLeast", word.text());
        throw new Fault.Found(word.from(), word.to(), "argumentsBetween", word.text(), least, most, arguments.size());
    }

    /** A number of places is written out, so that whoever reads the formula knows how it is rounded. */
    private static void places(Part<? extends Node> part) {
        if (part.node() instanceof Num num && isWhole(num) && Math.abs(whole(num)) <= MOST_PLACES) return;
        throw new Fault.Found(part.from(), part.to(), "places", MOST_PLACES);
    }

    private static boolean isWhole(Num num) {
        return num instanceof Node.Constant(var number, var _, var _)
                        && number.toString().matches("[0-9]{1,3}")
                || num instanceof Node.Negation(var of) && of instanceof Node.Constant && isWhole(of);
    }

    /** The places of a rounding, read once they are known to be good. */
    static int whole(Num num) {
        return switch (num) {
            case Node.Constant(var number, var _, var _) -> number.toDecimal(0).intValueExact();
            case Node.Negation(var of) -> -whole(of);
            case Node.Cell _, Node.Arithmetic _, Node.Choice _, Node.Call _ ->
                throw new IllegalStateException("no written number");
        };
    }

    private Token token() {
        return tokens.get(next);
    }

    private int close(Token open) {
        var token = token();
        if (token.kind() == Kind.END) throw new Fault.Found(open.from(), open.to(), "notClosed");
        if (!token.is(")")) throw surplus(token);
        next++;
        return token.to();
    }

    private void end() {
        if (token().kind() != Kind.END) throw surplus(token());
    }

    private Fault.Found surplus(Token token) {
        if (token.is(")")) return new Fault.Found(token.from(), token.to(), "closedTwice");
        var before = tokens.get(next - 1);
        boolean number = before.kind() == Kind.NUMBER;
        if (token.is(",") && number && tokens.get(next + 1).kind() == Kind.NUMBER)
            return new Fault.Found(
                    before.from(),
                    tokens.get(next + 1).to(),
                    "decimalComma",
                    before.text() + "." + tokens.get(next + 1).text());
        if (number && token.kind() == Kind.NUMBER)
            return new Fault.Found(before.from(), token.to(), "spacedNumber", before.text() + token.text());
        if (token.kind() == Kind.SIGN) return new Fault.Found(token.from(), token.to(), "unexpected", token.text());
        return new Fault.Found(token.from(), token.to(), "noOperator", token.text());
    }

    private void deeper(Token at) {
        if (++depth > DEEPEST) throw new Fault.Found(at.from(), at.to(), "tooDeep", DEEPEST);
    }

    private static Part<Num> number(Part<? extends Node> part) {
        if (part.node() instanceof Num num) return new Part<>(num, part.from(), part.to());
        throw new Fault.Found(part.from(), part.to(), "numberWanted");
    }

    private static Part<Cond> condition(Part<? extends Node> part) {
        if (part.node() instanceof Cond cond) return new Part<>(cond, part.from(), part.to());
        throw new Fault.Found(part.from(), part.to(), "conditionWanted");
    }

    private static Num constant(Token token) {
        if (GROUPED.matcher(token.text()).matches())
            throw new Fault.Found(
                    token.from(),
                    token.to(),
                    "twoReadings",
                    token.text(),
                    token.text().replace(".", ""),
                    token.text() + "0");
        if (DIGITS_GROUPED_TWICE.matcher(token.text()).matches())
            throw new Fault.Found(
                    token.from(),
                    token.to(),
                    "grouped",
                    token.text(),
                    token.text().replace(".", ""));
        if (token.text().endsWith(".")) throw new Fault.Found(token.from(), token.to(), "unexpected", token.text());
        return new Node.Constant(Fraction.of(new BigDecimal(token.text())), token.text());
    }

    private Num cell(Token token) {
        var ref = ref(token);
        int at = cells.indexOf(ref);
        if (at < 0) {
            at = cells.size();
            cells.add(ref);
        }
        return new Node.Cell(at, ref);
    }

    private CellRef ref(Token token) {
        String inside = token.text().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        int dot = inside.indexOf('.');
        String code = dot < 0 ? inside : inside.substring(0, dot);
        if (!ELEMENT.matcher(code).matches() || dot == inside.length() - 1)
            throw new Fault.Found(token.from(), token.to(), "reference", token.text());
        List<String> parts =
                dot < 0 ? List.of() : List.of(inside.substring(dot + 1).split(";", -1));
        for (String part : parts)
            if (!CATEGORY.matcher(part).matches())
                throw new Fault.Found(token.from(), token.to(), "reference", token.text());
        if (elements == null) return new CellRef(code, String.join(";", parts));
        var shape = elements.find(code);
        if (shape == null) {
            String near = nearest(code);
            faults.add(
                    near == null
                            ? Fault.of(token.from(), token.to(), "unknownElement", code)
                            : Fault.of(token.from(), token.to(), "unknownElementNear", code, near));
            return new CellRef(code, "");
        }
        return new CellRef(code, combination(token, shape, parts));
    }

    private String combination(Token token, Elements.Shape shape, List<String> parts) {
        var chosen = new TreeMap<Integer, String>();
        for (String part : parts) {
            var match = CATEGORY.matcher(part);
            if (!match.matches()) throw new IllegalStateException(part);
            @Nullable String named = match.group(1);
            String category = match.group(2);
            var places = new ArrayList<Integer>();
            for (int i = 0; i < shape.dimensions().size(); i++) {
                var dimension = shape.dimensions().get(i);
                if ((named == null || dimension.code().equals(named))
                        && dimension.categories().contains(category)) places.add(i);
            }
            if (places.size() > 1) {
                faults.add(Fault.of(token.from(), token.to(), "ambiguousCategory", category, shape.code()));
            } else if (places.isEmpty()) {
                faults.add(unknownCategory(token, shape, part));
            } else {
                int at = places.getFirst();
                String full = shape.dimensions().get(at).code() + "=" + category;
                if (chosen.putIfAbsent(at, full) != null)
                    faults.add(Fault.of(
                            token.from(),
                            token.to(),
                            "dimensionTwice",
                            shape.dimensions().get(at).code()));
            }
        }
        return String.join(";", chosen.values());
    }

    private static Fault unknownCategory(Token token, Elements.Shape shape, String part) {
        if (shape.dimensions().isEmpty())
            return Fault.of(token.from(), token.to(), "notDisaggregated", shape.code(), part);
        var known = new ArrayList<String>();
        for (var dimension : shape.dimensions())
            for (String category : dimension.categories()) known.add(dimension.code() + "=" + category);
        return Fault.of(token.from(), token.to(), "unknownCategory", part, shape.code(), String.join(", ", known));
    }

    private @Nullable String nearest(String code) {
        if (elements == null) return null;
        return elements.codes().stream()
                .filter(other -> distance(code, other) <= Math.max(1, code.length() / 4))
                .min(Comparator.comparingInt((String other) -> distance(code, other))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static List<Token> tokens(String text) {
        var found = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                at++;
                continue;
            }
            int from = at;
            if (c == '#') {
                int end = text.indexOf('}', at);
                if (at + 1 >= text.length() || text.charAt(at + 1) != '{' || end < 0)
                    throw new Fault.Found(from, text.length(), "referenceNotClosed");
                found.add(new Token(Kind.REFERENCE, text.substring(at + 2, end), from, end + 1));
                at = end + 1;
            } else if (digit(c)) {
                while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.')) at++;
                found.add(new Token(Kind.NUMBER, text.substring(from, at), from, at));
            } else if (Character.isLetter(c) || c == '_') {
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_'))
                    at++;
                found.add(new Token(Kind.WORD, text.substring(from, at), from, at));
            } else {
                String sign = sign(text, at);
                at += sign.length();
                found.add(new Token(Kind.SIGN, plain(sign), from, at));
            }
        }
        found.add(new Token(Kind.END, "", text.length(), text.length()));
        return found;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String sign(String text, int at) {
        for (String two : List.of("<=", ">=", "==", "!=", "<>", "&&", "||")) if (text.startsWith(two, at)) return two;
        String one = text.substring(at, text.offsetByCodePoints(at, 1));
        if ("+-*/()<>=!,;×÷·−–≤≥≠:".contains(one)) return one;
        throw new Fault.Found(at, at + one.length(), one.equals("%") ? "percent" : "unknownSign", one);
    }

    /** Typed by a word processor or copied from a document. */
    private static String plain(String sign) {
        return switch (sign) {
            case "×", "·" -> "*";
            case "÷", ":" -> "/";
            case "−", "–" -> "-";
            default -> sign;
        };
    }
}
