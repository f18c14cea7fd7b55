package vn.binhdang.execution.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bars of tasks along the months, and the ties between those that wait for each other; in pixels from the upper left. A task
 * with only one day is a mark on it, one without any has a row and no mark. What recurs has a mark for each round on a thread;
 * ties go from and to the round that is in hand.
 */
public record TimelineDrawing(int width, int height, List<Month> months, List<Bar> bars, List<Line> lines, int today) {
    static final int LABELS = 272;
    static final int HEAD = 32;
    static final int ROW = 28;
    private static final int MARK = 7;

    /** Room of a sign behind a bar. */
    private static final int SIGN = 14;

    /** So wide a month is at least whose rounds bear signs. */
    private static final int SIGNED = 36;

    private static final int LONGEST_LABEL = 34;

    /**
     * @param endOn the last day; of what recurs that of the round in hand
     * @param rounds the others
     */
    record Task(
            UUID id,
            String title,
            @Nullable LocalDate startOn,
            @Nullable LocalDate endOn,
            String mark,
            List<Round> rounds) {
        Task {
            rounds = List.copyOf(rounds);
        }

        @Nullable
        LocalDate first() {
            return startOn == null ? endOn : startOn;
        }

        @Nullable
        LocalDate last() {
            return endOn == null ? startOn : endOn;
        }

        /** All that are drawn. */
        private Stream<LocalDate> days() {
            return Stream.concat(
                    Stream.of(Optional.ofNullable(startOn), Optional.ofNullable(endOn))
                            .flatMap(Optional::stream),
                    rounds.stream().map(Round::day));
        }
    }

    /** @param mark "expected", "late", "done", "not-done" or empty */
    record Round(LocalDate day, String mark) {}

    /** @param after the task that has to be finished first */
    record Tie(UUID task, UUID after) {}

    /** @param label "11" or, where a year begins, "01/2027" */
    public record Month(int x, int width, String label) {}

    /**
     * @param x of the bar; 0 where nothing is drawn
     * @param width 0 for a mark on one day
     * @param mark "late", "done", "not-done" or empty
     * @param sign the same for those who see no colours
     * @param thread a line through the rounds; empty for what does not recur
     */
    public record Bar(
            int y, String label, int x, int width, String mark, String sign, String thread, List<RoundMark> rounds) {
        public boolean drawn() {
            return x > 0;
        }

        public String diamond() {
            return TimelineDrawing.diamond(x, y);
        }

        public int signX() {
            return x + Math.max(width, MARK) + 4;
        }

        public int textY() {
            return y + ROW / 2 + 5;
        }
    }

    /** One round beside the one in hand. */
    public record RoundMark(String diamond, String mark, String sign, int signX) {}

    /** A square on its tip. */
    private static String diamond(int x, int y) {
        return "M%d %dl%d %dl%d %dl%d %dz".formatted(x - MARK, y + ROW / 2, MARK, -MARK, MARK, MARK, -MARK, MARK);
    }

    /** @param wrong the later task is due before the one that it waits for */
    public record Line(String path, boolean wrong) {}

    /** @param today marked when it lies between the first and the last month that is drawn */
    static TimelineDrawing of(List<Task> tasks, List<Tie> ties, LocalDate today) {
        var first = tasks.stream().flatMap(Task::days).min(LocalDate::compareTo);
        var last = tasks.stream().flatMap(Task::days).max(LocalDate::compareTo);
        var from = YearMonth.from(first.orElse(today));
        var to = YearMonth.from(last.orElse(today));
        int months = (int) ChronoUnit.MONTHS.between(from, to) + 1;
        int wide = months <= 14 ? 64 : months <= 36 ? 36 : 20;
        var scale = new Scale(from, wide);
        var drawnMonths = new ArrayList<Month>();
        for (int i = 0; i < months; i++) {
            var month = from.plusMonths(i);
            boolean named = i == 0 || month.getMonthValue() == 1;
            drawnMonths.add(new Month(
                    LABELS + i * wide,
                    wide,
                    named && wide >= 36
                            ? "%d/%d".formatted(month.getMonthValue(), month.getYear())
                            : String.valueOf(month.getMonthValue())));
        }
        var bars = new ArrayList<Bar>();
        var rows = new HashMap<UUID, Integer>();
        for (var task : tasks) {
            rows.put(task.id(), bars.size());
            bars.add(bar(task, HEAD + bars.size() * ROW, scale));
        }
        var lines = new ArrayList<Line>();
        for (var tie : ties) {
            var row = rows.get(tie.task());
            var before = rows.get(tie.after());
            if (row == null || before == null) continue;
            var later = tasks.get(row);
            var earlier = tasks.get(before);
            if (!bars.get(row).drawn() || !bars.get(before).drawn()) continue;
            lines.add(new Line(path(bars.get(before), bars.get(row)), isWrong(later, earlier)));
        }
        boolean within =
                !YearMonth.from(today).isBefore(from) && !YearMonth.from(today).isAfter(to);
        return new TimelineDrawing(
                LABELS + months * wide + 24,
                HEAD + tasks.size() * ROW + 8,
                List.copyOf(drawnMonths),
                List.copyOf(bars),
                List.copyOf(lines),
                within ? scale.x(today) : 0);
    }

