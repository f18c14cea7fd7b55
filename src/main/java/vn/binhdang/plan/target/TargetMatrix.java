package vn.binhdang.plan.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Purpose × target × task. A purpose meets a task where both serve the same target; a cell is empty, and flagged, where a
 * purpose names a target for which no task works.
 *
 * @param purposes with their targets; a purpose that serves none has an empty list
 * @param unnamed targets that tasks serve though no purpose names them
 * @param idle tasks that serve no target
 */
record TargetMatrix(List<Row> purposes, List<Cell> unnamed, List<Place> idle) {

    /** @param cells one for each target of the purpose */
    record Row(Place purpose, List<Cell> cells) {
        boolean empty() {
            return cells.isEmpty();
        }

        @Nullable
        Cell at(Target target) {
            return cells.stream()
                    .filter(cell -> cell.target().equals(target))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param link how the purpose came to the target; null where no purpose does */
    record Cell(Target target, @Nullable TargetLink link, List<Place> tasks) {
        boolean empty() {
            return tasks.isEmpty();
        }
    }

    static TargetMatrix of(List<Place> places, List<TargetLink> links) {
        var byPlace = new LinkedHashMap<UUID, Map<Target, TargetLink>>();
        for (var link : links)
            if (link.holds())
                Target.find(link.target())
                        .ifPresent(target -> byPlace.computeIfAbsent(link.place(), id -> new LinkedHashMap<>())
                                .put(target, link));
        var tasks = places.stream().filter(place -> !place.purpose()).toList();
        var named = new LinkedHashSet<Target>();
        var rows = new ArrayList<Row>();
        for (var purpose : places) {
            if (!purpose.purpose()) continue;
            var served = byPlace.getOrDefault(purpose.id(), Map.of());
            named.addAll(served.keySet());
            rows.add(new Row(
                    purpose,
                    sorted(served.keySet()).stream()
                            .map(target -> new Cell(target, served.get(target), serving(tasks, target, byPlace)))
                            .toList()));
        }
        var ofTasks = tasks.stream()
                .flatMap(task -> byPlace.getOrDefault(task.id(), Map.of()).keySet().stream())
                .filter(target -> !named.contains(target))
                .collect(Collectors.toSet());
        return new TargetMatrix(
                rows,
                sorted(ofTasks).stream()
                        .map(target -> new Cell(target, null, serving(tasks, target, byPlace)))
                        .toList(),
                tasks.stream().filter(task -> !byPlace.containsKey(task.id())).toList());
    }

    /** The columns of the grid. */
    List<Target> targets() {
        var all = new LinkedHashSet<Target>();
        for (var row : purposes) for (var cell : row.cells()) all.add(cell.target());
        for (var cell : unnamed) all.add(cell.target());
        return sorted(all);
    }

    int emptyCells() {
        int cells = 0;
        for (var row : purposes)
            cells += row.empty()
                    ? 1
                    : (int) row.cells().stream().filter(Cell::empty).count();
        return cells;
    }

    private static List<Place> serving(List<Place> tasks, Target target, Map<UUID, Map<Target, TargetLink>> byPlace) {
        return tasks.stream()
                .filter(task -> byPlace.getOrDefault(task.id(), Map.of()).containsKey(target))
                .toList();
    }

    private static List<Target> sorted(Set<Target> targets) {
        return targets.stream()
                .sorted(Comparator.comparingInt(Target.ALL::indexOf))
                .toList();
    }
}
