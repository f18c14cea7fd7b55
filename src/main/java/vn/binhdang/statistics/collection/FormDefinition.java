package vn.binhdang.statistics.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a form asks, as people write it and as it is stored. {@link Layout} is the same with its cells found.
 *
 * @param settings only of cells that are not as usual: asked, not required, nothing below 0
 */
public record FormDefinition(List<Section> sections, List<Setting> settings, List<Rule> rules) {
    public static final FormDefinition EMPTY = new FormDefinition(List.of(), List.of(), List.of());

    public FormDefinition {
        sections = List.copyOf(sections);
        settings = List.copyOf(settings);
        rules = List.copyOf(rules);
    }

    /**
     * One table.
     * @param sumRow below it, each column is added up; shown, not stored
     */
    public record Section(
            String nameVi,
            String nameEn,
            String hintVi,
            String hintEn,
            boolean sumRow,
            List<Heading> rows,
            List<Heading> columns) {
        public Section {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /**
     * A row or a column.
     * @param asks an element, categories or both: "STAFF", "STAFF[SEX=F]", "[SEX=F]"; of a column also "share 2/1", which
     *     shows the second column in percent of the first
     */
    public record Heading(String asks, String nameVi, String nameEn) {}

    /** @param cell "STAFF[SEX=F]"; limits as people write figures */
    public record Setting(
            String cell,
            boolean asked,
            boolean required,
            @Nullable String lowest,
            @Nullable String highest) {
        public boolean usual() {
            return asked && !required && lowest == null && highest == null;
        }
    }

    /**
     * A comparison that has to hold, see {@link RuleText}.
     * @param code unique within the form; notes of units keep it
     */
    public record Rule(String code, String says, Severity severity, String nameVi, String nameEn) {}
}
