package vn.binhdang.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.binhdang.organisation.UnitKind;

/** A catalogue without a database: elements with their dimensions. */
public final class TestCatalogue {
    private final Map<String, Catalogue.Dimension> dimensions = new LinkedHashMap<>();
    private final Map<String, Catalogue.Element> elements = new LinkedHashMap<>();
    private final Map<FormId, Catalogue.Form> forms = new LinkedHashMap<>();

    public TestCatalogue dimension(String code, String... categories) {
        dimensions.put(
                code,
                new Catalogue.Dimension(
                        code,
                        code,
                        code,
                        false,
                        Arrays.stream(categories)
                                .map(category ->
                                        new Catalogue.Category(code, category, category, category, false, false, false))
                                .toList()));
        return this;
    }

    public TestCatalogue element(String code, int decimals, String... of) {
        var list = new ArrayList<Catalogue.Dimension>();
        for (String dimension : of) list.add(java.util.Objects.requireNonNull(dimensions.get(dimension)));
        elements.put(
                code,
                new Catalogue.Element(
                        ElementId.create(),
                        code,
                        code,
                        code,
                        Catalogue.Counted.PEOPLE,
                        decimals,
                        Catalogue.OverTime.SUM,
                        true,
                        false,
                        false,
                        null,
                        true,
                        List.copyOf(list)));
        return this;
    }

    /** A form that asks each commune once a year for the total of one element. */
    public TestCatalogue yearly(String code, String element, LocalDate from) {
        var id = FormId.create();
        var slot = new FormShape.Slot(
                0, java.util.Objects.requireNonNull(elements.get(element)).id(), element, "", 0, null, null);
        forms.put(
                id,
                new Catalogue.Form(
                        FormShape.of(id, code, PeriodKind.YEAR, 15, -1, List.of(slot)),
                        code,
                        code,
                        from,
                        null,
                        List.of(new Catalogue.Assignment(UnitKind.COMMUNE, null, from, null))));
        return this;
    }

    public Catalogue make() {
        return new Catalogue(1, dimensions, elements, forms);
    }
}
