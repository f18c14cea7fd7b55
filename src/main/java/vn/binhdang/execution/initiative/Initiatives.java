package vn.binhdang.execution.initiative;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;

/**
 * Initiatives and pilot models. The whole agency may read them, so that what works is copied; a draft is its author's alone.
 * Who may run, assess or decide one is a matter of its unit and of the units where it is tried, or who succeeded them.
 */
@Component
class Initiatives {
    static final int MOST = 50;

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

    static final String LISTED = COLUMNS
            + ", false as runs, false as decides, false as assesses, '' as author, '' as responsible, '' as places";

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

    record Comment(String person, LocalDate saidOn, String words) {}

    LocalDate today() {
        return Today.of(clock).day();
    }

    Map<String, Object> asked(Actor actor) {
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

    /** What was said last, first. */
    List<Comment> comments(InitiativeId id) {
        return jdbc.sql("select coalesce(person_called(person_id), '') as person, said_on, words from"
                        + " initiative_comment where initiative_id = :id order by id desc limit 50")
                .param("id", id.value())
                .query(Comment.class)
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

    /**
     * Holds it until the transaction ends.
     * @throws NotVisible when the actor may not do this to it
     * @throws Refused when it is in none of the phases
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Initiative hold(Actor actor, InitiativeId id, Action action, Phase... phases) {
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

    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Actor actor, InitiativeId id, Phase phase, String verb) {
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

    void reason(InitiativeId id, String reason) {
        jdbc.sql("update initiative set reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    /** The number of the next line in a table of its parts, of which there are at most {@link #MOST}. */
    int next(String table, InitiativeId id) {
        int last = jdbc.sql("select coalesce(max(no), 0) from %s where initiative_id = :id".formatted(table))
                .param("id", id.value())
                .query(Integer.class)
                .single();
        if (last >= MOST) throw new Refused("execution.initiative.refused.many");
        return last + 1;
    }
}
