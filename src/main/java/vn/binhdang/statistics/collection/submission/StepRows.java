package vn.binhdang.statistics.collection.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
        return addEach(actor, List.of(submission), step, reason, dueOn).getFirst();
    }

    /** The same step of many. @return the ids of the steps, in the order of the submissions */
    List<UUID> addEach(
            Actor actor, List<SubmissionId> submissions, Step.Kind step, String reason, @Nullable LocalDate dueOn) {
        var steps = Stream.generate(Uuid7::create).limit(submissions.size()).toList();
        jdbc.sql("""
            insert into stat_submission_step (id, submission_id, step, at, by_account, by_agency, reason, due_on)
            select n.id, n.submission_id, :step, :at, :account, :agency, :reason, :due
            from   unnest(cast(:ids as uuid[]), cast(:submissions as uuid[])) n (id, submission_id)
            """)
                .param("ids", steps.toArray(UUID[]::new))
                .param("submissions", ids(submissions))
                .param("step", step.name())
                .param("at", now())
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("reason", reason)
                .param("due", dueOn, java.sql.Types.DATE)
                .update();
        return steps;
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

    /** What was collected says nothing any more: the submissions were accepted or taken back. */
    void dropCollected(Collection<SubmissionId> submissions) {
        jdbc.sql("delete from stat_cell_remark where submission_id = any (:submissions) and step_id is null")
                .param("submissions", ids(submissions))
                .update();
    }

    /** Everybody who entered figures or sent it up. */
    Set<AccountId> hands(SubmissionId submission) {
        return handsOfEach(List.of(submission)).getOrDefault(submission, Set.of());
    }

    Map<SubmissionId, Set<AccountId>> handsOfEach(Collection<SubmissionId> submissions) {
        var hands = new HashMap<SubmissionId, Set<AccountId>>();
        jdbc.sql("""
            select submission_id, account_id from stat_submission_hand where submission_id = any (:submissions)
            union
            select submission_id, by_account from stat_submission_step
            where  submission_id = any (:submissions) and step in ('SUBMITTED', 'AMENDED')
            """).param("submissions", ids(submissions)).query(rs -> {
            hands.computeIfAbsent(new SubmissionId(rs.getObject("submission_id", UUID.class)), _ -> new HashSet<>())
                    .add(new AccountId(rs.getObject("account_id", UUID.class)));
        });
        return hands;
    }

    private static UUID[] ids(Collection<SubmissionId> submissions) {
        return submissions.stream().map(SubmissionId::value).toArray(UUID[]::new);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
