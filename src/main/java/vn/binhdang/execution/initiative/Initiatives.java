package vn.binhdang.execution.initiative;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * Initiatives and pilot models. The whole agency may read them, so that what works is copied; a draft is its author's alone.
 * Who may run, assess or decide one is a matter of its unit and of the units where it is tried, or who succeeded them.
 */
@Component
class Initiatives {
    static final int PAGE = 30;

    private static final int MOST_PLACES = 50;

    private static final String THERE = """
        exists (select 1 from (select i.unit_id as unit
                               union all
                               select s.unit_id from initiative_place p
                               cross join lateral unit_successors(array[p.unit_id], least(p.since_day, :today), :today) s
                               where  p.initiative_id = i.id) at
                where  in_reach(at.unit, :%1$sWhole, :%1$sOnly, :today))\
        """;

    private static final String COLUMNS = """
        i.id, i.agency_id, i.unit_id, i.author_account, i.author_id, i.kind, i.title, i.problem, i.proposal, i.beneficiaries,
        i.expected, i.phase, i.reason, i.from_day, i.to_day, i.responsible_id, i.cost_planned, i.cost_spent, i.cost_source,
        i.conclusion, i.evidence, i.lessons, i.concluded_on, i.outcome, i.outcome_reason, i.outcome_on, i.origin_id, i.version,
        i.created_on\
        """;

    /** What a page says of one; of a list nobody asks it. */
    private static final String MORE =
            """
            , %s as runs, %s as decides, %s as assesses,
            coalesce(person_called(i.author_id), '') as author, coalesce(person_called(i.responsible_id), '') as responsible,
            coalesce((select string_agg(unit_called(p.unit_id, :today), '; ' order by p.unit_id)
                      from initiative_place p where p.initiative_id = i.id), '') as places\
            """.formatted(THERE.formatted("run"), THERE.formatted("decide"), THERE.formatted("assess"));

    private static final String NOT_ASKED =
            ", false as runs, false as decides, false as assesses, '' as author, '' as responsible, '' as places";

    static final String VISIBLE = "(i.agency_id = :agency and (i.phase <> 'DRAFT' or i.author_account = :account))";

