package vn.binhdang.organisation.tree;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Puts the picture of a day together. */
@Component
class TreePages {
    static final int BELOW_AT_ONCE = 200;

    static final int MOST_STOPS = 300;
    private static final int MOST_CHANGES = 40;
    private static final int MOST_OPEN = 30;
    private static final int MOST_FOUND = 12;

    private final TreeRows rows;
    private final Units units;

    TreePages(TreeRows rows, Units units) {
        this.rows = rows;
        this.units = units;
    }

    /**
     * @param open ids of branches, parted by commas; null for the own agency and the Government
     * @param sought the unit to lead to; null for none
     */
    TreePage of(Actor actor, AsOf asOf, @Nullable String open, @Nullable UnitId sought, String words, Text t) {
        var day = asOf.day();
        var opened = new LinkedHashSet<>(ids(open));
        var tops = rows.tops(day, BELOW_AT_ONCE);
        if (open == null && sought == null) {
            tops.stream().filter(top -> top.kind() == UnitKind.GOVERNMENT).forEach(top -> opened.add(top.unit()));
            opened.add(actor.agency());
        }
        // Branches stay open from day to day; to those of another day the way is opened too.
        var led = new LinkedHashSet<UnitId>();
        if (sought != null) led.add(sought);
        led.addAll(opened);
        var found = words.isBlank() ? List.<Unit>of() : units.search(UnitSearch.of(words, day, MOST_FOUND));
        var above = units.ancestors(
                Stream.concat(led.stream(), found.stream().map(Unit::id)).toList(), day);
        for (var unit : led) above.getOrDefault(unit, List.of()).forEach(one -> opened.add(one.id()));
        var branches = branches(tops, opened, day);
        var days = rows.days(MOST_STOPS);
        int at = -1;
        for (int i = 0; i < days.size(); i++) if (!days.get(i).isAfter(day)) at = i;
        String kept = opened.stream().limit(MOST_OPEN).map(UnitId::toString).collect(Collectors.joining(","));
        var happenings = rows.happenings(day, MOST_CHANGES + 1);
        return new TreePage(
                asOf.shown(),
                day.toString(),
                asOf.isToday(),
                asOf.wrong(),
                words,
                found.stream()
                        .map(unit -> found(unit, above.getOrDefault(unit.id(), List.of()), asOf, t))
                        .toList(),
                days.stream().map(LocalDate::toString).toList(),
                days.stream().map(AsOf::shown).toList(),
                Math.max(at, 0),
                step(days, at >= 0 && days.get(at).equals(day) ? at - 1 : at, kept),
                step(days, at + 1, kept),
                "/units/tree?open=" + kept,
                kept,
                counts(day, t),
                happenings.stream()
                        .limit(MOST_CHANGES)
                        .map(one -> change(one, asOf, t))
                        .toList(),
                happenings.size() > MOST_CHANGES ? asOf.carry("/units/events?where=all") : "",
                nodes(tops, branches, asOf, opened, opened, sought, t),
                "/units/tree?on=" + day + "&open=" + everything(tops, branches, opened),
                actor.may(Action.CHANGE_UNITS));
    }

    /** One branch, opened or closed, as the scripts of the page ask for it. */
    TreeNode branch(UnitId unit, AsOf asOf, boolean open, Text t) {
        // One that ends on the day still stands where it stood the day before.
        var above = units.ancestors(unit, units.span(unit).nearest(asOf.day()));
        var siblings = above.isEmpty()
                ? rows.tops(asOf.day(), Integer.MAX_VALUE)
                : rows.below(above.getLast().id(), asOf.day(), 0, Integer.MAX_VALUE);
        var row = siblings.stream().filter(one -> one.unit().equals(unit)).toList();
        if (row.isEmpty()) throw new NotVisible("unit " + unit + " on that day");
        Set<UnitId> opened = open ? Set.of(unit) : Set.of();
        var addressed = new LinkedHashSet<>(above.stream().map(Unit::id).toList());
        addressed.addAll(opened);
        return nodes(row, branches(row, opened, asOf.day()), asOf, opened, addressed, null, t)
                .getFirst();
    }

