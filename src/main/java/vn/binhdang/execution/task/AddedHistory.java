package vn.binhdang.execution.task;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/** What was done to sub-tasks, hand-overs and details, in words. */
final class AddedHistory {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Today.ZONE);

    private AddedHistory() {}

    record Moment(OffsetDateTime at, TaskPage.Entry entry) {}

    static List<Moment> of(RunningTask task, TaskSheet sheet, TaskNames.Named named, Text t) {
        var moments = new ArrayList<Moment>();
        var before = new HashMap<UUID, TaskSheet.SubTask>();
        for (var version : sheet.versions()) {
            moments.add(moment(
                    version.changedAt(),
                    version.changedBy(),
                    null,
                    subTask(before.put(version.id(), version), version, named, t),
                    version.words(),
                    named));
        }
        for (var hand : sheet.hands())
            moments.add(moment(
                    hand.handedAt(),
                    hand.handedBy(),
                    hand.unitId(),
                    hand.personId() == null
                            ? t.of("execution.history.takenBack")
                            : t.of(
                                    "execution.history.handed",
                                    named.persons().getOrDefault(new PersonId(hand.personId()), "")),
                    "",
                    named));
        for (var dependency : sheet.dependencies()) {
            if (!dependency.taskId().equals(task.id().value())) continue;
            moments.add(moment(
                    dependency.addedAt(),
                    dependency.addedBy(),
                    null,
                    t.of("execution.dependency.added", dependency.title()),
                    "",
                    named));
            if (dependency.removedAt() != null && dependency.removedBy() != null)
                moments.add(moment(
                        dependency.removedAt(),
                        dependency.removedBy(),
                        null,
                        t.of("execution.dependency.removed", dependency.title()),
                        "",
                        named));
        }
        for (var detail : sheet.details())
            moments.add(moment(
                    detail.changedAt(),
                    detail.changedBy(),
                    detail.unitId(),
                    t.of("execution.history.detail"),
                    words(detail, t),
                    named));
        return moments;
    }

    private static String words(TaskSheet.Detail detail, Text t) {
        var words = new ArrayList<String>();
        if (!detail.measure().isEmpty()) words.add(detail.measure());
        if (detail.goal() != null) words.add((TaskFacts.figure(detail.goal(), t) + " " + detail.measuredIn()).strip());
        if (detail.cost() != null) words.add(t.of("execution.detail.dong", detail.cost()));
        if (!detail.funding().isEmpty()) words.add(detail.funding());
        return String.join("; ", words);
    }

    private static String subTask(
            TaskSheet.@Nullable SubTask before, TaskSheet.SubTask now, TaskNames.Named named, Text t) {
        if (before == null)
            return t.of("execution.history.subAdded", now.text(), named.target(now.toUnitId(), now.toPersonId(), t));
        boolean same = before.text().equals(now.text())
                && before.toUnitId().equals(now.toUnitId())
                && Objects.equals(before.toPersonId(), now.toPersonId())
                && Objects.equals(before.dueOn(), now.dueOn())
                && Objects.equals(before.noDueReason(), now.noDueReason());
        if (same)
            return t.of(
                    before.state().open() || !now.state().open()
                            ? "execution.history.subStood"
                            : "execution.history.subReopened",
                    now.text(),
                    t.of(now.state().messageKey()).toLowerCase(Locale.forLanguageTag("vi")));
        return t.of(
                "execution.history.subChanged",
                before.text(),
                now.text(),
                named.target(now.toUnitId(), now.toPersonId(), t),
                TaskSections.due(now, t));
    }

    private static Moment moment(
            OffsetDateTime at, UUID by, @Nullable UUID unit, String deed, String words, TaskNames.Named named) {
        return new Moment(
                at,
                new TaskPage.Entry(
                        MOMENT.format(at),
                        named.person(new AccountId(by)),
                        unit == null ? "" : named.unit(new UnitId(unit)),
                        deed,
                        words));
    }
}
