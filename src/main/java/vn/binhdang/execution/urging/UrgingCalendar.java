package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.binhdang.calendar.WorkingDays;

/**
 * The days on which an agency urges: working days, with what the agency itself has entered for single days (exchanged days,
 * days of its own). On every other day it is quiet.
 *
 * @param own whether the agency rests on a day that it has entered
 */
record UrgingCalendar(WorkingDays standard, Map<LocalDate, Boolean> own) {
    /** The longest run of quiet days is Tết with a week-end on each side; twice that is safe. */
    private static final int LONGEST_QUIET = 30;

    UrgingCalendar {
        own = Map.copyOf(own);
    }

    /** What happens to a day of the rule that is quiet. */
    enum Shift {
        BEFORE,
        AFTER
    }

    boolean quiet(LocalDate day) {
        var rest = own.get(day);
        return rest == null ? !standard.isWorkingDay(day) : rest;
    }

    /** The day itself, or the working day next to it in the direction of the rule. */
    LocalDate shifted(LocalDate day, Shift shift) {
        var found = day;
        for (int i = 0; quiet(found); i++) {
            if (i > LONGEST_QUIET) throw new IllegalStateException("no working day near " + day);
            found = found.plusDays(shift == Shift.BEFORE ? -1 : 1);
        }
        return found;
    }

    /** @param workingDays 1 or more; the first one counted is the one after {@code day} */
    LocalDate plus(LocalDate day, int workingDays) {
        var reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (!quiet(reached)) left--;
        }
        return reached;
    }

    LocalDate next(LocalDate day) {
        return plus(day, 1);
    }

    /**
     * The due days whose step falls on a working day: with a step of -3, a task due on Monday is urged for on the Friday
     * before. A due day that is itself quiet counts from where the rule moves it.
     *
     * @param days of the step, from the due day
     */
    List<LocalDate> dueDays(LocalDate today, int days, Shift shift) {
        var due = new ArrayList<LocalDate>();
        for (int i = -LONGEST_QUIET; i <= LONGEST_QUIET; i++) {
            var candidate = today.plusDays((long) i - days);
            if (shifted(shifted(candidate, shift).plusDays(days), shift).equals(today)) due.add(candidate);
        }
        return due;
    }
}
