package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** What the rule of an agency finds on a working day: listed for somebody to send, or sent by itself. */
@Component
class Proposals {
    /** Days before today whose steps are caught up with, as after a standstill. */
    private static final int CATCH_UP = 5;

    private final JdbcClient jdbc;
    private final UrgingRules rules;
    private final UrgingTemplates templates;
    private final Urgings urgings;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    Proposals(
            JdbcClient jdbc,
            UrgingRules rules,
            UrgingTemplates templates,
            Urgings urgings,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.templates = templates;
        this.urgings = urgings;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One open proposal. */
    record Proposal(
            UUID id,
            UUID taskId,
            UUID planId,
            @Nullable String number,
            String text,
            UUID unitId,
            LocalDate dueOn,
            int days,
            Recipient recipient,
            LocalDate proposedOn,
            TaskState state) {}

    private static final String OPEN = """
        select p.id, p.task_id, t.plan_id, t.number, t.text, p.unit_id, p.due_on, p.days, p.recipient, p.proposed_on, t.state
        from   urging_proposal p
        join   running_task t on t.id = p.task_id
        where  p.agency_id = :agency and p.state = 'OPEN' and t.plan_state = 'ISSUED'
        and    t.state in ('NOT_STARTED', 'IN_PROGRESS') and t.lead_unit_id = p.unit_id
        and    t.due_on is not distinct from p.due_on
        """;

    /** @param after id of the last one of the page before */
    List<Proposal> open(UnitId agency, @Nullable UUID after, int limit) {
        return jdbc.sql(OPEN + " and p.id > :after order by p.id limit :limit")
                .param("agency", agency.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query(Proposal.class)
                .list();
    }

    int count(UnitId agency) {
        return jdbc.sql("select count(*) from (" + OPEN + ") p")
                .param("agency", agency.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Finds what the steps of the rule propose today; nothing on a quiet day. A later step replaces an earlier one that
     * nobody sent. Twice is harmless.
     * @return how many are new
     */
    @Transactional
    public int prepare(Actor actor, UnitId agency) {
        var today = Today.of(clock).day();
        var calendar = rules.calendar(agency);
        overtake(agency);
        if (calendar.quiet(today)) return 0;
        var rule = rules.on(agency, today);
        int found = 0;
        // The latest step first: what an earlier one would propose for the same task is then out of date already.
        for (var step : rule.steps().reversed()) {
            var due = new HashSet<LocalDate>();
            for (int back = CATCH_UP; back >= 0; back--) {
                var day = today.minusDays(back);
                if (!day.isBefore(rule.validFrom()) || back == 0)
                    due.addAll(calendar.dueDays(day, step.days(), rule.shift()));
            }
            found += propose(agency, rule, step, due, today);
        }
        if (found > 0)
            audit.record(
                    actor, "execution.urging.propose", rule.id(), Map.of("found", found, "agency", agency.toString()));
        return found;
    }

    /** Proposals whose task is over, moved or in other hands. */
    private void overtake(UnitId agency) {
        int over = jdbc.sql(
                        "update urging_proposal set state = 'OVERTAKEN', decided_at = :now where agency_id = :agency"
                                + " and state = 'OPEN' and id not in (select q.id from (" + OPEN + ") q)")
                .param("now", now())
                .param("agency", agency.value())
                .update();
        if (over > 0)
            audit.record(
                    Actor.ofInstallation(agency), "execution.urging.overtake", agency.value(), Map.of("over", over));
    }

    private int propose(
            UnitId agency, UrgingRule rule, UrgingRule.Step step, Collection<LocalDate> due, LocalDate today) {
        if (due.isEmpty()) return 0;
        record Task(UUID id, UUID unit, LocalDate dueOn) {}
        var tasks = jdbc.sql("""
            select t.id, t.lead_unit_id as unit, t.due_on
            from   running_task t
            where  t.agency_id = :agency and t.due_on = any (cast(:due as date[])) and t.plan_state = 'ISSUED'
            and    t.state in ('NOT_STARTED', 'IN_PROGRESS') and t.lead_unit_id is not null
            and    not exists (select 1 from urging_proposal p
                               where  p.task_id = t.id and p.due_on = t.due_on
                               and   (p.days > :days or p.days = :days and p.recipient = :recipient))
            order  by t.due_on, t.id
            """)
                .param("agency", agency.value())
                .param("due", due.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("days", step.days())
                .param("recipient", step.recipient().name())
                .query(Task.class)
                .list();
        if (tasks.isEmpty()) return 0;
        var ids = tasks.stream().map(Task::id).toArray(UUID[]::new);
        jdbc.sql("""
            update urging_proposal set state = 'OVERTAKEN', decided_at = :now
            where  task_id = any (:ids) and state = 'OPEN' and (recipient = :recipient or days < :days)
            """)
                .param("now", now())
                .param("ids", ids)
                .param("recipient", step.recipient().name())
                .param("days", step.days())
                .update();
        return jdbc.sql("""
            insert into urging_proposal (id, agency_id, rule_id, task_id, unit_id, due_on, days, recipient, proposed_on, state)
            select n.id, :agency, :rule, n.task, n.unit, cast(n.due as date), :days, :recipient, :today, 'OPEN'
            from   unnest(cast(:new as uuid[]), cast(:ids as uuid[]), cast(:units as uuid[]), cast(:due as text[]))
                   n (id, task, unit, due)
            on conflict do nothing
            """)
                .param("agency", agency.value())
                .param("rule", rule.id())
                .param("days", step.days())
                .param("recipient", step.recipient().name())
                .param("today", today)
                .param("new", tasks.stream().map(task -> Uuid7.create()).toArray(UUID[]::new))
                .param("ids", ids)
                .param("units", tasks.stream().map(Task::unit).toArray(UUID[]::new))
                .param(
                        "due",
                        tasks.stream().map(task -> task.dueOn().toString()).toArray(String[]::new))
                .update();
    }

    /**
     * Sends open proposals of the own agency, one addressee after the other, each in a transaction of its own: what was sent
     * before a standstill stays sent and is not sent again.
     * @param chosen null for all
     */
    Urgings.Outcome send(Actor actor, @Nullable Collection<UUID> chosen) {
        if (!actor.isInstallation()) actor.must(Action.URGE_TASKS);
        var agency = actor.agency();
        urgings.refuseQuietDay(agency);
        record Group(UUID unit, Recipient recipient, Occasion occasion) {}
        var groups = new LinkedHashMap<Group, List<UUID>>();
        for (var proposal : open(agency, null, Integer.MAX_VALUE))
            if (chosen == null || chosen.contains(proposal.id()))
                groups.computeIfAbsent(
                                new Group(
                                        proposal.unitId(),
                                        proposal.recipient(),
                                        Occasion.of(proposal.days(), proposal.recipient())),
                                k -> new ArrayList<>())
                        .add(proposal.id());
        var outcome = Urgings.Outcome.NOTHING;
        var today = Today.of(clock).day();
        var rule = rules.on(agency, today);
        var answerBy = rules.calendar(agency).plus(today, rule.answerDays());
        for (var group : groups.entrySet()) {
            var key = group.getKey();
            String words = templates.wordsFor(agency, key.occasion());
            var sent = transactions.execute(transaction -> {
                var held = hold(group.getValue());
                if (held.isEmpty()) return Urgings.Outcome.NOTHING; // somebody else was quicker
                var part = new Part(
                        agency,
                        new UnitId(key.unit()),
                        key.recipient(),
                        null,
                        held.stream()
                                .map(one -> new Part.Thing(Part.Kind.TASK, one.taskId()))
                                .toList());
                var done = urgings.urge(
                        actor,
                        new Urgings.Order(rule.byMail() ? Way.MAIL : Way.APP, words, answerBy, List.of(part), null));
                // A unit without an account stays on the list: it needs a letter or a telephone.
                if (done.nobody().isEmpty()) decide(actor, held, done.sent().isEmpty() ? "OVERTAKEN" : "SENT");
                return done;
            });
            if (sent != null) outcome = outcome.plus(sent);
        }
        return outcome;
    }

    private record Held(UUID id, UUID taskId) {}

    private List<Held> hold(List<UUID> ids) {
        return jdbc.sql("""
            select id, task_id from urging_proposal where id = any (:ids) and state = 'OPEN' order by id for update skip locked
            """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Held.class)
                .list();
    }

    private void decide(Actor actor, List<Held> held, String state) {
        jdbc.sql("""
            update urging_proposal set state = :state, decided_at = :now, decided_by = :by where id = any (:ids)
            """)
                .param("state", state)
                .param("now", now())
                .param("by", actor.account().value())
                .param("ids", held.stream().map(Held::id).toArray(UUID[]::new))
                .update();
        if (state.equals("OVERTAKEN"))
            audit.record(actor, "execution.urging.overtake", actor.agency().value(), Map.of("over", held.size()));
    }

    /** Takes proposals from the list without sending them. */
    @Transactional
    public int drop(Actor actor, Collection<UUID> chosen) {
        actor.must(Action.URGE_TASKS);
        int dropped = jdbc.sql("""
            update urging_proposal set state = 'DROPPED', decided_at = :now, decided_by = :by
            where  id = any (:ids) and agency_id = :agency and state = 'OPEN'
            """)
                .param("now", now())
                .param("by", actor.account().value())
                .param("ids", chosen.toArray(UUID[]::new))
                .param("agency", actor.agency().value())
                .update();
        if (dropped > 0)
            audit.record(actor, "execution.urging.proposal.drop", actor.agency().value(), Map.of("dropped", dropped));
        return dropped;
    }

    /** Agencies with tasks that a rule could find around today. */
    List<UnitId> agencies() {
        var today = Today.of(clock).day();
        return jdbc
                .sql("""
                    select distinct p.agency_id from plan_task t join plan p on p.id = t.plan_id
                    where  t.due_on between :from and :to
                    union
                    select distinct agency_id from urging_proposal where state = 'OPEN'
                    """)
                .param("from", today.minusDays(130))
                .param("to", today.plusDays(100))
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
