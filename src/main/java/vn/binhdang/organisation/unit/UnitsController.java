package vn.binhdang.organisation.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.NavigationEntry;
import vn.binhdang.web.Text;

/** The map of units on a day: a list to search and one page for each unit. */
@Controller
@Allows(Action.READ_UNITS)
class UnitsController {
    private static final int PAGE = 50;

    private final Units units;
    private final UnitRecords records;
    private final UnitPages pages;
    private final Clock clock;

    UnitsController(Units units, UnitRecords records, UnitPages pages, Clock clock) {
        this.units = units;
        this.records = records;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry unitsNavigation() {
        return new NavigationEntry("organisation.unit.navigation", "/units", "sitemap", 30, Action.READ_UNITS);
    }

    @GetMapping("/units")
    String list(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String where,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        var asOf = AsOf.of(on, LocalDate.now(clock));
        boolean everywhere = "all".equals(where);
        var key = UnitSearch.Key.of(after);
        var search = new UnitSearch(
                q == null ? "" : q, asOf.day(), null, everywhere ? null : actor.agency(), kind(kind), key, PAGE + 1);
        var found = units.search(search);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute(
                "page",
                new UnitsPage(
                        asOf,
                        search.words(),
                        search.kind(),
                        everywhere,
                        units.nearest(actor.agency(), asOf.day()).label(),
                        rows(shown, asOf),
                        key == null,
                        more ? next(search, asOf, shown.getLast()) : null,
                        actor.may(Action.CHANGE_UNITS),
                        on == null || on.isBlank() ? meanings(search.words()) : List.of()));
        return "organisation/unit/units";
    }

    @GetMapping("/units/{id}")
    String unit(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String done,
            Actor actor,
            Text t,
            Model model) {
        var asOf = AsOf.of(on, LocalDate.now(clock));
        model.addAttribute("page", pages.of(id, asOf, done, actor, t));
        return "organisation/unit/unit";
    }

    @GetMapping("/units/{id}/history")
    String history(
            @PathVariable UnitId id, @RequestParam(required = false) @Nullable String before, Text t, Model model) {
        model.addAttribute("page", pages.deeds(id, LocalDate.now(clock), before, t));
        return "audit/of-record";
    }

    private List<UnitsPage.Row> rows(List<Unit> found, AsOf asOf) {
        var ids = found.stream().map(Unit::id).toList();
        var parents = records.parentNames(ids, asOf.day());
        var codes = records.administrativeCodes(ids, asOf.day());
        return found.stream()
                .map(unit -> new UnitsPage.Row(
                        asOf.carry("/units/" + unit.id()),
                        unit.name(),
                        unit.kind().messageKey(),
                        parents.getOrDefault(unit.id(), ""),
                        codes.getOrDefault(unit.id(), "")))
                .toList();
    }

    private static String next(UnitSearch search, AsOf asOf, Unit last) {
        var fields = new ArrayList<AsOf.Field>();
        if (!search.words().isEmpty()) fields.add(new AsOf.Field("q", search.words()));
        if (search.kind() != null)
            fields.add(new AsOf.Field("kind", search.kind().name()));
        if (search.within() == null) fields.add(new AsOf.Field("where", "all"));
        fields.add(new AsOf.Field("after", new UnitSearch.Key(last.name(), last.id()).text()));
        return asOf.carry(AsOf.address("/units", fields));
    }

    /** A code without a day is a question back, when it named more than one unit. */
    private List<UnitsPage.Meaning> meanings(String words) {
        String code = words.toUpperCase(Locale.ROOT);
        var meanings = new ArrayList<UnitsPage.Meaning>();
        for (var scheme : CodeScheme.values()) {
            if (!scheme.admits(code)) continue;
            var holders = units.holders(scheme, code);
            if (holders.size() > 1) holders.forEach(holder -> meanings.add(UnitsPage.Meaning.of(code, holder)));
        }
        return meanings;
    }

    private static @Nullable UnitKind kind(@Nullable String name) {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
