package vn.binhdang.execution.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.execution.AgencyDays;
import vn.binhdang.execution.DayItem;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.execution.DaySource;
import vn.binhdang.execution.DayTally;
import vn.binhdang.execution.calendar.CalendarHead.Choice;
import vn.binhdang.execution.calendar.CalendarHead.Link;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.plan.Plans;
import vn.binhdang.web.Text;

/** Makes the pages of the calendar ready to print. */
@Component
class CalendarPages {
    /** So many things of a day stand in the grid. */
    private static final int IN_GRID = 4;

    static final int ON_DAY = 100;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final List<DaySource> sources;
    private final AgencyDays ownDays;
    private final UnitsByName units;
    private final Plans plans;
    private final Clock clock;

    CalendarPages(List<DaySource> sources, AgencyDays ownDays, UnitsByName units, Plans plans, Clock clock) {
        this.sources = List.copyOf(sources);
        this.ownDays = ownDays;
        this.units = units;
        this.plans = plans;
        this.clock = clock;
    }

    LocalDate today() {
        return Today.of(clock).day();
    }

    CalendarPage month(Actor actor, YearMonth month, CalendarFilter filter, Text t) {
        var today = today();
        var scope = scope(actor, filter);
        var head = head(
                actor,
                filter,
                scope,
                new Place(
                        monthName(month, t),
                        path(month),
                        "month",
                        new Link(filter.at(path(month.minusMonths(1))), monthName(month.minusMonths(1), t), false),
                        new Link(filter.at(path(month.plusMonths(1))), monthName(month.plusMonths(1), t), false),
                        YearMonth.from(today).equals(month) ? "" : filter.at(path(YearMonth.from(today)))),
                month.getYear(),
                month,
                t);
        return grid(
                actor, filter, scope, head, month.atDay(1), month.plusMonths(1).atDay(1), t);
    }

    CalendarPage actionMonth(Actor actor, int year, CalendarFilter filter, Text t) {
        var days = ActionMonth.of(year);
        var today = today();
        var scope = scope(actor, filter);
        var head = head(
                actor,
                filter,
                scope,
                new Place(
                        t.of("execution.calendar.actionMonthOf", String.valueOf(year)),
                        "/calendar/" + year + "/action-month",
                        "actionMonth",
                        new Link(
                                filter.at("/calendar/" + (year - 1) + "/action-month"),
                                t.of("execution.calendar.actionMonthOf", String.valueOf(year - 1)),
                                false),
                        new Link(
                                filter.at("/calendar/" + (year + 1) + "/action-month"),
                                t.of("execution.calendar.actionMonthOf", String.valueOf(year + 1)),
                                false),
                        today.getYear() == year ? "" : filter.at("/calendar/" + today.getYear() + "/action-month")),
                year,
                YearMonth.from(days.first()),
                t);
        return grid(actor, filter, scope, head, days.first(), days.until(), t);
    }

