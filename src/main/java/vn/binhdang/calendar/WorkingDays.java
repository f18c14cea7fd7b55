package vn.binhdang.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.DataTable;

/**
 * The days on which state offices work: Monday to Friday without public holidays, and the Saturdays that the Prime
 * Minister exchanges for a bridge day. A holiday on a weekly day of rest moves to the next working day (Labour Code 2019,
 * article 111.3). The days are data ({@code data/public-holidays-*.csv}): those of the solar and of the lunar calendar, and
 * what is decided anew each year (the fifth day of Tết, the second of National Day, exchanged days), which is listed only
 * where the decision was read.
 */
public final class WorkingDays {

    /** A day of a data file on which offices rest ({@code rest}) or work although it is a Saturday. */
    private record Listed(LocalDate date, String name, boolean rest) {}

    /** The same day every year, half open between the two dates. */
    private record Fixed(
            MonthDay day,
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        boolean holdsIn(int year) {
            LocalDate date = day.atYear(year);
            return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || date.isBefore(validTo));
        }
    }

    /** A day of the Vietnamese lunar year, with those around it. */
    private record Lunar(
            int month,
            int day,
            int before,
            int after,
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        boolean holdsOn(LocalDate date) {
            return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || date.isBefore(validTo));
        }
    }

    private static final WorkingDays STANDARD = new WorkingDays();

    private final List<Fixed> fixed;
    private final List<Lunar> lunar;
    private final Map<Integer, Map<LocalDate, String>> listed = new HashMap<>();
    private final Set<LocalDate> worked = new HashSet<>();
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    private WorkingDays() {
        fixed = DataTable.read(
                "data/public-holidays-fixed.csv",
                List.of("month", "day", "name", "valid_from", "valid_to", "source"),
                row -> new Fixed(
                        MonthDay.of(row.number("month"), row.number("day")),
                        row.text("name"),
                        row.optionalDate("valid_from"),
                        row.optionalDate("valid_to")));
        lunar = DataTable.read(
                "data/public-holidays-lunar.csv",
                List.of("month", "day", "days_before", "days_after", "name", "valid_from", "valid_to", "source"),
                row -> new Lunar(
                        row.number("month"),
                        row.number("day"),
                        row.number("days_before"),
                        row.number("days_after"),
                        row.text("name"),
                        row.optionalDate("valid_from"),
                        row.optionalDate("valid_to")));
        DataTable.read(
                        "data/public-holidays-dated.csv",
                        List.of("date", "name", "kind", "source"),
                        row -> new Listed(row.date("date"), row.text("name"), isRest(row)))
                .forEach(day -> {
                    if (day.rest)
                        listed.computeIfAbsent(day.date.getYear(), _ -> new HashMap<>())
                                .put(day.date, day.name);
                    else worked.add(day.date);
                });
    }

    /** The calendar of the data files. */
    public static WorkingDays standard() {
        return STANDARD;
    }

    public boolean isWorkingDay(LocalDate day) {
        return worked.contains(day) || (!isWeekend(day) && holiday(day).isEmpty());
    }

    /** Name of the public holiday, also of the day taken off in its place; empty on every other day. */
    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), this::holidaysOf).get(day));
    }

    /** The first working day after {@code day}. */
    public LocalDate next(LocalDate day) {
        return plus(day, 1);
    }

    /** The last working day before {@code day}. */
    public LocalDate previous(LocalDate day) {
        return plus(day, -1);
    }

    /**
     * @param workingDays how many to count; {@code day} itself is not counted, as in "within 5 working days of receipt".
     *     Negative counts backwards, 0 gives {@code day} even if nobody works on it
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate reached = day;
        for (int left = Math.abs(workingDays); left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorkingDay(reached)) left--;
        }
        return reached;
    }

    private static boolean isRest(DataTable.Row row) {
        return switch (row.text("kind")) {
            case "rest" -> true;
            case "work" -> false;
            default -> throw new IllegalStateException("kind is neither rest nor work: " + row.text("kind"));
        };
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    private Map<LocalDate, String> holidaysOf(int year) {
        Map<LocalDate, String> days = new HashMap<>(listed.getOrDefault(year, Map.of()));
        for (Fixed day : fixed) if (day.holdsIn(year)) days.put(day.day.atYear(year), day.name);
        if (LunarYears.know(year)) for (Lunar day : lunar) putLunar(day, year, days);
        for (LocalDate holiday : days.keySet().stream().sorted().toList()) {
            if (!isWeekend(holiday)) continue;
            LocalDate instead = holiday.plusDays(1);
            while (isWeekend(instead) || days.containsKey(instead)) instead = instead.plusDays(1);
            days.put(instead, days.getOrDefault(holiday, ""));
        }
        return days;
    }

    private static void putLunar(Lunar holiday, int year, Map<LocalDate, String> days) {
        LocalDate day = LunarYears.solarDay(year, holiday.month, holiday.day);
        if (!holiday.holdsOn(day)) return;
        for (int i = -holiday.before; i <= holiday.after; i++) days.put(day.plusDays(i), holiday.name);
    }
}