    private final JdbcClient jdbc;
    private final InitiativeNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Initiatives(JdbcClient jdbc, InitiativeNotices notices, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    record Idea(
            InitiativeKind kind,
            String title,
            String problem,
            String proposal,
            String beneficiaries,
            String expected) {}

    record Pilot(
            LocalDate from,
            LocalDate to,
            PersonId responsible,
            @Nullable Long planned,
            @Nullable Long spent,
            String source) {}

    record Measured(
            @Nullable BigDecimal before,
            @Nullable LocalDate beforeOn,
            String beforeSource,
            @Nullable BigDecimal after,
            @Nullable LocalDate afterOn,
            String afterSource) {}

    record Measure(
            UUID id,
            UUID initiativeId,
            String name,
            String measuredIn,
            boolean moreIsBetter,
            @Nullable BigDecimal beforeValue,
            @Nullable LocalDate beforeOn,
            String beforeSource,
            @Nullable BigDecimal afterValue,
            @Nullable LocalDate afterOn,
            String afterSource,
            LocalDate dueOn,
            int version) {}

    record PilotTask(
            UUID id,
            String title,
            UUID unitId,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    record Comment(String person, LocalDate saidOn, String words) {}

    record Place(UUID initiativeId, UUID unitId, LocalDate sinceDay) {}

    /** Another one of the same chain. */
    record Kin(UUID id, UUID unitId, Phase phase, boolean origin) {}

    LocalDate today() {
        return Today.of(clock).day();
    }

    private Map<String, Object> asked(Actor actor) {
        var asked = new HashMap<String, Object>(Map.of(
                "agency", actor.agency().value(), "account", actor.account().value(), "today", today()));
        Map.of("run", Action.RUN_INITIATIVES, "decide", Action.DECIDE_INITIATIVES, "assess", Action.ASSESS_INITIATIVES)
                .forEach((name, action) -> {
                    asked.put(name + "Whole", actor.reach(action).wholeIds());
                    asked.put(name + "Only", actor.reach(action).onlyIds());
                });
        return asked;
    }

    /** @throws NotVisible when it is absent, of another agency, or somebody else's draft */
    Initiative find(Actor actor, InitiativeId id) {
        return one(actor, id, "");
    }

    private Initiative one(Actor actor, InitiativeId id, String held) {
        return jdbc.sql("select %s%s from initiative i where i.id = :id and %s %s"
                        .formatted(COLUMNS, MORE, VISIBLE, held))
                .params(asked(actor))
                .param("id", id.value())
                .query(Initiative.class)
                .optional()
                .orElseThrow(() -> new NotVisible("initiative " + id));
    }

    /** Up to {@link #PAGE} after a key, the latest first, and one more if there are more. */
    List<Initiative> list(Actor actor, InitiativeFilter filter, UUID after) {
        return jdbc.sql("""
            select %s%s from initiative i
            where  %s and i.id < :after
            and    (cast(:phase as text) is null or i.phase = :phase)
            and    (cast(:kind as text) is null or i.kind = :kind)
            and    (cast(:year as int) is null or extract(year from coalesce(i.from_day, i.created_on)) = :year)
            and    (cast(:unit as uuid) is null or i.unit_id = :unit
                    or exists (select 1 from initiative_place p where p.initiative_id = i.id and p.unit_id = :unit))
            and    (select coalesce(bool_and(i.folded like fold(word)), true) from unnest(cast(:words as text[])) word)
            order  by i.id desc limit :limit
            """.formatted(COLUMNS, NOT_ASKED, VISIBLE))
                .params(asked(actor))
                .param("after", after)
                .param("phase", filter.phase() == null ? null : filter.phase().name())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("year", filter.year())
                .param("unit", filter.unitId() == null ? null : filter.unitId().value())
                .param("words", filter.patterns())
                .param("limit", PAGE + 1)
                .query(Initiative.class)
                .list();
    }

    /** Pilots that ran in a period. */
    List<Initiative> between(Actor actor, LocalDate from, LocalDate until) {
        return jdbc.sql("""
            select %s%s from initiative i
            where  %s and i.from_day < :until and coalesce(i.concluded_on, date '9999-01-01') >= :from
            and    i.phase in ('PILOT', 'CONCLUDED', 'SPREAD', 'STOPPED')
            order  by i.from_day, i.id
            """.formatted(COLUMNS, NOT_ASKED, VISIBLE))
                .params(asked(actor))
                .param("from", from)
                .param("until", until)
                .query(Initiative.class)
                .list();
    }

    List<Measure> measures(Collection<UUID> initiatives) {
        return jdbc.sql("select * from initiative_measure where initiative_id = any (:ids) order by initiative_id, no")
                .param("ids", initiatives.toArray(UUID[]::new))
                .query(Measure.class)
                .list();
    }

    List<Place> places(Collection<UUID> initiatives) {
        return jdbc.sql("select * from initiative_place where initiative_id = any (:ids) order by initiative_id,"
                        + " unit_id")
                .param("ids", initiatives.toArray(UUID[]::new))
                .query(Place.class)
                .list();
    }

    List<PilotTask> tasks(InitiativeId id) {
        return jdbc.sql("select id, title, unit_id, due_on, done_on from initiative_task where initiative_id = :id"
                        + " order by no")
                .param("id", id.value())
                .query(PilotTask.class)
                .list();
    }

    /** What was said last, first. */
    List<Comment> comments(InitiativeId id) {
        return jdbc.sql("select coalesce(person_called(person_id), '') as person, said_on, words from"
                        + " initiative_comment where initiative_id = :id order by id desc limit 50")
                .param("id", id.value())
                .query(Comment.class)
                .list();
    }

    /** Its origin and its copies; each is shown only to those of its agency. */
    List<Kin> kin(Actor actor, Initiative one) {
        return jdbc.sql("""
            select id, unit_id, phase, id = :origin as origin from initiative
            where  agency_id = :agency and (origin_id = :id or id = :origin) order by id limit 200
            """)
                .param("agency", actor.agency().value())
                .param("id", one.id())
                .param("origin", one.originId() == null ? new UUID(0, 0) : one.originId())
                .query(Kin.class)
                .list();
    }

    @Transactional
    public InitiativeId create(Actor actor, Idea idea, boolean propose) {
        actor.must(Action.PROPOSE_INITIATIVES);
        var id = InitiativeId.create();
        jdbc.sql("""
            insert into initiative (id, agency_id, unit_id, author_account, author_id, kind, title, problem, proposal, beneficiaries,
                   expected, phase, reason, cost_source, conclusion, evidence, lessons, outcome_reason, version, created_on, folded)
            values (:id, :agency, :unit, :account, :person, :kind, :title, :problem, :proposal, :beneficiaries,
                   :expected, :phase, '', '', '', '', '', '', 1, :today, fold(:title || ' ' || :proposal))
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("unit", actor.unit().value())
                .param("account", actor.account().value())
                .param("person", actor.person().value())
                .param("phase", propose ? "PROPOSED" : "DRAFT")
                .param("today", today())
                .params(of(idea))
                .update();
        audit.record(actor, propose ? "execution.initiative.propose" : "execution.initiative.create", id.value());
        return id;
    }

    private static Map<String, Object> of(Idea idea) {
        return Map.of(
                "kind", idea.kind().name(),
                "title", idea.title(),
                "problem", idea.problem(),
                "proposal", idea.proposal(),
                "beneficiaries", idea.beneficiaries(),
                "expected", idea.expected());
    }

    /** Its author changes a draft. */
    @Transactional
    public void change(Actor actor, InitiativeId id, int version, Idea idea, boolean propose) {
        var one = authored(actor, id, Phase.DRAFT);
        if (one.version() != version) throw new Overtaken();
        jdbc.sql("""
            update initiative set kind = :kind, title = :title, problem = :problem, proposal = :proposal,
                   beneficiaries = :beneficiaries, expected = :expected, phase = :phase, version = version + 1,
                   folded = fold(:title || ' ' || :proposal)
            where  id = :id
            """)
                .params(of(idea))
                .param("phase", propose ? "PROPOSED" : "DRAFT")
                .param("id", id.value())
                .update();
        audit.record(actor, propose ? "execution.initiative.propose" : "execution.initiative.change", id.value());
    }

    /** Until it is decided its author takes it back, and it is a draft again. */
    @Transactional
    public void withdraw(Actor actor, InitiativeId id) {
        authored(actor, id, Phase.PROPOSED);
        move(actor, id, Phase.DRAFT, "withdraw");
    }

    private Initiative authored(Actor actor, InitiativeId id, Phase phase) {
        var one = one(actor, id, "for update");
        if (!one.authorAccount().equals(actor.account().value())) throw new NotVisible("initiative " + id);
        return in(one, phase);
    }

    private static Initiative in(Initiative one, Phase... phases) {
        if (!Set.of(phases).contains(one.phase())) throw new Refused("execution.initiative.refused.phase");
        return one;
    }

    private Initiative hold(Actor actor, InitiativeId id, Action action, Phase... phases) {
        actor.must(action);
        var one = one(actor, id, "for update");
        boolean may = switch (action) {
            case RUN_INITIATIVES -> one.runs();
            case DECIDE_INITIATIVES -> one.decides();
            default -> one.assesses();
        };
        if (!may) throw new NotVisible("initiative " + id);
        return in(one, phases);
    }

    /** Evidence may be brought and taken back while it is tried, and until the head has decided on the result. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdToProve(Actor actor, InitiativeId id) {
        hold(actor, id, Action.RUN_INITIATIVES, Phase.PILOT, Phase.CONCLUDED);
    }

    private void move(Actor actor, InitiativeId id, Phase phase, String verb) {
        jdbc.sql("update initiative set phase = :phase, version = version + 1 where id = :id")
                .param("phase", phase.name())
                .param("id", id.value())
                .update();
        audit.record(actor, "execution.initiative." + verb, id.value());
    }

    @Transactional
    public void comment(Actor actor, InitiativeId id, String words) {
        actor.must(Action.ASSESS_INITIATIVES);
        var one = one(actor, id, "for update");
        if (!one.assesses()) throw new NotVisible("initiative " + id);
        var comment = Uuid7.create();
        jdbc.sql("""
            insert into initiative_comment (id, initiative_id, person_id, said_on, words)
            values (:comment, :id, :person, :today, :words)
            """)
                .param("comment", comment)
                .param("id", id.value())
                .param("person", actor.person().value())
                .param("today", today())
                .param("words", words)
                .update();
        audit.record(actor, "execution.initiative.comment", id.value(), Map.of("comment", comment.toString()));
    }

    /** @param reason may be empty when it is approved, not when it is refused */
    @Transactional
    public void decide(Actor actor, InitiativeId id, boolean approved, String reason) {
        var one = hold(actor, id, Action.DECIDE_INITIATIVES, Phase.PROPOSED);
        reason(id, reason);
        move(actor, id, approved ? Phase.APPROVED : Phase.REFUSED, approved ? "approve" : "refuse");
        notices.decided(one, approved);
    }

    private void reason(InitiativeId id, String reason) {
        jdbc.sql("update initiative set reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    /** Begins the pilot, or changes its days, its person and its cost while it lasts. */
    @Transactional
    public void pilot(Actor actor, InitiativeId id, int version, Pilot pilot, @Nullable UnitId place) {
        var one = hold(actor, id, Action.RUN_INITIATIVES, Phase.APPROVED, Phase.PILOT);
        if (one.version() != version) throw new Overtaken();
        jdbc.sql("""
            update initiative set phase = 'PILOT', from_day = :from, to_day = :to, responsible_id = :responsible,
                   cost_planned = :planned, cost_spent = :spent, cost_source = :source, version = version + 1
            where  id = :id
            """)
                .param("from", pilot.from())
                .param("to", pilot.to())
                .param("responsible", pilot.responsible().value())
                .param("planned", pilot.planned())
                .param("spent", pilot.spent())
                .param("source", pilot.source())
                .param("id", id.value())
                .update();
        if (place != null) place(id, place, pilot.from());
        audit.record(
                actor,
                one.phase() == Phase.APPROVED ? "execution.initiative.begin" : "execution.initiative.arrange",
                id.value(),
                Map.of("from", pilot.from().toString(), "to", pilot.to().toString()));
    }

    @Transactional
    public void addPlace(Actor actor, InitiativeId id, UnitId unit) {
        var one = hold(actor, id, Action.RUN_INITIATIVES, Phase.PILOT);
        var there = places(List.of(id.value()));
        if (there.size() >= MOST_PLACES) throw new Refused("execution.initiative.refused.many");
        if (there.stream().anyMatch(place -> place.unitId().equals(unit.value())))
            throw new Refused("execution.initiative.refused.unitTwice");
        place(id, unit, one.fromDay() == null ? today() : one.fromDay());
        audit.record(actor, "execution.initiative.addUnit", id.value(), Map.of("at", unit.toString()));
    }

    private void place(InitiativeId id, UnitId unit, LocalDate since) {
        jdbc.sql("insert into initiative_place (initiative_id, unit_id, since_day) values (:id, :unit, :since)"
                        + " on conflict do nothing")
                .param("id", id.value())
                .param("unit", unit.value())
                .param("since", since)
                .update();
    }

    @Transactional
    public void addMeasure(
            Actor actor, InitiativeId id, String name, String measuredIn, boolean moreIsBetter, LocalDate due) {
        hold(actor, id, Action.RUN_INITIATIVES, Phase.APPROVED, Phase.PILOT);
        var measure = MeasureId.create();
        int no = next("initiative_measure", id);
        jdbc.sql("""
            insert into initiative_measure (id, initiative_id, no, name, measured_in, more_is_better, before_source, after_source, due_on, version)
            values (:measure, :id, :no, :name, :in, :more, '', '', :due, 1)
            """)
                .param("measure", measure.value())
                .param("id", id.value())
                .param("no", no)
                .param("name", name)
                .param("in", measuredIn)
                .param("more", moreIsBetter)
                .param("due", due)
                .update();
        audit.record(actor, "execution.initiative.addMeasure", id.value(), Map.of("measure", measure.toString()));
    }

    private int next(String table, InitiativeId id) {
        int last = jdbc.sql("select coalesce(max(no), 0) from %s where initiative_id = :id".formatted(table))
                .param("id", id.value())
                .query(Integer.class)
                .single();
        if (last >= MOST_PLACES) throw new Refused("execution.initiative.refused.many");
        return last + 1;
    }

    @Transactional
    public void measure(Actor actor, InitiativeId id, MeasureId measure, int version, Measured values) {
        hold(actor, id, Action.RUN_INITIATIVES, Phase.APPROVED, Phase.PILOT);
        var shown = measures(List.of(id.value())).stream()
                .filter(one -> one.id().equals(measure.value()))
                .findFirst()
                .orElseThrow(() -> new NotVisible("measure " + measure));
        if (shown.version() != version) throw new Overtaken();
        jdbc.sql("""
            update initiative_measure set before_value = :before, before_on = :beforeOn, before_source = :beforeSource,
                   after_value = :after, after_on = :afterOn, after_source = :afterSource, version = version + 1
            where  id = :measure
            """)
                .param("before", values.before())
                .param("beforeOn", values.beforeOn())
                .param("beforeSource", values.beforeSource())
                .param("after", values.after())
                .param("afterOn", values.afterOn())
                .param("afterSource", values.afterSource())
                .param("measure", measure.value())
                .update();
        audit.record(
                actor,
                "execution.initiative.measure",
                id.value(),
                Map.of(
                        "measure",
                        measure.toString(),
                        "before",
                        values.before() == null ? "" : values.before().toPlainString(),
                        "after",
                        values.after() == null ? "" : values.after().toPlainString()));
    }

    @Transactional
    public void addTask(Actor actor, InitiativeId id, String title, UnitId unit, LocalDate due) {
        hold(actor, id, Action.RUN_INITIATIVES, Phase.APPROVED, Phase.PILOT);
        var task = PilotTaskId.create();
        insertTask(task, id, next("initiative_task", id), title, unit.value(), due);
        audit.record(actor, "execution.initiative.addTask", id.value(), Map.of("task", task.toString()));
    }

    private void insertTask(PilotTaskId task, InitiativeId id, int no, String title, UUID unit, LocalDate due) {
        jdbc.sql("""
            insert into initiative_task (id, initiative_id, no, title, unit_id, due_on) values (:task, :id, :no, :title, :unit, :due)
            """)
                .param("task", task.value())
                .param("id", id.value())
                .param("no", no)
                .param("title", title)
                .param("unit", unit)
                .param("due", due)
                .update();
    }

    /** Says that a task is done, or takes that back. */
    @Transactional
    public void taskDone(Actor actor, InitiativeId id, PilotTaskId task, boolean done) {
        hold(actor, id, Action.RUN_INITIATIVES, Phase.PILOT);
        int changed = jdbc.sql("""
            update initiative_task set done_on = :day
            where  id = :task and initiative_id = :id and (done_on is null) = :open
            """)
                .param("day", done ? today() : null)
                .param("task", task.value())
                .param("id", id.value())
                .param("open", done)
                .update();
        if (changed == 0) {
            if (tasks(id).stream().noneMatch(one -> one.id().equals(task.value())))
                throw new NotVisible("task " + task);
            throw new Refused("execution.initiative.refused.already");
        }
        audit.record(
                actor,
                done ? "execution.initiative.doTask" : "execution.initiative.reopenTask",
                id.value(),
                Map.of("task", task.toString()));
    }

    @Transactional
    public void conclude(
            Actor actor, InitiativeId id, int version, String conclusion, String evidence, String lessons) {
        var one = hold(actor, id, Action.RUN_INITIATIVES, Phase.PILOT);
        if (one.version() != version) throw new Overtaken();
        jdbc.sql("""
            update initiative set conclusion = :conclusion, evidence = :evidence, lessons = :lessons, concluded_on = :today
            where  id = :id
            """)
                .param("conclusion", conclusion)
                .param("evidence", evidence)
                .param("lessons", lessons)
                .param("today", today())
                .param("id", id.value())
                .update();
        move(actor, id, Phase.CONCLUDED, "conclude");
    }

    /** What was concluded is taken back until the head has decided. */
    @Transactional
    public void reopen(Actor actor, InitiativeId id) {
        hold(actor, id, Action.RUN_INITIATIVES, Phase.CONCLUDED);
        jdbc.sql("update initiative set concluded_on = null where id = :id")
                .param("id", id.value())
                .update();
        move(actor, id, Phase.PILOT, "reopen");
    }

    @Transactional
    public void close(Actor actor, InitiativeId id, Outcome outcome, String reason) {
        var one = hold(actor, id, Action.DECIDE_INITIATIVES, Phase.CONCLUDED);
        jdbc.sql("""
            update initiative set outcome = :outcome, outcome_reason = :reason, outcome_on = :today, concluded_on = :concluded
            where  id = :id
            """)
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("today", today())
                .param("concluded", outcome == Outcome.AGAIN ? null : one.concludedOn())
                .param("id", id.value())
                .update();
        move(
                actor,
                id,
                outcome.phase(),
                switch (outcome) {
                    case SPREAD -> "spread";
                    case STOP -> "stop";
                    case AGAIN -> "again";
                });
    }

    /** Copies it for another unit: the same measures without values, the same tasks, and nothing until the unit says yes. */
    @Transactional
    public InitiativeId offer(Actor actor, InitiativeId id, UnitId to) {
        var one = hold(actor, id, Action.DECIDE_INITIATIVES, Phase.SPREAD);
        boolean there = jdbc.sql("""
            select exists (select 1 from initiative where origin_id = :id and unit_id = :unit and phase <> 'DECLINED')
                or exists (select 1 from initiative_place where initiative_id = :id and unit_id = :unit)
            """)
                .param("id", id.value())
                .param("unit", to.value())
                .query(Boolean.class)
                .single();
        if (there) throw new Refused("execution.initiative.refused.unitTwice");
        var copy = InitiativeId.create();
        jdbc.sql("""
            insert into initiative (id, agency_id, unit_id, author_account, author_id, kind, title, problem, proposal, beneficiaries,
                   expected, phase, reason, cost_source, conclusion, evidence, lessons, outcome_reason, origin_id, version, created_on, folded)
            select :copy, agency_id, :unit, author_account, author_id, kind, title, problem, proposal, beneficiaries,
                   expected, 'OFFERED', '', '', '', '', '', '', id, 1, :today, folded
            from   initiative where id = :id
            """)
                .param("copy", copy.value())
                .param("unit", to.value())
                .param("today", today())
                .param("id", id.value())
                .update();
        var begin = one.fromDay() == null ? today() : one.fromDay();
        for (var measure : measures(List.of(id.value())))
            jdbc.sql("""
                insert into initiative_measure (id, initiative_id, no, name, measured_in, more_is_better, before_source, after_source, due_on, version)
                select :new, :copy, no, name, measured_in, more_is_better, '', '', :due, 1 from initiative_measure where id = :old
                """)
                    .param("new", Uuid7.create())
                    .param("copy", copy.value())
                    .param("due", shifted(begin, measure.dueOn()))
                    .param("old", measure.id())
                    .update();
        int no = 0;
        for (var task : tasks(id))
            insertTask(PilotTaskId.create(), copy, ++no, task.title(), to.value(), shifted(begin, task.dueOn()));
        audit.record(
                actor, "execution.initiative.offer", id.value(), Map.of("copy", copy.toString(), "to", to.toString()));
        notices.offered(actor.agency(), to, copy);
        return copy;
    }

    /** As far from today as it lay from the first day there. */
    private LocalDate shifted(LocalDate begin, LocalDate day) {
        return today().plusDays(Math.max(0, ChronoUnit.DAYS.between(begin, day)));
    }

    /** The unit takes it up: its pilot begins today and lasts as long as the first did. */
    @Transactional
    public void accept(Actor actor, InitiativeId id) {
        var one = hold(actor, id, Action.ASSESS_INITIATIVES, Phase.OFFERED);
        jdbc.sql("""
            update initiative i set from_day = :today, to_day = :today + (o.to_day - o.from_day)
            from   initiative o where o.id = i.origin_id and i.id = :id
            """).param("today", today()).param("id", id.value()).update();
        place(id, new UnitId(one.unitId()), today());
        move(actor, id, Phase.PILOT, "accept");
    }

    @Transactional
    public void decline(Actor actor, InitiativeId id, String reason) {
        hold(actor, id, Action.ASSESS_INITIATIVES, Phase.OFFERED);
        reason(id, reason);
        move(actor, id, Phase.DECLINED, "decline");
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void exported(Actor actor, LocalDate from, LocalDate to, int rows) {
        audit.export(
                actor,
                "execution.initiative.export",
                null,
                Map.of("from", from.toString(), "to", to.toString(), "rows", rows));
    }
}
