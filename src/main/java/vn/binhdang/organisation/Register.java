package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.event.Below;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.Naming;
import vn.binhdang.organisation.event.NewUnit;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.organisation.person.Office;
import vn.binhdang.organisation.person.PersonChanges;
import vn.binhdang.organisation.person.PersonRecord;

/** Enters units, people and offices. */
@Component
public class Register {
    private final JdbcClient jdbc;
    private final UnitEvents events;
    private final AuditTrail audit;
    private final PersonChanges people;

    Register(JdbcClient jdbc, UnitEvents events, AuditTrail audit, PersonChanges people) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.people = people;
    }

    /**
     * A unit that exists from a day on.
     * @param parent null for an agency
     */
    @Transactional
    public void addUnit(
            Actor actor,
            UnitId id,
            UnitKind kind,
            String name,
            @Nullable String shortName,
            @Nullable String symbolAbbreviation,
            @Nullable UnitId parent,
            int position,
            List<String> aliases,
            LocalDate from) {
        var naming = new Naming(kind, name, shortName, symbolAbbreviation);
        events.enter(
                actor,
                EventFacts.on(from, ""),
                new UnitChange.Create(new NewUnit(id, naming, parent, position, aliases, List.of())));
    }

    /** A unit that ends on a day while another takes over a function of it. */
    @Transactional
    public void dissolve(Actor actor, UnitId unit, UnitId taker, String function, String legalBasis, LocalDate on) {
        events.enter(
                actor,
                EventFacts.on(on, legalBasis),
                new UnitChange.Dissolve(unit, List.of(new UnitChange.Taker(taker, function)), Below.FOLLOW));
    }

    @Transactional
    public void setLetterhead(Actor actor, UnitId agency, String parentLine, String placeOfIssue, LocalDate from) {
        jdbc.sql("""
            insert into agency_letterhead (agency_id, parent_line, place_of_issue, valid_from)
            values (:agency, :parent, :place, :from)
            """)
                .param("agency", agency.value())
                .param("parent", parentLine)
                .param("place", placeOfIssue)
                .param("from", from)
                .update();
        audit.record(actor, "organisation.letterhead.set", agency.value(), Map.of("from", from.toString()));
    }

    /** A person with the office held from a day on. */
    @Transactional
    public PersonId addPerson(
            Actor actor,
            String familyName,
            String givenName,
            Sex sex,
            LegalStatus status,
            UnitId unit,
            Rank rank,
            String title,
            LocalDate from) {
        return addPerson(actor, familyName, givenName, sex, status, unit, rank, title, from, Details.NONE);
    }

    @Transactional
    public PersonId addPerson(
            Actor actor,
            String familyName,
            String givenName,
            Sex sex,
            LegalStatus status,
            UnitId unit,
            Rank rank,
            String title,
            LocalDate from,
            Details details) {
        var facts = new EnumMap<FactKind, String>(Map.of(FactKind.LEGAL_STATUS, status.name()));
        if (details.grade != null) facts.put(FactKind.GRADE, details.grade);
        if (details.degree != null) facts.put(FactKind.DEGREE, details.degree);
        for (String body : details.memberships) facts.put(FactKind.valueOf(body), "MEMBER");
        return people.enter(
                actor,
                new PersonRecord.Identity(familyName, givenName, sex, details.birthYear, details.staffCode),
                facts,
                new Office.Post(unit, rank, title, details.keyLeader),
                from);
    }

    /** Into another office from a day on; the one before stays in the history. */
    @Transactional
    public void movePerson(
            Actor actor, PersonId person, UnitId unit, Rank rank, String title, boolean keyLeader, LocalDate from) {
        people.move(actor, person, revision(person), new Office.Post(unit, rank, title, keyLeader), from);
    }

    /** Out of service from a day on. */
    @Transactional
    public void endService(Actor actor, PersonId person, LocalDate from) {
        people.leave(actor, person, revision(person), from);
    }

    private int revision(PersonId person) {
        return jdbc.sql("select revision from person where id = :id")
                .param("id", person.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotVisible("person " + person));
    }

    /**
     * What may be kept about a person beside name, sex, status and office.
     *
     * @param keyLeader whether the first office counts for indicator 1.1
     * @param grade and degree: values of those facts; null where not kept
     * @param memberships TRADE_UNION, YOUTH_UNION, PARTY_COMMITTEE
     */
    public record Details(
            @Nullable Integer birthYear,
            @Nullable String staffCode,
            boolean keyLeader,
            @Nullable String grade,
            @Nullable String degree,
            List<String> memberships) {
        static final Details NONE = new Details(null, null, false, null, null, List.of());
    }

    /** Sex as the register of staff records it; U where it is not known. */
    public enum Sex {
        F,
        M,
        U
    }

    /** Công chức, viên chức, người lao động: three legal statuses, all in scope. */
    public enum LegalStatus {
        CIVIL_SERVANT,
        PUBLIC_EMPLOYEE,
        CONTRACT_WORKER
    }
}
