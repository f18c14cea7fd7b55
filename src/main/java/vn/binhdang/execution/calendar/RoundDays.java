package vn.binhdang.execution.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.DayItem;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DaySource;
import vn.binhdang.execution.DayTally;
import vn.binhdang.kernel.Actor;

/**
 * The rounds of what recurs beside the one that is in hand, which {@link TaskDays} shows as the deadline of the task: those
 * that were closed, and those expected until the plan ends. Whose part in a task is closed is expected nowhere any more.
 */
@Component
class RoundDays implements DaySource {
    private static final String KIND = "execution.calendar.kind.round";

    private final RecurringTasks tasks;

    RoundDays(RecurringTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Found days(Actor actor, DayQuestion asked) {
        var items = new ArrayList<DayItem>();
        var tallies = new ArrayList<DayTally>();
        byDay(actor, asked, DayItem::day).forEach((day, ofDay) -> {
            tallies.add(tally(day, ofDay));
            ofDay.stream().sorted(DayItem.ORDER).limit(asked.most()).forEach(items::add);
        });
        return new Found(List.copyOf(items), List.copyOf(tallies));
    }

    @Override
    public List<DayTally> months(Actor actor, DayQuestion asked) {
        return byDay(actor, asked, item -> item.day().withDayOfMonth(1)).entrySet().stream()
                .map(month -> tally(month.getKey(), month.getValue()))
                .toList();
    }

    private TreeMap<LocalDate, List<DayItem>> byDay(
            Actor actor, DayQuestion asked, Function<DayItem, LocalDate> grouped) {
        return tasks.of(actor, asked).stream()
                .flatMap(task -> items(task, asked))
                .collect(Collectors.groupingBy(grouped, TreeMap::new, Collectors.toList()));
    }

    private static DayTally tally(LocalDate day, List<DayItem> items) {
        int late = 0;
        int closed = 0;
        for (var item : items)
            switch (item.standing()) {
                case LATE -> late++;
                case DONE, NOT_DONE -> closed++;
                case TO_COME, EXPECTED -> {}
            }
        return new DayTally(day, items.size(), late, closed);
    }

    private static Stream<DayItem> items(RecurringTasks.Recurring task, DayQuestion asked) {
        return task.otherRounds(asked.from(), asked.until(), asked.today()).stream()
                .map(round -> new DayItem(
                        id(task.id(), round.key()),
                        KIND,
                        "/plans/" + task.planId() + "/tasks/" + task.id(),
                        task.title(),
                        true,
                        round.day(),
                        round.standing(),
                        task.version(),
                        task.changedAt()));
    }

    /** The same for the same round for good, though there is no row that could have one. */
    private static UUID id(UUID task, String round) {
        return UUID.nameUUIDFromBytes((task + " " + round).getBytes(StandardCharsets.UTF_8));
    }
}
