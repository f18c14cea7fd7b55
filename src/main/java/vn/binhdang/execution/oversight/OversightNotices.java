package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.access.AccountsOfTeam;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Code;
import vn.binhdang.messaging.NoticeArgument.Day;
import vn.binhdang.messaging.NoticeArgument.Word;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;
import vn.binhdang.organisation.Units;

/** Tells teams, units and heads of teams what is theirs now: kinds, days and counts, never a name or a word of a finding. */
@Component
class OversightNotices {
    static final NoticeKind DECIDED = new NoticeKind("execution.notice.oversightDecided", 30, Delivery.AT_ONCE, false);
    static final NoticeKind RECOMMENDED = new NoticeKind("execution.notice.recommended", 31, Delivery.AT_ONCE, true);
    static final NoticeKind REPORTED =
            new NoticeKind("execution.notice.recommendationReported", 32, Delivery.AT_ONCE, false);
    static final NoticeKind JUDGED =
            new NoticeKind("execution.notice.recommendationJudged", 33, Delivery.AT_ONCE, false);
    static final NoticeKind SUBMITTED =
            new NoticeKind("execution.notice.programmeSubmitted", 34, Delivery.AT_ONCE, true);
    static final NoticeKind PROGRAMME_JUDGED =
            new NoticeKind("execution.notice.programmeJudged", 35, Delivery.AT_ONCE, false);

