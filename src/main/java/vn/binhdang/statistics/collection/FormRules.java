package vn.binhdang.statistics.collection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.web.Text;

/**
 * The rules of a version of a form, made ready: each a weighted sum of slots that is compared with a number. The page, the
 * Excel file and {@code POST /api/values} ask the same ones. A rule speaks only when all its figures are there; "not
 * applicable" counts as nothing, and where all are so it is silent.
 */
public final class FormRules {
    /** One comparison of slots; those with figures from elsewhere are completed for each submission. */
    record Line(
            FormDefinition.Rule rule,
            int[] slots,
            long[] factors,
            RuleText.Comparison comparison,
            long constant,
            int scale,
            List<Elsewhere> elsewhere,
            String about,
            String aboutEn) {}

    record Elsewhere(BigDecimal factor, String element, String combination, int back) {}

    private final Layout layout;
    private final List<Layout.Cell> cells;
    private final List<Line> within = new ArrayList<>();
    private final List<Line> between = new ArrayList<>();
    private final List<Layout.Fault> faults = new ArrayList<>();

    private FormRules(Layout layout) {
        this.layout = layout;
        cells = layout.cells();
    }

    static FormRules of(Layout layout, List<FormDefinition.Rule> rules, Catalogue catalogue) {
        var made = new FormRules(layout);
        for (var rule : rules) {
            var read = RuleText.read(rule.says());
            if (read.isEmpty()) {
                made.faults.add(new Layout.Fault("statistics.form.fault.rule", List.of(rule.code(), rule.says())));
                continue;
            }
            if (rule.nameVi().isBlank() || rule.nameEn().isBlank())
                made.faults.add(new Layout.Fault("statistics.form.fault.ruleWords", List.of(rule.code())));
            int before = made.within.size() + made.between.size();
            new Compiler(made, rule, read.get(), catalogue).compile();
            if (made.within.size() + made.between.size() == before)
                made.faults.add(new Layout.Fault("statistics.form.fault.ruleIdle", List.of(rule.code(), rule.says())));
        }
        return made;
    }

    List<Layout.Fault> faults() {
        return List.copyOf(faults);
    }

    /** The figures from elsewhere that rules compare with, each once. */
    List<Elsewhere> elsewhere() {
        return between.stream()
                .flatMap(line -> line.elsewhere.stream())
                .distinct()
                .toList();
    }

    /** Limits of cells and the rules within the form. */
    public List<Finding> check(Cells answers) {
        return check(answers, Outside.NOTHING);
    }

    /** Also the rules between forms and periods. */
    public List<Finding> check(Cells answers, Outside outside) {
        var findings = new ArrayList<Finding>();
        for (var cell : cells) limits(cell, answers, findings);
        for (var line : within) if (say(line, answers) instanceof Finding finding) findings.add(finding);
        if (outside != Outside.NOTHING)
            for (var line : between)
                if (completed(line, outside) instanceof Line ready && say(ready, answers) instanceof Finding finding)
                    findings.add(finding);
        return findings;
    }

    /** Of cells that have to be filled in, those of which nothing is said. */
    public List<Finding> missing(Cells answers) {
        var findings = new ArrayList<Finding>();
        for (var cell : cells)
            if (cell.required() && state(answers, cell.slot()) == CellState.MISSING)
                findings.add(new Finding(
                        Severity.ERROR,
                        "required",
                        List.of(cell.slot()),
                        t -> t.of("statistics.collection.finding.required", cell.name(t.language()))));
        return findings;
    }

    /** The rules as the page checks them while one types, with the figures from elsewhere in their place. */
    public List<Shown> lines(Outside outside, Text t) {
        var lines = new ArrayList<>(within);
        for (var line : between) if (completed(line, outside) instanceof Line ready) lines.add(ready);
        return lines.stream()
                .map(line -> new Shown(
                        line.rule.code() + ":" + line.slots[0],
                        line.rule.severity() == Severity.ERROR,
                        line.slots,
                        line.factors,
                        line.comparison.sign,
                        line.constant,
                        line.scale,
                        sentence(line, t)))
                .toList();
    }

