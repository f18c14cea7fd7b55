package vn.binhdang.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The law as data: a CSV file of {@code src/main/resources/data} (UTF-8, comma, fields quoted where needed, one row per
 * line, the first naming the columns). Strict, because a holiday or a deadline that is silently lost is worse than a
 * start that fails: a wrong column name, a row of another length or a value that cannot be understood throws
 * {@link IllegalStateException} with file, line and column.
 */
public final class DataTable {

    /** One line of the file; the getters name the column. */
    public static final class Row {
        private final String file;
        private final int line;
        private final List<String> columns;
        private final List<String> values;

        private Row(String file, int line, List<String> columns, List<String> values) {
            this.file = file;
            this.line = line;
            this.columns = columns;
            this.values = values;
        }

        /** @throws IllegalStateException when the cell is empty */
        public String text(String column) {
            String value = optionalText(column);
            if (value == null) throw wrong(column, "is empty");
            return value;
        }

        public @Nullable String optionalText(String column) {
            int at = columns.indexOf(column);
            if (at < 0) throw new IllegalStateException("%s has no column %s".formatted(file, column));
            return values.get(at).isEmpty() ? null : values.get(at);
        }

        public int number(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw wrong(column, "is not a whole number");
            }
        }

        /** ISO, 2026-02-17. */
        public LocalDate date(String column) {
            try {
                return LocalDate.parse(text(column));
            } catch (DateTimeParseException e) {
                throw wrong(column, "is not a date");
            }
        }

        public @Nullable LocalDate optionalDate(String column) {
            return optionalText(column) == null ? null : date(column);
        }

        public boolean yes(String column) {
            return switch (text(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw wrong(column, "is neither yes nor no");
            };
        }

        /** The cell parted at ";"; an empty cell gives an empty list. */
        public List<String> list(String column) {
            String value = optionalText(column);
            return value == null ? List.of() : List.of(value.split(";", -1));
        }

        private IllegalStateException wrong(String column, String what) {
            return new IllegalStateException("%s, line %d: %s %s".formatted(file, line, column, what));
        }
    }

    private DataTable() {}

    /**
     * @param resource "data/point-letters.csv", on the class path
     * @param columns exactly those of the file, in its order
     */
    public static <T> List<T> read(String resource, List<String> columns, Function<Row, T> row) {
        try (var in = DataTable.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("no data file " + resource);
            return parse(resource, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), columns, row);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static <T> List<T> parse(String file, BufferedReader reader, List<String> columns, Function<Row, T> row)
            throws IOException {
        var found = new ArrayList<T>();
        int line = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            var values = split(file, ++line, text);
            if (line == 1) {
                if (!values.equals(columns))
                    throw new IllegalStateException("%s, line 1: columns are %s".formatted(file, values));
            } else if (values.size() != columns.size()) {
                throw new IllegalStateException(
                        "%s, line %d: %d values for %d columns".formatted(file, line, values.size(), columns.size()));
            } else {
                found.add(row.apply(new Row(file, line, columns, values)));
            }
        }
        return List.copyOf(found);
    }

    private static List<String> split(String file, int line, String text) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                value.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        if (quoted) throw new IllegalStateException("%s, line %d: a quote is not closed".formatted(file, line));
        values.add(value.toString());
        return values;
    }
}
