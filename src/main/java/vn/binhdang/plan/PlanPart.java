package vn.binhdang.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a plan says that is no task: one purpose or requirement, one target, one row of an annex.
 * @param id of its paragraph; of a row made from that of its table
 */
public record PlanPart(UUID id, Home home, Words words) {

    public enum Kind {
        /** mục đích, yêu cầu */
        PURPOSE,
        /** chỉ tiêu, mục tiêu that the plan sets itself */
        TARGET,
        /** a row of a table of an annex, or a paragraph of one */
        ANNEX_ROW
    }

    /**
     * Where it stands.
     * @param id of the heading, or of the table; of the plan itself where it has no heading for such parts yet
     * @param number of section and heading as printed ("I.1."), or the name of the annex
     * @param title of the heading or annex; may be empty
     * @param columns headings of the table; empty for paragraphs
     */
    public record Home(UUID id, Kind kind, String number, String title, List<String> columns) {
        public Home {
            columns = List.copyOf(columns);
        }

        /** "I.1", "Phụ lục II". */
        public String label() {
            return number.replaceAll("\\.$", "");
        }
    }

    /**
     * @param number as printed ("a)"); null when it has none
     * @param cells one for a paragraph, else those of the row
     */
    public record Words(@Nullable String number, List<String> cells) {
        public Words {
            cells = List.copyOf(cells);
        }

        public static Words of(@Nullable String number, String text) {
            return new Words(number, List.of(text));
        }

        /** In one line. */
        public String text() {
            return String.join(
                    " – ", cells.stream().filter(cell -> !cell.isBlank()).toList());
        }
    }

    public Kind kind() {
        return home.kind();
    }

    /** As people call it: "I.1.a)", "Phụ lục I". */
    public String label() {
        return label(home, words.number());
    }

    public static String label(Home home, @Nullable String number) {
        boolean dash = number == null || List.of("-", "–", "+", "•", "*").contains(number);
        return (dash || home.kind() == Kind.ANNEX_ROW || home.number().endsWith(")")
                        ? home.number()
                        : home.number() + number)
                .replaceAll("\\.$", "");
    }
}
