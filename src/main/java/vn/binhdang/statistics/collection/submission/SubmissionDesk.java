package vn.binhdang.statistics.collection.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Deadlines;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.Checks;
import vn.binhdang.statistics.collection.Layouts;

/**
 * The steps of a submission. What counts and what does not is kept by {@link Submissions}; here stand the dated rows, the
 * reasons and who is told.
 */
@Service
public class SubmissionDesk {
    private final Submissions submissions;
    private final Layouts layouts;
    private final Checks checks;
    private final Deadlines deadlines;
    private final StepRows steps;
    private final SubmissionNotices notices;
    private final RoleHolders holders;
    private final Units units;
    private final AuditTrail audit;

    SubmissionDesk(
            Submissions submissions,
            Layouts layouts,
            Checks checks,
            Deadlines deadlines,
            StepRows steps,
            SubmissionNotices notices,
            RoleHolders holders,
            Units units,
            AuditTrail audit) {
        this.submissions = submissions;
        this.layouts = layouts;
        this.checks = checks;
        this.deadlines = deadlines;
        this.steps = steps;
        this.notices = notices;
        this.holders = holders;
        this.units = units;
        this.audit = audit;
    }

    /** @throws Refused while rules that must hold do not, or a warning is not explained */
    @Transactional
    public void submit(Actor actor, SubmissionId id, int edition) {
        var submission = submissions.of(actor, id, Action.SUBMIT_STATISTICS);
        int blocking = checks.blocking(submission).size();
        if (blocking > 0) throw new Refused("statistics.collection.submit.errors", blocking);
        send(actor, submission, edition);
    }

    /**
     * The same for one of many, whose others are not to wait for it.
     * @return false when it was left alone, since rules that must hold do not, or a warning is not explained
     */
    @Transactional
    public boolean submitClean(Actor actor, SubmissionId id, int edition) {
        var submission = submissions.of(actor, id, Action.SUBMIT_STATISTICS);
        if (!checks.blocking(submission).isEmpty()) return false;
        send(actor, submission, edition);
        return true;
    }

    private void send(Actor actor, Submission submission, int edition) {
        var id = submission.id();
        submissions.submit(actor, id, edition);
        var step = steps.add(actor, id, Step.Kind.SUBMITTED, "", dueOf(submission));
        notices.submitted(
                submission, step, without(actor, holders.nearestOver(submission.unit(), Action.ACCEPT_STATISTICS)));
    }

    /** Takes back what nobody has decided on yet. */
    @Transactional
    public void withdraw(Actor actor, SubmissionId id, int edition) {
        submissions.withdraw(actor, id, edition);
        steps.dropCollected(List.of(id));
        steps.add(actor, id, Step.Kind.WITHDRAWN, "", null);
    }

    /** @param reason of the whole; what is wrong with single figures was collected before */
    @Transactional
    public void sendBack(Actor actor, SubmissionId id, int edition, String reason) {
        var submission = submissions.of(actor, id, Action.ACCEPT_STATISTICS);
        submissions.sendBack(actor, id, edition);
        var step = steps.add(actor, id, Step.Kind.RETURNED, reason, null);
        steps.send(id, step);
        notices.returned(submission, step, without(actor, steps.hands(id)));
    }

    @Transactional
    public void accept(Actor actor, SubmissionId id, int edition) {
        var held = submissions.hold(actor, List.of(id), Action.ACCEPT_STATISTICS);
        if (accept(actor, held, Map.of(id, edition)).get(id) instanceof Refused refused) throw refused;
    }

    /**
     * Many in one act, and only those that raise no question: one that somebody else decided on meanwhile, or about which a
     * rule has something to say, does not keep the others.
     * @param editions that were looked at
     * @return why some were left as they were
     */
    @Transactional
    public Collection<Refused> acceptClean(Actor actor, Map<SubmissionId, Integer> editions) {
        if (editions.isEmpty()) return List.of();
        var held = submissions.hold(actor, editions.keySet(), Action.ACCEPT_STATISTICS);
        var questioned = questioned(held);
        var refused = new ArrayList<>(
                Collections.nCopies(questioned.size(), new Refused("statistics.collection.accept.warns")));
        var clean = held.stream().filter(one -> !questioned.contains(one.id())).toList();
        refused.addAll(accept(actor, clean, editions).values());
        return refused;
    }

