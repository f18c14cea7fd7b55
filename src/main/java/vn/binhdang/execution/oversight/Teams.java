package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.People;

/**
 * Who is sent out. The team stands in the decision and changes until that is submitted; once it is issued, people leave with
 * a reason and come by a supplement: a decision of its own that names them.
 */
@Component
class Teams {
    private final JdbcClient jdbc;
    private final Missions missions;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    Teams(JdbcClient jdbc, Missions missions, People people, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.missions = missions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param name of the person, as it is today
     * @param office that they hold on the first day of the mission; empty without one
     * @param toDay the day after the last
     * @param supplementId by which they came; null for those in the decision itself
     * @param supplementState of its document; null while that is not drafted
     */
    record Member(
            UUID id,
            UUID personId,
            String name,
            String office,
            boolean leads,
            LocalDate fromDay,
            LocalDate toDay,
            @Nullable String endReason,
            @Nullable UUID supplementId,
            @Nullable DocumentState supplementState,
            @Nullable Integer supplementNo,
            @Nullable String supplementSymbol,
            @Nullable LocalDate supplementedOn) {
        boolean ended() {
            return endReason != null;
        }

        /** Named in an issued decision, or in the one that is being prepared. */
        boolean named() {
            return supplementId == null || supplementState == DocumentState.ISSUED;
        }

        /** Named in a supplement that can still be changed. */
        boolean awaited() {
            return supplementId != null && (supplementState == null || supplementState.editable());
        }

        boolean withHead() {
            return supplementState != null && !supplementState.editable() && !supplementState.issued();
        }
    }

    /** @param documentId null while only names are collected */
    record Supplement(
            UUID id, @Nullable UUID documentId, @Nullable DocumentState state) {
        boolean editable() {
            return state == null || state.editable();
        }
    }

    /** The head first, those who left last. */
    List<Member> of(MissionId mission) {
        return jdbc.sql("""
            select m.id, m.person_id, coalesce(person_called(m.person_id), '') as name,
                   coalesce(office_of(m.person_id, r.from_day), '') as office, m.leads, m.from_day, m.to_day, m.end_reason, m.supplement_id,
                   a.state as supplement_state, a.number as supplement_no, a.symbol as supplement_symbol,
                   a.issued_on as supplemented_on
            from   oversight_member m
            join   oversight_mission r on r.id = m.mission_id
            left   join oversight_supplement s on s.id = m.supplement_id
            left   join outgoing_document a on a.id = s.document_id
            where  m.mission_id = :mission
            order  by m.end_reason is not null, m.supplement_id is not null and a.state is distinct from 'ISSUED', m.leads desc, m.id
            """)
                .param("mission", mission.value())
                .query(Member.class)
                .list();
    }

    /** The supplement that is not issued yet. */
    Optional<Supplement> awaited(MissionId mission) {
        return jdbc.sql("""
            select s.id, s.document_id, a.state from oversight_supplement s
            left   join outgoing_document a on a.id = s.document_id
            where  s.mission_id = :mission and (a.state is null or a.state not in ('ISSUED', 'SUPERSEDED', 'RECALLED'))
            order  by s.id desc limit 1
            """)
                .param("mission", mission.value())
                .query(Supplement.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void drafts(UUID supplement, DocumentId document) {
        jdbc.sql("update oversight_supplement set document_id = :document where id = :id")
                .param("document", document.value())
                .param("id", supplement)
                .update();
    }

    @Transactional
    public void add(Actor actor, MissionId id, PersonId person, boolean leads) {
        var mission = missions.hold(actor, id);
        if (mission.cancelled()) throw new Refused("execution.oversight.refused.cancelled");
        if (mission.ofOtherBody()) throw new Refused("execution.oversight.refused.otherBody");
        // Who is on a team sees what its decision names: people of other agencies do not come on it by their id.
        if (!people.serve(person, actor.agency(), today())) throw new NotVisible("person " + person);
        var team = of(id);
        if (team.stream()
                .anyMatch(member -> !member.ended() && member.personId().equals(person.value())))
            throw new Refused("execution.oversight.refused.memberTwice");
        if (leads && team.stream().anyMatch(member -> !member.ended() && member.leads()))
            throw new Refused("execution.oversight.refused.twoHeads");
        UUID supplement = mission.preparing() ? null : supplement(actor, mission);
        var from = supplement == null || today().isBefore(mission.fromDay()) ? mission.fromDay() : today();
        var member = MemberId.create();
        jdbc.sql("""
            insert into oversight_member (id, mission_id, person_id, leads, from_day, to_day, added_by, added_at, supplement_id)
            values (:id, :mission, :person, :leads, :from, :to, :by, :now, :supplement)
            """)
                .param("id", member.value())
                .param("mission", id.value())
                .param("person", person.value())
                .param("leads", leads)
                .param("from", from)
                .param("to", mission.toDay())
                .param("by", actor.account().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("supplement", supplement)
                .update();
        audit.record(
                actor, "execution.mission.addMember", id.value(), Map.of("member", member.toString(), "leads", leads));
    }

    /** The supplement on which names are collected; begun with the first one. */
    private UUID supplement(Actor actor, Mission mission) {
        if (!mission.decided()) throw new Refused("execution.oversight.refused.withHead");
        if (!mission.open()) throw new Refused("execution.oversight.refused.notOpen");
        if (!today().isBefore(mission.toDay())) throw new Refused("execution.oversight.refused.over");
        var awaited = awaited(mission.id());
        if (awaited.isPresent()) {
            if (!awaited.get().editable()) throw new Refused("execution.oversight.refused.supplementWithHead");
            return awaited.get().id();
        }
        var id = Uuid7.create();
        jdbc.sql("""
            insert into oversight_supplement (id, mission_id, created_by, created_at) values (:id, :mission, :by, :now)
            """)
                .param("id", id)
                .param("mission", mission.id().value())
                .param("by", actor.account().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    /** While a decision or supplement is prepared a name is taken off it; afterwards somebody leaves, with a reason. */
    @Transactional
    public void end(Actor actor, MissionId id, MemberId member, String reason) {
        var mission = missions.hold(actor, id);
        var found = of(id).stream()
                .filter(one -> one.id().equals(member.value()) && !one.ended())
                .findFirst()
                .orElseThrow(() -> new NotVisible("member " + member));
        if (mission.preparing() || (!mission.cancelled() && found.awaited())) {
            jdbc.sql("delete from oversight_member where id = :id")
                    .param("id", member.value())
                    .update();
        } else {
            if (mission.cancelled()) throw new Refused("execution.oversight.refused.cancelled");
            if (!mission.decided()) throw new Refused("execution.oversight.refused.withHead");
            if (found.withHead()) throw new Refused("execution.oversight.refused.supplementWithHead");
            if (reason.isBlank()) throw new Refused("execution.oversight.refused.reason");
            var end = today().isBefore(found.fromDay())
                    ? found.fromDay()
                    : today().isAfter(found.toDay()) ? found.toDay() : today();
            jdbc.sql("update oversight_member set to_day = :end, end_reason = :reason where id = :id")
                    .param("end", end)
                    .param("reason", reason.strip())
                    .param("id", member.value())
                    .update();
        }
        audit.record(actor, "execution.mission.endMember", id.value(), Map.of("member", member.toString()));
    }

    private LocalDate today() {
        return missions.today();
    }
}