    /**
     * A rule as a script reads it: factors times values, compared with a number.
     * @param mark as {@link Finding#mark}
     * @param scale factors and constant are whole numbers of 10^-scale
     */
    public record Shown(
            String mark,
            boolean error,
            int[] slots,
            long[] factors,
            String sign,
            long constant,
            int scale,
            String words) {}

    private static CellState state(Cells answers, int slot) {
        return slot < answers.slots() ? answers.state(slot) : CellState.MISSING;
    }

    private static void limits(Layout.Cell cell, Cells answers, List<Finding> findings) {
        if (state(answers, cell.slot()) != CellState.VALUE) return;
        long value = answers.value(cell.slot());
        if (cell.lowest() instanceof Long lowest && value < lowest) findings.add(limit("lowest", cell, lowest));
        if (cell.highest() instanceof Long highest && value > highest) findings.add(limit("highest", cell, highest));
    }

    private static Finding limit(String rule, Layout.Cell cell, long limit) {
        return new Finding(
                Severity.ERROR,
                rule,
                List.of(cell.slot()),
                t -> t.of(
                        "statistics.collection.finding." + rule,
                        cell.name(t.language()),
                        FigureText.print(limit, cell.decimals(), t)));
    }

    private @Nullable Finding say(Line line, Cells answers) {
        boolean any = false;
        for (int slot : line.slots)
            switch (state(answers, slot)) {
                case MISSING -> {
                    return null;
                }
                case VALUE -> any = true;
                case NOT_APPLICABLE -> {}
            }
        if (!any || line.comparison.holds(compare(line, answers))) return null;
        var slots = new ArrayList<Integer>();
        for (int slot : line.slots) slots.add(slot);
        return new Finding(line.rule.severity(), line.rule.code(), slots, t -> sentence(line, t));
    }

    private static int compare(Line line, Cells answers) {
        try {
            long sum = 0;
            for (int i = 0; i < line.slots.length; i++)
                if (answers.hasValue(line.slots[i]))
                    sum = Math.addExact(sum, Math.multiplyExact(line.factors[i], answers.value(line.slots[i])));
            return Long.compare(sum, line.constant);
        } catch (ArithmeticException tooLargeForALong) {
            var sum = BigInteger.ZERO;
            for (int i = 0; i < line.slots.length; i++)
                if (answers.hasValue(line.slots[i]))
                    sum = sum.add(BigInteger.valueOf(line.factors[i])
                            .multiply(BigInteger.valueOf(answers.value(line.slots[i]))));
            return sum.compareTo(BigInteger.valueOf(line.constant));
        }
    }

    static String sentence(Line line, Text t) {
        boolean english = t.language().equals("en");
        String about = english ? line.aboutEn : line.about;
        String words = english ? line.rule.nameEn() : line.rule.nameVi();
        return about.isEmpty() ? words : about + ": " + words;
    }

    /** Null while something elsewhere is not there. */
    private static @Nullable Line completed(Line line, Outside outside) {
        var constant = BigDecimal.valueOf(line.constant, line.scale);
        for (var term : line.elsewhere) {
            var value = outside.value(term.element, term.combination, term.back);
            if (value.isEmpty()) return null;
            constant = constant.subtract(value.get().multiply(term.factor));
        }
        // Compared as whole numbers: everything is brought to as many decimals as the longest has.
        int scale =
                Math.max(line.scale, Math.max(0, constant.stripTrailingZeros().scale()));
        long more = BigDecimal.ONE.movePointRight(scale - line.scale).longValueExact();
        var factors = line.factors.clone();
        for (int i = 0; i < factors.length; i++) factors[i] = Math.multiplyExact(factors[i], more);
        return new Line(
                line.rule,
                line.slots,
                factors,
                line.comparison,
                constant.movePointRight(scale).longValueExact(),
                scale,
                List.of(),
                line.about,
                line.aboutEn);
    }

