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

/** Enters units, people and offices. */
@Component
public class Register {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Register(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
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
        jdbc.sql("insert into unit (id, kind, valid_from) values (:id, :kind, :from)")
                .param("id", id.value())
                .param("kind", kind.name())
                .param("from", from)
                .update();
        jdbc.sql("""
            insert into unit_name (unit_id, name, short_name, symbol_abbreviation, valid_from)
            values (:id, :name, :short, :abbreviation, :from)
            """)
                .param("id", id.value())
                .param("name", name)
                .param("short", shortName)
                .param("abbreviation", symbolAbbreviation)
                .param("from", from)
                .update();
        if (parent != null)
            jdbc.sql("insert into unit_parent (unit_id, parent_id, position, valid_from) values (:id, :parent,"
                            + " :position, :from)")
                    .param("id", id.value())
                    .param("parent", parent.value())
                    .param("position", position)
                    .param("from", from)
                    .update();
        jdbc.sql("select derive_unit_within(array[cast(:id as uuid)])")
                .param("id", id.value())
                .query()
                .singleRow();
        for (String alias : aliases)
            jdbc.sql("insert into unit_alias (unit_id, alias) values (:id, :alias)")
                    .param("id", id.value())
                    .param("alias", alias)
                    .update();
        audit.record(
                actor, "organisation.unit.create", id.value(), Map.of("kind", kind.name(), "from", from.toString()));
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
