package vn.binhdang.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A catalogue without a database: elements with their dimensions. */
public final class TestCatalogue {
    private final Map<String, Catalogue.Dimension> dimensions = new LinkedHashMap<>();
    private final Map<String, Catalogue.Element> elements = new LinkedHashMap<>();

    public TestCatalogue dimension(String code, String... categories) {
        dimensions.put(
                code,
                new Catalogue.Dimension(
                        code,
                        code,
                        code,
                        Arrays.stream(categories)
                                .map(category -> new Catalogue.Category(code, category, category, category, false))
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
                        null,
                        true,
                        List.copyOf(list)));
        return this;
    }

    public Catalogue make() {
        return new Catalogue(1, dimensions, elements, Map.of());
    }
}
