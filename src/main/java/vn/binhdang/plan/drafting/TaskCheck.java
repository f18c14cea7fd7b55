package vn.binhdang.plan.drafting;

import static vn.binhdang.document.Finding.Severity.ERROR;
import static vn.binhdang.document.Finding.Severity.PROPOSAL;
import static vn.binhdang.document.Finding.Severity.WARNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Mend;
import vn.binhdang.plan.PlanTask;

/**
 * What a task lacks before its plan can be approved: one unit that leads it, and a day by which it is done or the reason
 * why there is none. Every sentence names the task first, so that it can stand in a list.
 */
public final class TaskCheck {
    private final int year;
    private final UnitNames units;
    private final WorkingDays days;

    public TaskCheck(int year, UnitNames units, WorkingDays days) {
        this.year = year;
        this.units = units;
        this.days = days;
    }

    public List<Finding> of(PlanTask task) {
        var findings = new ArrayList<Finding>();
        String name = name(task);
        if (task.text().isBlank()) findings.add(Finding.of(ERROR, "plan.task.noText", null, name));
        lead(task, name, findings);
        due(task, name, findings);
        for (var unit : task.coordinating()) {
            if (unit.unit() == null)
                findings.add(Finding.of(PROPOSAL, "plan.task.coordinatingOutside", null, name, unit.printed()));
            else if (unit.unit().equals(task.leadUnit()))
                findings.add(Finding.of(WARNING, "plan.task.leadCoordinates", null, name, unit.printed()));
        }
        if (task.expectedOutput() == null) findings.add(Finding.of(PROPOSAL, "plan.task.noOutput", null, name));
        return findings;
    }

    private void lead(PlanTask task, String name, List<Finding> findings) {
        if (task.leadUnit() != null) {
            if (!units.exists(task.leadUnit()))
                findings.add(Finding.of(ERROR, "plan.task.leadEnded", null, name, String.valueOf(task.leadPrinted())));
        } else if (task.leadPrinted() != null)
            findings.add(Finding.of(ERROR, "plan.task.leadUnmatched", null, name, task.leadPrinted()));
        else findings.add(Finding.of(ERROR, "plan.task.noLead", null, name));
    }

    private void due(PlanTask task, String name, List<Finding> findings) {
        LocalDate due = task.dueOn();
        if (due == null) {
            if (task.noDueReason() == null)
                findings.add(
                        task.dueText() == null
                                ? Finding.of(ERROR, "plan.task.noDue", null, name)
                                : Finding.of(ERROR, "plan.task.noDue.printed", null, name, task.dueText()));
            return;
        }
        if (!days.isWorkingDay(due)) {
            String next = TypedDate.printed(workingDay(due, days));
            findings.add(mended(Finding.of(WARNING, "plan.task.dueOnRest", null, name, TypedDate.printed(due)), next));
        }
        if (due.getYear() != year)
            findings.add(Finding.of(
                    WARNING, "plan.task.dueOutside", null, name, TypedDate.printed(due), String.valueOf(year)));
    }

    /** The next working day, as terms that end on a day of rest do; within the same year. */
    static LocalDate workingDay(LocalDate day, WorkingDays days) {
        if (days.isWorkingDay(day)) return day;
        LocalDate next = days.next(day);
        return next.getYear() == day.getYear() ? next : days.previous(day);
    }

    /** "II.1", or the beginning of the text of a task without number. */
    public static String name(PlanTask task) {
        if (task.number() != null) return task.number();
        String text = task.text();
        return text.length() <= 40 ? "“" + text + "”" : "“" + text.substring(0, 38) + "…”";
    }

    private static Finding mended(Finding finding, @Nullable String due) {
        return new Finding(
                finding.code(),
                finding.severity(),
                finding.arguments(),
                null,
                due == null ? null : new Mend("due", due));
    }
}
