package vn.binhdang.statistics.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.indicator.expression.CellRef;

/** Where the cells of an element stand in a form, also those that only other cells together make up. */
final class FormPlaces {
    private final Catalogue catalogue;

    FormPlaces(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Slots that are added, and slots that are taken off. */
    record Slots(List<Integer> added, List<Integer> less) {
        static final Slots NONE = new Slots(List.of(), List.of());
    }

    /** A cell within a category; null when the element is not told apart by it, or is restricted to another one. */
    @Nullable
    CellRef restricted(CellRef cell, String category) {
        if (category.isEmpty()) return cell;
        var element = catalogue.element(cell.element()).orElse(null);
        if (element == null) return null;
        var dimension = category.substring(0, category.indexOf('='));
        var pairs = new ArrayList<String>();
        boolean placed = false;
        for (var of : element.dimensions()) {
            var stands = pair(cell.combination(), of.code());
            if (of.code().equals(dimension)) {
                if (stands != null && !stands.equals(category)) return null;
                pairs.add(category);
                placed = true;
            } else if (stands != null) pairs.add(stands);
        }
        return placed ? new CellRef(cell.element(), String.join(";", pairs)) : null;
    }

    /** What adds up to a combination, else the whole less all the other categories of a dimension. */
    Slots wholeOrRest(Catalogue.Form form, Catalogue.Element element, String combination) {
        var added = slots(form, element, combination);
        if (!added.isEmpty()) return new Slots(added, List.of());
        for (var dimension : element.dimensions()) {
            var stands = pair(combination, dimension.code());
            if (stands == null) continue;
            var open = without(combination, stands);
            var whole = form.shape().slot(element.code(), open);
            if (whole.isEmpty()) continue;
            var others = new ArrayList<Integer>();
            boolean known = true;
            for (var category : dimension.categories()) {
                if (category.pair().equals(stands)) known &= !category.unknown() && !category.later();
                else {
                    var other = restricted(new CellRef(element.code(), open), category.pair());
                    var slots = other == null ? List.<Integer>of() : slots(form, element, other.combination());
                    known &= !slots.isEmpty() || category.mayLack();
                    others.addAll(slots);
                }
            }
            if (known && !others.isEmpty()) return new Slots(List.of(whole.getAsInt()), others);
        }
        return Slots.NONE;
    }

    private static String without(String combination, String pair) {
        return Arrays.stream(combination.split(";", -1))
                .filter(other -> !other.equals(pair))
                .collect(Collectors.joining(";"));
    }

    /** The slots that add up to a combination: its own, or those of all categories of a dimension it leaves open. */
    private List<Integer> slots(Catalogue.Form form, Catalogue.Element element, String combination) {
        var own = form.shape().slot(element.code(), combination);
        if (own.isPresent()) return List.of(own.getAsInt());
        for (var dimension : element.dimensions()) {
            if (pair(combination, dimension.code()) != null) continue;
            var all = new ArrayList<Integer>();
            boolean complete = true;
            for (var category : dimension.categories()) {
                var narrower = restricted(new CellRef(element.code(), combination), category.pair());
                var slots = narrower == null ? List.<Integer>of() : slots(form, element, narrower.combination());
                // a form need not ask for those of whom it is not known, nor for what came after it or is no longer
                // asked
                if (slots.isEmpty() && !category.mayLack()) complete = false;
                all.addAll(slots);
            }
            if (complete && !all.isEmpty()) return all;
        }
        return List.of();
    }

    /** "SEX=F" of "SEX=F;AGE=U30" for SEX; null when the combination leaves the dimension open. */
    private static @Nullable String pair(String combination, String dimension) {
        for (String pair : combination.split(";", -1)) if (pair.startsWith(dimension + "=")) return pair;
        return null;
    }
}
