package vn.binhdang.execution.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.DayItem.Standing;
import vn.binhdang.execution.calendar.RecurringTasks.OtherRound;
import vn.binhdang.execution.calendar.RecurringTasks.Recurring;

/**
 * What is printed on the sheet: each task on its day, and each other round of what recurs on its own. A task is printed in
 * full once; its further rounds are one short line each, so that a monthly one does not fill the sheet with its words.
 */
final class SheetLines {
    private static final Comparator<Line> BY_DAY =
            Comparator.comparing(Line::day, Comparator.nullsLast(Comparator.naturalOrder()));

    private SheetLines() {}

    /**
     * @param full with its whole words and who leads it
     * @param statusKey how it stands, in words
     */
    record Line(
            UUID task,
            @Nullable String number,
            String text,
            @Nullable UUID leadUnitId,
            @Nullable String leadPrinted,
            @Nullable LocalDate day,
            String statusKey,
            boolean full) {

        String title() {
            return (number == null ? "" : number + ". ") + text;
        }
    }

    /** @param recurring with the rounds between the days, the last of which is the one before {@code until} */
    static List<Line> of(
            List<SheetRows.Row> rows, List<Recurring> recurring, LocalDate from, LocalDate until, LocalDate today) {
        var lines = new ArrayList<Line>();
        var inFull = new HashSet<UUID>();
        for (var row : rows) {
            inFull.add(row.id());
            lines.add(of(row, today));
        }
        for (var task : recurring)
            for (var round : task.otherRounds(from, until, today)) lines.add(of(task, round, inFull.add(task.id())));
        // Sorting keeps the order of equals: on one day tasks stand before mere rounds.
        lines.sort(BY_DAY);
        return lines;
    }

    private static Line of(SheetRows.Row row, LocalDate today) {
        var standing = row.dueOn() == null ? null : Standing.of(row.state(), row.dueOn(), today);
        return new Line(
                row.id(),
                row.number(),
                row.text(),
                row.leadUnitId(),
                row.leadPrinted(),
                row.dueOn(),
                standing == Standing.LATE ? key(standing) : row.state().messageKey(),
                true);
    }

    private static Line of(Recurring task, OtherRound round, boolean full) {
        return new Line(
                task.id(),
                task.number(),
                task.text(),
                task.leadUnitId(),
                task.leadPrinted(),
                round.day(),
                key(round.standing()),
                full);
    }

    private static String key(Standing standing) {
        return "execution.calendar.standing." + standing;
    }

    static int tasks(List<Line> lines) {
        return (int) lines.stream().map(Line::task).distinct().count();
    }

    static Stream<UUID> leads(List<Line> lines) {
        return lines.stream().<UUID>mapMulti((line, next) -> {
            if (line.leadUnitId() != null) next.accept(line.leadUnitId());
        });
    }
}
