package vn.binhdang.execution.oversight;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.Attempt;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.task.EvidenceKind;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.ShownEvidence;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Makes the page of a visit ready to print. */
@Component
class VisitPages {
    private static final int TASKS = 20;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Visits visits;
    private final Missions missions;
    private final Recommendations recommendations;
    private final Proofs proofs;
    private final Units units;
    private final ExecutionRules rules;

    VisitPages(
            Visits visits,
            Missions missions,
            Recommendations recommendations,
            Proofs proofs,
            Units units,
            ExecutionRules rules) {
        this.visits = visits;
        this.missions = missions;
        this.recommendations = recommendations;
        this.proofs = proofs;
        this.units = units;
        this.rules = rules;
    }

    /**
     * What was typed and could not be stored.
     * @param answers by question; null when the form was another one
     */
    record Typed(
            @Nullable Map<UUID, Visits.Answer> answers,
            String visitedOn,
            VisitPage.TypedFinding finding,
            VisitPage.NewRecommendation recommendation,
            Attempt attempt) {
        static final VisitPage.TypedFinding NO_FINDING =
                new VisitPage.TypedFinding("", "SHORTCOMING", "", LinkForm.NONE, Map.of());
        static final VisitPage.NewRecommendation NO_RECOMMENDATION = new VisitPage.NewRecommendation("", "", "", "");
        static final Typed NOTHING = new Typed(null, "", NO_FINDING, NO_RECOMMENDATION, new Attempt(Map.of(), false));

        static Typed answers(Map<UUID, Visits.Answer> answers, String day, Attempt attempt) {
            return new Typed(answers, day, NO_FINDING, NO_RECOMMENDATION, attempt);
        }

        static Typed finding(VisitPage.TypedFinding finding, Attempt attempt) {
            return new Typed(null, "", finding, NO_RECOMMENDATION, attempt);
        }

        static Typed recommendation(VisitPage.NewRecommendation recommendation, Attempt attempt) {
            return new Typed(null, "", NO_FINDING, recommendation, attempt);
        }
    }

    VisitPage page(Actor actor, VisitId id, String saved, Typed typed, Text t) {
        var visit = visits.find(actor, id);
        var mission = missions.find(actor, visit.mission());
        boolean writes = visits.writable(actor, mission, visit);
        var findings = visits.findings(id);
        var made = recommendations.of(actor, visit.mission()).stream()
                .filter(one -> one.visitId().equals(visit.id()))
                .toList();
        var ids = new HashSet<UnitId>();
        ids.add(visit.unit());
        made.forEach(one -> ids.add(one.unit()));
        var named = units.named(ids, visit.visitedOn() == null ? mission.fromDay() : visit.visitedOn());
        String path = "/oversight/visits/" + id;
        var limits = rules.on(visits.today());
        return new VisitPage(
                path,
                "/oversight/missions/" + mission.id(),
                mission.subject(),
                mission.kind(),
                MissionPages.name(named, visit.unit()),
                mission.body() == null
                        ? t.of(
                                "execution.oversight.visit.facts",
                                mission.decisionNumber().isEmpty() ? "–" : mission.decisionNumber(),
                                MissionPages.days(mission))
                        : t.of(
                                "execution.oversight.visit.factsOther",
                                mission.body().name(),
                                mission.decisionNumber(),
                                MissionPages.days(mission)),
                saved,
                writes,
                writes ? "" : why(mission, visit, t),
                String.valueOf(visit.version()),
                typed.answers() != null
                        ? typed.visitedOn()
                        : visit.visitedOn() == null ? "" : TypedDay.print(visit.visitedOn()),
                typed.attempt().overtaken(),
                typed.attempt().mistakes(),
                visits.questions(mission, id).stream()
                        .map(question -> question(question, typed, t))
                        .toList(),
                findings(path, findings, proofs.of(id), writes, typed, t),
                made.stream()
                        .map(one -> new VisitPage.Recommendation(
                                "/oversight/recommendations/" + one.id(),
                                one.text(),
                                MissionPages.name(named, one.unit()),
                                TypedDay.print(one.dueOn()),
                                one.state()))
                        .toList(),
                typed.finding().finding().isEmpty() ? typed.finding() : Typed.NO_FINDING,
                typed.recommendation().text().isEmpty()
                                && typed.recommendation().unit().isEmpty()
                        ? new VisitPage.NewRecommendation("", "", MissionPages.name(named, visit.unit()), "")
                        : typed.recommendation(),
                visits.tasks(visit, TASKS).stream().map(task -> task(task, t)).toList(),
                EvidenceKind.accepted(),
                t.of("execution.evidence.limit", limits.evidenceMegabytes()));
    }

