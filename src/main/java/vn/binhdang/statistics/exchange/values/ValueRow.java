package vn.binhdang.statistics.exchange.values;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.binhdang.statistics.Catalogue;

/**
 * One row as it was sent; a reader fills the same one again and again. Everything is text as written, empty when it was not
 * given; {@code value} is a number, "NA" for not applicable, or empty to take away what stands there.
 */
final class ValueRow {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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

    /** By its id, or by its code on a day: formats of others have one field for both. */
    void unitCalled(String called, LocalDate day) {
        if (ID.matcher(called).matches()) unit = called;
        else {
            code = called;
            date = day.toString();
        }
    }

    /**
     * Puts categories by dimension in the order of the element's dimensions; what it is not told apart by comes last, and is
     * refused by name.
     */
    void disaggregated(Catalogue catalogue, Map<String, String> categories) {
        List<String> pairs = new ArrayList<>();
        Set<String> left = new TreeSet<>(categories.keySet());
        catalogue
                .element(element)
                .ifPresent(known -> known.dimensions().forEach(dimension -> {
                    if (left.remove(dimension.code()))
                        pairs.add(dimension.code() + "=" + categories.get(dimension.code()));
                }));
        left.forEach(name -> pairs.add(name + "=" + categories.get(name)));
        disaggregation = String.join(";", pairs);
    }
}
