package vn.binhdang.organisation.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Tells a record as sentences: what began, changed and ended, each with its day and units named as on that day. */
@Component
public class PersonHistory {
    private final Units units;

    PersonHistory(Units units) {
        this.units = units;
    }

    /** @param day as people read it */
    public record Sentence(String day, String words) {}

    private record Told(LocalDate day, String words) {}

    /**
     * The latest first.
     * @param until what began after this day is not told; null for all
     */
    public List<Sentence> of(PersonRecord record, @Nullable LocalDate until, Text t) {
        var told = new ArrayList<Told>();
        var names = new HashMap<UnitId, Map<LocalDate, String>>();
        offices(record, names, told, t);
        facts(record, told, t);
        return told.stream()
                .filter(one -> until == null || !one.day.isAfter(until))
                .sorted(Comparator.comparing(Told::day).reversed())
                .map(one -> new Sentence(Days.print(one.day), one.words))
                .toList();
    }

    /** A unit as it was called on a day; its last name when it had ended. */
    public String unit(UnitId unit, LocalDate day) {
        var found = units.named(Set.of(unit), day).get(unit);
        return found == null ? "?" : name(found);
    }

    private static String name(Unit unit) {
        return unit.name();
    }

    private void offices(PersonRecord record, Map<UnitId, Map<LocalDate, String>> names, List<Told> told, Text t) {
        @Nullable Office before = null;
        for (var office : record.offices()) {
            var post = office.post();
            String place = name(names, post.unit(), office.from());
            if (!office.main()) {
                told.add(new Told(office.from(), t.of("organisation.history.beside", post.title(), place)));
                if (office.to() != null)
                    told.add(new Told(
                            office.to(),
                            t.of(
                                    "organisation.history.besideEnds",
                                    post.title(),
                                    name(names, post.unit(), office.to()))));
                continue;
            }
            if (before == null)
                told.add(new Told(office.from(), t.of("organisation.history.begins", post.title(), place)));
            else if (!office.from().equals(before.to()))
                told.add(new Told(office.from(), t.of("organisation.history.comesBack", post.title(), place)));
            else if (before.post().unit().equals(post.unit()))
                told.add(new Told(
                        office.from(),
                        t.of("organisation.history.rises", before.post().title(), post.title(), place)));
            else
                told.add(new Told(
                        office.from(),
                        t.of(
                                "organisation.history.moves",
                                name(names, before.post().unit(), office.from()),
                                place,
                                post.title())));
            if (before != null && before.to() != null && !before.to().equals(office.from()))
                leaves(before, names, told, t);
            before = office;
        }
        if (before != null && before.to() != null) leaves(before, names, told, t);
    }

    private void leaves(Office last, Map<UnitId, Map<LocalDate, String>> names, List<Told> told, Text t) {
        if (last.to() == null) return;
        told.add(new Told(
                last.to(),
                t.of(
                        "organisation.history.leaves",
                        last.post().title(),
                        name(names, last.post().unit(), last.to()))));
    }

    private static void facts(PersonRecord record, List<Told> told, Text t) {
        for (var kind : FactKind.values()) {
            @Nullable Fact before = null;
            for (var fact : record.facts()) {
                if (fact.kind() != kind) continue;
                String value = t.of(kind.messageKey(fact.value()));
                boolean follows = before != null && fact.from().equals(before.to());
                told.add(new Told(
                        fact.from(),
                        kind.isMembership()
                                ? t.of("organisation.history.joins", t.of("organisation.person." + kind.word()))
                                : follows && before != null
                                        ? t.of(
                                                "organisation.history.changes",
                                                t.of("organisation.person." + kind.word()),
                                                t.of(kind.messageKey(before.value())),
                                                value)
                                        : t.of(
                                                "organisation.history.is",
                                                t.of("organisation.person." + kind.word()),
                                                value)));
                if (kind.isMembership() && fact.to() != null)
                    told.add(new Told(
                            fact.to(),
                            t.of("organisation.history.leavesBody", t.of("organisation.person." + kind.word()))));
                before = fact;
            }
        }
    }

    private String name(Map<UnitId, Map<LocalDate, String>> names, UnitId unit, LocalDate day) {
        return names.computeIfAbsent(unit, _ -> new HashMap<>()).computeIfAbsent(day, on -> unit(unit, on));
    }
}
