package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** Open tasks to choose from, in words. */
@Component
class TasksPages {
    private static final int PAGE = 30;

    private final UrgeableTasks tasks;
    private final UnitNames unitNames;
    private final UnitsByName unitsByName;
    private final Clock clock;

    TasksPages(UrgeableTasks tasks, UnitNames unitNames, UnitsByName unitsByName, Clock clock) {
        this.tasks = tasks;
        this.unitNames = unitNames;
        this.unitsByName = unitsByName;
        this.clock = clock;
    }

    TasksPage tasks(
            Actor actor, String words, String unit, String due, boolean unanswered, @Nullable String after, Text t) {
        var today = today();
        var meaning = unit.isBlank() ? null : unitsByName.read(unit, today, null);
        boolean unknown = meaning != null && meaning.unit() == null;
        var question = new UrgeableTasks.Question(
                due.equals("SOON") ? today : null,
                switch (due) {
                    case "SOON" -> today.plusDays(8);
                    case "MONTH" -> today.plusDays(31);
                    default -> today;
                },
                words,
                meaning == null ? null : meaning.unit(),
                unanswered);
        var found = unknown ? List.<Urgeable>of() : tasks.list(actor, question, UrgeableTasks.Key.of(after), PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var ids = new ArrayList<UUID>();
        for (var task : shown) if (task.leadUnit() != null) ids.add(task.leadUnit());
        var named = unitNames.of(ids);
        String next = "";
        if (more) {
            var last = shown.getLast();
            next = UriComponentsBuilder.fromPath("/urging/tasks")
                    .queryParam("q", "{q}")
                    .queryParam("unit", "{unit}")
                    .queryParam("due", "{due}")
                    .queryParam(
                            "after",
                            new UrgeableTasks.Key(java.util.Objects.requireNonNull(last.dueOn()), last.id()).text())
                    .encode()
                    .buildAndExpand(words, unit, due)
                    .toUriString();
        }
        return new TasksPage(
                UrgingTexts.tabs(actor, "tasks", t),
                words,
                unit,
                unknown ? t.of("organisation.unitName.unknown") : null,
                due,
                unanswered,
                List.of("LATE", "SOON", "MONTH").stream()
                        .map(value -> new TasksPage.Choice(
                                value, t.of("execution.urging.filter.due." + value), value.equals(due)))
                        .toList(),
                shown.stream().map(task -> row(actor, task, named, today, t)).toList(),
                next);
    }

    private static TasksPage.Row row(Actor actor, Urgeable task, UnitNames.Names named, LocalDate today, Text t) {
        var lead = task.leadUnit();
        String urged = task.letter()
                ? t.of("execution.urging.letterPrepared")
                : task.urgedOn() == null ? "" : TypedDay.print(task.urgedOn());
        return new TasksPage.Row(
                task.id().toString(),
                task.agency().equals(actor.agency().value()) ? "/plans/" + task.planId() + "/tasks/" + task.id() : "",
                task.label(),
                task.planSubject(),
                lead == null ? t.of("execution.task.noLead") : named.of(lead),
                TypedDay.print(task.dueOn()),
                task.dueOn() != null && task.dueOn().isBefore(today),
                t.of("execution.state." + task.state().name()),
                mark(task.state()),
                urged,
                lead != null && !task.letter());
    }

    private static String mark(TaskState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private LocalDate today() {
        return Today.of(clock).day();
    }
}
