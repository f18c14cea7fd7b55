package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** Reads a typed form; what is wrong is collected, a sentence for each field, so that all can be mended at once. */
final class EventReading {
    private final EventForm form;
    private final UnitsByName words;
    private final Units units;
    private final Reach reach;
    private final Text t;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final List<String> candidates = new ArrayList<>();

    EventReading(EventForm form, UnitsByName words, Units units, Reach reach, Text t) {
        this.form = form;
        this.words = words;
        this.units = units;
        this.reach = reach;
        this.t = t;
    }

    /** Field to sentence. */
    Map<String, String> problems() {
        return problems;
    }

    /** Units that a name could mean which means none, or several. */
    List<String> candidates() {
        return candidates;
    }

    static EventKind kind(@Nullable String word) {
        for (var kind : EventKind.values()) if (kind.word().equals(word)) return kind;
        return EventKind.CREATE;
    }

    /** Null when something is wrong; then {@link #problems} says what. */
    @Nullable
    EventFacts facts() {
        var day = AsOf.typed(form.on());
        if (day.isEmpty()) problem("on", "organisation.event.form.noDay");
        return day.map(on -> new EventFacts(
                        on,
                        form.text(form.legalBasis()),
                        form.text(form.source()),
                        form.text(form.note()),
                        form.verified() != null,
                        form.text(form.corrects()).isEmpty() ? null : UnitEventId.of(form.text(form.corrects()))))
                .orElse(null);
    }

    @Nullable
    UnitChange change(LocalDate day) {
        var change = switch (kind(form.kind())) {
            case CREATE -> create(day);
            case RENAME -> rename(day);
            case MERGE_INTO -> merge(day);
            case CONSOLIDATE -> consolidate(day);
            case SPLIT -> split(day);
            case MOVE -> move(day);
            case DISSOLVE -> dissolve(day);
            case TRANSFER_FUNCTION -> transfer(day);
        };
        return problems.isEmpty() ? change : null;
    }

    private @Nullable UnitChange create(LocalDate day) {
        var founded = founded(day, null);
        return founded == null ? null : new UnitChange.Create(founded);
    }

    private @Nullable UnitChange rename(LocalDate day) {
        var unit = only(day);
        var naming = naming();
        return unit == null || naming == null ? null : new UnitChange.Rename(unit, naming);
    }

    private @Nullable UnitChange merge(LocalDate day) {
        var subjects = subjects(day, 1);
        var into = one("target", form.target(), day, reach);
        if (into != null && subjects.contains(into)) problem("target", "organisation.event.form.sameUnit");
        return problems.isEmpty() && into != null ? new UnitChange.MergeInto(subjects, into, below()) : null;
    }

    private @Nullable UnitChange consolidate(LocalDate day) {
        var subjects = subjects(day, 2);
        var founded = founded(day, null);
        return problems.isEmpty() && founded != null ? new UnitChange.Consolidate(subjects, founded, below()) : null;
    }

    private @Nullable UnitChange move(LocalDate day) {
        var subjects = subjects(day, 1);
        var parent = one("target", form.target(), day, reach);
        if (parent != null && subjects.contains(parent)) problem("target", "organisation.event.form.sameUnit");
        return problems.isEmpty() ? new UnitChange.Move(subjects, parent) : null;
    }

    private @Nullable UnitChange split(LocalDate day) {
        var unit = only(day);
        if (unit == null) return null;
        var parts = new ArrayList<UnitChange.Part>();
        for (int i = 0; i < form.rows(form.part()).size(); i++) {
            boolean self = "SELF".equals(form.row(form.partKind(), i));
            String name = form.row(form.part(), i);
            if (name.isEmpty() && (!self || form.row(form.partShare(), i).isEmpty())) continue;
            var share = share(i);
            if (share == null) continue;
            if (self) parts.add(new UnitChange.Part(unit, null, share));
            else if ("EXISTING".equals(form.row(form.partKind(), i))) {
                var existing = one("part-" + i, name, day, reach);
                if (existing != null) parts.add(new UnitChange.Part(existing, null, share));
            } else {
                var founded = NewUnit.of(new Naming(units.on(unit, day).kind(), name, null, null), parent(unit, day));
                parts.add(new UnitChange.Part(founded.id(), founded, share));
            }
        }
        if (!problems.isEmpty()) return null;
        if (parts.size() < 2) problem("part", "organisation.event.form.twoParts");
        else if (parts.stream().map(UnitChange.Part::unit).distinct().count() < parts.size())
            problem("part", "organisation.event.form.partTwice");
        else if (parts.stream()
                        .map(UnitChange.Part::share)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(BigDecimal.ONE)
                != 0) problem("part", "organisation.event.form.shares");
        return problems.isEmpty() ? new UnitChange.Split(unit, parts, below()) : null;
    }

