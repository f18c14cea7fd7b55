package vn.binhdang.statistics.collection.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.web.Text;

/** Makes the part of a page that says what can be done with a submission. */
@Component
public class StateParts {
    private final StepRows steps;
    private final JdbcClient jdbc;
    private final Clock clock;

    StateParts(StepRows steps, JdbcClient jdbc, Clock clock) {
        this.steps = steps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param own the actor entered or submitted it
     * @param newer the latest revision after it
     * @param returned the step with which it came back last
     */
    private record Standing(
            boolean enter,
            boolean submit,
            boolean accept,
            boolean own,
            @Nullable UUID newer,
            @Nullable String amended,
            @Nullable UUID returned,
            @Nullable String reason,
            int steps) {}

    /** In one statement, and one more for what came back. The caller has found the submission for the actor. */
    public StatePart of(Actor actor, Submission submission, Layout layout, Text t) {
        var standing = standing(actor, submission);
        var state = submission.state();
        boolean back = state == SubmissionState.RETURNED && standing.returned() != null;
        return new StatePart(
                "/statistics/submissions/" + submission.id(),
                submission.edition(),
                submission.revision() == 0
                        ? ""
                        : t.of(
                                "statistics.collection.amends",
                                submission.revision(),
                                Optional.ofNullable(standing.amended()).orElse("")),
                back ? Optional.ofNullable(standing.reason()).orElse("") : "",
                back ? remarks(submission, standing.returned(), layout, t) : List.of(),
                standing.newer() == null ? "" : "/statistics/submissions/" + standing.newer(),
                state.mayBeFilled() && standing.submit(),
                state == SubmissionState.SUBMITTED && standing.submit(),
                state == SubmissionState.ACCEPTED && standing.newer() == null && standing.enter(),
                state == SubmissionState.SUBMITTED && standing.accept() && !standing.own(),
                state.mayBeFilled() && standing.enter(),
                standing.own(),
                standing.steps());
    }

    private List<StatePart.CellRemark> remarks(Submission submission, @Nullable UUID returned, Layout layout, Text t) {
        return steps.remarks(submission.id()).stream()
                .filter(remark -> remark.stepId() != null && remark.stepId().equals(returned))
                .map(remark -> new StatePart.CellRemark(
                        remark.slot(),
                        layout.cell(remark.slot())
                                .map(cell -> cell.name(t.language()))
                                .orElse("–"),
                        "#c" + remark.slot(),
                        remark.words()))
                .toList();
    }

    private Standing standing(Actor actor, Submission submission) {
        var enter = actor.reach(Action.ENTER_STATISTICS);
        var submit = actor.reach(Action.SUBMIT_STATISTICS);
        var accept = actor.reach(Action.ACCEPT_STATISTICS);
        return jdbc.sql("select "
                        + Stream.of("enter", "submit", "accept")
                                .map(word -> Submissions.IN_REACH
                                                .replace(":whole", ":" + word + "Whole")
                                                .replace(":only", ":" + word + "Only")
                                        + " as " + word)
                                .collect(Collectors.joining(", "))
                        + """
                        , s.changed_by = :account
                            or exists (select 1 from stat_submission_hand h
                                       where h.submission_id = s.id and h.account_id = :account)
                            or exists (select 1 from stat_submission_step p
                                       where p.submission_id = s.id and p.by_account = :account
                                       and   p.step in ('SUBMITTED', 'AMENDED')) as own,
                           (select n.id from stat_submission n
                            where  n.form_id = s.form_id and n.period = s.period and n.unit_id = s.unit_id
                            and    n.revision > s.revision order by n.revision desc limit 1) as newer,
                           (select p.reason from stat_submission_step p
                            where  p.submission_id = s.id and p.step = 'AMENDED' limit 1) as amended,
                           b.id as returned, b.reason,
                           (select count(*) from stat_submission o join stat_submission_step p on p.submission_id = o.id
                            where  o.form_id = s.form_id and o.period = s.period and o.unit_id = s.unit_id) as steps
                        from   stat_submission s
                        left   join lateral (select p.id, p.reason from stat_submission_step p
                                             where  p.submission_id = s.id and p.step = 'RETURNED'
                                             order  by p.at desc, p.id desc limit 1) b on true
                        where  s.id = :id
                        """)
                .param("id", submission.id().value())
                .param("account", actor.account().value())
                .param("today", LocalDate.ofInstant(clock.instant(), Today.ZONE))
                .param("enterWhole", enter.wholeIds())
                .param("enterOnly", enter.onlyIds())
                .param("submitWhole", submit.wholeIds())
                .param("submitOnly", submit.onlyIds())
                .param("acceptWhole", accept.wholeIds())
                .param("acceptOnly", accept.onlyIds())
                .query(Standing.class)
                .single();
    }

    /** Every revision of an answer that has steps, with its number. */
    record Told(Step step, int revision) {}

    List<Told> story(Submission submission) {
        return jdbc.sql("""
            select p.id, p.submission_id, p.step, p.at, p.by_account, p.by_agency, p.reason, p.due_on, s.revision
            from   stat_submission s join stat_submission_step p on p.submission_id = s.id
            where  s.form_id = :form and s.period = :period and s.unit_id = :unit
            order  by p.at desc, p.id desc
            """)
                .param("form", submission.form().value())
                .param("period", PeriodCode.number(submission.period()))
                .param("unit", submission.unit().value())
                .query((rs, i) -> new Told(
                        new Step(
                                rs.getObject("id", UUID.class),
                                rs.getObject("submission_id", UUID.class),
                                Step.Kind.valueOf(rs.getString("step")),
                                rs.getObject("at", java.time.OffsetDateTime.class),
                                rs.getObject("by_account", UUID.class),
                                rs.getObject("by_agency", UUID.class),
                                rs.getString("reason"),
                                rs.getObject("due_on", LocalDate.class)),
                        rs.getInt("revision")))
                .list();
    }
}
