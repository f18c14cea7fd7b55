package vn.binhdang.statistics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.disclosure.TableCell.Showing;

/**
 * Puts the tables of a publication together. A cell's key names the element and every dimension in which the cell is not
 * the total, so that the margin of one table and the same margin of another are one cell, and what protects it in one
 * protects it in all.
 */
public final class TableBuilder {
    private final Rules rules;
    private final Map<String, TableCell> cells = new LinkedHashMap<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();

    public TableBuilder(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param sensitive whether small counts of this element are withheld
     * @param values by code in the order of the dimensions; null means not applicable. Asked for every cell, totals too.
     */
    public TableBuilder table(
            String element,
            List<Dimension> dimensions,
            boolean sensitive,
            Function<List<String>, @Nullable Long> values) {
        List<List<String>> places = List.of(List.of());
        for (Dimension dimension : dimensions) {
            List<List<String>> further = new ArrayList<>();
            for (List<String> place : places) for (String code : dimension.codes()) further.add(with(place, code));
            places = further;
        }
        for (List<String> place : places) cell(key(element, dimensions, place), values.apply(place), sensitive);
        for (List<String> place : places) sums(element, dimensions, place);
        return this;
    }

    private void sums(String element, List<Dimension> dimensions, List<String> place) {
        for (int d = 0; d < dimensions.size(); d++) {
            List<String> parts = dimensions.get(d).parts().get(place.get(d));
            if (parts == null) continue;
            List<String> keys = new ArrayList<>();
            for (String part : parts) {
                List<String> there = new ArrayList<>(place);
                there.set(d, part);
                keys.add(key(element, dimensions, there));
            }
            relation(Relation.total(key(element, dimensions, place), keys));
        }
    }

    private static List<String> with(List<String> place, String code) {
        List<String> longer = new ArrayList<>(place);
        longer.add(code);
        return longer;
    }

    public static String key(String element, List<Dimension> dimensions, List<String> place) {
        StringJoiner key = new StringJoiner(";");
        key.add(element);
        for (int d = 0; d < dimensions.size(); d++) {
            Dimension dimension = dimensions.get(d);
            if (!place.get(d).equals(dimension.total())) key.add(dimension.name() + "=" + place.get(d));
        }
        return key.toString();
    }

    public TableBuilder cell(String key, @Nullable Long value, boolean sensitive) {
        return cell(rules.cell(key, value, sensitive));
    }

    /** A cell that several tables show must say the same in all; what is known already stays known. */
    public TableBuilder cell(TableCell cell) {
        TableCell before = cells.get(cell.key());
        if (before != null && before.value() != cell.value())
            throw new IllegalArgumentException("two counts for one cell: " + cell.key());
        if (before == null || before.need() == null && before.showing() != Showing.KNOWN) cells.put(cell.key(), cell);
        return this;
    }

    public TableBuilder relation(Relation relation) {
        String what = relation.factors().toString();
        relations.putIfAbsent(what, relation);
        return this;
    }

    /** The unit came of these units: the same count on two maps. */
    public TableBuilder sameAs(String merged, List<String> old) {
        return relation(Relation.total(merged, old));
    }

    /** These were published before and cannot be taken back; what was withheld then is withheld again. */
    public TableBuilder published(Map<String, Outcome> earlier) {
        for (var one : earlier.entrySet()) {
            TableCell cell = cells.get(one.getKey());
            if (cell == null) continue;
            if (one.getValue().kind() == Outcome.Kind.SHOWN
                    && cell.value() == one.getValue().shown()) cells.put(cell.key(), cell.with(Showing.KNOWN));
        }
        return this;
    }

    /** Stands in no table of this publication, though relations tell of it. */
    public TableBuilder unseen(String key) {
        TableCell cell = cells.get(key);
        if (cell == null) throw new IllegalArgumentException("no such cell: " + key);
        cells.put(key, cell.with(Showing.UNSEEN));
        return this;
    }

    public Map<String, TableCell> cells() {
        return new HashMap<>(cells);
    }

    public Tables build() {
        return new Tables(List.copyOf(cells.values()), List.copyOf(relations.values()));
    }
}
