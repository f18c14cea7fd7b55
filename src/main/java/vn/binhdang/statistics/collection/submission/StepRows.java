package vn.binhdang.statistics.collection.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.SubmissionId;

/** Steps of submissions and remarks on their figures. Callers have found the submission for the actor before. */
@Repository
class StepRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    StepRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(Actor actor, SubmissionId submission, Step.Kind step, String reason, @Nullable LocalDate dueOn) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into stat_submission_step (id, submission_id, step, at, by_account, by_agency, reason, due_on)
            values (:id, :submission, :step, :at, :account, :agency, :reason, :due)
            """)
                .param("id", id)
                .param("submission", submission.value())
                .param("step", step.name())
                .param("at", now())
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("reason", reason)
                .param("due", dueOn, java.sql.Types.DATE)
                .update();
        return id;
    }

    /** Of these submissions, the earliest first. */
    List<Step> of(Collection<SubmissionId> submissions) {
        return jdbc.sql("""
            select id, submission_id, step, at, by_account, by_agency, reason, due_on
            from   stat_submission_step where submission_id = any (:submissions) order by at, id
            """)
                .param("submissions", ids(submissions))
                .query(Step.class)
                .list();
    }

    /** On the figures of these submissions, in the order of the form. */
    List<Remark> remarks(SubmissionId submission) {
        return jdbc.sql("""
            select id, slot, words, step_id from stat_cell_remark where submission_id = :submission
            order  by slot, written_at, id
            """)
                .param("submission", submission.value())
                .query(Remark.class)
                .list();
    }

    void remark(Actor actor, SubmissionId submission, Collection<Integer> slots, String words) {
        for (int slot : slots)
            jdbc.sql("""
                insert into stat_cell_remark (id, submission_id, slot, words, written_at, written_by)
                values (:id, :submission, :slot, :words, :at, :by)
                """)
                    .param("id", Uuid7.create())
                    .param("submission", submission.value())
                    .param("slot", slot)
                    .param("words", words)
                    .param("at", now())
                    .param("by", actor.account().value())
                    .update();
    }

    /** Only one that was not sent yet. @return whether there was one */
    boolean remove(SubmissionId submission, RemarkId remark) {
        return jdbc.sql("""
            delete from stat_cell_remark where id = :id and submission_id = :submission and step_id is null
            """)
                        .param("id", remark.value())
                        .param("submission", submission.value())
                        .update()
                == 1;
    }

    /** Those that were being collected go out with a step. */
    int send(SubmissionId submission, UUID step) {
        return jdbc.sql("update stat_cell_remark set step_id = :step where submission_id = :submission and step_id is"
                        + " null")
                .param("step", step)
                .param("submission", submission.value())
                .update();
    }

    /** What was collected says nothing any more: the submission was accepted or taken back. */
    void dropCollected(SubmissionId submission) {
        jdbc.sql("delete from stat_cell_remark where submission_id = :submission and step_id is null")
                .param("submission", submission.value())
                .update();
    }

    /** Everybody who entered figures or sent it up. */
    Set<AccountId> hands(SubmissionId submission) {
        return jdbc.sql("""
            select account_id from stat_submission_hand where submission_id = :submission
            union
            select by_account from stat_submission_step
            where  submission_id = :submission and step in ('SUBMITTED', 'AMENDED')
            """).param("submission", submission.value()).query(UUID.class).list().stream()
                .map(AccountId::new)
                .collect(Collectors.toSet());
    }

    private static UUID[] ids(Collection<SubmissionId> submissions) {
        return submissions.stream().map(SubmissionId::value).toArray(UUID[]::new);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
