package vn.binhdang.execution.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.TaskId;

/** What units added to a task since its plan was issued. */
record TaskSheet(
        List<Part> parts,
        List<RoundState> rounds,
        List<Hand> hands,
        List<SubTask> subTasks,
        List<SubTask> versions,
        List<Detail> details,
        List<Dependency> dependencies,
        List<Comment> comments,
        boolean mentioned) {

    /** Of a coordinating unit; without a row nothing was heard of it. */
    record Part(UUID unitId, TaskState state, int version, OffsetDateTime changedAt) {}

    record RoundState(
            String round, TaskState state, @Nullable LocalDate doneOn, OffsetDateTime changedAt) {}

    /** @param personId null: taken back, the unit does it together */
    record Hand(
            UUID unitId, int no, @Nullable UUID personId, UUID handedBy, OffsetDateTime handedAt, boolean current) {}

    /**
     * @param id of the sub-task, also in a row that is an earlier version of it
     * @param toPersonId of the unit {@code toUnitId}; null: the unit
     * @param may whether the actor may say its state
     * @param shapes whether the actor may change what it says
     */
    record SubTask(
            UUID id,
            @Nullable UUID unitId,
            String text,
            UUID toUnitId,
            @Nullable UUID toPersonId,
            @Nullable LocalDate dueOn,
            @Nullable String noDueReason,
            TaskState state,
            String words,
            int version,
            UUID changedBy,
            OffsetDateTime changedAt,
            boolean may,
            boolean shapes) {}

    /** How the percentage of a task comes about. */
    enum Share {
        /** the unit may say one */
        SAID,
        /** it follows from the figure reached */
        COUNTED,
        /** it would mean nothing here */
        NONE
    }

    record Detail(
            int no,
            String measure,
            String measuredIn,
            @Nullable BigDecimal goal,
            @Nullable Long cost,
            String funding,
            Share share,
            UUID unitId,
            UUID changedBy,
            OffsetDateTime changedAt) {}

    /**
     * That this task begins after another, or another after this one.
     * @param number of the other task, as its text, day and state
     * @param removedAt null while it holds
     */
    record Dependency(
            UUID taskId,
            UUID afterId,
            int no,
            UUID addedBy,
            OffsetDateTime addedAt,
            @Nullable UUID removedBy,
            @Nullable OffsetDateTime removedAt,
            @Nullable String number,
            String text,
            @Nullable LocalDate dueOn,
            TaskState state) {
        boolean holds() {
            return removedAt == null;
        }

        String title() {
            return (number == null ? "" : number + ". ") + text;
        }
    }

    record Comment(
            UUID id, UUID unitId, String words, UUID writtenBy, OffsetDateTime writtenAt, List<UUID> mentioned) {}

    /** The last one holds. */
    Optional<Detail> detail() {
        return details.isEmpty() ? Optional.empty() : Optional.of(details.getLast());
    }

    Share share() {
        return detail().map(Detail::share).orElse(Share.SAID);
    }

    /** What this task waits for. */
    List<Dependency> before(TaskId task) {
        return dependencies.stream()
                .filter(one -> one.holds() && one.taskId().equals(task.value()))
                .toList();
    }

    /** What waits for this task. */
    List<Dependency> after(TaskId task) {
        return dependencies.stream()
                .filter(one -> one.holds() && one.afterId().equals(task.value()))
                .toList();
    }

    Optional<Part> partOf(UnitId unit) {
        return parts.stream().filter(part -> part.unitId().equals(unit.value())).findFirst();
    }

    Optional<Hand> handOf(UnitId unit) {
        return hands.stream()
                .filter(hand -> hand.current() && hand.unitId().equals(unit.value()))
                .findFirst();
    }

    Map<String, RoundState> roundStates() {
        return rounds.stream().collect(Collectors.toMap(RoundState::round, Function.identity()));
    }

    TaskState stateOf(vn.binhdang.execution.Round round) {
        return rounds.stream()
                .filter(one -> one.round().equals(round.key()))
                .map(RoundState::state)
                .findFirst()
                .orElse(TaskState.NOT_STARTED);
    }

    Optional<SubTask> subTask(UUID id) {
        return subTasks.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Parts and sub-tasks that are not closed. */
    int open(RunningTask task) {
        long parts = task.coordinating().stream()
                .flatMap(one -> Stream.ofNullable(one.unit()))
                .map(unit -> partOf(unit).map(Part::state).orElse(TaskState.NOT_STARTED))
                .filter(TaskState::open)
                .count();
        return (int)
                (parts + subTasks.stream().filter(one -> one.state().open()).count());
    }
}
