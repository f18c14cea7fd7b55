package vn.binhdang.reporting.compilation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

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

    /** Null when it is no day of the calendar. */
    private static @Nullable LocalDate day(String typed) {
        return TypedDay.readNear(typed).orElse(null);
    }
}
