package vn.binhdang.statistics.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.indicator.Indicator;
import vn.binhdang.statistics.indicator.IndicatorVersion;
import vn.binhdang.statistics.indicator.Indicators;
import vn.binhdang.statistics.indicator.Kind;
import vn.binhdang.statistics.indicator.OverUnits;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.statistics.target.Target;
import vn.binhdang.web.Text;

/** What there are figures of: the indicators as they are defined on a day, and the elements of forms. */
@Component
class Subjects {
    /** The longest first, which is what a page shows when nothing is said. */
    static final List<PeriodKind> LONGEST_FIRST =
            List.of(PeriodKind.YEAR, PeriodKind.NINE_MONTHS, PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH);

    private static final int ANY_YEAR = 2025;

    private final Indicators indicators;

    Subjects(Indicators indicators) {
        this.indicators = indicators;
    }

    Optional<Subject> find(String code, Catalogue catalogue, LocalDate day, Text t) {
        return indicators
                .current()
                .find(code)
                .map(indicator -> ofIndicator(indicator, catalogue, day, t))
                .or(() -> catalogue.element(code).map(element -> ofElement(element, catalogue, t)));
    }

    /** Indicators first, then the elements that a form asks for. */
    List<Subject> all(Catalogue catalogue, LocalDate day, Text t) {
        var all = new ArrayList<Subject>();
        for (var indicator : indicators.current().all()) all.add(ofIndicator(indicator, catalogue, day, t));
        for (var element : catalogue.elements().values())
            if (!catalogue.formsOf(element.code()).isEmpty()) all.add(ofElement(element, catalogue, t));
        return all;
    }

    private static Subject ofIndicator(Indicator indicator, Catalogue catalogue, LocalDate day, Text t) {
        var version = indicator.nearest(day);
        var formula = version.formula();
        var elements = formula == null
                ? List.<Catalogue.Element>of()
                : formula.cells().stream()
                        .map(CellRef::element)
                        .distinct()
                        .flatMap(code -> catalogue.element(code).stream())
                        .toList();
        boolean asked = !elements.isEmpty()
                && elements.stream()
                        .noneMatch(element -> catalogue.formsOf(element.code()).isEmpty());
        var kinds = asked ? kinds(elements, catalogue) : List.<PeriodKind>of();
        return new Subject(
                indicator.code(),
                version.name(t.language()),
                t.language().equals("en") ? version.nameVi() : version.nameEn(),
                indicator.theme(),
                version.unit(t.language()),
                basis(version),
                version.overUnits() == OverUnits.CELLS && elements.stream().anyMatch(Subjects::addsBodies),
                switch (version.direction()) {
                    case MORE -> Subject.Better.MORE;
                    case LESS -> Subject.Better.LESS;
                    case NONE -> Subject.Better.NEITHER;
                },
                version.decimals(),
                lack(version, asked, kinds),
                asked ? Measure.of(indicator.code(), version).orElse(null) : null,
                kinds,
                version.dimensions(),
                forms(elements.stream().map(Catalogue.Element::code).toList(), catalogue),
                version.isWhollyOfficial(),
                about(version, t),
                indicator.targets().stream().map(target -> goal(target, t)).toList(),
                "/statistics/indicators/" + indicator.id());
    }

    private static @Nullable String lack(IndicatorVersion version, boolean asked, List<PeriodKind> kinds) {
        if (version.isFormulaUnreadable()) return Reason.UNREADABLE.messageKey();
        if (version.formula() == null) return Reason.NO_FORMULA.messageKey();
        if (!asked) return "statistics.figure.why.notAsked";
        return kinds.isEmpty() ? "statistics.figure.why.noCommonPeriod" : null;
    }

    /** Schools and enterprises are rightly added; of units that counted themselves nobody can tell. */
    private static boolean addsBodies(Catalogue.Element element) {
        return element.counted() == Catalogue.Counted.BODIES && element.summable() && !element.aboutItself();
    }

    private static Subject.Basis basis(IndicatorVersion version) {
        return switch (version.shareOf()) {
            case PEOPLE -> version.kind() == Kind.AMOUNT ? Subject.Basis.PEOPLE : Subject.Basis.SHARE_OF_PEOPLE;
            case BODIES -> version.kind() == Kind.AMOUNT ? Subject.Basis.BODIES : Subject.Basis.SHARE_OF_BODIES;
            case OTHER -> version.kind() == Kind.AMOUNT ? Subject.Basis.OTHER : Subject.Basis.RATIO;
        };
    }

