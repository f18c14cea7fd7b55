package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.access.AccountsOfTeam;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Day;
import vn.binhdang.messaging.NoticeArgument.Word;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;

/** Tells teams, units and heads of teams what is theirs now: kinds, days and counts, never a name or a word of a finding. */
@Component
class OversightNotices {
    static final NoticeKind DECIDED = new NoticeKind("execution.notice.oversightDecided", 30, Delivery.AT_ONCE, false);
    static final NoticeKind RECOMMENDED = new NoticeKind("execution.notice.recommended", 31, Delivery.AT_ONCE, true);
    static final NoticeKind REPORTED =
            new NoticeKind("execution.notice.recommendationReported", 32, Delivery.AT_ONCE, false);
    static final NoticeKind JUDGED =
            new NoticeKind("execution.notice.recommendationJudged", 33, Delivery.AT_ONCE, false);

    private final Notices notices;
    private final RoleHolders holders;
    private final AccountsOfTeam accounts;
    private final JdbcClient jdbc;

    OversightNotices(Notices notices, RoleHolders holders, AccountsOfTeam accounts, JdbcClient jdbc) {
        this.notices = notices;
        this.holders = holders;
        this.accounts = accounts;
        this.jdbc = jdbc;
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

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void issued(DocumentIssued document) {
        if (document.kind() == DocumentKind.OVERSIGHT_DECISION) decided(document.documentId());
        if (document.kind() == DocumentKind.OVERSIGHT_CONCLUSION) concluded(document.documentId());
    }

    private void decided(UUID decision) {
        record Row(UUID id, OversightKind kind, java.time.LocalDate fromDay) {}
        jdbc.sql("select id, kind, from_day from oversight_mission where decision_id = :id and cancelled_at is null")
                .param("id", decision)
                .query(Row.class)
                .optional()
                .ifPresent(mission -> notices.send(
                        DECIDED,
                        accounts.of(team(mission.id(), false)),
                        "/oversight/missions/" + mission.id(),
                        "execution/mission/%s/decided".formatted(mission.id()),
                        new Word(mission.kind().messageKey()),
                        new Day(mission.fromDay())));
    }

    private void concluded(UUID conclusion) {
        record Row(UUID id, UUID unitId, UUID agencyId, java.time.LocalDate dueOn) {}
        jdbc.sql("""
            select c.id, c.unit_id, r.agency_id, c.due_on
            from   oversight_recommendation c
            join   oversight_visit v on v.id = c.visit_id
            join   oversight_mission r on r.id = v.mission_id
            where  r.conclusion_id = :id and c.state = 'OPEN'
            order  by c.id
            """)
                .param("id", conclusion)
                .query(Row.class)
                .list()
                .forEach(made -> notices.send(
                        RECOMMENDED,
                        holders.sittingIn(
                                new UnitId(made.agencyId()),
                                List.of(new UnitId(made.unitId())),
                                Action.ANSWER_RECOMMENDATIONS),
                        "/oversight/recommendations/" + made.id(),
                        "execution/recommendation/%s/made".formatted(made.id()),
                        new Day(made.dueOn())));
    }

    void reported(Recommendations.Recommendation made, UUID step) {
        notices.send(
                REPORTED,
                accounts.of(team(made.missionId(), true)),
                "/oversight/recommendations/" + made.id(),
                "execution/recommendation/%s/reported/%s".formatted(made.id(), step),
                new Day(made.dueOn()));
    }

    void judged(Recommendations.Recommendation made, boolean accepted) {
        notices.send(
                JUDGED,
                holders.sittingIn(new UnitId(made.agencyId()), List.of(made.unit()), Action.ANSWER_RECOMMENDATIONS),
                "/oversight/recommendations/" + made.id(),
                "execution/recommendation/%s/judged/%d".formatted(made.id(), made.version()),
                new Word(
                        accepted
                                ? "execution.notice.recommendationJudged.accepted"
                                : "execution.notice.recommendationJudged.returned"),
                new Day(made.dueOn()));
    }

    private List<PersonId> team(UUID mission, boolean headOnly) {
        return jdbc
                .sql("select person_id from oversight_member where mission_id = :mission and end_reason is null and"
                        + " (leads or not :headOnly)")
                .param("mission", mission)
                .param("headOnly", headOnly)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toList());
    }
}
