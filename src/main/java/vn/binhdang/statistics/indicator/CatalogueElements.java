package vn.binhdang.statistics.indicator;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Elements;

/** The elements of the catalogue, as formulas see and name them. */
public record CatalogueElements(Catalogue catalogue) implements Elements {
    public static CatalogueElements of(Catalogue catalogue) {
        return new CatalogueElements(catalogue);
    }

    @Override
    public @Nullable Shape find(String code) {
        return catalogue
                .element(code)
                .map(element -> new Shape(
                        code,
                        element.dimensions().stream()
                                .map(dimension -> new Dimension(
                                        dimension.code(),
                                        dimension.categories().stream()
                                                .map(Catalogue.Category::code)
                                                .toList()))
                                .toList()))
                .orElse(null);
    }

    @Override
    public Collection<String> codes() {
        return catalogue.elements().keySet();
    }

    /** "Lãnh đạo (Nữ)"; the code where there is no such element any more. */
    public String name(CellRef cell, String language) {
        var element = catalogue.elements().get(cell.element());
        if (element == null) return cell.toString();
        if (cell.combination().isEmpty()) return element.name(language);
        var categories = new StringBuilder();
        for (String pair : cell.combination().split(";")) {
            if (!categories.isEmpty()) categories.append(", ");
            categories.append(category(pair, language));
        }
        return element.name(language) + " (" + categories + ")";
    }

    private String category(String pair, String language) {
        int sign = pair.indexOf('=');
        var dimension = sign < 0 ? null : catalogue.dimensions().get(pair.substring(0, sign));
        if (dimension == null) return pair;
        return dimension.categories().stream()
                .filter(category -> category.code().equals(pair.substring(sign + 1)))
                .findFirst()
                .map(category -> language.equals("en") ? category.nameEn() : category.nameVi())
                .orElse(pair);
    }
}
