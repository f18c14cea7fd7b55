package vn.binhdang.statistics.indicator.expression;

/**
 * A cell that a formula speaks of.
 *
 * @param element code of the element, "LEADERS"
 * @param combination categories in the order of the element's dimensions, "SEX=F;AGE=U30"; empty for the total
 */
public record CellRef(String element, String combination) {
    public static CellRef total(String element) {
        return new CellRef(element, "");
    }

    /** As it stands in a formula. */
    @Override
    public String toString() {
        return combination.isEmpty() ? "#{" + element + "}" : "#{" + element + "." + combination + "}";
    }
}
