package vn.binhdang.reporting.compilation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.IssuedDocuments;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.execution.TaskResult;
import vn.binhdang.execution.TaskResults;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanOnDay;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.reporting.compilation.ReportData.Said;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

/** Gathers what a report is made of from the modules that know it. */
@Component
class ReportDataSource {
    private final Plans plans;
    private final PlanOnDay onDay;
    private final TaskResults results;
    private final IssuedDocuments issued;
    private final OutgoingDocuments documents;
    private final Units units;
    private final Clock clock;
    private final ReportHead head = new ReportHead();

    ReportDataSource(
            Plans plans,
            PlanOnDay onDay,
            TaskResults results,
            IssuedDocuments issued,
            OutgoingDocuments documents,
            Units units,
            Clock clock) {
        this.plans = plans;
        this.onDay = onDay;
        this.results = results;
        this.issued = issued;
        this.documents = documents;
        this.units = units;
        this.clock = clock;
    }

    ReportData gather(Actor actor, PlanId id, ReportWindow window) {
        var plan = plans.find(actor, id);
        var content = documents.content(actor, id.document());
        var tasks =
                onDay.tasks(plan, window.to()).stream().collect(Collectors.toMap(PlanTask::id, Function.identity()));
        var today = Today.of(clock).day();
        return new ReportData(
                window.label(),
                window.from(),
                window.to(),
                window.to().isAfter(today) ? today : window.to(),
                new ReportData.Agency(agencyName(actor, today)),
                new ReportData.PlanFacts(head.planTitle(new ReportHead.IssuedPlan(plan.document(), content))),
                results.of(actor, id, window.from(), window.until()).tasks().stream()
                        .map(result -> facts(result, tasks))
                        .toList(),
                issued.between(actor, window.from(), window.until()));
    }

    private String agencyName(Actor actor, LocalDate today) {
        return units.nearest(actor.agency(), today).name();
    }

    private static TaskFacts facts(TaskResult result, Map<TaskId, PlanTask> tasks) {
        var task = tasks.get(result.id());
        List<String> coordinating = task == null
                ? List.of()
                : task.coordinating().stream().map(CoordinatingUnit::printed).toList();
        return new TaskFacts(
                result.id().value(),
                result.number(),
                result.text(),
                result.leadName(),
                coordinating,
                result.dueOn(),
                result.state(),
                result.shareDone(),
                result.doneOn(),
                result.late(),
                result.notDoneReason(),
                result.noEvidenceReason(),
                result.progress().stream()
                        .map(report -> new Said(
                                report.unitName(),
                                LocalDate.ofInstant(report.at().toInstant(), Today.ZONE),
                                report.words()))
                        .toList(),
                result.evidence());
    }
}
