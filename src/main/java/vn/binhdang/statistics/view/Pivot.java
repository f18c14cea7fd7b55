package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table turned as one likes: one field in the rows, another in the columns, of the others one value each. Of several
 * figures that are in neither every row stands once for each, so that none is left out. Nothing is added up here; every cell
 * is the answer to its own question, since sums of shares and of medians would be wrong.
 */
record Pivot<V>(
        Field rows, Field columns, List<Pivot.Head> rowHeads, List<Pivot.Head> columnHeads, List<List<V>> cells) {
    enum Field {
        INDICATOR,
        UNIT,
        PERIOD,
        CATEGORY;

        String messageKey() {
            return "statistics.figure.field." + name();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Field> named(String word) {
            for (var field : values()) if (field.word().equals(word)) return Optional.of(field);
            return Optional.empty();
        }
    }

    /** One of the values of a field. @param place among them */
    record Head(int place, String name) {}

    /** Where a cell stands: for each field the place of its value. */
    record At(int indicator, int unit, int period, int category) {}

    /** Finds what stands in a cell. */
    @FunctionalInterface
    interface Cells<V> {
        V at(At at);
    }

    /**
     * @param heads of every field; of one that is neither in rows nor in columns the first counts, of figures all
     * @throws IllegalArgumentException when rows and columns are the same field
     */
    static <V> Pivot<V> of(Field rows, Field columns, Map<Field, List<Head>> heads, Cells<V> cells) {
        if (rows == columns) throw new IllegalArgumentException("rows and columns are both " + rows);
        var across = heads.getOrDefault(columns, List.of());
        var figures = heads.getOrDefault(Field.INDICATOR, List.of(new Head(0, "")));
        boolean spread = rows != Field.INDICATOR && columns != Field.INDICATOR && figures.size() > 1;
        var down = new ArrayList<Head>();
        var lines = new ArrayList<List<V>>();
        for (var figure : spread ? figures : figures.subList(0, 1))
            for (var row : heads.getOrDefault(rows, List.of())) {
                down.add(spread ? new Head(row.place(), figure.name() + " · " + row.name()) : row);
                var line = new ArrayList<V>();
                for (var column : across) {
                    int[] at = new int[Field.values().length];
                    for (var field : Field.values())
                        at[field.ordinal()] = field == rows
                                ? row.place()
                                : field == columns
                                        ? column.place()
                                        : field == Field.INDICATOR
                                                ? figure.place()
                                                : heads.getOrDefault(field, List.of(new Head(0, "")))
                                                        .getFirst()
                                                        .place();
                    line.add(cells.at(new At(at[0], at[1], at[2], at[3])));
                }
                lines.add(line);
            }
        return new Pivot<>(rows, columns, down, across, lines);
    }
}