    private static boolean isWrong(Task later, Task earlier) {
        return later.endOn() != null && earlier.endOn() != null && later.endOn().isBefore(earlier.endOn());
    }

    private static Bar bar(Task task, int y, Scale scale) {
        String label = shortened(task.title());
        String sign = sign(task.mark());
        var rounds = task.rounds().stream().map(round -> mark(round, y, scale)).toList();
        String thread = rounds.isEmpty() ? "" : thread(task, y, scale);
        // What recurs is due again and again: a bar up to the round in hand would cover those before it.
        var first = rounds.isEmpty() ? task.first() : task.last();
        var last = task.last();
        if (first == null || last == null) return new Bar(y, label, 0, 0, task.mark(), sign, thread, rounds);
        int x = scale.x(first);
        boolean oneDay = task.startOn() == null || task.endOn() == null || !first.isBefore(last);
        return new Bar(y, label, x, oneDay ? 0 : Math.max(4, scale.x(last) - x), task.mark(), sign, thread, rounds);
    }

    private static RoundMark mark(Round round, int y, Scale scale) {
        int x = scale.x(round.day());
        // Where months are narrow the sign of one round would stand on the next.
        return new RoundMark(
                diamond(x, y), round.mark(), scale.wide() < SIGNED ? "" : sign(round.mark()), x + MARK + 4);
    }

    private static String thread(Task task, int y, Scale scale) {
        int from = task.days().mapToInt(scale::x).min().orElseThrow();
        int to = task.days().mapToInt(scale::x).max().orElseThrow();
        return "M%d %dH%d".formatted(from, y + ROW / 2, to);
    }

    private static String sign(String mark) {
        return switch (mark) {
            case "late" -> "!";
            case "done" -> "✓";
            case "not-done" -> "✕";
            default -> "";
        };
    }

    /** From the end of the earlier task down or up to the beginning of the later one, around both. */
    private static String path(Bar earlier, Bar later) {
        int x1 = earlier.x() + Math.max(earlier.width(), MARK) + (earlier.sign().isEmpty() ? 0 : SIGN);
        int y1 = earlier.y() + ROW / 2;
        int x2 = later.x() - (later.width() == 0 ? MARK : 0) - 2;
        int y2 = later.y() + ROW / 2;
        int turn = x1 + 8;
        if (x2 >= turn + 4) return "M%d %dH%dV%dH%d".formatted(x1, y1, turn, y2, x2);
        // The later one begins to the left: between the two rows back to it.
        int between = y2 > y1 ? y2 - ROW / 2 : y2 + ROW / 2;
        return "M%d %dH%dV%dH%dV%dH%d".formatted(x1, y1, turn, between, x2 - 8, y2, x2);
    }

    static String shortened(String title) {
        if (title.length() <= LONGEST_LABEL) return title;
        int blank = title.lastIndexOf(' ', LONGEST_LABEL);
        return title.substring(0, blank < LONGEST_LABEL / 2 ? LONGEST_LABEL : blank) + "…";
    }

    private record Scale(YearMonth from, int wide) {
        int x(LocalDate day) {
            var month = YearMonth.from(day);
            long before = ChronoUnit.MONTHS.between(from, month);
            return LABELS + (int) before * wide + (day.getDayOfMonth() - 1) * wide / month.lengthOfMonth();
        }
    }
}
