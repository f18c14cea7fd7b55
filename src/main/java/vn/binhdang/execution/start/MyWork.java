package vn.binhdang.execution.start;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** Collects what waits for a person from everything that gives work, grouped by what there is to do. */
@Component
class MyWork {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final List<WorkSource> sources;

    MyWork(List<WorkSource> sources) {
        this.sources = sources;
    }

    /** @param documents work that the page has read already, together with what it shows elsewhere */
    List<StartPage.DutyGroup> of(Actor actor, List<WorkItem> documents, LocalDate today, LocalDate soonUntil, Text t) {
        var byDuty = new EnumMap<Duty, List<WorkItem>>(Duty.class);
        boolean more = false;
        for (var found : Stream.concat(Stream.of(documents), sources.stream().map(source -> source.open(actor, today)))
                .toList()) {
            more |= found.size() > WorkSource.MOST;
            found.stream()
                    .limit(WorkSource.MOST)
                    .forEach(item -> byDuty.computeIfAbsent(item.duty(), duty -> new ArrayList<>())
                            .add(item));
        }
        boolean cut = more;
        return Arrays.stream(Duty.values())
                .filter(byDuty::containsKey)
                .map(duty -> group(duty, byDuty.getOrDefault(duty, List.of()), cut, today, soonUntil, t))
                .toList();
    }

    private static StartPage.DutyGroup group(
            Duty duty, List<WorkItem> items, boolean cut, LocalDate today, LocalDate soonUntil, Text t) {
        return new StartPage.DutyGroup(
                duty.name(),
                t.of(duty.messageKey()),
                String.valueOf(items.size()),
                items.stream()
                        .sorted(WorkItem.ORDER)
                        .map(item -> line(item, today, soonUntil, t))
                        .toList(),
                cut ? t.of("execution.start.firstOnly") : "");
    }

    private static StartPage.DutyLine line(WorkItem item, LocalDate today, LocalDate soonUntil, Text t) {
        String mark = mark(item.dueOn(), item.red(), today, soonUntil);
        return new StartPage.DutyLine(
                item.href(),
                t.of(item.kindKey()),
                item.title(),
                item.dueOn() == null ? "" : t.of("execution.start.due", DAY.format(item.dueOn())),
                mark,
                mark.isEmpty() ? "" : t.of("execution.start.mark." + mark));
    }

    private static String mark(@Nullable LocalDate dueOn, boolean red, LocalDate today, LocalDate soonUntil) {
        if (dueOn != null && dueOn.isBefore(today)) return "late";
        if (red) return "red";
        return dueOn == null || dueOn.isAfter(soonUntil) ? "" : "soon";
    }
}
