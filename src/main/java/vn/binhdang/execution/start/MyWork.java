package vn.binhdang.execution.start;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.OpenWork;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** Collects what waits for a person from everything that gives work, grouped by what there is to do. */
@Component
class MyWork {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final OpenWork work;
    private final ReceivedToConfirm received;

    MyWork(OpenWork work, ReceivedToConfirm received) {
        this.work = work;
        this.received = received;
    }

    /** @param documents work that the page has read already, together with what it shows elsewhere */
    List<StartPage.DutyGroup> of(Actor actor, List<WorkItem> documents, LocalDate today, LocalDate soonUntil, Text t) {
        var found = new ArrayList<>(work.of(actor, today));
        found.add(documents);
        found.add(received.open(actor, today));
        return grouped(found, today, soonUntil, t);
    }

    static List<StartPage.DutyGroup> grouped(
            Collection<List<WorkItem>> found, LocalDate today, LocalDate soonUntil, Text t) {
        var byDuty = new EnumMap<Duty, List<WorkItem>>(Duty.class);
        var cut = EnumSet.noneOf(Duty.class);
        for (var source : found)
            // What is to be read is asked for apart from what is to be done, each up to one more than is shown.
            source.stream()
                    .collect(Collectors.partitioningBy(item -> item.duty() == Duty.READ))
                    .values()
                    .forEach(items -> {
                        boolean more = items.size() > WorkSource.MOST;
                        for (var item : items.subList(0, Math.min(items.size(), WorkSource.MOST))) {
                            byDuty.computeIfAbsent(item.duty(), duty -> new ArrayList<>())
                                    .add(item);
                            if (more) cut.add(item.duty());
                        }
                    });
        return Arrays.stream(Duty.values())
                .filter(byDuty::containsKey)
                .map(duty -> group(duty, byDuty.getOrDefault(duty, List.of()), cut.contains(duty), today, soonUntil, t))
                .toList();
    }

    private static StartPage.DutyGroup group(
            Duty duty, List<WorkItem> items, boolean cut, LocalDate today, LocalDate soonUntil, Text t) {
        boolean read = duty == Duty.READ;
        return new StartPage.DutyGroup(
                duty.name(),
                t.of(duty.messageKey()),
                cut ? items.size() + "+" : String.valueOf(items.size()),
                items.stream()
                        .sorted(WorkItem.ORDER)
                        .map(item -> line(item, today, soonUntil, t))
                        .toList(),
                cut && !read ? t.of("execution.start.firstOnly") : "",
                read ? "/work/read" : "");
    }

    private static StartPage.DutyLine line(WorkItem item, LocalDate today, LocalDate soonUntil, Text t) {
        String mark = mark(item.dueOn(), item.red(), today, soonUntil);
        return new StartPage.DutyLine(
                item.href(),
                t.of(item.kindKey()),
                item.title(),
                item.dueOn() == null ? "" : t.of("execution.start.due", DAY.format(item.dueOn())),
                mark,
                mark.isEmpty() ? "" : t.of("execution.start.mark." + mark),
                item.duty() == Duty.READ ? item.href().substring(item.href().lastIndexOf('/') + 1) : "");
    }

    private static String mark(@Nullable LocalDate dueOn, boolean red, LocalDate today, LocalDate soonUntil) {
        if (dueOn != null && dueOn.isBefore(today)) return "late";
        if (red) return "red";
        return dueOn == null || dueOn.isAfter(soonUntil) ? "" : "soon";
    }
}
