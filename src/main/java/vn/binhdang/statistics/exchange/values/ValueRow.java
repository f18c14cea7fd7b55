package vn.binhdang.statistics.exchange.values;

/**
 * One row as it was sent; a reader fills the same one again and again. Everything is text as written, empty when it was not
 * given; {@code value} is a number, "NA" for not applicable, or empty to take away what stands there.
 */
final class ValueRow {
    String form = "";
    String unit = "";
    String code = "";
    String date = "";
    String period = "";
    String element = "";
    String disaggregation = "";
    String value = "";

    void clear() {
        form = "";
        unit = "";
        code = "";
        date = "";
        period = "";
        element = "";
        disaggregation = "";
        value = "";
    }

    /** @return false when there is no field of this name */
    boolean put(String name, String text) {
        switch (name) {
            case "form" -> form = text;
            case "unit" -> unit = text;
            case "code" -> code = text;
            case "date" -> date = text;
            case "period" -> period = text;
            case "element" -> element = text;
            case "disaggregation" -> disaggregation = text;
            case "value" -> value = text;
            default -> {
                return false;
            }
        }
        return true;
    }
}