    private static List<Subject.About> about(IndicatorVersion version, Text t) {
        var about = new ArrayList<Subject.About>();
        add(about, "statistics.figure.about.definition", version.definition(t.language()));
        add(about, "statistics.figure.about.numerator", version.numerator());
        add(about, "statistics.figure.about.denominator", version.denominator());
        add(about, "statistics.figure.about.baseline", version.baseline());
        add(about, "statistics.figure.about.instrument", version.instrument());
        add(about, "statistics.figure.about.source", version.source());
        return about;
    }

    private static void add(List<Subject.About> about, String key, @Nullable String text) {
        if (text != null && !text.isBlank()) about.add(new Subject.About(key, text));
    }

    private static Goal goal(Target target, Text t) {
        return new Goal(
                target.year(),
                target.unit(),
                target.value() == null
                        ? Goal.Sign.MILESTONE
                        : target.upTo() != null
                                ? Goal.Sign.BETWEEN
                                : switch (target.sign()) {
                                    case AT_LEAST -> Goal.Sign.AT_LEAST;
                                    case MORE -> Goal.Sign.MORE_THAN;
                                    case AT_MOST -> Goal.Sign.AT_MOST;
                                    case LESS -> Goal.Sign.LESS_THAN;
                                    case EQUAL -> Goal.Sign.EQUAL;
                                    case ABOUT -> Goal.Sign.ABOUT;
                                },
                target.value(),
                target.upTo(),
                target.words(t.language()),
                target.language(t.language()),
                target.instrument(),
                target.official());
    }

    private static Subject ofElement(Catalogue.Element element, Catalogue catalogue, Text t) {
        var basis = switch (element.counted()) {
            case PEOPLE -> Subject.Basis.PEOPLE;
            case BODIES -> Subject.Basis.BODIES;
            default -> Subject.Basis.OTHER;
        };
        var forms = catalogue.formsOf(element.code());
        var kinds = kinds(List.of(element), catalogue);
        var about = new ArrayList<Subject.About>();
        about.add(new Subject.About(
                "statistics.figure.about.overTime", t.of("statistics.figure.overTime." + element.overTime())));
        if (!element.summable())
            about.add(new Subject.About(
                    "statistics.figure.about.overUnits", t.of("statistics.figure.about.notSummable")));
        for (var form : forms)
            about.add(new Subject.About(
                    "statistics.figure.about.form", form.shape().code() + " · " + form.name(t.language())));
        return new Subject(
                element.code(),
                element.name(t.language()),
                t.language().equals("en") ? element.nameVi() : element.nameEn(),
                null,
                t.of("statistics.figure.counted." + element.counted()),
                basis,
                addsBodies(element),
                Subject.Better.NEITHER,
                element.decimals(),
                kinds.isEmpty() ? "statistics.figure.why.notAsked" : null,
                Measure.of(CellRef.total(element.code()), element.decimals()),
                kinds,
                element.dimensions().stream().map(Catalogue.Dimension::code).toList(),
                forms.stream().map(form -> form.shape().id()).toList(),
                element.verified(),
                about,
                List.of(),
                null);
    }

    /** The kinds of periods that the forms of all these elements make up. */
    static List<PeriodKind> kinds(List<Catalogue.Element> elements, Catalogue catalogue) {
        return LONGEST_FIRST.stream()
                .filter(kind -> elements.stream().allMatch(element -> isKnown(element, kind, catalogue)))
                .toList();
    }

    private static boolean isKnown(Catalogue.Element element, PeriodKind kind, Catalogue catalogue) {
        var period = kind.periods(ANY_YEAR).getFirst();
        return catalogue.formsOf(element.code()).stream().anyMatch(form -> {
            var parts = PeriodCode.within(period, form.shape().kind());
            return element.overTime() == Catalogue.OverTime.NONE ? parts.size() == 1 : !parts.isEmpty();
        });
    }

    static List<FormId> forms(List<String> elements, Catalogue catalogue) {
        return elements.stream()
                .flatMap(code -> catalogue.formsOf(code).stream())
                .map(form -> form.shape().id())
                .distinct()
                .toList();
    }
}
