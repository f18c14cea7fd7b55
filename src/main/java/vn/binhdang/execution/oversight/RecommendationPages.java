package vn.binhdang.execution.oversight;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.Attempt;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.task.EvidenceKind;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.ShownEvidence;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Makes the pages of recommendations ready to print. */
@Component
class RecommendationPages {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Recommendations recommendations;
    private final Missions missions;
    private final Visits visits;
    private final Proofs proofs;
    private final Units units;
    private final Accounts accounts;
    private final ExecutionRules rules;

    RecommendationPages(
            Recommendations recommendations,
            Missions missions,
            Visits visits,
            Proofs proofs,
            Units units,
            Accounts accounts,
            ExecutionRules rules) {
        this.recommendations = recommendations;
        this.missions = missions;
        this.visits = visits;
        this.proofs = proofs;
        this.units = units;
        this.accounts = accounts;
        this.rules = rules;
    }

    /**
     * What was typed and could not be stored.
     * @param which form: report, accept, back, reopen, postpone or withdraw; empty: none
     */
    record Back(String which, RecommendationController.Form form, LinkForm link, Attempt attempt) {
        static final Back NOTHING = new Back(
                "", new RecommendationController.Form("", "", "", ""), LinkForm.NONE, new Attempt(Map.of(), false));
    }

    RecommendationsPage list(Actor actor, RecommendationFilter filter, Recommendations.Key key) {
        var found = recommendations.list(actor, filter, key);
        boolean more = found.size() > Recommendations.PAGE;
        var shown = new ArrayList<>(more ? found.subList(0, Recommendations.PAGE) : found);
        var today = recommendations.today();
        var named = units.named(
                shown.stream().map(Recommendations.Recommendation::unit).toList(), today);
        return new RecommendationsPage(
                shown.stream()
                        .map(one -> new RecommendationsPage.Row(
                                "/oversight/recommendations/" + one.id(),
                                one.text(),
                                MissionPages.name(named, one.unit()),
                                TypedDay.print(one.dueOn()),
                                one.kind(),
                                one.state(),
                                one.overdue(today),
                                !one.active(),
                                one.body() == null ? "" : one.body()))
                        .toList(),
                filter,
                RecommendationFilter.STATES,
                actor.may(Action.READ_OVERSIGHT),
                more
                        ? filter.addressAfter(new Recommendations.Key(
                                        shown.getLast().dueOn(), shown.getLast().id())
                                .text())
                        : null,
                key.equals(Recommendations.Key.TOP));
    }

    RecommendationPage page(Actor actor, RecommendationId id, String saved, Back back, Text t) {
        var made = recommendations.find(actor, id);
        var steps = recommendations.steps(id);
        var ids = new HashSet<UnitId>();
        ids.add(made.unit());
        steps.forEach(step -> {
            ids.add(new UnitId(step.unitId()));
            if (step.fromUnitId() != null) ids.add(new UnitId(step.fromUnitId()));
        });
        var today = recommendations.today();
        var named = units.named(ids, today);
        var people = accounts.namesOf(
                steps.stream().map(step -> new AccountId(step.saidBy())).collect(Collectors.toSet()));
        boolean judge = recommendations.judge(actor, made);
        String path = "/oversight/recommendations/" + id;
        var brought = proofs.of(new VisitId(made.visitId()));
        return new RecommendationPage(
                path,
                made.text(),
                t.of(
                        "execution.oversight.recommendation.source",
                        t.of(made.kind().messageKey()),
                        made.subject(),
                        made.conclusion().isEmpty() ? "–" : made.conclusion()),
                made.body() == null ? "" : made.body(),
                seesMission(actor, made) ? "/oversight/missions/" + made.missionId() : "",
                MissionPages.name(named, made.unit()),
                TypedDay.print(made.dueOn()),
                made.doneOn() == null ? "" : TypedDay.print(made.doneOn()),
                made.state(),
                made.overdue(today),
                !made.active(),
                saved,
                String.valueOf(made.version()),
                made.active()
                        && made.answers()
                        && actor.may(Action.ANSWER_RECOMMENDATIONS)
                        && (made.state() == RecommendationState.OPEN || made.state() == RecommendationState.RETURNED),
                made.active() && judge && made.state() == RecommendationState.REPORTED,
                made.active() && judge && made.state().open(),
                judge && made.state() == RecommendationState.DONE,
                made.state().open() && (made.active() ? judge : writesVisit(actor, made)),
                steps.stream()
                        .map(step -> step(path, step, brought, named, people, t))
                        .toList(),
                back.which(),
                Map.of(
                        "words", String.valueOf(back.form().words()),
                        "dueOn", String.valueOf(back.form().dueOn()),
                        "reason", String.valueOf(back.form().reason())),
                back.link(),
                back.attempt().overtaken(),
                back.attempt().mistakes(),
                EvidenceKind.accepted(),
                t.of("execution.evidence.limit", rules.on(today).evidenceMegabytes()));
    }

    private boolean seesMission(Actor actor, Recommendations.Recommendation made) {
        try {
            missions.find(actor, new MissionId(made.missionId()));
            return true;
        } catch (NotVisible closed) {
            return false;
        }
    }

    private boolean writesVisit(Actor actor, Recommendations.Recommendation made) {
        try {
            var visit = visits.find(actor, new VisitId(made.visitId()));
            return visits.writable(actor, missions.find(actor, visit.mission()), visit);
        } catch (NotVisible closed) {
            return false;
        }
    }

    private static RecommendationPage.Step step(
            String path,
            Recommendations.Step step,
            List<Proofs.Proof> brought,
            Map<UnitId, Unit> named,
            Map<AccountId, String> people,
            Text t) {
        return new RecommendationPage.Step(
                t.of(
                        "execution.oversight.step." + step.step(),
                        people.getOrDefault(new AccountId(step.saidBy()), ""),
                        MissionPages.name(named, new UnitId(step.unitId())),
                        WHEN.format(step.saidAt().atZoneSameInstant(Today.ZONE)),
                        step.dueOn() == null ? "" : TypedDay.print(step.dueOn()),
                        step.fromUnitId() == null ? "" : MissionPages.name(named, new UnitId(step.fromUnitId()))),
                step.words(),
                brought.stream()
                        .filter(proof -> step.id().equals(proof.followUpId()))
                        .map(proof -> ShownEvidence.of(path, proof.evidence(), false, t))
                        .toList());
    }
}