    YearPage year(Actor actor, int year, CalendarFilter filter, Text t) {
        var today = today();
        var scope = scope(actor, filter);
        var head = head(
                actor,
                filter,
                scope,
                new Place(
                        t.of("execution.calendar.yearOf", String.valueOf(year)),
                        "/calendar/" + year,
                        "year",
                        new Link(filter.at("/calendar/" + (year - 1)), String.valueOf(year - 1), false),
                        new Link(filter.at("/calendar/" + (year + 1)), String.valueOf(year + 1), false),
                        today.getYear() == year ? "" : filter.at("/calendar/" + today.getYear())),
                year,
                today.getYear() == year ? YearMonth.from(today) : YearMonth.of(year, 1),
                t);
        var asked = question(filter, scope, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), 1);
        var counts = new HashMap<LocalDate, DayTally>();
        if (asked != null)
            for (var source : sources)
                for (var tally : source.months(actor, asked)) counts.merge(tally.day(), tally, DayTally::plus);
        var months = new ArrayList<YearPage.Month>();
        for (int i = 1; i <= 12; i++) {
            var month = YearMonth.of(year, i);
            var first = month.atDay(1);
            var tally = counts.getOrDefault(first, new DayTally(first, 0, 0, 0));
            months.add(new YearPage.Month(
                    filter.at(path(month)),
                    capital(DateTimeFormatter.ofPattern("LLLL", t.locale()).format(month)),
                    t.of("execution.calendar.count", tally.all()),
                    tally.late() == 0 ? "" : t.of("execution.calendar.late", tally.late()),
                    tally.closed() == 0 ? "" : t.of("execution.calendar.closed", tally.closed()),
                    month.equals(YearMonth.from(today))));
        }
        return new YearPage(head, months, found(counts.values(), t));
    }

    /** @param page 1 for the first */
    DayPage day(Actor actor, LocalDate day, int page, CalendarFilter filter, Text t) {
        var today = today();
        var scope = scope(actor, filter);
        var month = YearMonth.from(day);
        var head = head(
                actor,
                filter,
                scope,
                new Place(
                        dayName(day, t),
                        path(day),
                        "day",
                        new Link(filter.at(path(day.minusDays(1))), DAY.format(day.minusDays(1)), false),
                        new Link(filter.at(path(day.plusDays(1))), DAY.format(day.plusDays(1)), false),
                        day.equals(today) ? "" : filter.at(path(today))),
                day.getYear(),
                month,
                t);
        // Each source gives its first rows in one order, so that the pages of all together follow from them.
        var found = found(actor, question(filter, scope, day, day.plusDays(1), page * ON_DAY));
        int all = found.tallies().stream().mapToInt(DayTally::all).sum();
        var lines = found.items().stream()
                .sorted(DayItem.ORDER)
                .skip((page - 1L) * ON_DAY)
                .limit(ON_DAY)
                .map(item -> line(item, t))
                .toList();
        return new DayPage(
                head,
                holiday(day, ownDays.between(actor.agency(), day, day.plusDays(1)), t),
                found(found.tallies(), t),
                lines,
                filter.at(path(month)),
                monthName(month, t),
                page == 1 ? "" : filter.at(path(day)),
                all > page * ON_DAY ? withPage(filter.at(path(day)), page + 1) : "");
    }

    private static String withPage(String address, int page) {
        return address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }

    private CalendarPage grid(
            Actor actor,
            CalendarFilter filter,
            Scope scope,
            CalendarHead head,
            LocalDate from,
            LocalDate until,
            Text t) {
        var today = today();
        var found = found(actor, question(filter, scope, from, until, IN_GRID));
        var byDay = new HashMap<LocalDate, List<DayItem>>();
        found.items().stream()
                .sorted(DayItem.ORDER)
                .forEach(item -> byDay.computeIfAbsent(item.day(), k -> new ArrayList<>())
                        .add(item));
        var counts = new HashMap<LocalDate, DayTally>();
        for (var tally : found.tallies()) counts.merge(tally.day(), tally, DayTally::plus);
        var own = ownDays.between(actor.agency(), from, until);
        var weeks = new ArrayList<List<CalendarPage.Cell>>();
        var monday = from.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var day = monday; day.isBefore(until); ) {
            var week = new ArrayList<CalendarPage.Cell>();
            for (int i = 0; i < 7; i++, day = day.plusDays(1)) {
                boolean outside = day.isBefore(from) || !day.isBefore(until);
                var items = byDay.getOrDefault(day, List.of());
                var tally = counts.get(day);
                int hidden = tally == null ? 0 : tally.all() - Math.min(items.size(), IN_GRID);
                week.add(new CalendarPage.Cell(
                        outside,
                        day.equals(today),
                        !outside && rests(day, own),
                        // Where a month begins within the grid its number is said too.
                        day.getDayOfMonth() == 1 && day.isAfter(from)
                                ? "1/" + day.getMonthValue()
                                : String.valueOf(day.getDayOfMonth()),
                        dayName(day, t),
                        filter.at(path(day)),
                        outside ? "" : holiday(day, own, t),
                        items.stream().limit(IN_GRID).map(item -> line(item, t)).toList(),
                        hidden > 0 ? t.of("execution.calendar.more", hidden) : ""));
            }
            weeks.add(week);
        }
        var weekdays = Arrays.stream(DayOfWeek.values())
                .map(day ->
                        capital(DateTimeFormatter.ofPattern("cccc", t.locale()).format(day)))
                .toList();
        return new CalendarPage(
                head, weekdays, weeks, found(found.tallies(), t), found.items().isEmpty());
    }

    /** What stands in the head of one page. */
    private record Place(String title, String path, String view, Link previous, Link next, String todayHref) {}

    private CalendarHead head(
            Actor actor, CalendarFilter filter, Scope scope, Place place, int year, YearMonth month, Text t) {
        var plan = filter.plan() == null ? null : plans.find(actor, filter.plan());
        return new CalendarHead(
                place.title(),
                place.path(),
                List.of(
                        new Link(
                                filter.at(path(month)),
                                t.of("execution.calendar.view.month"),
                                place.view().equals("month")),
                        new Link(
                                filter.at("/calendar/" + year),
                                t.of("execution.calendar.view.year"),
                                place.view().equals("year")),
                        new Link(
                                filter.at("/calendar/" + year + "/action-month"),
                                t.of("execution.calendar.view.actionMonth"),
                                place.view().equals("actionMonth"))),
                place.previous(),
                place.next(),
                place.todayHref(),
                Arrays.stream(Whose.values())
                        .map(one ->
                                new Choice(one.name(), t.of("execution.calendar.whose." + one), one == scope.whose()))
                        .toList(),
                scope.unitName(),
                scope.unknown() ? t.of("organisation.unitName.unknown") : "",
                plan == null ? "" : plan.document().subject(),
                plan == null ? "" : "/plans/" + plan.id(),
                plan == null ? "" : plan.id().toString(),
                plan == null ? "" : filter.withoutPlan().at(place.path()),
                filter.at("/calendar/" + year + "/sheet"));
    }

    /**
     * What the filter means for the actor.
     * @param unit null for what is not of one unit, and when the one that was typed is none
     * @param unitName as it stands in the field; the own unit needs no name
     */
    private record Scope(Whose whose, @Nullable UnitId unit, String unitName) {
        boolean unknown() {
            return whose == Whose.UNIT && unit == null;
        }
    }

    private Scope scope(Actor actor, CalendarFilter filter) {
        var whose = filter.whose(actor);
        if (whose != Whose.UNIT) return new Scope(whose, null, "");
        if (filter.unit().isEmpty()) return new Scope(whose, actor.unit(), "");
        var unit = units.chosen(filter.unit(), today(), actor.reach(Action.READ_DOCUMENTS))
                .orElse(null);
        // An id is shown as the name it stands for, a name as it was typed.
        String name = unit != null && unit.toString().equals(filter.unit())
                ? units.of(unit, today()).orElse("")
                : filter.unit();
        return new Scope(whose, unit, name);
    }

    private @Nullable DayQuestion question(
            CalendarFilter filter, Scope scope, LocalDate from, LocalDate until, int most) {
        if (scope.unknown()) return null;
        return new DayQuestion(scope.whose(), scope.unit(), filter.plan(), from, until, today(), most);
    }

    private DaySource.Found found(Actor actor, @Nullable DayQuestion asked) {
        if (asked == null) return DaySource.Found.NOTHING;
        var items = new ArrayList<DayItem>();
        var tallies = new ArrayList<DayTally>();
        for (var source : sources) {
            var found = source.days(actor, asked);
            items.addAll(found.items());
            tallies.addAll(found.tallies());
        }
        return new DaySource.Found(items, tallies);
    }

    private static String found(java.util.Collection<DayTally> tallies, Text t) {
        int all = tallies.stream().mapToInt(DayTally::all).sum();
        int late = tallies.stream().mapToInt(DayTally::late).sum();
        return late == 0 ? t.of("execution.calendar.count", all) : t.of("execution.calendar.countLate", all, late);
    }

    static CalendarLine line(DayItem item, Text t) {
        return new CalendarLine(
                item.href(),
                item.title(),
                t.of(item.kindKey()),
                item.standing().mark(),
                item.standing().mark().isEmpty() ? "" : t.of("execution.calendar.standing." + item.standing()));
    }

    private static boolean rests(LocalDate day, Map<LocalDate, AgencyDays.OwnDay> own) {
        var entered = own.get(day);
        return entered == null ? !WorkingDays.standard().isWorkingDay(day) : entered.rest();
    }

    private static String holiday(LocalDate day, Map<LocalDate, AgencyDays.OwnDay> own, Text t) {
        var entered = own.get(day);
        if (entered != null)
            return entered.name().isEmpty()
                    ? t.of(entered.rest() ? "execution.calendar.rest" : "execution.calendar.worked")
                    : entered.name();
        var holiday = WorkingDays.standard().holiday(day);
        if (holiday.isPresent()) return holiday.get().isEmpty() ? t.of("execution.calendar.rest") : holiday.get();
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return weekend && WorkingDays.standard().isWorkingDay(day) ? t.of("execution.calendar.worked") : "";
    }

    static String path(YearMonth month) {
        return "/calendar/%d/%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static String path(LocalDate day) {
        return path(YearMonth.from(day)) + "/%02d".formatted(day.getDayOfMonth());
    }

    static String monthName(YearMonth month, Text t) {
        return t.of(
                "execution.calendar.monthOf",
                capital(DateTimeFormatter.ofPattern("LLLL", t.locale()).format(month)),
                String.valueOf(month.getYear()));
    }

    private static String dayName(LocalDate day, Text t) {
        return capital(DateTimeFormatter.ofPattern("cccc", t.locale()).format(day)) + " " + DAY.format(day);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
