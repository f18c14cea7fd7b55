package vn.binhdang.plan.amendment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;
import vn.binhdang.plan.drafting.TypedDate;

/** What a plan says of one task, kept as JSON beside each change: all that an amendment may change, and nothing else. */
record TaskTerms(
        @Nullable String number,
        String text,
        @Nullable UUID leadUnit,
        @Nullable String leadPrinted,
        List<Helper> coordinating,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable String dueText,
        @Nullable String noDueReason,
        @Nullable String recurrence,
        @Nullable String expectedOutput) {

    /** @param unit null for a body that is no unit of the agency */
    record Helper(@Nullable UUID unit, String printed) {}

    /** The fields that are shown, in the order of the form. */
    static final List<String> FIELDS =
            List.of("number", "text", "lead", "coordinating", "start", "due", "noDueReason", "recurrence", "output");

    /** @param field one of {@link #FIELDS} */
    record Difference(String field, String before, String after) {}

    TaskTerms {
        coordinating = List.copyOf(coordinating);
    }

    static TaskTerms of(PlanTask task) {
        return new TaskTerms(
                task.number(),
                task.text(),
                task.leadUnit() == null ? null : task.leadUnit().value(),
                task.leadPrinted(),
                task.coordinating().stream()
                        .map(one -> new Helper(
                                one.unit() == null ? null : one.unit().value(), one.printed()))
                        .toList(),
                task.startOn(),
                task.dueOn(),
                task.dueText(),
                task.noDueReason(),
                task.recurrence(),
                task.expectedOutput());
    }

    /** The same task saying this. */
    PlanTask over(PlanTask task) {
        return new PlanTask(
                task.id(),
                task.plan(),
                task.position(),
                number,
                text,
                leadUnit == null ? null : new UnitId(leadUnit),
                leadPrinted,
                coordinating.stream()
                        .map(one ->
                                new CoordinatingUnit(one.unit() == null ? null : new UnitId(one.unit()), one.printed()))
                        .toList(),
                startOn,
                dueOn,
                dueText,
                noDueReason,
                recurrence,
                expectedOutput,
                task.lines(),
                task.version());
    }

    /** Every unit it names. */
    Set<UUID> units() {
        var units = new TreeSet<UUID>();
        if (leadUnit != null) units.add(leadUnit);
        for (var one : coordinating) if (one.unit() != null) units.add(one.unit());
        return units;
    }

    /** @param names of units; one that is unknown is called as printed */
    Map<String, String> shown(Function<UUID, @Nullable String> names) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("number", orEmpty(number));
        shown.put("text", text);
        shown.put("lead", name(leadUnit, leadPrinted, names));
        shown.put(
                "coordinating",
                coordinating.stream()
                        .map(one -> name(one.unit(), one.printed(), names))
                        .collect(Collectors.joining("; ")));
        shown.put("start", TypedDate.printed(startOn));
        shown.put("due", dueOn == null ? orEmpty(dueText) : TypedDate.printed(dueOn));
        shown.put("noDueReason", orEmpty(noDueReason));
        shown.put("recurrence", orEmpty(recurrence));
        shown.put("output", orEmpty(expectedOutput));
        return shown;
    }

    /** Fields in which another state of the task differs from this one, as they are shown. */
    List<Difference> differences(TaskTerms after, Function<UUID, @Nullable String> names) {
        var before = shown(names);
        var now = after.shown(names);
        return FIELDS.stream()
                .filter(field -> !Objects.equals(before.get(field), now.get(field)))
                .map(field -> new Difference(field, orEmpty(before.get(field)), orEmpty(now.get(field))))
                .toList();
    }

    private static String name(@Nullable UUID unit, @Nullable String printed, Function<UUID, @Nullable String> names) {
        String name = unit == null ? null : names.apply(unit);
        return name == null ? orEmpty(printed) : name;
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }
}