    /** What the unit is called, for the page of more of those below it. */
    String name(UnitId unit, AsOf asOf) {
        return units.on(unit, units.span(unit).nearest(asOf.day())).name();
    }

    /** The next ones below a unit. */
    List<TreeNode> more(UnitId parent, AsOf asOf, int skip, Text t) {
        var next = rows.below(parent, asOf.day(), skip, BELOW_AT_ONCE);
        return nodes(next, branches(next, Set.of(), asOf.day()), asOf, Set.of(), Set.of(parent), null, t);
    }

    boolean hasMore(UnitId parent, AsOf asOf, int skip) {
        return !rows.below(parent, asOf.day(), skip + BELOW_AT_ONCE, 1).isEmpty();
    }

    /**
     * What stands below the open branches and what is marked on all that is shown.
     * @param below of an open branch one more than is shown at once, if there are more
     */
    private record Branches(
            Map<UnitId, List<TreeRows.Row>> below, Map<UnitId, List<String>> relatives, Set<UnitId> unverified) {}

    /** Of all branches together: a page with thirty of them asks no more often than one with one. */
    private Branches branches(List<TreeRows.Row> top, Set<UnitId> opened, LocalDate day) {
        var below = rows.below(opened, day, BELOW_AT_ONCE + 1);
        var shown = Stream.concat(top.stream(), below.values().stream().flatMap(List::stream))
                .toList();
        return new Branches(
                below,
                rows.relatives(
                        shown.stream()
                                .filter(row -> row.begins() || row.ends())
                                .map(TreeRows.Row::unit)
                                .toList(),
                        day),
                rows.unverified(shown.stream().map(TreeRows.Row::unit).toList(), day));
    }

    /** @param addressed branches named in the addresses of the page without scripts */
    private static List<TreeNode> nodes(
            List<TreeRows.Row> level,
            Branches branches,
            AsOf asOf,
            Set<UnitId> opened,
            Set<UnitId> addressed,
            @Nullable UnitId sought,
            Text t) {
        var nodes = new ArrayList<TreeNode>();
        for (var row : level) {
            boolean open = row.below() > 0 && opened.contains(row.unit());
            var below = open ? branches.below().getOrDefault(row.unit(), List.of()) : List.<TreeRows.Row>of();
            boolean more = below.size() > BELOW_AT_ONCE;
            String mark = mark(row);
            nodes.add(new TreeNode(
                    row.unit().toString(),
                    row.ends()
                            ? "/units/" + row.unit() + "?on=" + asOf.day().minusDays(1)
                            : asOf.carry("/units/" + row.unit()),
                    row.name(),
                    t.of(row.kind().messageKey()),
                    row.below(),
                    open,
                    row.below() == 0 ? "" : toggle(row.unit(), asOf, addressed, open),
                    "/units/tree/branch/" + row.unit() + "?on=" + asOf.day() + "&open=" + !open,
                    t.of(open ? "organisation.tree.close" : "organisation.tree.open", row.name(), row.below()),
                    mark,
                    markWords(mark, row, branches.relatives().getOrDefault(row.unit(), List.of()), t),
                    branches.unverified().contains(row.unit()),
                    row.unit().equals(sought),
                    nodes(more ? below.subList(0, BELOW_AT_ONCE) : below, branches, asOf, opened, addressed, sought, t),
                    more ? moreHref(row.unit(), asOf, BELOW_AT_ONCE) : ""));
        }
        return nodes;
    }

    static String moreHref(UnitId parent, AsOf asOf, int skip) {
        return "/units/tree/below/" + parent + "?on=" + asOf.day() + "&skip=" + skip;
    }

    private static String mark(TreeRows.Row row) {
        if (row.ends()) return "ends";
        if (row.begins()) return "begins";
        if (row.formerName() != null) return "renamed";
        return row.moved() ? "moved" : "";
    }