    private String why(Mission mission, Visits.Visit visit, Text t) {
        if (visit.cancelReason() != null) return t.of("execution.oversight.cancelledBecause", visit.cancelReason());
        if (mission.cancelled())
            return t.of("execution.oversight.cancelledBecause", String.valueOf(mission.cancelReason()));
        if (!mission.decided()) return t.of("execution.oversight.visit.why.undecided");
        if (!mission.open()) return t.of("execution.oversight.visit.why.concluded");
        if (visits.today().isBefore(mission.fromDay())) return t.of("execution.oversight.refused.early");
        return t.of("execution.oversight.refused.notMember");
    }

    private static VisitPage.Question question(Visits.Question question, Typed typed, Text t) {
        var answers = typed.answers();
        var answer = answers == null ? null : answers.get(question.id());
        String stored = question.answer() == null ? "" : question.answer();
        boolean differs = answer != null
                && (!answer.answer().equals(stored) || !answer.remark().equals(question.remark()));
        return new VisitPage.Question(
                question.id().toString(),
                question.position(),
                question.text(),
                answer == null ? stored : answer.answer(),
                answer == null ? question.remark() : answer.remark(),
                typed.attempt().overtaken() && differs
                        ? t.of(
                                "execution.oversight.visit.stored",
                                stored.isEmpty() ? "–" : t.of("execution.oversight.answer." + stored),
                                question.remark())
                        : "");
    }

    private static List<VisitPage.Finding> findings(
            String path,
            List<Visits.Finding> findings,
            List<Proofs.Proof> proofs,
            boolean writes,
            Typed typed,
            Text t) {
        return findings.stream()
                .map(finding -> new VisitPage.Finding(
                        finding.id().toString(),
                        finding.no(),
                        finding.grade(),
                        finding.text(),
                        t.of(
                                "execution.oversight.finding.who",
                                finding.recordedBy(),
                                WHEN.format(finding.recordedAt().atZoneSameInstant(Today.ZONE))),
                        finding.withdrawReason() == null
                                ? ""
                                : t.of("execution.oversight.finding.withdrawn", finding.withdrawReason()),
                        String.valueOf(finding.version()),
                        writes && !finding.withdrawn(),
                        typed.finding().finding().equals(finding.id().toString())
                                ? typed.finding()
                                : new VisitPage.TypedFinding(
                                        "", finding.grade().name(), finding.text(), LinkForm.NONE, Map.of()),
                        proofs.stream()
                                .filter(proof -> finding.id().equals(proof.findingId()))
                                .map(proof ->
                                        ShownEvidence.of(path, proof.evidence(), writes && !finding.withdrawn(), t))
                                .toList()))
                .toList();
    }

    private static VisitPage.Task task(Visits.Task task, Text t) {
        var state = TaskState.valueOf(task.state());
        return new VisitPage.Task(
                "/plans/" + task.planId() + "/tasks/" + task.id(),
                task.text(),
                t.of(state.messageKey()),
                state.mark(),
                task.dueOn() == null ? "" : TypedDay.print(task.dueOn()),
                t.of("execution.oversight.visit.proofs", task.proofs()));
    }
}
