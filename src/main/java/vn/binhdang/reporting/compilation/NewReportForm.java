package vn.binhdang.reporting.compilation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to begin a report.
 *
 * @param period code of one of {@link ReportWindow#offered}, or {@link #OTHER}
 */
record NewReportForm(int year, String period, String label, String from, String to, String addressees) {
    static final String OTHER = "OTHER";
    static final int LONGEST_LABEL = 100;
    /** Longer than any plan: a slip of the year. */
    static final int LONGEST_WINDOW_YEARS = 6;

    private static final int MOST_ADDRESSEES = 10;
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    boolean other() {
        return period.equals(OTHER);
    }

    /** One per line, without dashes and end marks, as they are stored. */
    List<String> addresseeLines() {
        return addressees
                .lines()
                .map(line -> line.strip()
                        .replaceFirst("^[-–•]\\s*", "")
                        .replaceFirst("[;.]+$", "")
                        .strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(MOST_ADDRESSEES)
                .toList();
    }

    /** Field to message key of what cannot stay so; empty when {@link #window} is there. */
    Map<String, String> mistakes() {
        var mistakes = new LinkedHashMap<String, String>();
        if (!other()) {
            if (ReportWindow.ofCode(period, year).isEmpty()) mistakes.put("period", "reporting.new.mistake.period");
            return mistakes;
        }
        if (label.strip().length() > LONGEST_LABEL) mistakes.put("label", "reporting.new.mistake.label");
        var first = day(from);
        var last = day(to);
        if (first == null) mistakes.put("from", "reporting.new.mistake.from");
        if (last == null) mistakes.put("to", "reporting.new.mistake.to");
        if (first != null && last != null) {
            if (last.isBefore(first)) mistakes.put("to", "reporting.new.mistake.order");
            else if (last.isAfter(first.plusYears(LONGEST_WINDOW_YEARS)))
                mistakes.put("to", "reporting.new.mistake.long");
        }
        return mistakes;
    }

    /** Empty when something typed is wrong. */
    Optional<ReportWindow> window() {
        if (!mistakes().isEmpty()) return Optional.empty();
        if (!other()) return ReportWindow.ofCode(period, year).map(ReportWindow::of);
        var first = day(from);
        var last = day(to);
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(ReportWindow.other(label.replaceAll("\\s+", " "), first, last));
    }

    /** 15/12/2023, 15-12-2023 or 2023-12-15; null when it is no day of the calendar. */
    private static @Nullable LocalDate day(String typed) {
        var text = typed.strip();
        var dayFirst = DAY_FIRST.matcher(text);
        var yearFirst = YEAR_FIRST.matcher(text);
        try {
            if (dayFirst.matches()) return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
            if (yearFirst.matches()) return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        int y = Integer.parseInt(year);
        return y < 2000 ? null : LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day));
    }
}
