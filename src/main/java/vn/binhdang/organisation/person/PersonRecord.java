package vn.binhdang.organisation.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.organisation.Register.Sex;

/**
 * Everything kept about one person. What can happen to somebody is a method that returns the record as it is afterwards
 * or refuses: what was, stays; only its end is entered.
 *
 * @param revision number of changes so far
 * @param offices by their first days
 * @param facts by their first days; no two of one kind on the same day
 */
public record PersonRecord(PersonId id, int revision, Identity identity, List<Office> offices, List<Fact> facts) {

    /** @param birthYear null when it is not known */
    public record Identity(
            String familyName,
            String givenName,
            Sex sex,
            @Nullable Integer birthYear,
            @Nullable String staffCode) {
        public Identity {
            if (familyName.isBlank() || givenName.isBlank())
                throw new IllegalArgumentException("a person without a name");
        }

        public String fullName() {
            return familyName + " " + givenName;
        }
    }

    public PersonRecord {
        offices = offices.stream()
                .sorted(Comparator.comparing(Office::from).thenComparing(Office::id))
                .toList();
        facts = facts.stream()
                .sorted(Comparator.comparing(Fact::from).thenComparing(Fact::kind))
                .toList();
        for (var office : offices)
            for (var other : offices)
                if (office != other && office.main() && other.main() && office.overlaps(other))
                    throw new IllegalArgumentException("two main offices on one day");
    }

    public Optional<Office> mainOfficeOn(LocalDate day) {
        return offices.stream().filter(o -> o.main() && o.heldOn(day)).findFirst();
    }

    public Optional<String> factOn(FactKind kind, LocalDate day) {
        return facts.stream()
                .filter(f -> f.kind() == kind && f.holdsOn(day))
                .map(Fact::value)
                .findFirst();
    }

    public Office office(UUID office) {
        return offices.stream()
                .filter(o -> o.id().equals(office))
                .findFirst()
                .orElseThrow(() -> new NotVisible("office " + office));
    }

    /** As stored after so many changes. */
    public PersonRecord as(int revision) {
        return new PersonRecord(id, revision, identity, offices, facts);
    }

    /** Names of what differs, without the words themselves: for the record of deeds. */
    List<String> differences(PersonRecord other) {
        var names = new ArrayList<String>();
        if (!(identity.familyName + identity.givenName).equals(other.identity.familyName + other.identity.givenName))
            names.add("name");
        if (identity.sex != other.identity.sex) names.add("sex");
        if (!Objects.equals(identity.birthYear, other.identity.birthYear)) names.add("birthYear");
        if (!Objects.equals(identity.staffCode, other.identity.staffCode)) names.add("staffCode");
        if (!offices.equals(other.offices)) names.add("offices");
        for (var kind : FactKind.values()) if (!factsOf(kind).equals(other.factsOf(kind))) names.add(kind.word());
        return names;
    }

    private List<Fact> factsOf(FactKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).toList();
    }

    public PersonRecord identified(Identity corrected) {
        return new PersonRecord(id, revision, corrected, offices, facts);
    }

    /** Into another main office from a day on; also back into service after a time away. */
    public PersonRecord move(Office.Post post, LocalDate from) {
        var current = mainOfficeOn(from);
        if (offices.stream().anyMatch(o -> o.main() && o.from().isAfter(from)))
            throw new Refused("organisation.person.laterChange");
        if (current.isPresent() && current.get().from().equals(from)) throw new Refused("organisation.person.sameDay");
        if (current.isPresent() && current.get().post().equals(post))
            throw new Refused("organisation.person.nothingChanges");
        var after = new ArrayList<Office>();
        for (var office : offices) after.add(current.filter(office::equals).isPresent() ? office.until(from) : office);
        return with(after, Office.beginning(from, post, true));
    }

    /** Another office beside the main one. */
    PersonRecord addOffice(Office.Post post, LocalDate from) {
        if (mainOfficeOn(from).isEmpty()) throw new Refused("organisation.person.notInService");
        return with(offices, Office.beginning(from, post, false));
    }

    PersonRecord endOffice(UUID id, LocalDate on) {
        var office = office(id);
        if (office.main()) throw new Refused("organisation.person.mainOfficeEnds");
        return closed(office, on);
    }

    /**
     * What was mistyped is put right. The office before it, when it ended on the very day, ends on the corrected one.
     */
    PersonRecord correctOffice(UUID id, Office.Post post, LocalDate from) {
        var wrong = office(id);
        if (wrong.to() != null && !from.isBefore(wrong.to()))
            throw new Refused("organisation.person.endsBeforeItBegins");
        var after = new ArrayList<Office>();
        for (var office : offices) {
            if (office.id().equals(id)) continue;
            boolean before = wrong.main() && office.main() && wrong.from().equals(office.to());
            if (before && !office.from().isBefore(from)) throw new Refused("organisation.person.beforeTheOneBefore");
            after.add(before ? office.until(from) : office);
        }
        return with(after, new Office(id, post, wrong.main(), from, wrong.to()));
    }

    /** @param value null when it no longer holds */
    public PersonRecord change(FactKind kind, @Nullable String value, LocalDate from) {
        if (value == null && kind == FactKind.LEGAL_STATUS) throw new Refused("organisation.person.statusNeeded");
        if (facts.stream().anyMatch(f -> f.kind() == kind && f.from().isAfter(from)))
            throw new Refused("organisation.person.laterChange");
        Predicate<Fact> current = f -> f.kind() == kind && f.holdsOn(from);
        if (Objects.equals(factOn(kind, from).orElse(null), value))
            throw new Refused("organisation.person.nothingChanges");
        var after = new ArrayList<Fact>();
        for (var fact : facts) {
            if (!current.test(fact)) after.add(fact);
            // On its own first day it never held: a mistake put right.
            else if (fact.from().isBefore(from)) after.add(fact.until(from));
        }
        if (value != null) after.add(Fact.beginning(from, kind, value));
        return new PersonRecord(this.id, revision, identity, offices, after);
    }

    /** Out of service from a day on: every office and all that goes with the service ends; a degree is kept. */
    PersonRecord leave(LocalDate from) {
        if (mainOfficeOn(from).isEmpty()) throw new Refused("organisation.person.notInService");
        if (offices.stream().anyMatch(o -> !o.from().isBefore(from)))
            throw new Refused("organisation.person.laterChange");
        var closed =
                offices.stream().map(o -> o.heldOn(from) ? o.until(from) : o).toList();
        var kept = new ArrayList<Fact>();
        for (var fact : facts) {
            if (fact.kind() == FactKind.DEGREE
                    || !fact.holdsOn(from) && fact.from().isBefore(from)) kept.add(fact);
            else if (fact.from().isBefore(from)) kept.add(fact.until(from));
        }
        return new PersonRecord(id, revision, identity, closed, kept);
    }

    private PersonRecord closed(Office office, LocalDate on) {
        if (!office.heldOn(on) || !office.from().isBefore(on)) throw new Refused("organisation.person.notHeldThen");
        return new PersonRecord(
                id,
                revision,
                identity,
                offices.stream().map(o -> o.equals(office) ? o.until(on) : o).toList(),
                facts);
    }

    private PersonRecord with(List<Office> others, Office added) {
        for (var other : others) {
            if (!other.overlaps(added)) continue;
            if (other.main() && added.main()) throw new Refused("organisation.person.twoMainOffices");
            if (other.post().unit().equals(added.post().unit()))
                throw new Refused("organisation.person.twoOfficesInUnit");
        }
        var after = new ArrayList<>(others);
        after.add(added);
        return new PersonRecord(id, revision, identity, after, facts);
    }
}
