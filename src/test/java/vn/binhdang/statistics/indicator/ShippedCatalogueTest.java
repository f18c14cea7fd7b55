package vn.binhdang.statistics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.indicator.expression.Elements;
import vn.binhdang.statistics.indicator.expression.Expression;

class ShippedCatalogueTest {
    private static final Map<String, List<String>> DIMENSIONS = ShippedCatalogue.Category.ALL.stream()
            .collect(Collectors.groupingBy(
                    ShippedCatalogue.Category::dimension,
                    TreeMap::new,
                    Collectors.mapping(ShippedCatalogue.Category::code, Collectors.toList())));

    private static final Elements ELEMENTS = new Elements() {
        private final Map<String, Shape> shapes = ShippedCatalogue.Element.ALL.stream()
                .collect(Collectors.toMap(
                        ShippedCatalogue.Element::code,
                        element -> new Shape(
                                element.code(),
                                element.dimensions().stream()
                                        .map(code -> new Dimension(code, DIMENSIONS.get(code)))
                                        .toList())));

        @Override
        public @Nullable Shape find(String code) {
            return shapes.get(code);
        }

        @Override
        public Collection<String> codes() {
            return shapes.keySet();
        }
    };

    @Test
    void every_formula_can_be_read_and_speaks_of_elements_that_are_shipped() {
        for (var row : ShippedCatalogue.Row.ALL)
            for (String part : new String[] {"numerator", "denominator"})
                if (row.orNull(part) instanceof String formula) {
                    var reading = Expression.read(formula, ELEMENTS).asNumber();
                    assertThat(reading.faults()).as(row.code() + " " + part).isEmpty();
                    assertThat(reading.expression()).as(row.code()).hasToString(formula);
                }
    }

    @Test
    void a_ratio_has_both_parts_and_what_others_publish_has_none() {
        for (var row : ShippedCatalogue.Row.ALL) {
            boolean above = row.orNull("numerator") != null;
            boolean below = row.orNull("denominator") != null;
            switch (Kind.named(row.cell("kind")).orElseThrow()) {
                case RATIO -> assertThat(above && below).as(row.code()).isTrue();
                case AMOUNT -> assertThat(above && !below).as(row.code()).isTrue();
                case GIVEN -> assertThat(above || below).as(row.code()).isFalse();
            }
        }
    }

    @Test
    void every_code_stands_once_and_every_row_is_complete() {
        assertThat(ShippedCatalogue.Row.ALL)
                .extracting(ShippedCatalogue.Row::code)
                .doesNotHaveDuplicates();
        assertThat(ShippedCatalogue.Element.ALL)
                .extracting(ShippedCatalogue.Element::code)
                .doesNotHaveDuplicates();
        var strategy = ShippedCatalogue.Strategy.ALL.stream()
                .map(ShippedCatalogue.Strategy::code)
                .collect(Collectors.toSet());
        for (var row : ShippedCatalogue.Row.ALL) {
            assertThat(Theme.named(row.theme())).as(row.code()).isPresent();
            assertThat(Direction.named(row.cell("direction"))).as(row.code()).isPresent();
            assertThat(ShareOf.named(row.cell("share_of"))).as(row.code()).isPresent();
            assertThat(OverUnits.named(row.cell("over_units"))).as(row.code()).isPresent();
            assertThat(row.cell("source")).as(row.code()).isNotBlank();
            // The strategy's names and units stand in one file only, which the module plan reads too.
            assertThat(row.cell("name").isEmpty()).as(row.code()).isEqualTo(strategy.contains(row.code()));
            assertThat(DIMENSIONS.keySet()).as(row.code()).containsAll(row.dimensions());
        }
        assertThat(strategy)
                .isSubsetOf(new TreeSet<>(ShippedCatalogue.Row.ALL.stream()
                        .map(ShippedCatalogue.Row::code)
                        .toList()));
        for (var element : ShippedCatalogue.Element.ALL) {
            Catalogue.Counted.valueOf(element.measure());
            Catalogue.OverTime.valueOf(element.overTime());
            assertThat(DIMENSIONS.keySet()).as(element.code()).containsAll(element.dimensions());
        }
    }

    /** What was recalled or read only in part never arrives as official. */
    @Test
    void only_what_was_compared_with_its_source_is_official() {
        for (var row : ShippedCatalogue.Row.ALL)
            if (row.cell("source").contains("trí nhớ") || row.cell("source").contains("chưa xác minh"))
                assertThat(List.of(row.cell("verified"), row.cell("verified_formula")))
                        .as(row.code())
                        .containsOnly("no");
        assertThat(official("verified")).hasSize(31);
        assertThat(official("verified_formula")).hasSize(7);
    }

    private static List<String> official(String column) {
        return ShippedCatalogue.Row.ALL.stream()
                .filter(row -> row.cell(column).equals("yes"))
                .map(ShippedCatalogue.Row::code)
                .toList();
    }

    @Test
    void those_of_whom_something_is_not_known_are_kept_apart() {
        for (String dimension : Stream.of("SEX", "AGE_GROUP", "LEGAL_STATUS").toList())
            assertThat(ShippedCatalogue.Category.ALL.stream()
                            .filter(category -> category.dimension().equals(dimension) && category.unknown()))
                    .as(dimension)
                    .hasSize(1);
        assertThat(Arrays.asList("SEX", "AGE_GROUP", "LEGAL_STATUS", "LEADER_POST", "CHANNEL"))
                .containsExactlyInAnyOrderElementsOf(DIMENSIONS.keySet());
    }
}
