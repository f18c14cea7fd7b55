package vn.binhdang.statistics.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.disclosure.TableCell.Showing;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Origins;

/**
 * What the figures of a table on the map of another day are made of: cells on the maps of their own time, in no table of this
 * publication. Through them it hangs together with every publication on every other map: a province as it is now less the
 * same as it was is the commune that came to it.
 */
final class OwnMaps {
    /** Figures on the maps of their own time. */
    interface Own {
        Told of(ReportingPeriod period, List<UnitId> units);
    }

    private final Catalogue.Element element;
    private final List<UnitId> units;
    private final List<String> categories;
    private final String rest;
    private final Map<ReportingPeriod, Origins.Made> made = new LinkedHashMap<>();

    /**
     * @param units of the table, the agency first
     * @param categories of the table, the total first
     * @param rest what the categories leave of the total
     */
    OwnMaps(Catalogue.Element element, List<UnitId> units, List<String> categories, String rest) {
        this.element = element;
        this.units = List.copyOf(units);
        this.categories = categories;
        this.rest = rest;
    }

    void find(Origins origins, Catalogue catalogue, ReportingPeriod period, LocalDate map) {
        for (var form : catalogue.formsOf(element.code())) {
            for (var part : Figures.parts(form, element, period))
                made.put(part, origins.of(form.shape(), part, map, units.getFirst(), units.subList(1, units.size())));
            if (!made.isEmpty()) return;
        }
    }

    /** Whether its figure on that map is made of others than its own. */
    boolean moves(UnitId unit) {
        var itself = List.of(new Origins.Part(unit, false));
        return !made.values().stream().allMatch(one -> itself.equals(one.parts().get(unit)));
    }

    /** @param at key of a cell of the table, by unit and category */
    void relate(Gathered into, Told told, Own own, java.util.function.BiFunction<UnitId, String, String> at) {
        var values = new HashMap<String, Long>();
        made.forEach((part, one) -> cells(into, part, one, own, values));
        for (var unit : units) {
            if (told.estimated().contains(unit) || !moves(unit)) continue;
            for (var category : categories) {
                var parts = new ArrayList<String>();
                made.forEach((part, one) -> one.parts().getOrDefault(unit, List.of()).stream()
                        .map(from -> key(part, name(from.unit(), from.alone()), category))
                        .filter(values::containsKey)
                        .forEach(parts::add));
                long sum = parts.stream()
                        .mapToLong(key -> values.getOrDefault(key, 0L))
                        .sum();
                if (sum != told.count(unit, category))
                    throw new NotPublishable("map", "statistics.disclosure.mend.notAdding");
                if (!parts.isEmpty()) into.relate(Relation.total(at.apply(unit, category), parts));
            }
        }
    }

    private static String name(UnitId unit, boolean alone) {
        return alone ? unit + "~alone" : unit.toString();
    }

    private String key(ReportingPeriod period, String unit, String category) {
        return Layout.key(element.code(), PeriodCode.text(period), unit, category);
    }

    private void cells(Gathered into, ReportingPeriod part, Origins.Made one, Own own, Map<String, Long> values) {
        var wanted = new LinkedHashSet<UnitId>();
        one.parts().values().forEach(parts -> parts.forEach(from -> wanted.add(from.unit())));
        one.below().forEach((above, below) -> {
            wanted.add(above);
            wanted.addAll(below);
        });
        var told = own.of(part, List.copyOf(wanted));
        for (var unit : wanted)
            if (told.has(unit, ""))
                row(
                        into,
                        part,
                        unit.toString(),
                        categories.stream()
                                .map(category -> told.count(unit, category))
                                .toList(),
                        values);
        one.below().forEach((above, below) -> {
            if (told.has(above, "")) opened(into, part, above, below, told, values);
        });
    }

    /** A unit is those below it and what it answered itself. */
    private void opened(
            Gathered into,
            ReportingPeriod part,
            UnitId above,
            List<UnitId> below,
            Told told,
            Map<String, Long> values) {
        var parts = below.stream().filter(unit -> told.has(unit, "")).toList();
        var alone = categories.stream()
                .map(category -> told.count(above, category)
                        - parts.stream()
                                .mapToLong(unit -> told.count(unit, category))
                                .sum())
                .toList();
        row(into, part, name(above, true), alone, values);
        var columns = new ArrayList<>(categories);
        columns.add(rest);
        for (var column : columns) {
            String whole = key(part, above.toString(), column);
            if (!values.containsKey(whole)) continue;
            var keys = new ArrayList<String>();
            parts.forEach(unit -> keys.add(key(part, unit.toString(), column)));
            keys.add(key(part, name(above, true), column));
            into.relate(Relation.total(whole, keys));
        }
    }

    /** @param counts the total and the categories */
    private void row(Gathered into, ReportingPeriod part, String unit, List<Long> counts, Map<String, Long> values) {
        var keys = new ArrayList<String>();
        long left = counts.getFirst();
        for (int c = 0; c < counts.size(); c++) {
            if (c > 0) left -= counts.get(c);
            keys.add(unseen(into, key(part, unit, categories.get(c)), counts.get(c), values));
        }
        if (counts.size() == 1) return;
        keys.add(unseen(into, key(part, unit, rest), left, values));
        into.relate(Relation.total(keys.getFirst(), keys.subList(1, keys.size())));
    }

    private String unseen(Gathered into, String key, long value, Map<String, Long> values) {
        if (value < 0) throw new NotPublishable("element", "statistics.disclosure.mend.notAdding");
        into.cells()
                .putIfAbsent(
                        key, into.rules().cell(key, value, element.sensitive()).with(Showing.UNSEEN));
        values.put(key, value);
        return key;
    }
}
