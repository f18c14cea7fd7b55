package vn.binhdang.statistics.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.web.Text;

/**
 * The periods of a page: all of a kind from one year to another.
 * @param cut whether more were asked for than a page shows; then they are the last ones
 */
record Periods(PeriodKind kind, int from, int to, List<ReportingPeriod> all, boolean cut) {
    private static final int MOST = 60;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** As asked for, put into what there is: years of a slip of the hand fall back to the last ones. */
    static Periods asked(
            @Nullable String kind,
            @Nullable String from,
            @Nullable String to,
            List<PeriodKind> kinds,
            LocalDate today) {
        var chosen = kinds.stream()
                .filter(one -> kind != null && one.name().equals(kind.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(kinds.getFirst());
        int last = year(to).orElse(reportingYear(today));
        int first = Math.min(year(from).orElse(last - yearsShown(chosen) + 1), last);
        var all = new ArrayList<ReportingPeriod>();
        for (int year = first; year <= last; year++)
            for (var period : chosen.periods(year)) if (!period.from().isAfter(today)) all.add(period);
        if (all.isEmpty()) all.add(chosen.periods(last).getFirst());
        var shown = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
        return new Periods(chosen, shown.getFirst().year(), last, shown, all.size() > MOST);
    }

    /** With the blank that follows; nothing where all are there. */
    String cutSentence(Text t) {
        return cut ? t.of("statistics.figure.periods.cut", MOST) + " " : "";
    }

    private static int yearsShown(PeriodKind kind) {
        return switch (kind) {
            case YEAR, NINE_MONTHS -> 5;
            case HALF -> 3;
            case QUARTER -> 2;
            case MONTH -> 1;
        };
    }

    /** That in whose window a day lies: from 15/12 on it is the next year's. */
    static int reportingYear(LocalDate day) {
        var year = ReportingPeriod.of(ReportingPeriod.Kind.YEAR, day.getYear());
        return year.contains(day) ? day.getYear() : day.getYear() + 1;
    }

    private static Optional<Integer> year(@Nullable String typed) {
        if (typed == null || !typed.strip().matches("\\d{4}")) return Optional.empty();
        int year = Integer.parseInt(typed.strip());
        return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(year) : Optional.empty();
    }

    /** The one that is asked for, if it is among them. */
    Optional<ReportingPeriod> chosen(@Nullable String code) {
        return code == null ? Optional.empty() : PeriodCode.parse(code).filter(all::contains);
    }

    /** The last whose window is over; the last of all when none is. */
    ReportingPeriod lastEnded(LocalDate today) {
        return all.reversed().stream()
                .filter(period -> period.to().isBefore(today))
                .findFirst()
                .orElse(all.getLast());
    }

    static String label(ReportingPeriod period, Text t) {
        return t.of(period.labelKey(), String.valueOf(period.ordinal()), String.valueOf(period.year()));
    }
}
