package vn.binhdang.statistics.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.FormShape;

/** Forms ready to be filled in: laid out, with their rules. */
@Component("layoutsOfForms")
public class Layouts {
    private static final int KEPT = 500;

    private final Catalogues catalogues;
    private final FormVersions versions;
    private final Map<Key, Ready> ready = new ConcurrentHashMap<>();

    Layouts(Catalogues catalogues, FormVersions versions) {
        this.catalogues = catalogues;
        this.versions = versions;
    }

    /** @param catalogue its count of changes: an element may have got another name since */
    private record Key(UUID version, long catalogue) {}

    /** @param form with its names, as the catalogue has it */
    public record Ready(Catalogue catalogue, Catalogue.Form form, Layout layout, FormRules rules) {
        /** What keeps a draft from being put in force. */
        public List<Layout.Fault> faults() {
            var faults = new ArrayList<>(layout.faults());
            faults.addAll(rules.faults());
            return faults;
        }
    }

    /** A form as it is asked in a period. @throws NotVisible when there is no such form */
    public Ready of(FormId id, ReportingPeriod period) {
        var catalogue = catalogues.current();
        return of(catalogue.form(id).orElseThrow(() -> new NotVisible("form " + id)), catalogue, period);
    }

    /** The same of a form that stands in a catalogue which was looked at before. */
    public Ready of(Catalogue.Form form, Catalogue catalogue, ReportingPeriod period) {
        return inForce(form, catalogue, form.shape().window(period).to());
    }

    private Ready inForce(Catalogue.Form form, Catalogue catalogue, LocalDate day) {
        var version = versions.inForce(form.shape().id(), day);
        var key = new Key(version.map(FormVersion::id).orElse(form.shape().id().value()), catalogue.no());
        var known = ready.get(key);
        if (known != null) return known;
        if (ready.size() > KEPT) ready.clear();
        var made = make(
                form, catalogue, version.map(FormVersion::definition).orElseGet(() -> plain(form.shape(), catalogue)));
        ready.put(key, made);
        return made;
    }

    /** A version that is being written: its new cells have no slots yet and are numbered for themselves. */
    public Ready draft(FormVersion version) {
        var catalogue = catalogues.current();
        var form = catalogue.form(version.form()).orElseThrow(() -> new NotVisible("form " + version.form()));
        return make(form, catalogue, version.definition());
    }

    private static Ready make(Catalogue.Form form, Catalogue catalogue, FormDefinition definition) {
        var slots = new HashMap<String, Integer>();
        for (var slot : form.shape().slots())
            slots.put(Asked.of(slot.elementCode(), slot.combination()).toString(), slot.number());
        var layout = Layout.of(definition, catalogue, slots);
        return new Ready(catalogue, form, layout, FormRules.of(layout, definition.rules(), catalogue));
    }

    /** Of a form that came without tables, from another system: elements down, what they are divided by across. */
    private static FormDefinition plain(FormShape shape, Catalogue catalogue) {
        var rows = new LinkedHashSet<String>();
        var columns = new LinkedHashSet<String>();
        var settings = new LinkedHashMap<String, FormDefinition.Setting>();
        for (var slot : shape.slots()) {
            rows.add(slot.elementCode());
            columns.add(slot.combination());
        }
        for (String row : rows)
            for (String column : columns) {
                String key = Asked.of(row, column).toString();
                var slot = shape.slot(row, column);
                settings.put(
                        key,
                        slot.isEmpty()
                                ? new FormDefinition.Setting(key, false, false, null, null)
                                : limits(key, shape.slots().get(slot.getAsInt())));
            }
        return new FormDefinition(
                List.of(new FormDefinition.Section(
                        "Số liệu",
                        "Figures",
                        "",
                        "",
                        false,
                        rows.stream().map(row -> row(row, catalogue)).toList(),
                        columns.stream()
                                .map(column -> column(column, catalogue))
                                .toList())),
                List.copyOf(settings.values()),
                List.of());
    }

    private static FormDefinition.Setting limits(String key, FormShape.Slot slot) {
        return new FormDefinition.Setting(
                key,
                true,
                false,
                slot.lowest() == null ? "x" : FigureText.print(slot.lowest(), slot.decimals()),
                slot.highest() == null ? "x" : FigureText.print(slot.highest(), slot.decimals()));
    }

    private static FormDefinition.Heading row(String element, Catalogue catalogue) {
        var known = catalogue.element(element);
        return new FormDefinition.Heading(
                element,
                known.map(Catalogue.Element::nameVi).orElse(element),
                known.map(Catalogue.Element::nameEn).orElse(element));
    }

    private static FormDefinition.Heading column(String combination, Catalogue catalogue) {
        if (combination.isEmpty()) return new FormDefinition.Heading("[]", "Tổng số", "Total");
        var names = new ArrayList<Catalogue.Category>();
        for (String pair : combination.split(";"))
            catalogue.dimensions().values().stream()
                    .flatMap(dimension -> dimension.categories().stream())
                    .filter(category -> category.pair().equals(pair))
                    .findFirst()
                    .ifPresent(names::add);
        return new FormDefinition.Heading(
                "[" + combination + "]",
                names.stream().map(Catalogue.Category::nameVi).collect(Collectors.joining(", ")),
                names.stream().map(Catalogue.Category::nameEn).collect(Collectors.joining(", ")));
    }
}
