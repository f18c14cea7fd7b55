package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.Naming;
import vn.binhdang.organisation.event.NewUnit;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;

/** Enters units, people and offices. */
@Component
public class Register {
    private final JdbcClient jdbc;
    private final UnitEvents events;
    private final AuditTrail audit;

    Register(JdbcClient jdbc, UnitEvents events, AuditTrail audit) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
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
        var id = PersonId.create();
        jdbc.sql("insert into person values (:id, :family, :given, :sex, :status)")
                .param("id", id.value())
                .param("family", familyName)
                .param("given", givenName)
                .param("sex", sex.name())
                .param("status", status.name())
                .update();
        jdbc.sql("""
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            values (:id, :person, :unit, :rank, :title, :from)
            """)
                .param("id", Uuid7.create())
                .param("person", id.value())
                .param("unit", unit.value())
                .param("rank", rank.name())
                .param("title", title)
                .param("from", from)
                .update();
        audit.record(actor, "organisation.person.create", id.value(), Map.of("unit", unit.toString()));
        return id;
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
