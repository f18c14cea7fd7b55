package vn.binhdang.statistics.disclosure;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/** A publication as tables and words. */
final class PublicationSheets {
    private PublicationSheets() {}

    static List<PublicationPage.Sheet> of(Publications.Publication one, Text t) {
        var sheets = new ArrayList<PublicationPage.Sheet>();
        for (var share : one.layout().indicators()) sheets.add(shares(one, share, t));
        for (var element : one.layout().elements())
            for (var period : one.layout().periods()) {
                var sheet = counts(one, element, period, t);
                if (!sheet.rows().isEmpty()) sheets.add(sheet);
            }
        return sheets;
    }

    private static PublicationPage.Sheet shares(Publications.Publication one, Share share, Text t) {
        return new PublicationPage.Sheet(
                t.of("statistics.disclosure.caption", share.in(t.language()), share.unit(t.language())),
                share.periods(),
                one.layout().units().stream()
                        .map(unit -> new PublicationPage.Row(
                                unit.in(t.language()),
                                share.periods().stream()
                                        .map(period -> field(
                                                share, share.of(one.layout(), one.outcomes(), period, unit.code()), t))
                                        .toList()))
                        .toList());
    }

    private static PublicationPage.Field field(Share share, Share.Shown told, Text t) {
        if (told.withheld()) return new PublicationPage.Field(t.of("statistics.disclosure.withheld"), true);
        return new PublicationPage.Field(
                told.number() == null
                        ? t.of("statistics.disclosure.noShare." + told.reason())
                        : printed(told.number(), share.decimals(), t),
                false);
    }

    private static String printed(BigDecimal number, int decimals, Text t) {
        var format = NumberFormat.getInstance(t.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    private static PublicationPage.Sheet counts(
            Publications.Publication one, Layout.Named element, String period, Text t) {
        var layout = one.layout();
        var columns = new ArrayList<Layout.Named>();
        columns.add(new Layout.Named("", t.of("statistics.disclosure.total"), t.of("statistics.disclosure.total")));
        layout.categories().stream()
                .filter(category -> layout.units().stream()
                        .anyMatch(unit -> one.outcomes()
                                .containsKey(layout.at(element.code(), period, unit.code(), category.code()))))
                .forEach(columns::add);
        var rows = layout.units().stream()
                .filter(unit -> stands(one, layout.at(element.code(), period, unit.code(), "")))
                .map(unit -> new PublicationPage.Row(
                        unit.in(t.language()),
                        columns.stream()
                                .map(column ->
                                        field(one, layout.at(element.code(), period, unit.code(), column.code()), t))
                                .toList()))
                .toList();
        return new PublicationPage.Sheet(
                t.of("statistics.disclosure.caption", element.in(t.language()), period),
                columns.stream().map(column -> column.in(t.language())).toList(),
                rows);
    }

    private static boolean stands(Publications.Publication one, String key) {
        return one.outcomes().containsKey(key) || one.layout().blanks().containsKey(key);
    }

    private static PublicationPage.Field field(Publications.Publication one, String key, Text t) {
        Outcome outcome = one.outcomes().get(key);
        String blank = one.layout().blanks().get(key);
        if (blank != null || outcome == null)
            return new PublicationPage.Field(
                    t.of("statistics.disclosure.blank." + (blank == null ? Told.Blank.MISSING.name() : blank)), false);
        return outcome.kind() == Outcome.Kind.SHOWN || outcome.kind() == Outcome.Kind.ROUNDED
                ? new PublicationPage.Field(t.of("statistics.disclosure.count", outcome.shown()), false)
                : new PublicationPage.Field(t.of("statistics.disclosure.withheld"), true);
    }

    static List<PublicationPage.Fact> facts(Publications.Publication one, Text t) {
        var facts = new ArrayList<PublicationPage.Fact>();
        Proof proof = one.proof();
        boolean rounded = proof.base() > 0;
        fact(facts, t, "shown", t.of("statistics.disclosure.count", one.shown()));
        if (!rounded) {
            fact(facts, t, "small", t.of("statistics.disclosure.fact.small.value", one.small(), one.threshold()));
            fact(facts, t, "others", t.of("statistics.disclosure.count", one.others()));
        }
        fact(facts, t, "cells", t.of("statistics.disclosure.fact.cells.value", proof.cells(), proof.relations()));
        fact(
                facts,
                t,
                "doubt",
                t.of(
                        rounded
                                ? "statistics.disclosure.fact.doubt.rounded"
                                : "statistics.disclosure.fact.doubt.withheld",
                        proof.intervals().size(),
                        rounded ? proof.base() : one.threshold() + 1));
        fact(
                facts,
                t,
                "search",
                proof.best()
                        ? t.of("statistics.disclosure.fact.search.best", proof.solver())
                        : t.of(
                                "statistics.disclosure.fact.search.good",
                                proof.solver(),
                                Math.round(proof.gap() * 100)));
        int amended = one.layout().amended();
        if (amended > 0) {
            String word = one.layout().holdsChanges() ? "amended" : "notHeld";
            fact(facts, t, word, t.of("statistics.disclosure.fact." + word + ".value", amended));
        }
        fact(facts, t, "inputs", proof.inputs());
        return facts;
    }

    private static void fact(List<PublicationPage.Fact> facts, Text t, String word, @Nullable String value) {
        facts.add(new PublicationPage.Fact(t.of("statistics.disclosure.fact." + word), value == null ? "" : value));
    }
}
