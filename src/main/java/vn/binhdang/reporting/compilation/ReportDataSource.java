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
import vn.binhdang.document.IssuedDocuments.IssuedDocument;
import vn.binhdang.execution.TaskResult;
import vn.binhdang.execution.TaskResults;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.PlanOnDay;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;
import vn.binhdang.plan.PlanWithTasks;
import vn.binhdang.plan.TaskId;
import vn.binhdang.reporting.compilation.ReportData.Said;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

/** Gathers what a report is made of from the modules that know it. */
@Component
class ReportDataSource {
    private final PlanOnDay onDay;
    private final TaskResults results;
    private final IssuedDocuments issued;
    private final Clock clock;
    private final ReportHead head = new ReportHead();

    ReportDataSource(PlanOnDay onDay, TaskResults results, IssuedDocuments issued, Clock clock) {
        this.onDay = onDay;
        this.results = results;
        this.issued = issued;
        this.clock = clock;
    }

    /**
     * What the tasks of a plan say of a window at this moment. The caller has found the plan for the actor before.
     * @param found with every task it has or had
     * @param agency that reports, as it is called today
     * @param documents see {@link #issued}
     */
    ReportData gather(
            PlanWithTasks found, ReportWindow window, ReportData.Agency agency, List<IssuedDocument> documents) {
        var plan = found.plan();
        var stood = onDay.tasks(found, window.to());
        var tasks = stood.stream().collect(Collectors.toMap(PlanTask::id, Function.identity()));
        var today = Today.of(clock).day();
        return new ReportData(
                window.label(),
                window.from(),
                window.to(),
                window.to().isAfter(today) ? today : window.to(),
                agency,
                new ReportData.PlanFacts(head.planTitle(plan)),
                results.of(plan, stood, window.from(), window.until()).tasks().stream()
                        .map(result -> facts(result, tasks))
                        .toList(),
                documents);
    }

    /** What the agency sent out in a window, as the register says now. */
    List<IssuedDocument> issued(Actor actor, ReportWindow window) {
        return issued.between(actor, window.from(), window.until());
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
