package vn.binhdang.statistics.exchange.format;

/**
 * In what a figure is counted.
 *
 * @param unit code of the unit: PS (persons), PT (percent), NR (number), VND …
 * @param decimals how many are meaningful; values may carry fewer
 */
public record Measure(String unit, Label label, int decimals) {

    public static Measure persons() {
        return new Measure("PS", Words.label("unit.persons"), 0);
    }

    public static Measure number(int decimals) {
        return new Measure("NR", Words.label("unit.number"), decimals);
    }

    public static Measure percent(int decimals) {
        return new Measure("PT", Words.label("unit.percent"), decimals);
    }

    public static Measure dong(int decimals) {
        return new Measure("VND", Words.label("unit.dong"), decimals);
    }

    public static Measure hours(int decimals) {
        return new Measure("HUR", Words.label("unit.hours"), decimals);
    }

    public Measure {
        if (!unit.matches("[A-Za-z0-9_@$-]+")) throw new IllegalArgumentException("not a code of a unit: " + unit);
        if (decimals < 0 || decimals > 9) throw new IllegalArgumentException("decimals: " + decimals);
    }
}
