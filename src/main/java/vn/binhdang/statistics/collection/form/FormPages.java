package vn.binhdang.statistics.collection.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.Deadlines;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.collection.FormDefinition;
import vn.binhdang.statistics.collection.FormVersion;
import vn.binhdang.statistics.collection.FormVersions;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.entry.Preview;
import vn.binhdang.web.Text;

/** Makes the pages of forms ready to print. */
@Component
class FormPages {
    private final Forms forms;
    private final FormVersions versions;
    private final Layouts layouts;
    private final Catalogues catalogues;
    private final Deadlines deadlines;
    private final Units units;
    private final Clock clock;

    FormPages(
            Forms forms,
            FormVersions versions,
            Layouts layouts,
            Catalogues catalogues,
            Deadlines deadlines,
            Units units,
            Clock clock) {
        this.forms = forms;
        this.versions = versions;
        this.layouts = layouts;
        this.catalogues = catalogues;
        this.deadlines = deadlines;
        this.units = units;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Today.ZONE);
    }

    FormsPage list(Actor actor, Text t) {
        var standing = versions.standing();
        var rows = new ArrayList<FormsPage.Row>();
        for (var form : catalogues.current().forms()) {
            var shape = form.shape();
            boolean inForce =
                    standing.getOrDefault(shape.id(), false) || !shape.slots().isEmpty();
            rows.add(new FormsPage.Row(
                    "/statistics/forms/" + shape.id(),
                    shape.code(),
                    form.name(t.language()),
                    t.of(shape.kind().messageKey()),
                    t.of(inForce ? "statistics.form.inForce" : "statistics.form.draft"),
                    inForce ? "approved" : "draft",
                    form.assignments().stream()
                            .filter(one -> one.holdsOn(today()))
                            .map(one -> t.of(one.kind().messageKey()))
                            .distinct()
                            .collect(Collectors.joining(", "))));
        }
        return new FormsPage(rows, actor.may(Action.DEFINE_STATISTICS));
    }

    NewFormPage fresh(Map<String, String> typed, Map<String, String> mistakes, Text t) {
        return new NewFormPage(
                forms.regimes().stream()
                        .map(one -> new NewFormPage.Choice(one.code(), one.name(t.language())))
                        .toList(),
                typed,
                mistakes);
    }

    /** @param asked number of the version to print; null for the one that is in force */
    FormPage page(
            Actor actor,
            FormId id,
            @Nullable Integer asked,
            String saved,
            Map<String, String> typed,
            Map<String, String> mistakes,
            Text t) {
        var form = forms.form(id);
        var facts = forms.facts(id);
        var all = versions.of(id);
        var current = all.stream()
                .filter(one -> one.validFrom() instanceof LocalDate from && one.inForce() && !from.isAfter(today()))
                .findFirst();
        var shown = all.stream()
                .filter(version -> asked == null
                        ? current.map(one -> one.number() == version.number()).orElse(version.inForce())
                        : version.number() == asked && version.inForce())
                .findFirst();
        boolean english = t.language().equals("en");
        boolean may = actor.may(Action.DEFINE_STATISTICS);
        return new FormPage(
                "/statistics/forms/" + id,
                form.shape().code(),
                form.name(t.language()),
                t.of(form.shape().kind().messageKey()),
                english ? facts.regimeEn() : facts.regimeVi(),
                facts.legalBasis(),
                TypedDay.print(form.from()),
                shown.map(FormVersion::number).orElse(0),
                all.stream()
                        .filter(FormVersion::inForce)
                        .map(version -> new FormPage.Version(
                                version.number(),
                                t.of("statistics.form.version.from", TypedDay.print(version.validFrom())),
                                current.map(one -> one.number() == version.number())
                                                .orElse(false)
                                        ? "approved"
                                        : "not-started",
                                "/statistics/forms/" + id + "?version=" + version.number()))
                        .toList(),
                all.stream().anyMatch(version -> !version.inForce()),
                shown.map(version -> Preview.of(layouts.draft(version).layout(), t))
                        .orElseGet(List::of),
                shown.map(FormVersion::definition).map(FormDefinition::rules).orElseGet(List::of).stream()
                        .map(rule -> new FormPage.Rule(
                                rule.code(),
                                t.of(rule.severity().messageKey()),
                                rule.severity() == vn.binhdang.statistics.collection.Severity.ERROR,
                                english ? rule.nameEn() : rule.nameVi(),
                                rule.says()))
                        .toList(),
                assigned(id, t),
                deadlines(id, form, t),
                may ? kinds(t) : List.of(),
                may,
                saved.isEmpty() ? "" : t.of("statistics.form.saved"),
                typed,
                mistakes);
    }

    private List<FormPage.Assigned> assigned(FormId id, Text t) {
        var assignments = forms.assignments(id);
        var names = units.named(
                assignments.stream()
                        .map(Forms.Assigned::within)
                        .filter(Objects::nonNull)
                        .toList(),
                today());
        return assignments.stream()
                .map(one -> new FormPage.Assigned(
                        one.id().toString(),
                        t.of(one.kind().messageKey()),
                        one.within() != null && names.get(one.within()) instanceof vn.binhdang.organisation.Unit unit
                                ? unit.name()
                                : "",
                        TypedDay.print(one.from()),
                        one.until() instanceof LocalDate until ? TypedDay.print(until.minusDays(1)) : ""))
                .toList();
    }

    /** Of the kinds that are asked now, and of those that have one from before. */
    private List<FormPage.Deadline> deadlines(FormId id, Catalogue.Form form, Text t) {
        var days = deadlines.days(id);
        return Arrays.stream(UnitKind.values())
                .filter(kind -> days.containsKey(kind)
                        || form.assignments().stream().anyMatch(one -> one.kind() == kind && one.holdsOn(today())))
                .map(kind -> new FormPage.Deadline(
                        kind.name(),
                        t.of(kind.messageKey()),
                        days.containsKey(kind) ? String.valueOf(days.get(kind)) : ""))
                .toList();
    }

    private static List<FormPage.Choice> kinds(Text t) {
        return Arrays.stream(UnitKind.values())
                .map(kind -> new FormPage.Choice(kind.name(), t.of(kind.messageKey())))
                .sorted(Comparator.comparing(FormPage.Choice::name, java.text.Collator.getInstance(t.locale())))
                .toList();
    }

    DraftPage draft(
            FormVersion version, String saved, Map<String, String> typed, Map<String, String> mistakes, Text t) {
        return draft(version, saved, typed, mistakes, DraftPage.EMPTY, null, t);
    }

    /** @param typed the draft as it would be with what was typed; its edition is that of what is stored */
    DraftPage overtaken(FormVersion typed, FormDefinition.Section fresh, String part, FormDefinition stored, Text t) {
        return draft(
                typed, "", Map.of(), Map.of(), fresh, new DraftPage.Overtaken(part, StoredPart.of(part, stored, t)), t);
    }

    private DraftPage draft(
            FormVersion version,
            String saved,
            Map<String, String> typed,
            Map<String, String> mistakes,
            FormDefinition.Section fresh,
            DraftPage.@Nullable Overtaken overtaken,
            Text t) {
        var ready = layouts.draft(version);
        var definition = version.definition();
        var cells = new ArrayList<DraftPage.CellRow>();
        var settings = definition.settings().stream()
                .collect(Collectors.toMap(FormDefinition.Setting::cell, one -> one, (one, _) -> one));
        for (var cell : ready.layout().cells()) {
            var setting = settings.remove(cell.key());
            cells.add(new DraftPage.CellRow(
                    cell.key(),
                    cell.name(t.language()),
                    true,
                    cell.required(),
                    setting == null || setting.lowest() == null ? "" : setting.lowest(),
                    setting == null || setting.highest() == null ? "" : setting.highest()));
        }
        settings.values().stream()
                .filter(setting -> !setting.asked())
                .sorted(Comparator.comparing(FormDefinition.Setting::cell))
                .forEach(setting ->
                        cells.add(new DraftPage.CellRow(setting.cell(), setting.cell(), false, false, "", "")));
        return new DraftPage(
                "/statistics/forms/" + version.form(),
                ready.form().shape().code(),
                ready.form().name(t.language()),
                version.number(),
                version.edition(),
                saved.isEmpty() ? "" : t.of("statistics.form.saved"),
                ready.faults().stream()
                        .map(fault -> t.of(fault.key(), fault.arguments().toArray()))
                        .toList(),
                definition.sections(),
                definition.rules(),
                cells,
                Preview.of(ready.layout(), t),
                catalogues.current().elements().values().stream()
                        .map(element -> new DraftPage.Choice(element.code(), element.name(t.language())))
                        .toList(),
                mistakes,
                typed,
                fresh,
                overtaken);
    }
}
