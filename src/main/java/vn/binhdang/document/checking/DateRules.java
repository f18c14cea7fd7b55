package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.CheckedDocument.firstLine;
import static vn.binhdang.document.checking.CheckedDocument.printed;
import static vn.binhdang.document.checking.Say.warning;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.binhdang.document.Block;
import vn.binhdang.document.Finding;

/** Dates in the text: that they exist, and that the weekday beside them is theirs. */
final class DateRules {
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(
            Map.entry("hai", DayOfWeek.MONDAY),
            Map.entry("2", DayOfWeek.MONDAY),
            Map.entry("ba", DayOfWeek.TUESDAY),
            Map.entry("3", DayOfWeek.TUESDAY),
            Map.entry("tư", DayOfWeek.WEDNESDAY),
            Map.entry("4", DayOfWeek.WEDNESDAY),
            Map.entry("năm", DayOfWeek.THURSDAY),
            Map.entry("5", DayOfWeek.THURSDAY),
            Map.entry("sáu", DayOfWeek.FRIDAY),
            Map.entry("6", DayOfWeek.FRIDAY),
            Map.entry("bảy", DayOfWeek.SATURDAY),
            Map.entry("7", DayOfWeek.SATURDAY));
    private static final String WEEKDAY = "(?:thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))";
    private static final String DATE = "(\\d{1,2})(?:/| tháng )(\\d{1,2})(?:/| năm )(20\\d\\d)";
    private static final Pattern WHOLE = Pattern.compile("(?<![\\d/.])" + DATE + "(?![\\d/])");
    private static final Pattern BEFORE =
            Pattern.compile(WEEKDAY + ",? ?\\(?(?:ngày )?" + DATE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AFTER =
            Pattern.compile(DATE + " ?\\(" + WEEKDAY + "\\)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DateRules() {}

    /** "thứ Hai, ngày 14/4/2024" was a Sunday: people will come on the wrong day, whichever of the two is right. */
    static Stream<Finding> weekdayOfDate(CheckedDocument checked) {
        return checked.allBlocks()
                .flatMap(block -> CheckedDocument.texts(block)
                        .flatMap(text -> Stream.concat(
                                BEFORE.matcher(text).results().flatMap(found -> judge(block, found, 1, 3)),
                                AFTER.matcher(text).results().flatMap(found -> judge(block, found, 4, 1)))));
    }

    /** "trước ngày 31/6/2024": June has 30 days. */
    static Stream<Finding> impossibleDate(CheckedDocument checked) {
        return checked.allBlocks()
                .flatMap(block -> CheckedDocument.texts(block)
                        .flatMap(text -> WHOLE.matcher(text).results())
                        .filter(found -> date(found, 1).isEmpty())
                        .map(found -> warning("dateImpossible", firstLine(block.lines()), found.group())));
    }

    private static Stream<Finding> judge(Block block, MatchResult found, int weekday, int date) {
        DayOfWeek printedDay = found.group(weekday) == null
                ? DayOfWeek.SUNDAY
                : WEEKDAYS.get(found.group(weekday).toLowerCase(Locale.ROOT));
        return date(found, date)
                .filter(day -> day.getDayOfWeek() != printedDay)
                .map(day -> warning(
                        "weekdayWrong", firstLine(block.lines()), found.group().strip(), printed(day)))
                .stream();
    }

    private static Optional<LocalDate> date(MatchResult found, int group) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(group + 2)),
                    Integer.parseInt(found.group(group + 1)),
                    Integer.parseInt(found.group(group))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
