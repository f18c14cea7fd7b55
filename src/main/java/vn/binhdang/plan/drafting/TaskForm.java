package vn.binhdang.plan.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.binhdang.document.drafting.Difference;
import vn.binhdang.document.drafting.Numbers;
import vn.binhdang.document.drafting.Typed;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;

/**
 * A task as its form sends it: words for units, words for dates. What cannot be understood is told beside its field; the
 * other fields are stored all the same.
 */
public final class TaskForm {
    /** A field that cannot be understood. @param messageKey its sentence names {@code typed} */
    public record Mistake(String field, String messageKey, String typed) {}

    private final MultiValueMap<String, String> form;
    private final UnitWords units;
    private final List<Mistake> mistakes = new ArrayList<>();

    public TaskForm(MultiValueMap<String, String> form, UnitWords units) {
        this.form = form;
        this.units = units;
    }

    public int version() {
        return Numbers.of(value("version"), 0);
    }

    /** Where the cursor stood in the text; null without a script. */
    @Nullable
    Integer cursor() {
        return value("at").isEmpty() ? null : Numbers.of(value("at"), 0);
    }

    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** The stored task with what was typed. Fields that the form does not send stay. */
    public PlanTask over(PlanTask stored) {
        mistakes.clear();
        var start = date("start", stored.startOn());
        var due = date("due", stored.dueOn());
        if (start != null && due != null && start.isAfter(due)) {
            mistakes.add(new Mistake("due", "plan.drafting.date.beforeStart", value("due")));
            start = stored.startOn();
            due = stored.dueOn();
        }
        String text = form.containsKey("text") ? Typed.text(value("text")) : stored.text();
        return new PlanTask(
                stored.id(),
                stored.plan(),
                stored.position(),
                line("number", stored.number()),
                text,
                lead(stored),
                stored.leadPrinted(),
                coordinating(stored),
                start,
                due,
                stored.dueText(),
                line("noDueReason", stored.noDueReason()),
                line("recurrence", stored.recurrence()),
                line("output", stored.expectedOutput()),
                stored.lines(),
                stored.version());
    }

    /** Fields in which two states of a task differ, as the form names and shows them. */
    static List<Difference> differences(PlanTask mine, PlanTask theirs, UnitWords units) {
        var my = shown(mine, units);
        var differences = new ArrayList<Difference>();
        shown(theirs, units).forEach((field, words) -> {
            String typed = Objects.requireNonNull(my.get(field));
            if (!typed.equals(words))
                differences.add(Difference.of(field, "plan.drafting.task." + field, typed, words));
        });
        return differences;
    }

    private static Map<String, String> shown(PlanTask task, UnitWords units) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("number", orEmpty(task.number()));
        fields.put("text", task.text());
        fields.put("lead", units.name(task.leadUnit(), task.leadPrinted()));
        fields.put("coordinating", units.names(task.coordinating()));
        fields.put("start", TypedDate.printed(task.startOn()));
        fields.put("due", TypedDate.printed(task.dueOn()));
        fields.put("noDueReason", orEmpty(task.noDueReason()));
        fields.put("output", orEmpty(task.expectedOutput()));
        fields.put("recurrence", orEmpty(task.recurrence()));
        return fields;
    }

    private @Nullable UnitId lead(PlanTask stored) {
        if (!form.containsKey("lead")) return stored.leadUnit();
        String words = Typed.line(value("lead"));
        if (words.isEmpty()) return null;
        if (words.equals(units.name(stored.leadUnit(), stored.leadPrinted()))) return stored.leadUnit();
        var unit = units.unit(words);
        if (unit.isPresent()) return unit.get();
        mistakes.add(new Mistake("lead", "plan.drafting.lead.unknown", words));
        return stored.leadUnit();
    }

    /** From the list of names, or from the boxes of the task's own page with a line for others. */
    private List<CoordinatingUnit> coordinating(PlanTask stored) {
        if (!form.containsKey("coordinating")) return stored.coordinating();
        String named = String.join(";", form.getOrDefault("coordinating", List.of()));
        return units.coordinating(Typed.text(named), stored.coordinating());
    }

    private @Nullable LocalDate date(String field, @Nullable LocalDate stored) {
        if (!form.containsKey(field)) return stored;
        return switch (TypedDate.of(value(field))) {
            case TypedDate.Day(LocalDate day) -> day;
            case TypedDate.Wrong(String messageKey) -> {
                mistakes.add(new Mistake(field, messageKey, value(field)));
                yield stored;
            }
        };
    }

    private @Nullable String line(String field, @Nullable String stored) {
        if (!form.containsKey(field)) return stored;
        String typed = Typed.line(value(field));
        return typed.isEmpty() ? null : typed;
    }

    private String value(String field) {
        return orEmpty(form.getFirst(field));
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }
}
