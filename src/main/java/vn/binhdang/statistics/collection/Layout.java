package vn.binhdang.statistics.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.Catalogue;

/** A version of a form with its cells found: what is printed, filled in, and written to and read from Excel. */
public final class Layout {
    private static final Pattern SHARE = Pattern.compile("share\\s+(\\d{1,2})\\s*/\\s*(\\d{1,2})");

    /** @param rows each with as many cells as there are columns */
    public record Section(
            String nameVi,
            String nameEn,
            String hintVi,
            String hintEn,
            boolean sumRow,
            List<Column> columns,
            List<Row> rows) {
        public String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }

        public String hint(String language) {
            return language.equals("en") ? hintEn : hintVi;
        }
    }

    /** @param share of two other columns by their place from 0, in percent; null for one that is filled in */
    public record Column(
            String nameVi, String nameEn, @Nullable Share share) {
        public String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }
    }

    public record Share(int part, int whole) {}

    /** @param cells null where nothing is asked */
    public record Row(String nameVi, String nameEn, List<@Nullable Cell> cells) {
        public String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }
    }

    /**
     * One figure that is asked.
     * @param slot in a draft its place among the cells of the draft
     * @param computedBy word of the source in the product that knows it
     */
    public record Cell(
            int slot,
            String element,
            String combination,
            int decimals,
            boolean required,
            @Nullable Long lowest,
            @Nullable Long highest,
            @Nullable String computedBy,
            String nameVi,
            String nameEn) {
        /** "STAFF[SEX=F]". */
        public String key() {
            return Asked.of(element, combination).toString();
        }

        public String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }
    }

    /** What is wrong with a definition, as a sentence. */
    public record Fault(String key, List<Object> arguments) {}

    private final List<Section> sections;
    private final Map<String, Cell> cells;
    private final Map<Integer, Cell> bySlot = new HashMap<>();
    private final List<Fault> faults;

    private Layout(List<Section> sections, Map<String, Cell> cells, List<Fault> faults) {
        this.sections = List.copyOf(sections);
        this.cells = cells;
        this.faults = List.copyOf(faults);
        for (var cell : cells.values()) bySlot.put(cell.slot(), cell);
    }

    /** @param slots of cells of versions in force, by {@link Cell#key}; others are numbered after them */
    static Layout of(FormDefinition definition, Catalogue catalogue, Map<String, Integer> slots) {
        return new Reader(definition, catalogue, slots).read();
    }

    public List<Section> sections() {
        return sections;
    }

    /** All that is asked, in the order of the page. */
    public List<Cell> cells() {
        return List.copyOf(cells.values());
    }

    public Optional<Cell> cell(int slot) {
        return Optional.ofNullable(bySlot.get(slot));
    }

    /** By "STAFF[SEX=F]". */
    Optional<Cell> cell(String key) {
        return Optional.ofNullable(cells.get(key));
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Reads a definition; what is wrong in it is collected. */
    private static final class Reader {
        private final FormDefinition definition;
        private final Catalogue catalogue;
        private final Map<String, Integer> slots;
        private final Map<String, FormDefinition.Setting> settings = new HashMap<>();
        private final Map<String, Cell> cells = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private int next;

        Reader(FormDefinition definition, Catalogue catalogue, Map<String, Integer> slots) {
            this.definition = definition;
            this.catalogue = catalogue;
            this.slots = slots;
            next = slots.values().stream().mapToInt(slot -> slot + 1).max().orElse(0);
            for (var setting : definition.settings()) settings.put(setting.cell(), setting);
        }

        Layout read() {
            var sections = new ArrayList<Section>();
            int number = 0;
            for (var section : definition.sections()) sections.add(section(section, ++number));
            if (cells.isEmpty()) fault("statistics.form.fault.empty");
            return new Layout(sections, cells, faults);
        }

        private Section section(FormDefinition.Section section, int number) {
            var columns = new ArrayList<Column>();
            for (var heading : section.columns())
                columns.add(new Column(
                        heading.nameVi(),
                        heading.nameEn(),
                        share(heading.asks(), number, section.columns().size())));
            var rows = new ArrayList<Row>();
            for (var row : section.rows()) {
                var asked = asked(row, number);
                var line = new ArrayList<@Nullable Cell>();
                for (int i = 0; i < columns.size(); i++) {
                    var heading = section.columns().get(i);
                    line.add(
                            asked == null || columns.get(i).share() != null ? null : cell(asked, row, heading, number));
                }
                rows.add(new Row(row.nameVi(), row.nameEn(), java.util.Collections.unmodifiableList(line)));
            }
            if (rows.isEmpty() || columns.isEmpty()) fault("statistics.form.fault.section", number);
            if (section.nameVi().isBlank() || section.nameEn().isBlank()) fault("statistics.form.fault.name", number);
            for (var heading : section.rows()) named(heading, number);
            for (var heading : section.columns()) named(heading, number);
            return new Section(
                    section.nameVi(),
                    section.nameEn(),
                    section.hintVi(),
                    section.hintEn(),
                    section.sumRow(),
                    List.copyOf(columns),
                    List.copyOf(rows));
        }

        private void named(FormDefinition.Heading heading, int section) {
            if (heading.nameVi().isBlank() || heading.nameEn().isBlank())
                fault("statistics.form.fault.heading", section, heading.asks());
        }

        private @Nullable Share share(String asks, int section, int columns) {
            var share = SHARE.matcher(asks.strip());
            if (!share.matches()) return null;
            int part = Integer.parseInt(share.group(1));
            int whole = Integer.parseInt(share.group(2));
            if (part < 1 || whole < 1 || part > columns || whole > columns) {
                fault("statistics.form.fault.share", section, asks);
                return null;
            }
            return new Share(part - 1, whole - 1);
        }

        private @Nullable Asked asked(FormDefinition.Heading heading, int section) {
            var asked = Asked.read(heading.asks()).orElse(null);
            if (asked == null) fault("statistics.form.fault.asks", section, heading.asks(), heading.nameVi());
            return asked;
        }

        private @Nullable Cell cell(
                Asked row, FormDefinition.Heading rowHeading, FormDefinition.Heading column, int section) {
            if (SHARE.matcher(column.asks().strip()).matches()) return null;
            var asked = Asked.read(column.asks()).orElse(null);
            if (asked == null) {
                fault("statistics.form.fault.asks", section, column.asks(), column.nameVi());
                return null;
            }
            var both = row.and(asked).orElse(null);
            if (both == null || both.element().isEmpty()) {
                fault("statistics.form.fault.cell", section, rowHeading.nameVi(), column.nameVi());
                return null;
            }
            var element = catalogue.element(both.element()).orElse(null);
            if (element == null) {
                fault("statistics.form.fault.element", section, both.element());
                return null;
            }
            // A column by status beside an element that is not told apart by it: nothing is asked there.
            var combination = both.combination(element.dimensions().stream()
                            .map(Catalogue.Dimension::code)
                            .toList())
                    .orElse(null);
            if (combination == null) return null;
            if (!known(element, both)) {
                fault("statistics.form.fault.category", section, both.toString());
                return null;
            }
            var setting = settings.get(both.toString());
            if (setting != null && !setting.asked()) return null;
            if (cells.containsKey(both.toString())) {
                fault("statistics.form.fault.twice", section, both.toString());
                return null;
            }
            var cell = new Cell(
                    slots.containsKey(both.toString()) ? slots.get(both.toString()) : next++,
                    element.code(),
                    combination,
                    element.decimals(),
                    setting != null && setting.required(),
                    limit(setting == null ? null : setting.lowest(), element, 0L),
                    limit(setting == null ? null : setting.highest(), element, null),
                    element.computedBy(),
                    rowHeading.nameVi() + " · " + column.nameVi(),
                    rowHeading.nameEn() + " · " + column.nameEn());
            cells.put(both.toString(), cell);
            return cell;
        }

        private static boolean known(Catalogue.Element element, Asked asked) {
            return asked.categories().entrySet().stream()
                    .allMatch(one -> element.dimensions().stream()
                            .filter(dimension -> dimension.code().equals(one.getKey()))
                            .flatMap(dimension -> dimension.categories().stream())
                            .anyMatch(category -> category.code().equals(one.getValue())));
        }

        /** "x" for a limit takes the usual one away. */
        private @Nullable Long limit(@Nullable String typed, Catalogue.Element element, @Nullable Long usual) {
            if (typed == null) return usual;
            return switch (FigureText.read(typed, element.decimals())) {
                case FigureText.Value value -> value.value();
                case FigureText.NotApplicable _ -> null;
                default -> {
                    fault("statistics.form.fault.limit", element.code(), typed);
                    yield usual;
                }
            };
        }

        private void fault(String key, Object... arguments) {
            var fault = new Fault(key, List.of(arguments));
            if (!faults.contains(fault)) faults.add(fault);
        }
    }
}