    /** Those about which a rule has something to say; of those that are decided on nobody asks any more. */
    private Set<SubmissionId> questioned(List<Submission> held) {
        var bySheet = held.stream()
                .filter(one -> one.state() == SubmissionState.SUBMITTED)
                .collect(Collectors.groupingBy(one -> new Sheet(one.form(), one.period())));
        var questioned = new HashSet<SubmissionId>();
        bySheet.forEach((sheet, all) -> {
            var found = checks.ofEach(
                    layouts.of(sheet.form(), sheet.period()),
                    sheet.period(),
                    all.stream().map(Checks.Filled::of).toList());
            for (var one : all) if (!found.getOrDefault(one.unit(), List.of()).isEmpty()) questioned.add(one.id());
        });
        return questioned;
    }

    private record Sheet(FormId form, ReportingPeriod period) {}

    /** @return why some were not accepted */
    private Map<SubmissionId, Refused> accept(Actor actor, List<Submission> held, Map<SubmissionId, Integer> editions) {
        if (held.isEmpty()) return Map.of();
        var outcome = submissions.accept(actor, held, editions);
        var accepted = outcome.accepted();
        if (accepted.isEmpty()) return outcome.refused();
        var ids = accepted.stream().map(Submission::id).toList();
        steps.dropCollected(ids);
        var added = steps.addEach(actor, ids, Step.Kind.ACCEPTED, "", null);
        var hands = steps.handsOfEach(ids);
        var told = new ArrayList<SubmissionNotices.Accepted>();
        for (int i = 0; i < accepted.size(); i++)
            told.add(new SubmissionNotices.Accepted(
                    accepted.get(i), added.get(i), without(actor, hands.getOrDefault(ids.get(i), Set.of()))));
        notices.accepted(told);
        return outcome.refused();
    }

    /** Begins a correction of what was accepted; both are kept. */
    @Transactional
    public SubmissionId amend(Actor actor, SubmissionId id, String reason) {
        var amendment = submissions.amend(actor, id);
        steps.add(actor, amendment, Step.Kind.AMENDED, reason, null);
        return amendment;
    }

    /**
     * Says the same about each of these figures; collected until it is sent back.
     * @throws NotVisible when a figure is none of the form's
     */
    @Transactional
    public void remark(Actor actor, SubmissionId id, Set<Integer> slots, String words) {
        actor.must(Action.ACCEPT_STATISTICS);
        var submission = submissions.of(actor, id, Action.ACCEPT_STATISTICS);
        if (submission.state() != SubmissionState.SUBMITTED) throw new Refused("statistics.submission.movedOn");
        var layout = layouts.of(submission.form(), submission.period()).layout();
        for (int slot : slots) if (layout.cell(slot).isEmpty()) throw new NotVisible("slot " + slot);
        steps.remark(actor, id, slots, words);
        audit.record(actor, "statistics.submission.remark", id.value(), Map.of("cells", slots.size()));
    }

    @Transactional
    public void removeRemark(Actor actor, SubmissionId id, RemarkId remark) {
        actor.must(Action.ACCEPT_STATISTICS);
        submissions.of(actor, id, Action.ACCEPT_STATISTICS);
        if (!steps.remove(id, remark)) throw new NotVisible("remark " + remark);
        audit.record(actor, "statistics.submission.unremark", id.value());
    }

    private @Nullable LocalDate dueOf(Submission submission) {
        var shape = layouts.of(submission.form(), submission.period()).form().shape();
        return deadlines
                .of(shape, submission.period())
                .get(units.nearest(submission.unit(), submission.referenceDay()).kind());
    }

    private static Set<AccountId> without(Actor actor, Set<AccountId> accounts) {
        var others = new java.util.HashSet<>(accounts);
        others.remove(actor.account());
        return others;
    }
}
