package vn.binhdang.execution.urging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;

/** Reads acts of urging: those the own office did, and those that the actor has to answer. */
@Component
class ActsOfUrging {
    /** Done for the own agency, where the role to urge reaches. */
    private static final String OWN = """
        (u.agency_id = :agency and (u.agency_id = any (:urgeWhole)
            or in_reach(u.unit_id, :urgeWhole, :urgeOnly, current_date)
            or in_reach(u.unit_id, :belowWhole, :belowOnly, current_date)))
        """;

    /** Addressed to a unit for which the actor answers, or to themselves. */
    private static final String ANSWERED = """
        (u.urged_at is not null and (u.account_id = :account
            or u.account_id is null and in_reach(u.unit_id, :answerWhole, :answerOnly, current_date)
            or exists (select 1 from urging_item i join urging_told o on o.item_id = i.id
                       where i.urging_id = u.id and o.account_id = :account)))
        """;

    private static final ZoneId ZONE = Today.ZONE;

    private final JdbcClient jdbc;

    ActsOfUrging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param answerable the actor is of those who are urged
     * @param own the actor is of those who urge
     */
    record Act(
            UUID id,
            UUID agency,
            UUID byUnit,
            UUID byAccount,
            boolean automatic,
            UUID unit,
            Recipient recipient,
            @Nullable UUID accountId,
            Way way,
            String words,
            @Nullable UUID letterId,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime urgedAt,
            @Nullable OffsetDateTime droppedAt,
            LocalDate answerBy,
            int items,
            int answered,
            boolean answerable,
            boolean own) {

        ActState state(LocalDate today) {
            if (droppedAt != null) return ActState.DROPPED;
            if (urgedAt == null) return ActState.WAITING;
            if (answered == items) return ActState.ANSWERED;
            return answerBy.isBefore(today) ? ActState.LATE : ActState.OPEN;
        }

        /** The day on which it was sent. */
        LocalDate urgedOn() {
            return (urgedAt == null ? createdAt : urgedAt)
                    .atZoneSameInstant(ZONE)
                    .toLocalDate();
        }
    }

    /** One thing of an act. */
    record Item(
            UUID id,
            Part.Kind kind,
            UUID subjectId,
            @Nullable UUID planId,
            @Nullable String number,
            @Nullable String text,
            @Nullable LocalDate dueOn,
            @Nullable String state,
            @Nullable OffsetDateTime answeredAt,
            @Nullable Answer answer,
            @Nullable LocalDate promisedOn) {}

    /**
     * An answer as it was given or written down.
     * @param accountId who gave it; of one that was heard who wrote it down
     * @param way null for one that was given in the product, as {@code who}, {@code heardOn} and {@code recordedAt}
     * @param withdrawnAt when it was taken out of the count; null for one that counts
     * @param correctedBy what stands in its place
     */
    record Said(
            UUID id,
            UUID itemId,
            Answer kind,
            String words,
            @Nullable LocalDate promisedOn,
            UUID accountId,
            OffsetDateTime answeredAt,
            @Nullable HeardWay way,
            @Nullable String who,
            @Nullable LocalDate heardOn,
            @Nullable OffsetDateTime recordedAt,
            @Nullable OffsetDateTime withdrawnAt,
            @Nullable UUID withdrawnBy,
            @Nullable String reason,
            @Nullable UUID correctedBy) {

        boolean counts() {
            return withdrawnAt == null;
        }
    }

    private static final String ACT = """
        select u.id, u.agency_id as agency, u.by_unit, u.by_account, u.automatic, u.unit_id as unit, u.recipient, u.account_id,
               u.way, u.words, u.letter_id, u.created_at, u.urged_at, u.dropped_at, u.answer_by, u.items, u.answered,
        """;

    /** @throws NotVisible when it is absent, or neither done by the own office nor to be answered by the actor */
    Act find(Actor actor, UrgingId id) {
        // Who is asked for by a unit has no account, and neither yes nor no comes of comparing with none.
        return jdbc.sql(ACT + " a.answerable, a.own from urging u cross join lateral (select coalesce(" + ANSWERED
                        + ", false) as answerable, coalesce(" + OWN
                        + ", false) as own) a where u.id = :id and (a.answerable or a.own)")
                .params(reach(actor))
                .param("id", id.value())
                .query(Act.class)
                .optional()
                .orElseThrow(() -> new NotVisible("urging " + id));
    }

    List<Item> items(UrgingId id) {
        return jdbc.sql("""
            select i.id, i.kind, i.subject_id, t.plan_id, t.number, coalesce(t.text, r.title) as text,
                   coalesce(t.due_on, r.due_on) as due_on, t.state, i.answered_at, i.answer, i.promised_on
            from   urging_item i
            left   join running_task t on i.kind = 'TASK' and t.id = i.subject_id
            left   join urged_report r on i.kind = 'REPORT' and r.id = i.subject_id
            where  i.urging_id = :id
            order  by i.no
            """).param("id", id.value()).query(Item.class).list();
    }

    /** All that was ever answered, in the order in which it was. */
    List<Said> answers(UrgingId id) {
        return jdbc.sql("""
            select a.id, a.item_id, a.kind, a.words, a.promised_on, a.account_id, a.answered_at,
                   h.way, h.who, h.heard_on, h.recorded_at,
                   w.withdrawn_at, w.account_id as withdrawn_by, w.reason, w.corrected_by
            from   urging_answer a
            join   urging_item i on i.id = a.item_id
            left   join urging_heard h on h.answer_id = a.id
            left   join urging_answer_withdrawn w on w.answer_id = a.id
            where  i.urging_id = :id
            order  by a.answered_at, a.id
            """).param("id", id.value()).query(Said.class).list();
    }

