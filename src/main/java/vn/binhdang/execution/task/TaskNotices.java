package vn.binhdang.execution.task;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Colleagues;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;

/** Tells people what others did to their tasks: that it was done, never what was written. */
@Component
class TaskNotices {
    static final NoticeKind PART_CLOSED = new NoticeKind("execution.notice.partClosed", 21, Delivery.DAILY, false);
    static final NoticeKind HANDED = new NoticeKind("execution.notice.handed", 22, Delivery.DAILY, false);
    static final NoticeKind MENTIONED = new NoticeKind("execution.notice.mentioned", 23, Delivery.DAILY, false);

    private final Notices notices;
    private final RoleHolders holders;
    private final Colleagues colleagues;
    private final JdbcClient jdbc;

    TaskNotices(Notices notices, RoleHolders holders, Colleagues colleagues, JdbcClient jdbc) {
        this.notices = notices;
        this.holders = holders;
        this.colleagues = colleagues;
        this.jdbc = jdbc;
    }

    @Bean
    static NoticeKind partClosedNotice() {
        return PART_CLOSED;
    }

    @Bean
    static NoticeKind handedNotice() {
        return HANDED;
    }

    @Bean
    static NoticeKind mentionedNotice() {
        return MENTIONED;
    }

    /** To those of the leading unit who are at it; where nobody is yet, to all who report for it. */
    void partClosed(Actor actor, RunningTask task, UnitId unit, int no) {
        var lead = task.leadUnit();
        if (lead == null) return;
        var told = atWork(actor, task, lead);
        notices.send(
                PART_CLOSED,
                told.isEmpty() ? holders.sittingIn(actor.agency(), List.of(lead), Action.REPORT_TASKS) : told,
                task.href() + "#parts",
                "execution/%s/part/%s/%d".formatted(task.id(), unit, no));
    }

    private Set<AccountId> atWork(Actor actor, RunningTask task, UnitId lead) {
        var handed = jdbc.sql("""
            select person_id from task_hand
            where  task_id = :task and unit_id = :lead and current and person_id is not null
            """)
                .param("task", task.id().value())
                .param("lead", lead.value())
                .query(UUID.class)
                .list();
        var reported = jdbc.sql("""
            select distinct reported_by from task_progress where task_id = :task and unit_id = :lead and not contribution
            """)
                .param("task", task.id().value())
                .param("lead", lead.value())
                .query(UUID.class)
                .list();
        var all = reported.stream().map(AccountId::new).collect(Collectors.toSet());
        all.addAll(colleagues.accountsOf(
                actor.agency(), handed.stream().map(PersonId::new).toList()));
        return all;
    }

    /** @param occasion what was handed, with the number of the hand-over */
    void handed(Actor actor, RunningTask task, PersonId person, String occasion) {
        if (person.equals(actor.person())) return;
        notices.send(
                HANDED,
                colleagues.accountsOf(actor.agency(), List.of(person)),
                task.href(),
                "execution/%s/hand/%s".formatted(task.id(), occasion));
    }

    void mentioned(RunningTask task, UUID comment, Set<AccountId> accounts) {
        notices.send(MENTIONED, accounts, task.href() + "#comments", "execution/comment/" + comment);
    }
}
