package vn.binhdang.statistics.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.DataTable;

/**
 * Where the provinces lie on a schematic map of equal tiles: roughly as they lie to each other, without borders and without
 * their size. One for the 63 until 30/6/2025, one for the 34 since; a province is known by its code on the day.
 */
final class TileLayout {
    /** @param mark two or three letters, which fit into a tile */
    record Place(LocalDate from, String code, String mark, String name, int row, int column) {}

    private static final List<TileLayout> ALL = read();

    private final LocalDate from;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private TileLayout(LocalDate from, List<Place> places) {
        this.from = from;
        places.forEach(place -> this.places.put(place.code(), place));
    }

    static TileLayout on(LocalDate day) {
        var found = ALL.getFirst();
        for (var layout : ALL) if (!day.isBefore(layout.from)) found = layout;
        return found;
    }

    @Nullable
    Place place(String code) {
        return places.get(code);
    }

    List<Place> places() {
        return List.copyOf(places.values());
    }

    int rows() {
        return places.values().stream().mapToInt(Place::row).max().orElse(0) + 1;
    }

    int columns() {
        return places.values().stream().mapToInt(Place::column).max().orElse(0) + 1;
    }

    private static List<TileLayout> read() {
        var byDay = new TreeMap<LocalDate, List<Place>>();
        DataTable.read(
                        "data/province-tiles.csv",
                        List.of("from", "code", "mark", "name", "row", "column"),
                        row -> new Place(
                                row.date("from"),
                                row.text("code"),
                                row.text("mark"),
                                row.text("name"),
                                row.number("row"),
                                row.number("column")))
                .forEach(place -> byDay.computeIfAbsent(place.from(), _ -> new ArrayList<>())
                        .add(place));
        return byDay.entrySet().stream()
                .map(entry -> new TileLayout(entry.getKey(), entry.getValue()))
                .toList();
    }
}
