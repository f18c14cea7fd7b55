package vn.binhdang.execution.task;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.TaskState;
import vn.binhdang.execution.task.DoingPage.Field;
import vn.binhdang.execution.task.DoingPage.Fields;
import vn.binhdang.execution.task.DoingPage.Group;
import vn.binhdang.execution.task.DoingPage.Option;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/** Makes the pages with one form ready to print. */
@Component
class DoingPages {
    private final TaskSheets sheets;
    private final SubTasks subTasks;
    private final TaskDetails details;
    private final TaskNames names;
    private final Clock clock;

    DoingPages(TaskSheets sheets, SubTasks subTasks, TaskDetails details, TaskNames names, Clock clock) {
        this.sheets = sheets;
        this.subTasks = subTasks;
        this.details = details;
        this.names = names;
        this.clock = clock;
    }

    /** A form that could not be stored: what is wrong with it, or that somebody else was faster. */
    record Unfit(List<Problem> problems, boolean overtaken) {
        static final Unfit NO = new Unfit(List.of(), false);
    }

    DoingPage newSubTask(Actor actor, RunningTask task, SubTaskForm form, Unfit unfit, Text t) {
        mustWork(task);
        var own = SubTasks.ownUnit(actor, task);
        return page(
                task,
                t.of("execution.subTask.new"),
                t.of("execution.subTask.lead"),
                null,
                subTaskFields(actor, task, own, null, form, named(task, sheets.of(actor, task)), t),
                List.of(),
                unfit,
                t);
    }

    /** @throws NotVisible when it is absent */
    DoingPage subTask(Actor actor, RunningTask task, UUID id, @Nullable SubTaskForm typed, Unfit unfit, Text t) {
        var sheet = sheets.of(actor, task);
        var sub = sheet.subTask(id).orElseThrow(() -> new NotVisible("sub-task " + id));
        var named = named(task, sheet);
        // Of the two forms of the page one was sent; the other is shown as it stands.
        var form = typed == null || String.valueOf(typed.text()).isEmpty() && unfit.overtaken()
                ? SubTaskForm.of(sub)
                : typed;
        boolean stood = typed != null && typed.chosenState().isPresent();
        return page(
                task,
                sub.text(),
                t.of(
                        "execution.subTask.facts",
                        named.target(sub.toUnitId(), sub.toPersonId(), t),
                        TaskSections.due(sub, t)),
                task.runs() && sub.may() ? stand(actor, task, sub, stood ? typed : null, t) : null,
                task.runs() && sub.shapes()
                        ? subTaskFields(
                                actor,
                                task,
                                new UnitId(sub.unitId() == null ? sub.toUnitId() : sub.unitId()),
                                sub,
                                stood ? SubTaskForm.of(sub) : form,
                                named,
                                t)
                        : null,
                unfit.overtaken() ? newer(sheet, sub, named, t) : List.of(),
                unfit,
                t);
    }

    DoingPage detail(Actor actor, RunningTask task, @Nullable DetailForm typed, Unfit unfit, Text t) {
        mustWork(task);
        if (!task.part().saysState()) throw new NotVisible("details of task " + task.id());
        var sheet = sheets.of(actor, task);
        var form = typed == null ? DetailForm.of(sheet) : typed;
        var newer = new ArrayList<TaskPage.Fact>();
        if (unfit.overtaken()) newer.addAll(detailFacts(sheet, named(task, sheet), t));
        return page(
                task,
                t.of("execution.detail.title"),
                t.of("execution.detail.lead"),
                null,
                new Fields(
                        task.href() + "/detail",
                        "binhdang.detail." + actor.account() + "." + task.id(),
                        DetailForm.of(sheet).version() == null
                                ? "0"
                                : String.valueOf(DetailForm.of(sheet).version()),
                        List.of(
                                text("area", "measure", form.measure(), "execution.detail.measureHint", t),
                                text("text", "goal", form.goal(), "execution.detail.goalHint", t),
                                text("text", "measuredIn", form.measuredIn(), "execution.detail.measuredInHint", t),
                                choice(
                                        "share",
                                        List.of(new Group(
                                                "",
                                                Arrays.stream(TaskSheet.Share.values())
                                                        .map(share -> new Option(
                                                                share.name(),
                                                                t.of("execution.detail.share." + share.name()),
                                                                share.name().equals(form.share())))
                                                        .toList())),
                                        t.of("execution.detail.share"),
                                        t.of("execution.detail.shareHint")),
                                text("text", "cost", form.cost(), "execution.detail.costHint", t),
                                text("text", "funding", form.funding(), "execution.detail.fundingHint", t)),
                        t.of("execution.detail.save")),
                newer,
                unfit,
                t);
    }

