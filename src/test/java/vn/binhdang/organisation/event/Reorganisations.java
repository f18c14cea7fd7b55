package vn.binhdang.organisation.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitKind;

/** Shorthand for tests: two invented provinces with their departments, and events that happen to them. */
final class Reorganisations {
    static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final UnitEvents events;
    final UnitId country;
    final UnitId hoaGiang;
    final UnitId songLam;

    Reorganisations(UnitEvents events) {
        this.events = events;
        country = found(UnitKind.GOVERNMENT, "Chính phủ", null);
        hoaGiang = found(UnitKind.PROVINCE, "Tỉnh Hoa Giang", country);
        songLam = found(UnitKind.PROVINCE, "Tỉnh Sông Lam", country);
    }

    /** Somebody with the whole country in charge. */
    Actor actor() {
        return actorOf(country);
    }

    static Actor actorOf(UnitId scope) {
        return Actor.of(AccountId.create(), PersonId.create(), scope, scope, Set.of(Role.OFFICE_CLERK));
    }

    UnitId found(UnitKind kind, String name, UnitId parent) {
        return found(kind, name, parent, FOUNDED);
    }

    UnitId found(UnitKind kind, String name, UnitId parent, LocalDate from) {
        var unit = NewUnit.of(new Naming(kind, name, null, null), parent);
        enter(from, new UnitChange.Create(unit));
        return unit.id();
    }

    UnitEventId enter(LocalDate day, UnitChange change) {
        return events.enter(actorOf(UnitId.create()), EventFacts.on(day, "Nghị quyết số 1"), change);
    }

    UnitEventId record(LocalDate day, UnitChange change) {
        return events.record(actor(), EventFacts.on(day, "Nghị quyết số 1"), change);
    }

    UnitEventId merge(LocalDate day, UnitId into, UnitId... units) {
        return record(day, new UnitChange.MergeInto(List.of(units), into, Below.FOLLOW));
    }

    UnitEventId move(LocalDate day, UnitId parent, UnitId... units) {
        return record(day, new UnitChange.Move(List.of(units), parent));
    }
}
