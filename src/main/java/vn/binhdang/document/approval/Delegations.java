package vn.binhdang.document.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Rank;

/** Powers to sign by order and by authorisation, recorded by the head before anybody uses them. */
@Component
public class Delegations {
    static final String COLUMNS =
            "d.id, d.capacity, d.from_person, d.to_person, d.scope, d.reference, d.valid_from, d.valid_to ";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final People people;
    private final Clock clock;

    Delegations(JdbcClient jdbc, AuditTrail audit, People people, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /** All of an agency, the newest first. */
    public List<Delegation> of(UnitId agency) {
        return jdbc.sql("select " + COLUMNS + """
            from   signing_delegation d
            where  d.agency_id = :agency
            order  by d.valid_from desc, d.id desc
            """)
                .param("agency", agency.value())
                .query(Delegations::row)
                .list();
    }

    static Delegation row(ResultSet rs, int row) throws SQLException {
        return new Delegation(
                rs.getObject("id", UUID.class),
                SigningCapacity.valueOf(rs.getString("capacity")),
                new PersonId(rs.getObject("from_person", UUID.class)),
                new PersonId(rs.getObject("to_person", UUID.class)),
                rs.getString("scope"),
                rs.getString("reference"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }

    /**
     * Records what the head gave in writing. Whoever signs by authorisation is not the head, so what they were given
     * cannot be passed on from here.
     *
     * @param lastDay inclusive, as people say it; needed for TUQ
     */
    @Transactional
    public Delegation record(
            Actor actor,
            SigningCapacity capacity,
            PersonId to,
            String scope,
            String reference,
            LocalDate from,
            @Nullable LocalDate lastDay) {
        actor.must(Action.DELEGATE_SIGNING);
        if (!leads(actor.agency(), actor.person(), from)) throw new Refused("document.delegation.onlyHead");
        if (to.equals(actor.person())) throw new Refused("document.delegation.toSelf");
        if (scope.isBlank()) throw new Refused("document.delegation.noScope");
        if (reference.isBlank()) throw new Refused("document.delegation.noReference");
        if (capacity == SigningCapacity.TUQ && lastDay == null) throw new Refused("document.delegation.noEnd");
        if (lastDay != null && lastDay.isBefore(from)) throw new Refused("document.delegation.endsBeforeStart");
        if (!mayReceive(capacity, actor.agency(), to, from))
            throw new Refused("document.delegation.cannotReceive." + (capacity == SigningCapacity.TL ? "tl" : "tuq"));
        var delegation = new Delegation(
                Uuid7.create(),
                capacity,
                actor.person(),
                to,
                scope.strip(),
                reference.strip(),
                from,
                lastDay == null ? null : lastDay.plusDays(1));
        insert(actor, delegation);
        return delegation;
    }

    private void insert(Actor actor, Delegation delegation) {
        jdbc.sql("""
            insert into signing_delegation (id, agency_id, capacity, from_person, to_person, scope, reference,
                                            valid_from, valid_to, recorded_by, recorded_at)
            values (:id, :agency, :capacity, :from, :to, :scope, :reference, :validFrom, :validTo, :by, :at)
            """)
                .param("id", delegation.id())
                .param("agency", actor.agency().value())
                .param("capacity", delegation.capacity().name())
                .param("from", delegation.from().value())
                .param("to", delegation.to().value())
                .param("scope", delegation.scope())
                .param("reference", delegation.reference())
                .param("validFrom", delegation.validFrom())
                .param("validTo", delegation.validTo())
                .param("by", actor.account().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record(
                actor,
                "document.delegation.record",
                delegation.id(),
                Map.of(
                        "capacity", delegation.capacity().name(),
                        "to", delegation.to().toString(),
                        "from", delegation.validFrom().toString()));
    }

    private boolean leads(UnitId unit, PersonId person, LocalDate day) {
        return people.officesOf(unit, day).stream()
                .anyMatch(o -> o.person().equals(person) && (o.rank() == Rank.HEAD || o.rank() == Rank.ACTING_HEAD));
    }

    /** By order the heads of units sign; an authorisation may be given to anybody of them. */
    private boolean mayReceive(SigningCapacity capacity, UnitId agency, PersonId person, LocalDate day) {
        return people.officesBelow(agency, day).stream()
                .anyMatch(o -> o.person().equals(person)
                        && (capacity == SigningCapacity.TUQ || o.rank() == Rank.HEAD || o.rank() == Rank.ACTING_HEAD));
    }
}
