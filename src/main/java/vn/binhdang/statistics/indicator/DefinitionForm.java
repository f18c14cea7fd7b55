package vn.binhdang.statistics.indicator;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.web.Text;

/** What was typed into the form of a definition, with everything that has to be mended. */
final class DefinitionForm {
    private static final int SHORT = 300;
    private static final int LONG = 4_000;
    private static final int LARGEST_FACTOR = 1_000_000;
    private static final LocalDate SOME_DAY = LocalDate.of(2021, 1, 1);

    private final Map<String, String> sent;
    private final Set<String> dimensions;
    private final Map<String, String> mistakes = new LinkedHashMap<>();
    private final Text t;
    private final FormulaView formula;
    private final @Nullable Definition definition;

    /** Reads what was sent. @param fresh the form of a new indicator, which asks for its code and theme too */
    DefinitionForm(MultiValueMap<String, String> sent, boolean fresh, CatalogueElements elements, Text t) {
        this.sent = sent.toSingleValueMap();
        this.t = t;
        this.dimensions = new TreeSet<>(sent.getOrDefault("dimension", List.of()));
        this.dimensions.retainAll(elements.catalogue().dimensions().keySet());
        if (fresh && !words("code").matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) wrong("code", "code");
        if (fresh && Theme.named(words("theme")).isEmpty()) wrong("theme", "theme");
        var kind = Kind.named(words("kind")).orElse(Kind.RATIO);
        int factor = number("factor", 1, LARGEST_FACTOR, kind == Kind.RATIO);
        var overUnits = OverUnits.named(words("overUnits")).orElse(OverUnits.CELLS);
        var read = FormulaView.of(kind, words("numerator"), words("denominator"), factor, overUnits, elements, t);
        this.formula = read.view();
        this.definition = read(kind, factor, overUnits, read, elements);
    }

    private @Nullable Definition read(
            Kind kind, int factor, OverUnits overUnits, FormulaView.Read read, CatalogueElements elements) {
        String nameVi = needed("nameVi", SHORT);
        String nameEn = text("nameEn", SHORT);
        String unitVi = text("unitVi", SHORT);
        String unitEn = text("unitEn", SHORT);
        if (kind != Kind.GIVEN && read.numerator() == null)
            mistakes.putIfAbsent("numerator", wrongPart(words("numerator"), formula.numerator()));
        if (kind == Kind.RATIO && read.denominator() == null)
            mistakes.putIfAbsent("denominator", wrongPart(words("denominator"), formula.denominator()));
        int decimals = number("decimals", 0, 6, true);
        var from = day("from", true);
        var last = day("until", false);
        if (last != null && from != null && last.isBefore(from)) wrong("until", "untilBeforeFrom");
        var so = new Definition(
                nameVi,
                nameEn.isEmpty() ? nameVi : nameEn,
                unitVi,
                unitEn.isEmpty() ? unitVi : unitEn,
                Direction.named(words("direction")).orElse(Direction.NONE),
                kind,
                read.numerator() == null ? null : read.numerator().toString(),
                read.denominator() == null ? null : read.denominator().toString(),
                kind == Kind.RATIO ? factor : 1,
                ShareOf.named(words("shareOf")).orElse(ShareOf.OTHER),
                kind == Kind.GIVEN ? OverUnits.NONE : overUnits,
                decimals,
                elements.catalogue().dimensions().keySet().stream()
                        .filter(dimensions::contains)
                        .toList(),
                text("definitionVi", LONG),
                text("definitionEn", LONG),
                text("baseline", SHORT),
                text("collected", SHORT),
                text("responsible", SHORT),
                text("instrument", SHORT),
                needed("source", LONG),
                from == null ? SOME_DAY : from,
                last == null ? null : last.plusDays(1));
        return mistakes.isEmpty() ? so : null;
    }

    private String wrongPart(String typed, List<FormulaView.Mistake> faults) {
        return typed.isEmpty() || faults.isEmpty()
                ? t.of("statistics.indicator.mend.formula")
                : faults.getFirst().sentence();
    }

    /** The form of a definition as it stands. */
    static Map<String, String> typed(Definition definition) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("nameVi", definition.nameVi());
        typed.put("nameEn", definition.nameEn());
        typed.put("unitVi", definition.unitVi());
        typed.put("unitEn", definition.unitEn());
        typed.put("direction", definition.direction().name());
        typed.put("kind", definition.kind().name());
        typed.put("numerator", definition.numerator() == null ? "" : definition.numerator());
        typed.put("denominator", definition.denominator() == null ? "" : definition.denominator());
        typed.put("factor", String.valueOf(definition.factor()));
        typed.put("shareOf", definition.shareOf().name());
        typed.put("overUnits", definition.overUnits().name());
        typed.put("decimals", String.valueOf(definition.decimals()));
        typed.put("definitionVi", definition.definitionVi());
        typed.put("definitionEn", definition.definitionEn());
        typed.put("baseline", definition.baseline());
        typed.put("collected", definition.collected());
        typed.put("responsible", definition.responsible());
        typed.put("instrument", definition.instrument());
        typed.put("source", definition.source());
        typed.put("from", TypedDay.print(definition.from()));
        typed.put(
                "until",
                definition.until() == null
                        ? ""
                        : TypedDay.print(definition.until().minusDays(1)));
        return typed;
    }

    /** Null when something has to be mended. */
    @Nullable
    Definition definition() {
        return definition;
    }

    Map<String, String> sent() {
        return sent;
    }

    Set<String> dimensions() {
        return dimensions;
    }

    /** Field to sentence. */
    Map<String, String> mistakes() {
        return mistakes;
    }

    FormulaView formula() {
        return formula;
    }

    String words(String field) {
        return Normalizer.normalize(sent.getOrDefault(field, "").strip(), Normalizer.Form.NFC);
    }

    /** A number that no version has, when the field was tampered with. */
    int count(String field) {
        try {
            return Integer.parseInt(words(field));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private String text(String field, int longest) {
        String words = words(field);
        if (words.length() > longest) wrong(field, "long");
        return words;
    }

    private String needed(String field, int longest) {
        String words = text(field, longest);
        if (words.isEmpty()) wrong(field, "empty");
        return words;
    }

    private int number(String field, int least, int most, boolean asked) {
        String digits = words(field).replaceAll("[ .\\u00a0]", "");
        if (digits.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= most) return number;
        }
        if (asked) mistakes.putIfAbsent(field, t.of("statistics.indicator.mend.number", least, most));
        return least;
    }

    private @Nullable LocalDate day(String field, boolean needed) {
        String typed = words(field);
        if (typed.isEmpty() && !needed) return null;
        var day = TypedDay.readNear(typed).orElse(null);
        if (day == null) wrong(field, "day");
        return day;
    }

    private void wrong(String field, String word) {
        mistakes.putIfAbsent(field, t.of("statistics.indicator.mend." + word));
    }
}
