package vn.binhdang.reporting.compilation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.DataTable;

/**
 * Under which heading of section II a task is reported. The rules are data ({@code data/report-outline.csv}), a keyword
 * each with its reason: the keyword that stands first in the text of the task decides, since a task says at its beginning
 * what is to be done and afterwards for which programmes ("Phổ biến … Chương trình Truyền thông …" is dissemination). A
 * task without any keyword goes under "Nội dung khác", so each task has exactly one heading.
 */
public final class ReportOutline {
    /** Headings of the outline are numbered 1 to 10 in the order of the decree's practice; this one holds the rest. */
    public static final int OTHER = 11;

    /** A row of the table. */
    public record Rule(int heading, String keyword, String reason) {}

    /** @param keyword why; null under {@link #OTHER} */
    public record Place(int heading, @Nullable String keyword) {}

    private record Matcher(Rule rule, Pattern pattern) {}

    private static final List<Matcher> RULES = DataTable.read(
            "data/report-outline.csv",
            List.of("heading", "keyword", "reason"),
            row -> matcher(new Rule(row.number("heading"), row.text("keyword"), row.text("reason"))));

    private ReportOutline() {}

    public static List<Rule> rules() {
        return RULES.stream().map(Matcher::rule).toList();
    }

    /** Where two keywords begin at the same place, the row that comes first in the table decides. */
    public static Place placeOf(String task) {
        String text = task.toLowerCase(Locale.ROOT);
        Rule first = null;
        int at = Integer.MAX_VALUE;
        for (var one : RULES) {
            var found = one.pattern().matcher(text);
            if (found.find() && found.start() < at) {
                at = found.start();
                first = one.rule();
            }
        }
        return first == null ? new Place(OTHER, null) : new Place(first.heading(), first.keyword());
    }

    /** Whole words only, with their diacritics: "quy hoạch" is not in "quy hoạch hóa", "nữ" is not "nu". */
    private static Matcher matcher(Rule rule) {
        if (rule.heading() < 1 || rule.heading() >= OTHER)
            throw new IllegalStateException("data/report-outline.csv: no heading " + rule.heading());
        String word = Pattern.quote(rule.keyword()).replace(" ", "\\E\\s+\\Q");
        return new Matcher(rule, Pattern.compile("(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])"));
    }
}
