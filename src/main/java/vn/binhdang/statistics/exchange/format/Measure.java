package vn.binhdang.statistics.exchange.format;

/**
 * In what a figure is counted.
 *
 * @param unit code of the unit: PS (persons), PT (percent), NR (number), VND …
 * @param decimals how many are meaningful; values may carry fewer
 */
public record Measure(String unit, Label label, int decimals) {

    public static final Measure PERSONS = new Measure("PS", Label.of("người", "persons"), 0);
    public static final Measure NUMBER = new Measure("NR", Label.of("số lượng", "number"), 0);
    public static final Measure PERCENT = new Measure("PT", Label.of("%", "percent"), 1);

    public Measure {
        if (!unit.matches("[A-Za-z0-9_@$-]+")) throw new IllegalArgumentException("not a code of a unit: " + unit);
        if (decimals < 0 || decimals > 9) throw new IllegalArgumentException("decimals: " + decimals);
    }
}
