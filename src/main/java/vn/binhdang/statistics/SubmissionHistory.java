package vn.binhdang.statistics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;

/** The dated steps of answers that nobody sends up one by one: those of another system, and of the sample. */
@Component
public class SubmissionHistory {
    private static final List<String> FIRST = List.of("SUBMITTED", "ACCEPTED");
    private static final List<String> AMENDMENT = List.of("AMENDED", "SUBMITTED", "ACCEPTED");

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    SubmissionHistory(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    /** @param amendment whether it corrects one that was accepted before */
    public record Taken(SubmissionId id, boolean amendment) {}

    /** Says of answers that they were sent up and accepted in one act; one statement however many there are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acceptedAtOnce(
            Actor sender,
            Actor accepter,
            FormShape form,
            ReportingPeriod period,
            Collection<Taken> answers,
            Instant at) {
        var ids = new ArrayList<UUID>();
        var submissions = new ArrayList<UUID>();
        var steps = new ArrayList<String>();
        for (var answer : answers)
            for (String step : answer.amendment()
                    ? new String[] {"AMENDED", "SUBMITTED", "ACCEPTED"}
                    : new String[] {"SUBMITTED", "ACCEPTED"}) {
                ids.add(Uuid7.create());
                submissions.add(answer.id().value());
                steps.add(step);
            }
        var due = deadlines.of(form, period);
        var kinds = due.keySet().stream().sorted().toList();
        jdbc.sql("""
            insert into stat_submission_step (id, submission_id, step, at, by_account, by_agency, due_on)
            -- a microsecond apart: a history is read in the order of its moments
            select n.id, n.submission_id, n.step,
                   cast(:at as timestamptz) + array_position(array['AMENDED', 'SUBMITTED', 'ACCEPTED'], n.step) * interval '1 microsecond',
                   case n.step when 'ACCEPTED' then cast(:accepter as uuid) else cast(:sender as uuid) end,
                   case n.step when 'ACCEPTED' then cast(:accepting as uuid) else cast(:sending as uuid) end,
                   d.due_on
            from   unnest(cast(:ids as uuid[]), cast(:submissions as uuid[]), cast(:steps as text[])) n (id, submission_id, step)
            join   stat_submission s on s.id = n.submission_id
            left   join unit_name u on u.unit_id = s.unit_id and u.valid_from <= s.reference_day
                                   and (u.valid_to is null or s.reference_day < u.valid_to)
            left   join unnest(cast(:kinds as text[]), cast(:dues as date[])) d (kind, due_on)
                     on d.kind = u.kind and n.step = 'SUBMITTED'
            """)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("accepter", accepter.account().value())
                .param("sender", sender.account().value())
                .param("accepting", accepter.agency().value())
                .param("sending", sender.agency().value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("submissions", submissions.toArray(UUID[]::new))
                .param("steps", steps.toArray(String[]::new))
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "dues",
                        kinds.stream()
                                .map(kind -> String.valueOf(due.get(kind)))
                                .toArray(String[]::new))
                .update();
    }
}
