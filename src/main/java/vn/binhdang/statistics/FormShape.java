package vn.binhdang.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;

/**
 * A form as figures need it: when it is filled in and what stands in each slot.
 * @param slots in their order; the slot of number n is at place n
 * @param firstDay of the windows of its regime, see {@link Window#of}
 */
public record FormShape(
        FormId id,
        String code,
        PeriodKind kind,
        int firstDay,
        int monthShift,
        List<Slot> slots,
        Map<String, Integer> places) {

    /**
     * @param combination categories in the order of the element's dimensions, "SEX=F;AGE=U30"; empty for the total
     * @param decimals values are whole numbers of 10^-decimals
     */
    public record Slot(
            int number,
            ElementId element,
            String elementCode,
            String combination,
            int decimals,
            @Nullable Long lowest,
            @Nullable Long highest) {
        /** As other systems write it: "STAFF" or "STAFF.SEX=F". */
        public String key() {
            return combination.isEmpty() ? elementCode : elementCode + "." + combination;
        }
    }

    /** As a data set its answers are called: letters, digits, _ and -. */
    public String datasetId() {
        return "FORM_" + code.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    static FormShape of(FormId id, String code, PeriodKind kind, int firstDay, int monthShift, List<Slot> slots) {
        var places = new HashMap<String, Integer>();
        for (var slot : slots) places.put(slot.key(), slot.number());
        return new FormShape(id, code, kind, firstDay, monthShift, List.copyOf(slots), Map.copyOf(places));
    }

    public Window window(ReportingPeriod period) {
        return Window.of(period, firstDay, monthShift);
    }

    /** Where an element stands in a combination; empty when the form does not ask for it. */
    public OptionalInt slot(String elementCode, String combination) {
        var place = places.get(combination.isEmpty() ? elementCode : elementCode + "." + combination);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
