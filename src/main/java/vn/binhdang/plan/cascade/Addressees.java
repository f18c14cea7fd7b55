package vn.binhdang.plan.cascade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitInPlace;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsInPlace;
import vn.binhdang.plan.cascade.Addressing.Addressee;

/**
 * Whom an agency may write down to: what is below it; for one that guides a field of work for a whole territory (a
 * department, a ministry) also what is below the authority it belongs to. Divisions of other agencies are none of its
 * addressees: their own agency passes on.
 */
@Component
class Addressees {
    private static final Set<UnitKind> GUIDING =
            EnumSet.of(UnitKind.DEPARTMENT, UnitKind.MINISTRY, UnitKind.GOVERNMENT_AGENCY);

    /** Parts of an agency, unless they have a letterhead of their own. */
    private static final Set<UnitKind> PARTS = EnumSet.of(
            UnitKind.MINISTRY_DEPARTMENT,
            UnitKind.DEPARTMENT_OFFICE,
            UnitKind.DIVISION,
            UnitKind.INSPECTORATE,
            UnitKind.SUB_DEPARTMENT,
            UnitKind.CENTRE,
            UnitKind.PUBLIC_SERVICE_UNIT,
            UnitKind.COMMITTEE,
            UnitKind.PARTY_COMMITTEE,
            UnitKind.TRADE_UNION,
            UnitKind.YOUTH_UNION,
            UnitKind.WOMENS_UNION,
            UnitKind.VETERANS_ASSOCIATION,
            UnitKind.OTHER);

    private final Units units;
    private final UnitsInPlace inPlace;

    Addressees(Units units, UnitsInPlace inPlace) {
        this.units = units;
        this.inPlace = inPlace;
    }

    /** How many units of each kind the agency may address on a day. */
    Map<UnitKind, Integer> kinds(UnitId agency, LocalDate day) {
        var itself = units.on(agency, day);
        var own = ownParts(agency, day);
        var counts = new EnumMap<UnitKind, Integer>(UnitKind.class);
        inPlace.kinds(top(itself, day), day).forEach((kind, count) -> {
            if (!PARTS.contains(kind)) counts.put(kind, count);
        });
        counts.computeIfPresent(itself.kind(), (kind, count) -> count > 1 ? count - 1 : null);
        own.values().forEach(unit -> counts.merge(unit.kind(), 1, Integer::sum));
        return counts;
    }

    /** @param groups units of saved groups; those that are gone by now are passed over */
    Addressing of(
            UnitId agency,
            Collection<UnitKind> kinds,
            Collection<UnitId> groups,
            Collection<String> names,
            LocalDate day) {
        var top = top(units.on(agency, day), day);
        var own = ownParts(agency, day);
        var found = new LinkedHashMap<UnitId, Addressee>();
        for (var unit : inPlace.below(top, kinds, day)) add(found, unit, own, agency);
        for (var unit : inPlace.of(top, groups, day)) add(found, unit, own, agency);
        var unknown = new ArrayList<String>();
        var ambiguous = new ArrayList<String>();
        var named = inPlace.named(top, names, day);
        for (String name : names) {
            var fitting = named.getOrDefault(name, List.of()).stream()
                    .filter(unit -> mayAddress(unit, own, agency))
                    .collect(Collectors.toMap(UnitInPlace::id, unit -> unit, (a, b) -> a))
                    .values();
            if (fitting.isEmpty()) unknown.add(name);
            else if (fitting.size() > 1) ambiguous.add(name);
            else fitting.forEach(unit -> add(found, unit, own, agency));
        }
        return new Addressing(List.copyOf(found.values()), unknown, ambiguous, 0);
    }

    private static void add(
            Map<UnitId, Addressee> found, UnitInPlace unit, Map<UnitId, UnitInPlace> own, UnitId agency) {
        if (mayAddress(unit, own, agency)) found.put(unit.id(), new Addressee(unit, own.containsKey(unit.id())));
    }

    private static boolean mayAddress(UnitInPlace unit, Map<UnitId, UnitInPlace> own, UnitId agency) {
        if (unit.id().equals(agency)) return false;
        return own.containsKey(unit.id()) || !PARTS.contains(unit.kind()) || unit.ownLetterhead();
    }

    /** The parts of the agency itself, through every level, in the order of their names. */
    private Map<UnitId, UnitInPlace> ownParts(UnitId agency, LocalDate day) {
        var waiting = new ArrayList<>(inPlace.below(agency, PARTS, day));
        waiting.removeIf(UnitInPlace::ownLetterhead);
        var own = new LinkedHashMap<UnitId, UnitInPlace>();
        var reached = new HashSet<UnitId>(Set.of(agency));
        boolean more = true;
        while (more) {
            more = false;
            for (var unit : waiting)
                if (!own.containsKey(unit.id()) && unit.parent() != null && reached.contains(unit.parent())) {
                    own.put(unit.id(), unit);
                    reached.add(unit.id());
                    more = true;
                }
        }
        return own;
    }

    private UnitId top(Unit agency, LocalDate day) {
        if (!GUIDING.contains(agency.kind())) return agency.id();
        var above = units.ancestors(agency.id(), day);
        return above.isEmpty() ? agency.id() : above.getLast().id();
    }
}
