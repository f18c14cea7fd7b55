package vn.binhdang.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.rollup.Sums;

/**
 * Makes answers count: one, or many with as few statements. Whoever calls holds their rows and those that they replace, in the
 * order of {@link Submissions#hold(Actor, Collection, vn.binhdang.kernel.Action)}, so that two who write the same ones wait for
 * each other.
 */
@Component
class Acceptance {
    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final Sums sums;
    private final AuditTrail audit;

    Acceptance(JdbcClient jdbc, Catalogues catalogues, Sums sums, AuditTrail audit) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.sums = sums;
        this.audit = audit;
    }

    /**
     * @param held one answer of each unit in a form and period
     * @param editions that were looked at
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Submissions.Accepted accept(Actor actor, List<Submission> held, Map<SubmissionId, Integer> editions) {
        var refused = new HashMap<SubmissionId, Refused>();
        var own = ownWork(actor, held);
        var accepted = new ArrayList<Submission>();
        for (var one : held) {
            Integer edition = editions.get(one.id());
            if (one.state() != SubmissionState.SUBMITTED)
                refused.put(one.id(), new Refused("statistics.submission.movedOn"));
            else if (edition == null || one.edition() != edition)
                refused.put(one.id(), new Refused("statistics.submission.changedMeanwhile"));
            else if (own.contains(one.id())) refused.put(one.id(), new Refused("statistics.submission.ownWork"));
            else accepted.add(one);
        }
        var outcome = new Submissions.Accepted(accepted, refused);
        if (accepted.isEmpty()) return outcome;
        var earlier = replace(accepted);
        jdbc.sql("update stat_submission set state = 'ACCEPTED', edition = edition + 1 where id = any (:ids)")
                .param("ids", ids(accepted))
                .update();
        sums.apply(changes(accepted, earlier));
        for (var one : accepted)
            audit.record(actor, "statistics.submission.accept", one.id().value(), Map.of("revision", one.revision()));
        return outcome;
    }

    /** Those into which the actor entered figures, or which the actor sent up. */
    private Set<SubmissionId> ownWork(Actor actor, List<Submission> held) {
        var own = new HashSet<SubmissionId>();
        for (var one : held) if (one.changedBy().equals(actor.account())) own.add(one.id());
        jdbc.sql("""
            select submission_id from stat_submission_hand
            where  submission_id = any (:ids) and account_id = :account
            union
            select submission_id from stat_submission_step
            where  submission_id = any (:ids) and by_account = :account and step in ('SUBMITTED', 'AMENDED')
            """)
                .param("ids", ids(held))
                .param("account", actor.account().value())
                .query(UUID.class)
                .list()
                .forEach(id -> own.add(new SubmissionId(id)));
        return own;
    }

    /** Whose answer it is. */
    private record Asked(FormId form, ReportingPeriod period, UnitId unit) {
        static Asked of(Submission submission) {
            return new Asked(submission.form(), submission.period(), submission.unit());
        }
    }

    /** What counted until now ceases to. */
    private Map<Asked, Cells> replace(Collection<Submission> accepted) {
        var earlier = new HashMap<Asked, Cells>();
        jdbc.sql("""
            update stat_submission s set state = 'REPLACED'
            from   unnest(cast(:forms as uuid[]), cast(:periods as int[]), cast(:units as uuid[])) a (form_id, period, unit_id)
            where  s.form_id = a.form_id and s.period = a.period and s.unit_id = a.unit_id and s.state = 'ACCEPTED'
            returning s.*
            """)
                .param("forms", accepted.stream().map(one -> one.form().value()).toArray(UUID[]::new))
                .param(
                        "periods",
                        accepted.stream()
                                .map(one -> PeriodCode.number(one.period()))
                                .toArray(Integer[]::new))
                .param("units", accepted.stream().map(one -> one.unit().value()).toArray(UUID[]::new))
                .query(Submissions.ROW)
                .list()
                .forEach(one -> earlier.put(Asked.of(one), one.cells()));
        return earlier;
    }

    private record Sheet(FormId form, ReportingPeriod period) {}

    private List<Sums.Changes> changes(List<Submission> accepted, Map<Asked, Cells> earlier) {
        var bySheet = new LinkedHashMap<Sheet, List<Sums.Change>>();
        for (var one : accepted)
            bySheet.computeIfAbsent(new Sheet(one.form(), one.period()), _ -> new ArrayList<>())
                    .add(new Sums.Change(one.unit(), earlier.get(Asked.of(one)), one.cells()));
        var catalogue = catalogues.current();
        return bySheet.entrySet().stream()
                .map(sheet -> new Sums.Changes(
                        catalogue.form(sheet.getKey().form()).orElseThrow().shape(),
                        sheet.getKey().period(),
                        sheet.getValue()))
                .toList();
    }

    private static UUID[] ids(Collection<Submission> submissions) {
        return submissions.stream().map(one -> one.id().value()).toArray(UUID[]::new);
    }
}
