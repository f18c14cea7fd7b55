package vn.binhdang.statistics.collection.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Code;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.UrgingDays;

/**
 * Urges units for a form of a period: an act that is kept, a unit at most once a day whoever urges. Callers have found the
 * board for the actor before.
 */
@Component
class BoardUrging {
    static final NoticeKind URGED = new NoticeKind("statistics.notice.urged", 63, Delivery.APP, true);
    static final NoticeKind URGED_BY_MAIL = new NoticeKind("statistics.notice.urgedByMail", 64, Delivery.AT_ONCE, true);

    /** By which way. */
    enum Way {
        NOTICE,
        MAIL;

        static Way of(String typed) {
            return typed.equals(MAIL.name()) ? MAIL : NOTICE;
        }
    }

    private final JdbcClient jdbc;
    private final RoleHolders holders;
    private final Notices notices;
    private final AuditTrail audit;
    private final ObjectProvider<UrgingDays> days;
    private final Clock clock;

    BoardUrging(
            JdbcClient jdbc,
            RoleHolders holders,
            Notices notices,
            AuditTrail audit,
            ObjectProvider<UrgingDays> days,
            Clock clock) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.notices = notices;
        this.audit = audit;
        this.days = days;
        this.clock = clock;
    }

    @Bean
    static NoticeKind figuresUrgedNotice() {
        return URGED;
    }

    @Bean
    static NoticeKind figuresUrgedByMailNotice() {
        return URGED_BY_MAIL;
    }

    /**
     * @param urged units
     * @param people reached in them
     * @param already units left out, since they were urged today
     * @param nobody units among the urged in which nobody has an account: they have to be rung up
     * @param resting units left out, since they have entered today as a day of rest of their own
     */
    record Outcome(int urged, int people, int already, int nobody, int resting) {}

    /** When the actor's agency urges nobody on a day: the next one on which it does again. */
    Optional<LocalDate> quietUntil(Actor actor, LocalDate day) {
        var entered = days.getIfAvailable();
        if (entered != null) return entered.quietUntil(actor.agency(), day);
        var calendar = WorkingDays.standard();
        return calendar.isWorkingDay(day) ? Optional.empty() : Optional.of(calendar.next(day));
    }

    /** @param open who has not handed in */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome urge(Actor actor, BoardQuestion question, List<UnitId> open, Way way) {
        var entered = days.getIfAvailable();
        var resting = entered == null ? Set.<UnitId>of() : entered.resting(open, question.today());
        var units = open.stream().filter(unit -> !resting.contains(unit)).toList();
        var people = peopleOf(actor, units);
        var done = keep(actor, question, units, people, way);
        var told = new HashSet<AccountId>();
        int nobody = 0;
        for (var unit : done) {
            var found = people.getOrDefault(unit, Set.of());
            if (found.isEmpty()) nobody++;
            told.addAll(found);
        }
        String period = PeriodCode.text(question.period());
        notices.send(
                way == Way.MAIL ? URGED_BY_MAIL : URGED,
                told,
                "/statistics",
                "statistics.urging/%s/%s/%s".formatted(question.form(), period, question.today()),
                new Code(period));
        if (!done.isEmpty())
            audit.record(
                    actor,
                    "statistics.form.urge",
                    question.form().value(),
                    Map.of("period", period, "units", done.size(), "way", way.name()));
        return new Outcome(done.size(), told.size(), units.size() - done.size(), nobody, resting.size());
    }

    /** Those the key lets through. */
    private List<UnitId> keep(
            Actor actor, BoardQuestion question, List<UnitId> units, Map<UnitId, Set<AccountId>> people, Way way) {
        return jdbc
                .sql("""
                    insert into stat_urging (form_id, period, unit_id, on_day, at, by_account, by_agency, way, told)
                    select :form, :period, u.unit_id, :today, :at, :account, :agency, :way, u.told
                    from   unnest(cast(:units as uuid[]), cast(:told as int[])) u (unit_id, told)
                    order  by u.unit_id       -- two who urge at once wait for each other in one order
                    on     conflict do nothing
                    returning unit_id
                    """)
                .param("form", question.form().value())
                .param("period", PeriodCode.number(question.period()))
                .param("today", question.today())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("way", way.name())
                .param("units", units.stream().map(UnitId::toString).toArray(String[]::new))
                .param(
                        "told",
                        units.stream()
                                .map(unit -> String.valueOf(
                                        people.getOrDefault(unit, Set.of()).size()))
                                .toArray(String[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    /** Who enters or submits figures: of an agency everybody who may, of a division those who sit in it. */
    private Map<UnitId, Set<AccountId>> peopleOf(Actor actor, Collection<UnitId> units) {
        var people = new HashMap<UnitId, Set<AccountId>>();
        for (var action : List.of(Action.ENTER_STATISTICS, Action.SUBMIT_STATISTICS))
            holders.inEach(units, action)
                    .forEach((unit, accounts) ->
                            people.computeIfAbsent(unit, _ -> new HashSet<>()).addAll(accounts));
        var rest = new HashSet<>(units);
        rest.removeAll(people.keySet());
        if (rest.isEmpty()) return people;
        var roles = EnumSet.copyOf(Action.ENTER_STATISTICS.roles());
        roles.addAll(Action.SUBMIT_STATISTICS.roles());
        for (var seat : holders.seats(actor.agency(), roles))
            if (rest.contains(seat.unit()))
                people.computeIfAbsent(seat.unit(), _ -> new HashSet<>()).add(seat.account());
        return people;
    }

    /** One act of urging a unit. */
    record Kept(UUID unitId, LocalDate onDay, OffsetDateTime at, UUID byAccount, UUID byAgency, String way, int told) {}

    /**
     * What was done for a form and period, the latest first.
     * @param unit only this one; null for all within the unit of the question
     */
    List<Kept> log(BoardQuestion question, @Nullable UnitId unit, int most) {
        return jdbc.sql("""
            select g.unit_id, g.on_day, g.at, g.by_account, g.by_agency, g.way, g.told
            from   stat_urging g
            where  g.form_id = :form and g.period = :period
            and    (cast(:one as uuid) is null or g.unit_id = :one)
            and    exists (select 1 from unit_within w where w.unit_id = g.unit_id and w.ancestor_id = :unit
                           and w.valid_from <= :day and :day < w.valid_to)
            order  by g.at desc, g.unit_id limit :most
            """)
                .param("form", question.form().value())
                .param("period", PeriodCode.number(question.period()))
                .param("one", unit == null ? null : unit.value(), java.sql.Types.OTHER)
                .param("unit", question.unit().value())
                .param("day", question.day())
                .param("most", most)
                .query(Kept.class)
                .list();
    }

    static List<UnitId> ids(Collection<String> typed) {
        var ids = new ArrayList<UnitId>();
        for (String one : typed) ids.add(UnitId.of(one));
        return ids;
    }
}
