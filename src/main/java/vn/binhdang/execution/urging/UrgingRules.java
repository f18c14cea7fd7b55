package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** The rules of urging of each agency, with the days on which it is quiet. */
@Component
class UrgingRules {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    UrgingRules(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            boolean own,
            LocalDate validFrom,
            boolean automatic,
            boolean byMail,
            UrgingCalendar.Shift shift,
            int answerDays,
            String source) {}

    /** A day that the agency has entered. */
    record OwnDay(LocalDate day, boolean rest, String name, String source) {}

    /** What holds for an agency on a day: its own rule, else the standard. */
    UrgingRule on(UnitId agency, LocalDate day) {
        var row = jdbc.sql("""
            select id, agency_id is not null as own, valid_from, automatic, by_mail, shift, answer_days, source
            from   urging_rule
            where  (agency_id = :agency or agency_id is null) and valid_from <= :day and (valid_to is null or :day < valid_to)
            order  by agency_id nulls last limit 1
            """)
                .param("agency", agency.value())
                .param("day", day)
                .query(Row.class)
                .single();
        var steps = jdbc.sql(
                        "select days, recipient from urging_step where rule_id = :id order by days, recipient desc")
                .param("id", row.id())
                .query(UrgingRule.Step.class)
                .list();
        return new UrgingRule(
                row.id(),
                row.own(),
                row.validFrom(),
                row.automatic(),
                row.byMail(),
                row.shift(),
                row.answerDays(),
                row.source(),
                steps);
    }

    UrgingCalendar calendar(UnitId agency) {
        Map<LocalDate, Boolean> own = new HashMap<>();
        for (var day : ownDays(agency)) own.put(day.day(), day.rest());
        return new UrgingCalendar(WorkingDays.standard(), own);
    }

    List<OwnDay> ownDays(UnitId agency) {
        return jdbc.sql("select day, rest, name, source from urging_day where agency_id = :agency order by day desc")
                .param("agency", agency.value())
                .query(OwnDay.class)
                .list();
    }

    /**
     * Rules anew from a day on; what held before ends on it. A rule that was to begin later is replaced.
     * @throws Refused for a day of the past: what was proposed then was proposed by the rule of then
     */
    @Transactional
    void rule(Actor actor, UrgingRule rule) {
        actor.must(Action.SET_URGING);
        var agency = actor.agency().value();
        if (rule.validFrom().isBefore(Today.of(clock).day())) throw new Refused("execution.urging.rule.past");
        jdbc.sql("select pg_advisory_xact_lock(hashtext('urging_rule'), hashtext(:agency))")
                .param("agency", agency.toString())
                .query(rs -> {});
        jdbc.sql("""
            delete from urging_step where rule_id in
                (select id from urging_rule where agency_id = :agency and valid_from >= :from
                 and not exists (select 1 from urging_proposal p where p.rule_id = urging_rule.id))
            """).param("agency", agency).param("from", rule.validFrom()).update();
        jdbc.sql("""
            delete from urging_rule where agency_id = :agency and valid_from >= :from
            and not exists (select 1 from urging_proposal p where p.rule_id = urging_rule.id)
            """).param("agency", agency).param("from", rule.validFrom()).update();
        int ends = jdbc.sql("""
            update urging_rule set valid_to = :from
            where  agency_id = :agency and valid_from < :from and (valid_to is null or :from < valid_to)
            """)
                .param("agency", agency)
                .param("from", rule.validFrom())
                .update();
        boolean used = jdbc.sql(
                        "select exists (select 1 from urging_rule where agency_id = :agency and valid_from >= :from)")
                .param("agency", agency)
                .param("from", rule.validFrom())
                .query(Boolean.class)
                .single();
        if (used) throw new Refused("execution.urging.rule.used");
        jdbc.sql("""
            insert into urging_rule (id, agency_id, valid_from, valid_to, automatic, by_mail, shift, answer_days, source)
            values (:id, :agency, :from, null, :automatic, :byMail, :shift, :answerDays, :source)
            """)
                .param("id", rule.id())
                .param("agency", agency)
                .param("from", rule.validFrom())
                .param("automatic", rule.automatic())
                .param("byMail", rule.byMail())
                .param("shift", rule.shift().name())
                .param("answerDays", rule.answerDays())
                .param("source", rule.source())
                .update();
        for (var step : rule.steps())
            jdbc.sql("insert into urging_step (rule_id, days, recipient) values (:rule, :days, :recipient)")
                    .param("rule", rule.id())
                    .param("days", step.days())
                    .param("recipient", step.recipient().name())
                    .update();
        audit.record(
                actor,
                "execution.urging.rule",
                rule.id(),
                Map.of(
                        "from",
                        rule.validFrom().toString(),
                        "automatic",
                        rule.automatic(),
                        "steps",
                        rule.steps().size(),
                        "ended",
                        ends));
    }

    @Transactional
    void enterDay(Actor actor, OwnDay day) {
        actor.must(Action.SET_URGING);
        jdbc.sql("""
            insert into urging_day (agency_id, day, rest, name, source) values (:agency, :day, :rest, :name, :source)
            on conflict (agency_id, day) do update set rest = :rest, name = :name, source = :source
            """)
                .param("agency", actor.agency().value())
                .param("day", day.day())
                .param("rest", day.rest())
                .param("name", day.name())
                .param("source", day.source())
                .update();
        audit.record(
                actor,
                "execution.urging.day",
                Uuid7.create(),
                Map.of("day", day.day().toString(), "rest", day.rest()));
    }

    @Transactional
    void forgetDay(Actor actor, LocalDate day) {
        actor.must(Action.SET_URGING);
        int gone = jdbc.sql("delete from urging_day where agency_id = :agency and day = :day")
                .param("agency", actor.agency().value())
                .param("day", day)
                .update();
        if (gone == 0) throw new Refused("execution.urging.day.gone");
        audit.record(actor, "execution.urging.day.forget", Uuid7.create(), Map.of("day", day.toString()));
    }
}
