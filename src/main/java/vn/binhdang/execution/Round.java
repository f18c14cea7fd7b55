package vn.binhdang.execution;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.ReportingPeriod.Kind;

/**
 * One occurrence of a task that recurs: a reporting period with the last day to do it. Rounds follow from the plan and the
 * periods alone, so the next one is there without anything having to make it.
 *
 * @param dueOn last day of the period, or of the task where that comes first
 */
public record Round(ReportingPeriod period, LocalDate dueOn) {

    /** "2026-QUARTER-1": as it is stored and sent. */
    public String key() {
        return "%d-%s-%d".formatted(period.year(), period.kind(), period.ordinal());
    }

    /** Whether its period has begun. */
    public boolean begunBy(LocalDate day) {
        return !day.isBefore(period.from());
    }

    /**
     * @param recurrence the printed words: "hằng quý", "6 tháng", "hằng năm"; those without a period ("thường xuyên") and
     *     null give no rounds
     * @param year of the plan; a task whose deadline lies in a later year recurs until then
     * @param from the day the task begins: periods that are over by then are not asked for
     * @param dueOn the deadline of the task as the plan has it
     * @return in the order of their days; empty for a task that does not recur
     */
    public static List<Round> of(
            @Nullable String recurrence, int year, @Nullable LocalDate from, @Nullable LocalDate dueOn) {
        int last = dueOn == null ? year : Math.clamp(dueOn.getYear(), year, year + 10);
        var rounds = new ArrayList<Round>();
        for (int y = year; y <= last; y++)
            for (var period : periods(recurrence, y).toList()) {
                if (from != null && period.to().isBefore(from)) continue;
                if (dueOn != null && dueOn.isBefore(period.from())) continue;
                rounds.add(new Round(period, dueOn != null && period.contains(dueOn) ? dueOn : period.to()));
            }
        return List.copyOf(rounds);
    }

    private static Stream<ReportingPeriod> periods(@Nullable String recurrence, int year) {
        if (recurrence == null) return Stream.empty();
        String words = Normalizer.normalize(recurrence, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (words.contains("6 tháng") || words.contains("sáu tháng") || words.contains("nửa năm"))
            return Stream.of(ReportingPeriod.of(Kind.FIRST_HALF, year), ReportingPeriod.of(Kind.SECOND_HALF, year));
        if (words.contains("quý"))
            return IntStream.rangeClosed(1, 4).mapToObj(quarter -> ReportingPeriod.quarter(year, quarter));
        if (words.contains("tháng"))
            return IntStream.rangeClosed(1, 12).mapToObj(month -> ReportingPeriod.month(year, month));
        if (words.contains("năm")) return Stream.of(ReportingPeriod.of(Kind.YEAR, year));
        return Stream.empty();
    }
}
