package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.Block.Kind;
import vn.binhdang.document.drafting.Numbers;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.web.Text;

/** The annex "PHÂN CÔNG NHIỆM VỤ": who leads what with whom, from when to when, with what product (Decree 30/2020, annex III). */
final class AssignmentAnnex {
    private final UnitNames units;
    /** The document is Vietnamese, whatever language its reader works in. */
    private final Text t = Text.in(Text.VIETNAMESE);

    AssignmentAnnex(UnitNames units) {
        this.units = units;
    }

    /** Unless the clerk decided: wanted when the text of some task does not say who leads it or by when. */
    boolean wanted(List<PlanTask> tasks) {
        return tasks.stream().anyMatch(task -> !saidInText(task));
    }

    /** Decree 30/2020: the text has to refer to an annex. */
    static boolean referredTo(List<Block> body) {
        return body.stream().anyMatch(block -> UnitMatcher.fold(block.text()).contains("phu luc"));
    }

    /** All annexes of the plan with this one last; two or more carry Roman numbers. */
    List<Annex> after(List<Annex> others, List<PlanTask> tasks) {
        String label = t.of("plan.annex.label");
        var annexes = new ArrayList<Annex>();
        for (int i = 0; i < others.size(); i++) {
            var annex = others.get(i);
            annexes.add(new Annex(label + " " + Numbers.roman(i + 1), annex.title(), annex.attachedTo(), annex.body()));
        }
        annexes.add(new Annex(
                others.isEmpty() ? label : label + " " + Numbers.roman(others.size() + 1),
                t.of("plan.annex.title"),
                null,
                List.of(table(tasks))));
        return annexes;
    }

    private Block table(List<PlanTask> tasks) {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.of("no", "task", "lead", "coordinating", "time", "output")
                .map(column -> t.of("plan.annex.column." + column))
                .toList());
        for (int i = 0; i < tasks.size(); i++) rows.add(row(i + 1, tasks.get(i)));
        return new Block(Kind.TABLE, null, "", rows, null);
    }

    private List<String> row(int number, PlanTask task) {
        String lead =
                task.leadUnit() == null ? orEmpty(task.leadPrinted()) : units.name(task.leadUnit(), task.leadPrinted());
        String coordinating = task.coordinating().stream()
                .map(c -> c.unit() == null ? c.printed() : units.name(c.unit(), c.printed()))
                .collect(Collectors.joining("; "));
        return List.of(
                String.valueOf(number), task.text(), lead, coordinating, time(task), orEmpty(task.expectedOutput()));
    }

    private String time(PlanTask task) {
        String due = TypedDate.printed(task.dueOn());
        if (task.dueOn() == null)
            return Stream.of(task.recurrence(), task.noDueReason(), task.dueText())
                    .filter(words -> words != null)
                    .findFirst()
                    .orElse("");
        return task.startOn() == null
                ? t.of("plan.annex.until", due)
                : t.of("plan.annex.fromTo", TypedDate.printed(task.startOn()), due);
    }

    private boolean saidInText(PlanTask task) {
        String text = UnitMatcher.fold(task.text());
        boolean lead = task.leadUnit() == null
                || (task.leadPrinted() != null && text.contains(UnitMatcher.fold(task.leadPrinted())));
        boolean due = task.dueOn() == null || task.dueText() != null;
        return lead && due;
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }
}