    DoingPage hand(Actor actor, RunningTask task, @Nullable String typed, Unfit unfit, Text t) {
        mustWork(task);
        var sheet = sheets.of(actor, task);
        var own = SubTasks.ownUnit(actor, task);
        var named = named(task, sheet);
        var now = sheet.handOf(own);
        String chosen = typed != null
                ? typed
                : now.map(TaskSheet.Hand::personId).map(UUID::toString).orElse("");
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("execution.hand.together"), chosen.isEmpty()));
        for (var office : details.peopleOf(own))
            options.add(new Option(
                    office.person().toString(),
                    t.of("execution.hand.person", office.personName(), office.title()),
                    office.person().toString().equals(chosen)));
        return page(
                task,
                t.of("execution.hand.title"),
                t.of("execution.hand.lead"),
                null,
                new Fields(
                        task.href() + "/hand",
                        "",
                        String.valueOf(now.map(TaskSheet.Hand::no).orElse(0)),
                        List.of(choice("to", List.of(new Group("", options)), t.of("execution.hand.to"), "")),
                        t.of("execution.hand.save")),
                unfit.overtaken()
                        ? List.of(new TaskPage.Fact(
                                t.of("execution.hand.to"),
                                now.filter(hand -> hand.personId() != null)
                                        .map(hand -> named.target(hand.unitId(), hand.personId(), t))
                                        .orElse(t.of("execution.hand.together")),
                                true))
                        : List.of(),
                unfit,
                t);
    }

    private static void mustWork(RunningTask task) {
        task.part().mustReport();
        task.mustRun();
    }

    private TaskNames.Named named(RunningTask task, TaskSheet sheet) {
        return names.of(
                task,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                sheet,
                Today.of(clock).day());
    }

    private static DoingPage page(
            RunningTask task,
            String title,
            String lead,
            DoingPage.@Nullable Stand stand,
            @Nullable Fields fields,
            List<TaskPage.Fact> overtaken,
            Unfit unfit,
            Text t) {
        var problems = new LinkedHashMap<String, String>();
        for (var problem : unfit.problems())
            problems.merge(
                    problem.field(),
                    t.of(problem.messageKey(), problem.arguments().toArray()),
                    (one, other) -> one + " " + other);
        return new DoingPage(title, lead, task.href(), task.heading(), stand, fields, overtaken, problems);
    }

    private Fields subTaskFields(
            Actor actor,
            RunningTask task,
            UnitId own,
            TaskSheet.@Nullable SubTask sub,
            SubTaskForm form,
            TaskNames.Named named,
            Text t) {
        return new Fields(
                task.href() + "/sub-tasks" + (sub == null ? "" : "/" + sub.id() + "/content"),
                "binhdang.subtask." + actor.account() + "." + (sub == null ? task.id() : sub.id()),
                sub == null ? "0" : String.valueOf(sub.version()),
                List.of(
                        text("area", "text", form.text(), "execution.subTask.textHint", t),
                        choice("to", groups(task, own, form, named, t), t.of("execution.subTask.to"), ""),
                        text("text", "dueOn", form.dueOn(), "execution.subTask.dueOnHint", t),
                        text("text", "noDueReason", form.noDueReason(), "execution.subTask.noDueReasonHint", t)),
                t.of(sub == null ? "execution.subTask.add" : "execution.subTask.save"));
    }

    private List<Group> groups(RunningTask task, UnitId own, SubTaskForm form, TaskNames.Named named, Text t) {
        var units = new ArrayList<Option>();
        var people = new ArrayList<Option>();
        var titles = new LinkedHashMap<String, String>();
        for (var office : details.peopleOf(own))
            titles.put("person:" + office.person(), t.of("execution.hand.person", office.personName(), office.title()));
        for (Map.Entry<String, SubTasks.Target> target :
                subTasks.targets(task, own).entrySet()) {
            boolean chosen = target.getKey().equals(form.to());
            if (target.getValue().person() == null)
                units.add(
                        new Option(target.getKey(), named.unit(target.getValue().unit()), chosen));
            else people.add(new Option(target.getKey(), titles.getOrDefault(target.getKey(), ""), chosen));
        }
        return List.of(
                new Group(t.of("execution.subTask.people"), people), new Group(t.of("execution.subTask.units"), units));
    }

    private static DoingPage.Stand stand(
            Actor actor, RunningTask task, TaskSheet.SubTask sub, @Nullable SubTaskForm typed, Text t) {
        String chosen = typed == null ? sub.state().name() : String.valueOf(typed.state());
        return new DoingPage.Stand(
                task.href() + "/sub-tasks/" + sub.id() + "/state",
                "binhdang.substate." + actor.account() + "." + sub.id(),
                String.valueOf(sub.version()),
                sub.state().mark(),
                t.of(sub.state().messageKey()),
                TaskState.REPORTED.stream()
                        .filter(state -> sub.state().stepTo(state) != TaskState.Step.REFUSED
                                || state.name().equals(chosen))
                        .map(state -> new TaskPage.Choice(
                                state.name(),
                                state.mark(),
                                t.of(state.messageKey()),
                                state.name().equals(chosen)))
                        .toList(),
                typed == null ? "" : String.valueOf(typed.words()));
    }

    private static List<TaskPage.Fact> newer(TaskSheet sheet, TaskSheet.SubTask sub, TaskNames.Named named, Text t) {
        return List.of(
                new TaskPage.Fact(
                        t.of("execution.subTask.changedBy"), named.person(new AccountId(sub.changedBy())), true),
                new TaskPage.Fact(t.of("execution.subTask.text"), sub.text(), true),
                new TaskPage.Fact(
                        t.of("execution.subTask.to"), named.target(sub.toUnitId(), sub.toPersonId(), t), true),
                new TaskPage.Fact(t.of("execution.task.due"), TaskSections.due(sub, t), true),
                new TaskPage.Fact(
                        t.of("execution.task.state"),
                        (t.of(sub.state().messageKey()) + (sub.words().isEmpty() ? "" : ": " + sub.words())),
                        true));
    }

    private static List<TaskPage.Fact> detailFacts(TaskSheet sheet, TaskNames.Named named, Text t) {
        return sheet.detail()
                .map(detail -> List.of(
                        new TaskPage.Fact(
                                t.of("execution.subTask.changedBy"),
                                named.person(new AccountId(detail.changedBy())),
                                true),
                        new TaskPage.Fact(t.of("execution.detail.measure"), detail.measure(), true),
                        new TaskPage.Fact(
                                t.of("execution.detail.goal"),
                                (TaskFacts.figure(detail.goal(), t) + " " + detail.measuredIn()).strip(),
                                true),
                        new TaskPage.Fact(
                                t.of("execution.detail.share"),
                                t.of("execution.detail.share." + detail.share()),
                                false),
                        new TaskPage.Fact(
                                t.of("execution.detail.cost"),
                                detail.cost() == null ? "–" : t.of("execution.detail.dong", detail.cost()),
                                false),
                        new TaskPage.Fact(t.of("execution.detail.funding"), detail.funding(), true)))
                .orElse(List.of());
    }

    private static Field text(String kind, String name, @Nullable String value, String hintKey, Text t) {
        String label = hintKey.substring(0, hintKey.length() - "Hint".length());
        return new Field(kind, name, t.of(label), t.of(hintKey), value == null ? "" : value, List.of());
    }

    private static Field choice(String name, List<Group> groups, String label, String hint) {
        return new Field("choice", name, label, hint, "", groups);
    }
}