    private static String markWords(String mark, TreeRows.Row row, Collection<String> relatives, Text t) {
        if (mark.isEmpty()) return "";
        String key = "organisation.tree.mark." + mark;
        if (mark.equals("renamed")) return t.of(key + ".from", String.valueOf(row.formerName()));
        return relatives.isEmpty() || mark.equals("moved")
                ? t.of(key)
                : t.of(key + ".from", String.join(", ", relatives));
    }

    private static String toggle(UnitId unit, AsOf asOf, Set<UnitId> opened, boolean open) {
        var others = new LinkedHashSet<>(opened);
        if (open) others.remove(unit);
        else others.add(unit);
        return "/units/tree?on=" + asOf.day() + "&open="
                + others.stream().limit(MOST_OPEN).map(UnitId::toString).collect(Collectors.joining(","))
                + "#unit-" + unit;
    }

    /** The branches that are open and those directly below them: what fits on a sheet of paper. */
    private static String everything(List<TreeRows.Row> tops, Branches branches, Set<UnitId> opened) {
        var all = new LinkedHashSet<>(opened);
        for (var top : tops) if (top.below() > 0) all.add(top.unit());
        for (var branch : opened)
            branches.below().getOrDefault(branch, List.of()).stream()
                    .limit(BELOW_AT_ONCE)
                    .filter(row -> row.below() > 0)
                    .forEach(row -> all.add(row.unit()));
        return all.stream().limit(MOST_OPEN).map(UnitId::toString).collect(Collectors.joining(","));
    }

    private static TreePage.@Nullable Step step(List<LocalDate> days, int at, String open) {
        if (at < 0 || at >= days.size()) return null;
        var day = days.get(at);
        return new TreePage.Step("/units/tree?on=" + day + "&open=" + open, AsOf.shown(day));
    }

    private static TreePage.Found found(Unit unit, List<Unit> above, AsOf asOf, Text t) {
        return new TreePage.Found(
                "/units/tree?on=" + asOf.day() + "&show=" + unit.id() + "#unit-" + unit.id(),
                unit.name(),
                t.of(unit.kind().messageKey()),
                above.stream().map(Unit::label).collect(Collectors.joining(" › ")));
    }

    private List<TreePage.Count> counts(LocalDate day, Text t) {
        var counts = rows.counts(day);
        var shown = new ArrayList<TreePage.Count>();
        int[] none = {0, 0};
        var provinces = counts.getOrDefault(UnitKind.PROVINCE, none);
        var cities = counts.getOrDefault(UnitKind.CENTRALLY_RUN_CITY, none);
        count(provinces[0] + cities[0], provinces[1] + cities[1], t.of("organisation.tree.provinces"), shown, t);
        for (Map.Entry<UnitKind, int[]> one : counts.entrySet())
            if (one.getKey() != UnitKind.PROVINCE && one.getKey() != UnitKind.CENTRALLY_RUN_CITY)
                count(one.getValue()[0], one.getValue()[1], t.of(one.getKey().messageKey()), shown, t);
        return shown;
    }

    private static void count(int before, int after, String kind, List<TreePage.Count> shown, Text t) {
        // The day on which the data begins is no day on which the units began.
        if (before == after || before == 0) return;
        shown.add(new TreePage.Count(
                t.of("organisation.sheet.count", before),
                t.of("organisation.sheet.count", after),
                kind,
                after > before));
    }

    private static TreePage.Change change(TreeRows.Happening one, AsOf asOf, Text t) {
        String word = one.kind().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String arrow = one.subjects().isEmpty() || one.results().isEmpty() ? "" : " → ";
        return new TreePage.Change(
                asOf.carry("/units/events/" + one.id()),
                word,
                t.of("organisation.tree.happening." + word),
                one.subjects() + arrow + one.results(),
                one.basis(),
                one.doubtful());
    }

    /** What nobody wrote by hand is no id and is left out. */
    private static List<UnitId> ids(@Nullable String text) {
        var ids = new ArrayList<UnitId>();
        if (text == null) return ids;
        for (String id : text.split(",")) if (id.length() == 36 && ids.size() < MOST_OPEN) ids.add(UnitId.of(id));
        return ids;
    }

    static @Nullable UnitId id(@Nullable String text) {
        if (text == null) return null;
        try {
            return new UnitId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