    private @Nullable UnitChange dissolve(LocalDate day) {
        var unit = only(day);
        var takers = new ArrayList<UnitChange.Taker>();
        for (int i = 0; i < form.rows(form.taker()).size(); i++) {
            String name = form.row(form.taker(), i);
            String function = form.row(form.takerFunction(), i);
            if (name.isEmpty() && function.isEmpty()) continue;
            // Functions may go to anybody on the map.
            var taker = one("taker-" + i, name, day, null);
            if (function.isEmpty()) problem("function-" + i, "organisation.event.form.noFunction");
            if (taker != null && taker.equals(unit)) problem("taker-" + i, "organisation.event.form.sameUnit");
            else if (taker != null) {
                var known = takers.stream()
                        .filter(other -> other.unit().equals(taker))
                        .findFirst();
                known.ifPresent(takers::remove);
                takers.add(new UnitChange.Taker(
                        taker, known.map(other -> other.function() + "; ").orElse("") + function));
            }
        }
        return unit == null || !problems.isEmpty() ? null : new UnitChange.Dissolve(unit, takers, below());
    }

    private @Nullable UnitChange transfer(LocalDate day) {
        var unit = only(day);
        var to = one("target", form.target(), day, null);
        String function = form.text(form.function());
        if (function.isEmpty()) problem("function", "organisation.event.form.noFunction");
        if (to != null && to.equals(unit)) problem("target", "organisation.event.form.sameUnit");
        return unit == null || to == null || !problems.isEmpty()
                ? null
                : new UnitChange.TransferFunction(unit, to, function);
    }

    private @Nullable NewUnit founded(LocalDate day, @Nullable UnitId otherwise) {
        var naming = naming();
        var parent = form.text(form.newParent()).isEmpty() && otherwise != null
                ? otherwise
                : one("newParent", form.newParent(), day, reach);
        return naming == null || parent == null ? null : NewUnit.of(naming, parent);
    }

    private @Nullable Naming naming() {
        UnitKind kind = null;
        for (var known : UnitKind.values()) if (known.name().equals(form.newKind())) kind = known;
        if (kind == null) problem("newKind", "organisation.event.form.noKind");
        if (form.text(form.newName()).isEmpty()) problem("newName", "organisation.event.form.noName");
        return kind == null || form.text(form.newName()).isEmpty()
                ? null
                : new Naming(kind, form.text(form.newName()), form.newShort(), form.newAbbreviation());
    }

    private @Nullable BigDecimal share(int i) {
        String typed = form.row(form.partShare(), i).replace("%", "").strip().replace(',', '.');
        try {
            var share = new BigDecimal(typed).movePointLeft(2);
            if (share.signum() > 0
                    && share.compareTo(BigDecimal.ONE) <= 0
                    && share.stripTrailingZeros().scale() <= 6) return share;
        } catch (NumberFormatException e) {
            // Said below, like a share that is no part.
        }
        problem("share-" + i, "organisation.event.form.noShare");
        return null;
    }

    private @Nullable UnitId parent(UnitId unit, LocalDate day) {
        var above = units.ancestors(unit, day);
        return above.isEmpty() ? null : above.getLast().id();
    }

    private Below below() {
        return Below.END.name().equals(form.below()) ? Below.END : Below.FOLLOW;
    }

    private @Nullable UnitId only(LocalDate day) {
        var subjects = subjects(day, 1);
        if (subjects.size() > 1) problem("unit", "organisation.event.form.oneUnit");
        return subjects.size() == 1 ? subjects.getFirst() : null;
    }

    private List<UnitId> subjects(LocalDate day, int atLeast) {
        var subjects = new ArrayList<UnitId>();
        for (String typed : EventForm.filled(form.unit())) {
            var unit = one("unit", typed, day, reach);
            if (unit != null && !subjects.contains(unit)) subjects.add(unit);
        }
        if (subjects.size() < atLeast)
            problem("unit", atLeast == 2 ? "organisation.event.form.twoUnits" : "organisation.event.form.noUnit");
        return subjects;
    }

    private @Nullable UnitId one(String field, @Nullable String typed, LocalDate day, @Nullable Reach where) {
        String name = form.text(typed);
        if (name.isEmpty()) {
            problem(field, "organisation.event.form.noUnit");
            return null;
        }
        var meaning = words.read(name, day, where);
        if (meaning.unit() != null) return meaning.unit();
        candidates.addAll(meaning.labels());
        String labels = String.join("; ", meaning.labels());
        problems.putIfAbsent(
                field,
                labels.isEmpty()
                        ? t.of("organisation.event.form.unknownUnit", name, AsOf.shown(day))
                        : meaning.similar()
                                ? t.of("organisation.unitName.similar", name, AsOf.shown(day), labels)
                                : t.of("organisation.unitName.several", name, labels));
        return null;
    }

    private void problem(String field, String key) {
        problems.putIfAbsent(field, t.of(key));
    }
}