    /** Turns one rule into lines: one, or one for each figure that a "*" stands for. */
    private static final class Compiler {
        private final FormRules rules;
        private final FormDefinition.Rule rule;
        private final RuleText text;
        private final Catalogue catalogue;

        Compiler(FormRules rules, FormDefinition.Rule rule, RuleText text, Catalogue catalogue) {
            this.rules = rules;
            this.rule = rule;
            this.text = text;
            this.catalogue = catalogue;
        }

        void compile() {
            var anchor = text.terms().stream()
                    .filter(term -> term.any() && term.back() == 0)
                    .max(java.util.Comparator.comparingInt(
                            term -> term.asked().categories().size()));
            if (text.terms().stream().noneMatch(RuleText.Term::any)) {
                line(null).ifPresent(this::add);
                return;
            }
            if (anchor.isEmpty()) return;
            var fixed = anchor.get().asked().categories();
            for (var cell : rules.cells) {
                var asked = Asked.of(cell.element(), cell.combination());
                if (!asked.categories().entrySet().containsAll(fixed.entrySet())) continue;
                var rest = new java.util.TreeMap<>(asked.categories());
                fixed.keySet().forEach(rest::remove);
                line(new Asked(cell.element(), rest)).ifPresent(this::add);
            }
        }

        private void add(Line line) {
            (line.elsewhere.isEmpty() ? rules.within : rules.between).add(line);
        }

        /** @param base what "*" stands for; empty when some figure of the form is not asked */
        private Optional<Line> line(@Nullable Asked base) {
            var factors = new LinkedHashMap<Layout.Cell, BigDecimal>();
            var elsewhere = new ArrayList<Elsewhere>();
            for (var term : text.terms()) {
                var asked = term.any() && base != null ? base.and(term.asked()).orElse(null) : term.asked();
                if (asked == null || asked.element().isEmpty()) return Optional.empty();
                var cell = rules.layout.cell(asked.toString());
                if (term.back() == 0 && cell.isPresent()) {
                    factors.merge(cell.get(), term.factor(), BigDecimal::add);
                } else {
                    if (term.any() && term.back() == 0) return Optional.empty();
                    var combination = catalogue
                            .element(asked.element())
                            .flatMap(element -> asked.combination(element.dimensions().stream()
                                    .map(Catalogue.Dimension::code)
                                    .toList()));
                    if (combination.isEmpty()) return Optional.empty();
                    elsewhere.add(new Elsewhere(term.factor(), asked.element(), combination.get(), term.back()));
                }
            }
            return factors.isEmpty() ? Optional.empty() : Optional.of(line(factors, elsewhere));
        }

        private Line line(Map<Layout.Cell, BigDecimal> weights, List<Elsewhere> elsewhere) {
            int scale = Math.max(0, text.constant().stripTrailingZeros().scale());
            for (var one : weights.entrySet())
                scale = Math.max(
                        scale,
                        one.getKey().decimals()
                                + Math.max(
                                        0, one.getValue().stripTrailingZeros().scale()));
            var slots = new int[weights.size()];
            var factors = new long[weights.size()];
            int i = 0;
            for (var one : weights.entrySet()) {
                slots[i] = one.getKey().slot();
                factors[i++] = one.getValue()
                        .movePointRight(scale - one.getKey().decimals())
                        .longValueExact();
            }
            // A rule for one place says in its own words which; one for many names the figure.
            var first = weights.keySet().iterator().next();
            boolean many = text.terms().stream().anyMatch(RuleText.Term::any);
            return new Line(
                    rule,
                    slots,
                    factors,
                    text.comparison(),
                    text.constant().movePointRight(scale).longValueExact(),
                    scale,
                    List.copyOf(elsewhere),
                    many ? first.nameVi() : "",
                    many ? first.nameEn() : "");
        }
    }
}
