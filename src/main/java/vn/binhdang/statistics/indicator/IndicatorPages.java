package vn.binhdang.statistics.indicator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.OfRecordPage;
import vn.binhdang.audit.RecordHistory;
import vn.binhdang.audit.RecordNames;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.IndicatorId;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.target.Target;
import vn.binhdang.web.Text;

@Component
class IndicatorPages {
    private static final int PAGE = 50;

    private final Indicators indicators;
    private final Definitions definitions;
    private final Catalogues catalogues;
    private final Units units;
    private final RecordNames names;
    private final RecordHistory deeds;
    private final Clock clock;

    IndicatorPages(
            Indicators indicators,
            Definitions definitions,
            Catalogues catalogues,
            Units units,
            RecordNames names,
            RecordHistory deeds,
            Clock clock) {
        this.indicators = indicators;
        this.definitions = definitions;
        this.catalogues = catalogues;
        this.units = units;
        this.names = names;
        this.deeds = deeds;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Today.ZONE);
    }

    /** What the list is narrowed to. */
    record Filter(String words, @Nullable Theme theme, String state, String instrument) {}

    IndicatorsPage list(Filter filter, String after, Actor actor, Text t) {
        var day = today();
        var all = indicators.current().all();
        var words = new SearchWords(filter.words());
        var found = all.stream()
                .filter(one -> fits(one, one.nearest(day), filter, words))
                .toList();
        int from = 0;
        for (int i = 0; i < found.size(); i++) if (found.get(i).code().equals(after)) from = i + 1;
        var shown = found.subList(from, Math.min(found.size(), from + PAGE));
        boolean more = from + PAGE < found.size();
        return new IndicatorsPage(
                filter.words(),
                filter.theme(),
                filter.state(),
                filter.instrument(),
                all.stream()
                        .map(one -> one.nearest(day).instrument())
                        .filter(instrument -> !instrument.isEmpty())
                        .distinct()
                        .toList(),
                all.size(),
                (int) all.stream()
                        .filter(one -> one.nearest(day).isWhollyOfficial())
                        .count(),
                found.size(),
                shown.stream().map(one -> row(one, one.nearest(day), t)).toList(),
                from == 0,
                more ? address(filter, shown.getLast().code()) : null,
                actor.may(Action.DEFINE_STATISTICS));
    }

    private static boolean fits(Indicator indicator, IndicatorVersion version, Filter filter, SearchWords words) {
        if (filter.theme() != null && indicator.theme() != filter.theme()) return false;
        if (!filter.instrument().isEmpty() && !version.instrument().equals(filter.instrument())) return false;
        if (filter.state().equals("official") && !version.isWhollyOfficial()) return false;
        if (filter.state().equals("draft") && version.isWhollyOfficial()) return false;
        return words.areIn(indicator.code(), version.nameVi(), version.nameEn());
    }

    private static IndicatorsPage.Row row(Indicator indicator, IndicatorVersion version, Text t) {
        return new IndicatorsPage.Row(
                "/statistics/indicators/" + indicator.id(),
                indicator.code(),
                version.name(t.language()),
                nameLanguage(version, t),
                indicator.theme(),
                version.unit(t.language()),
                indicator.targets().stream()
                        .filter(target -> target.unit() == null)
                        .map(target -> target.year() + ": " + target.printed(t))
                        .collect(Collectors.joining(" · ")),
                Mark.of(version));
    }

    /** A name that nobody has put into English is Vietnamese on the English page too. */
    private static String nameLanguage(IndicatorVersion version, Text t) {
        return version.nameEn().equals(version.nameVi()) ? "vi" : t.language();
    }

    private static String address(Filter filter, String after) {
        var address = new StringBuilder("/statistics/indicators?after=").append(encoded(after));
        if (!filter.words().isEmpty()) address.append("&q=").append(encoded(filter.words()));
        if (filter.theme() != null) address.append("&theme=").append(filter.theme());
        if (!filter.state().isEmpty()) address.append("&state=").append(encoded(filter.state()));
        if (!filter.instrument().isEmpty()) address.append("&instrument=").append(encoded(filter.instrument()));
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A form of the page that has to be mended. */
    record Back(Map<String, String> typed, Map<String, String> mistakes) {
        static final Back NOTHING = new Back(Map.of(), Map.of());
    }

    /** @param number of the version to show; null for the one of today */
    IndicatorPage page(IndicatorId id, @Nullable Integer number, String done, Back back, Actor actor, Text t) {
        var indicator = definitions.find(id);
        var day = today();
        var version = indicator.versions().stream()
                .filter(one -> number != null && one.number() == number)
                .findFirst()
                .orElseGet(() -> indicator.nearest(day));
        var elements = CatalogueElements.of(catalogues.current());
        boolean latest = version.equals(indicator.last());
        boolean mayDefine = actor.may(Action.DEFINE_STATISTICS);
        return new IndicatorPage(
                id.toString(),
                indicator.code(),
                indicator.theme(),
                version,
                version.name(t.language()),
                nameLanguage(version, t),
                t.language().equals("en") ? version.nameVi() : version.nameEn(),
                version.unit(t.language()),
                version.definition(t.language()),
                Mark.of(version),
                FormulaView.words(version, elements, t),
                version.dimensions().stream()
                        .map(code -> dimension(elements.catalogue(), code, t))
                        .toList(),
                used(version, elements.catalogue(), t),
                validity(version, t),
                latest,
                versions(indicator, version),
                targets(indicator.targets(), day, t),
                confirmations(id, t),
                latest && mayDefine ? confirmable(version) : List.of(),
                mayDefine,
                done,
                back.typed(),
                back.mistakes(),
                TypedDay.print(day));
    }

    private static List<String> confirmable(IndicatorVersion version) {
        var parts = new ArrayList<String>();
        if (!version.official()) parts.add(Definitions.Part.DEFINITION.name());
        if (version.formula() != null && !version.formulaOfficial()) parts.add(Definitions.Part.FORMULA.name());
        return parts;
    }

    private static String dimension(Catalogue catalogue, String code, Text t) {
        var dimension = catalogue.dimensions().get(code);
        if (dimension == null) return code;
        return t.language().equals("en") ? dimension.nameEn() : dimension.nameVi();
    }

    private static List<IndicatorPage.ElementUsed> used(IndicatorVersion version, Catalogue catalogue, Text t) {
        if (version.formula() == null) return List.of();
        return version.formula().cells().stream()
                .map(CellRef::element)
                .distinct()
                .map(code -> {
                    var element = catalogue.elements().get(code);
                    return new IndicatorPage.ElementUsed(
                            code,
                            element == null ? code : element.name(t.language()),
                            element == null ? null : element.computedBy(),
                            catalogue.formsOf(code).stream()
                                    .map(form -> form.name(t.language()))
                                    .toList());
                })
                .toList();
    }

    private static String validity(IndicatorVersion version, Text t) {
        return version.until() == null
                ? t.of("statistics.indicator.since", TypedDay.print(version.from()))
                : t.of(
                        "statistics.indicator.fromTo",
                        TypedDay.print(version.from()),
                        TypedDay.print(version.until().minusDays(1)));
    }

    private static List<IndicatorPage.VersionLine> versions(Indicator indicator, IndicatorVersion shown) {
        return indicator.versions().reversed().stream()
                .map(version -> new IndicatorPage.VersionLine(
                        version.number(),
                        "/statistics/indicators/" + indicator.id() + "?version=" + version.number(),
                        TypedDay.print(version.from()),
                        Mark.of(version),
                        version.equals(shown)))
                .toList();
    }

    private List<IndicatorPage.TargetLine> targets(List<Target> targets, LocalDate day, Text t) {
        var named = names.units(
                targets.stream()
                        .map(Target::unit)
                        .filter(java.util.Objects::nonNull)
                        .map(UnitId::value)
                        .collect(Collectors.toSet()),
                day);
        return targets.stream()
                .map(target -> new IndicatorPage.TargetLine(
                        target.id().toString(),
                        target.year(),
                        target.unit() == null ? "" : unitName(target.unit(), named, day),
                        target.printed(t),
                        target.language(t.language()),
                        target.instrument(),
                        target.source(),
                        target.official()))
                .toList();
    }

    /** One that has ended is called as it last was. */
    private String unitName(UnitId unit, Map<UUID, String> named, LocalDate day) {
        String name = named.get(unit.value());
        return name == null ? units.nearest(unit, day).name() : name;
    }

    private List<IndicatorPage.ConfirmationLine> confirmations(IndicatorId id, Text t) {
        var found = definitions.confirmations(id);
        if (found.isEmpty()) return List.of();
        var people =
                names.people(found.stream().map(Definitions.Confirmation::by).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new IndicatorPage.ConfirmationLine(
                        one.year() != null
                                ? t.of("statistics.indicator.confirmed.target", String.valueOf(one.year()))
                                : t.of(
                                        "statistics.indicator.confirmed." + one.what(),
                                        one.version() == null ? 1 : one.version()),
                        one.source(),
                        people.getOrDefault(one.by(), ""),
                        TypedDay.print(one.at().atZoneSameInstant(Today.ZONE).toLocalDate())))
                .toList();
    }

    OfRecordPage deeds(IndicatorId id, @Nullable String before, Text t) {
        var indicator = definitions.find(id);
        return new OfRecordPage(
                indicator.code() + " " + indicator.nearest(today()).nameVi(),
                "/statistics/indicators/" + id,
                deeds.of(List.of(id.value()), before, t));
    }

    DefinitionPage form(
            @Nullable Indicator indicator,
            Map<String, String> typed,
            Set<String> chosen,
            Map<String, String> mistakes,
            FormulaView formula,
            boolean overtaken,
            boolean checked,
            Text t) {
        var catalogue = catalogues.current();
        String address = indicator == null ? "" : "/statistics/indicators/" + indicator.id();
        return new DefinitionPage(
                indicator == null ? "/statistics/indicators" : address,
                indicator == null ? "/statistics/indicators/new" : address + "/change",
                indicator == null ? "" : indicator.code(),
                indicator != null
                        && (indicator.last().official() || indicator.last().formulaOfficial()),
                overtaken,
                checked,
                typed,
                chosen,
                mistakes,
                formula,
                catalogue.dimensions().values().stream()
                        .map(dimension -> new DefinitionPage.Dimension(
                                dimension.code(), t.language().equals("en") ? dimension.nameEn() : dimension.nameVi()))
                        .toList(),
                catalogue.elements().values().stream()
                        .map(element -> new DefinitionPage.ElementChoice(
                                element.code(), element.name(t.language()), hint(element)))
                        .toList());
    }

    /** The form of an indicator as it stands. */
    DefinitionPage form(Indicator indicator, Text t) {
        var definition = Definition.of(indicator.last());
        var typed = DefinitionForm.typed(definition);
        typed.put("number", String.valueOf(indicator.last().number()));
        typed.put("edition", String.valueOf(indicator.last().edition()));
        var formula = FormulaView.of(
                        definition.kind(),
                        typed.getOrDefault("numerator", ""),
                        typed.getOrDefault("denominator", ""),
                        definition.factor(),
                        definition.overUnits(),
                        CatalogueElements.of(catalogues.current()),
                        t)
                .view();
        return form(indicator, typed, new LinkedHashSet<>(definition.dimensions()), Map.of(), formula, false, false, t);
    }

    private static String hint(Catalogue.Element element) {
        return element.dimensions().stream()
                .flatMap(dimension -> dimension.categories().stream())
                .map(Catalogue.Category::pair)
                .collect(Collectors.joining(", "));
    }
}
