package vn.binhdang.statistics.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.web.Text;

/** What there are figures of: the indicators as they are defined on a day, and the elements of forms. */
@Component
class Subjects {
    /** The longest first, which is what a page shows when nothing is said. */
    static final List<PeriodKind> LONGEST_FIRST =
            List.of(PeriodKind.YEAR, PeriodKind.NINE_MONTHS, PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH);

    private static final int ANY_YEAR = 2025;

    Optional<Subject> find(String code, Catalogue catalogue, LocalDate day, Text t) {
        return catalogue.element(code).map(element -> ofElement(element, catalogue, t));
    }

    /** Indicators first, then the elements that a form asks for. */
    List<Subject> all(Catalogue catalogue, LocalDate day, Text t) {
        var all = new ArrayList<Subject>();
        for (var element : catalogue.elements().values())
            if (!catalogue.formsOf(element.code()).isEmpty()) all.add(ofElement(element, catalogue, t));
        return all;
    }

    private static Subject ofElement(Catalogue.Element element, Catalogue catalogue, Text t) {
        var basis = switch (element.counted()) {
            case PEOPLE -> Subject.Basis.PEOPLE;
            case BODIES -> Subject.Basis.BODIES;
            default -> Subject.Basis.OTHER;
        };
        var forms = catalogue.formsOf(element.code());
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
                t.of("statistics.figure.counted." + element.counted()),
                basis,
                Subject.Better.NEITHER,
                element.decimals(),
                Measure.of(CellRef.total(element.code()), element.decimals()),
                kinds(List.of(element), catalogue),
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
