package vn.binhdang.execution.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.web.Text;

/** What an agency issued is open to all its people, and so is what falls on which day. */
@Controller
@Allows(Action.READ_DOCUMENTS)
class CalendarController {
    private final CalendarPages pages;
    private final SheetPages sheets;

    CalendarController(CalendarPages pages, SheetPages sheets) {
        this.pages = pages;
        this.sheets = sheets;
    }

    @GetMapping("/calendar")
    String now(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan,
            Actor actor,
            Text t,
            Model model) {
        var filter = CalendarFilter.of(whose, unit, plan);
        model.addAttribute("page", pages.month(actor, YearMonth.from(pages.today()), filter, t));
        return "execution/calendar/month";
    }

    @GetMapping("/calendar/{year}")
    String year(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.year(actor, year(year), CalendarFilter.of(whose, unit, plan), t));
        return "execution/calendar/year";
    }

    @GetMapping("/calendar/{year}/action-month")
    String actionMonth(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.actionMonth(actor, year(year), CalendarFilter.of(whose, unit, plan), t));
        return "execution/calendar/month";
    }

    @GetMapping("/calendar/{year}/sheet")
    String sheet(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", sheets.page(actor, year(year), CalendarFilter.of(whose, unit, plan), t));
        return "execution/calendar/sheet";
    }

    @GetMapping("/calendar/{year}/{month}")
    String month(
            @PathVariable String year,
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan,
            Actor actor,
            Text t,
            Model model) {
        var shown = YearMonth.from(date(year, month, "1"));
        model.addAttribute("page", pages.month(actor, shown, CalendarFilter.of(whose, unit, plan), t));
        return "execution/calendar/month";
    }

    @GetMapping("/calendar/{year}/{month}/{day}")
    String day(
            @PathVariable String year,
            @PathVariable String month,
            @PathVariable String day,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String page,
            Actor actor,
            Text t,
            Model model) {
        var shown = date(year, month, day);
        model.addAttribute("page", pages.day(actor, shown, page(page), CalendarFilter.of(whose, unit, plan), t));
        return "execution/calendar/day";
    }

    static int page(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 1;
    }

    static int year(String text) {
        if (!text.matches("20\\d\\d")) throw new NotVisible("year " + text);
        return Integer.parseInt(text);
    }

    private static LocalDate date(String year, String month, String day) {
        if (!month.matches("\\d{1,2}") || !day.matches("\\d{1,2}")) throw new NotVisible("a day");
        try {
            return LocalDate.of(year(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw new NotVisible("a day of the calendar");
        }
    }
}