    private final Notices notices;
    private final RoleHolders holders;
    private final AccountsOfTeam accounts;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    OversightNotices(
            Notices notices, RoleHolders holders, AccountsOfTeam accounts, Units units, JdbcClient jdbc, Clock clock) {
        this.notices = notices;
        this.holders = holders;
        this.accounts = accounts;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    static NoticeKind oversightDecidedNotice() {
        return DECIDED;
    }

    @Bean
    static NoticeKind recommendedNotice() {
        return RECOMMENDED;
    }

    @Bean
    static NoticeKind recommendationReportedNotice() {
        return REPORTED;
    }

    @Bean
    static NoticeKind recommendationJudgedNotice() {
        return JUDGED;
    }

    @Bean
    static NoticeKind programmeSubmittedNotice() {
        return SUBMITTED;
    }

    @Bean
    static NoticeKind programmeJudgedNotice() {
        return PROGRAMME_JUDGED;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void issued(DocumentIssued document) {
        if (document.kind() == DocumentKind.OVERSIGHT_DECISION) decided(document.documentId());
        if (document.kind() == DocumentKind.OVERSIGHT_CONCLUSION) concluded(document.documentId());
    }

    /** The team of a decision, or those whom a supplement adds to one. */
    private void decided(UUID decision) {
        record Row(UUID id, OversightKind kind, LocalDate fromDay) {}
        jdbc.sql("""
            select r.id, r.kind, r.from_day from oversight_mission r
            where  r.cancelled_at is null
            and   (r.decision_id = :id or r.id = (select s.mission_id from oversight_supplement s where s.document_id = :id))
            """)
                .param("id", decision)
                .query(Row.class)
                .optional()
                .ifPresent(mission -> notices.send(
                        DECIDED,
                        accounts.of(named(decision)),
                        "/oversight/missions/" + mission.id(),
                        "execution/mission/%s/decided".formatted(mission.id()),
                        new Word(mission.kind().messageKey()),
                        new Day(mission.fromDay())));
    }

    private List<PersonId> named(UUID decision) {
        return jdbc.sql("""
            select m.person_id from oversight_member m
            join   oversight_mission r on r.id = m.mission_id
            left   join oversight_supplement s on s.id = m.supplement_id
            where  m.end_reason is null
            and   (m.supplement_id is null and r.decision_id = :id or s.document_id = :id)
            """).param("id", decision).query(UUID.class).list().stream()
                .map(PersonId::new)
                .toList();
    }

    private void concluded(UUID conclusion) {
        tellUnits("r.conclusion_id = :id", conclusion);
    }

    /** The conclusion of another body is recorded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void concluded(MissionId mission) {
        tellUnits("r.id = :id", mission.value());
    }

    private void tellUnits(String concluded, UUID id) {
        record Row(UUID id, UUID unitId, LocalDate dueOn) {}
        jdbc.sql("""
            select c.id, c.unit_id, c.due_on
            from   oversight_recommendation c
            join   oversight_visit v on v.id = c.visit_id
            join   oversight_mission r on r.id = v.mission_id
            where  %s and c.state = 'OPEN'
            order  by c.id
            """.formatted(concluded))
                .param("id", id)
                .query(Row.class)
                .list()
                .forEach(made -> recommended(made.id(), "made", new UnitId(made.unitId()), made.dueOn()));
    }

    /** @param occasion what brought it to the unit: it is told of each once */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recommended(UUID recommendation, String occasion, UnitId unit, LocalDate dueOn) {
        notices.send(
                RECOMMENDED,
                answering(unit),
                "/oversight/recommendations/" + recommendation,
                "execution/recommendation/%s/%s".formatted(recommendation, occasion),
                new Day(dueOn));
    }

    /**
     * Who answers for a unit. It may belong to another agency than the one that sent the team: an agency is what has accounts
     * of its own, so those who sit in the unit are asked in each agency at or above it.
     */
    private Set<AccountId> answering(UnitId unit) {
        var today = Today.of(clock).day();
        var agencies = new ArrayList<UnitId>();
        agencies.add(unit);
        units.ancestors(unit, today).forEach(above -> agencies.add(above.id()));
        var found = new HashSet<AccountId>();
        for (var agency : agencies)
            found.addAll(holders.sittingIn(agency, List.of(unit), Action.ANSWER_RECOMMENDATIONS));
        return found;
    }

    /** The programme of a year waits for the head of the agency. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submitted(UnitId agency, UUID programme, int year, String occasion) {
        notices.send(
                SUBMITTED,
                holders.in(agency, Action.APPROVE_OVERSIGHT),
                "/oversight/programmes/" + year,
                "execution/programme/%s/submitted/%s".formatted(programme, occasion),
                new Code(String.valueOf(year)));
    }

    /** The head said something of the programme. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void programmeJudged(UnitId agency, UUID programme, int year, boolean approved, String occasion) {
        notices.send(
                PROGRAMME_JUDGED,
                holders.in(agency, Action.PLAN_OVERSIGHT),
                "/oversight/programmes/" + year,
                "execution/programme/%s/judged/%s".formatted(programme, occasion),
                new Code(String.valueOf(year)),
                new Word(
                        approved
                                ? "execution.notice.programmeJudged.approved"
                                : "execution.notice.programmeJudged.returned"));
    }

    void reported(Recommendations.Recommendation made, UUID step) {
        notices.send(
                REPORTED,
                made.body() == null
                        ? accounts.of(heads(made.missionId()))
                        : holders.in(new UnitId(made.agencyId()), Action.PLAN_OVERSIGHT),
                "/oversight/recommendations/" + made.id(),
                "execution/recommendation/%s/reported/%s".formatted(made.id(), step),
                new Day(made.dueOn()));
    }

    void judged(Recommendations.Recommendation made, boolean accepted) {
        notices.send(
                JUDGED,
                answering(made.unit()),
                "/oversight/recommendations/" + made.id(),
                "execution/recommendation/%s/judged/%d".formatted(made.id(), made.version()),
                new Word(
                        accepted
                                ? "execution.notice.recommendationJudged.accepted"
                                : "execution.notice.recommendationJudged.returned"),
                new Day(made.dueOn()));
    }

    private List<PersonId> heads(UUID mission) {
        return jdbc
                .sql("select person_id from oversight_head where mission_id = :mission")
                .param("mission", mission)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }
}