    /** Whether an act has reached the actor. */
    boolean reached(UrgingId id, Actor actor) {
        return jdbc.sql("""
            select exists (select 1 from urging_item i join urging_told o on o.item_id = i.id
                           where  i.urging_id = :id and o.account_id = :account)
            """)
                .param("id", id.value())
                .param("account", actor.account().value())
                .query(Boolean.class)
                .single();
    }

    /** How many people an act has reached. */
    int reached(UrgingId id) {
        return jdbc.sql("""
            select count(distinct o.account_id) from urging_item i join urging_told o on o.item_id = i.id where i.urging_id = :id
            """).param("id", id.value()).query(Integer.class).single();
    }

    /**
     * @param state OPEN: not all is answered, ANSWERED, LATE: open after its day, WAITING: a letter is being prepared; empty for
     *     all
     * @param from first day
     * @param to last day
     */
    record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UnitId unit,
            String state,
            String words) {}

    /** Acts of the own office, the latest first. */
    List<Act> list(Actor actor, Filter filter, LocalDate today, @Nullable UUID before, int limit) {
        var values = new HashMap<>(reach(actor));
        var where = new StringBuilder(where(filter, values));
        where.append(
                switch (filter.state()) {
                    case "OPEN" -> " and u.urged_at is not null and u.answered < u.items";
                    case "LATE" -> " and u.urged_at is not null and u.answered < u.items and u.answer_by < :today";
                    case "ANSWERED" -> " and u.answered = u.items";
                    case "WAITING" -> " and u.urged_at is null and u.dropped_at is null";
                    default -> "";
                });
        values.put("today", today);
        if (before != null) {
            where.append(" and u.id < :before");
            values.put("before", before);
        }
        values.put("limit", limit);
        return jdbc.sql(ACT + " false as answerable, true as own from urging u where " + OWN + where
                        + " order by u.id desc limit :limit")
                .params(values)
                .query(Act.class)
                .list();
    }

    /**
     * How one unit was urged and how it answered.
     * @param things tasks and reports it was urged for, each as often as it was
     * @param heard of those answered the ones that the office heard outside of the product
     * @param late still without an answer after the day to answer
     * @param medianDays from urging to answer, half of the answers were faster; null while there is none
     */
    record UnitFigures(
            UUID unit,
            int acts,
            int things,
            int answered,
            int heard,
            int late,
            @Nullable BigDecimal medianDays,
            OffsetDateTime lastUrged) {}

    /** By unit, those urged most often first. */
    List<UnitFigures> byUnit(Actor actor, Filter filter, LocalDate today, int offset, int limit) {
        var values = new HashMap<>(reach(actor));
        String where = where(filter, values);
        values.put("today", today);
        values.put("offset", offset);
        values.put("limit", limit);
        return jdbc.sql("""
            select u.unit_id as unit, count(distinct u.id) as acts, count(*) as things,
                   count(i.answered_at) as answered,
                   count(*) filter (where i.answered_at is not null and exists
                       (select 1 from urging_answer a join urging_heard h on h.answer_id = a.id
                        where a.item_id = i.id
                        and   not exists (select 1 from urging_answer_withdrawn w where w.answer_id = a.id))) as heard,
                   count(*) filter (where i.answered_at is null and u.answer_by < :today) as late,
                   round(cast(percentile_cont(0.5) within group (
                       order by extract(epoch from i.answered_at - u.urged_at) / 86400) as numeric), 1) as median_days,
                   max(u.urged_at) as last_urged
            from   urging u join urging_item i on i.urging_id = u.id
            where  u.urged_at is not null and
            """ + OWN + where + """
             group  by u.unit_id
            order  by acts desc, u.unit_id
            offset :offset limit :limit
            """)
                .params(values)
                .query(UnitFigures.class)
                .list();
    }

    private static String where(Filter filter, Map<String, Object> values) {
        var where = new StringBuilder();
        if (filter.from() != null) {
            where.append(" and coalesce(u.urged_at, u.created_at) >= :fromTime");
            values.put("fromTime", filter.from().atStartOfDay(ZONE).toOffsetDateTime());
        }
        if (filter.to() != null) {
            where.append(" and coalesce(u.urged_at, u.created_at) < :toTime");
            values.put("toTime", filter.to().plusDays(1).atStartOfDay(ZONE).toOffsetDateTime());
        }
        if (filter.unit() != null) {
            where.append(" and u.unit_id = :unit");
            values.put("unit", filter.unit().value());
        }
        if (!filter.words().isBlank()) {
            where.append("""
                 and (fold(u.words) like :words or exists (select 1 from unit_name n where n.unit_id = u.unit_id
                                                           and fold(n.name) like :words))
                """.replace(
                            ":words",
                            "'%' || replace(replace(replace(fold(:words), '\\', '\\\\'), '%', '\\%'), '_',"
                                    + " '\\_') || '%'"));
            values.put("words", filter.words().strip());
        }
        return where.toString();
    }

    private static Map<String, Object> reach(Actor actor) {
        var values = UrgeableTasks.reach(actor);
        var answer = actor.reach(Action.ANSWER_URGING);
        values.put("answerWhole", answer.wholeIds());
        values.put("answerOnly", answer.onlyIds());
        values.put("account", actor.account().value());
        return values;
    }

    /** An act that waits for an answer of the actor. */
}
