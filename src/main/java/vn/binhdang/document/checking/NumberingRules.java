package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.CheckedDocument.firstLine;
import static vn.binhdang.document.checking.Say.warning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Block;
import vn.binhdang.document.Finding;

/** The numbers of parts, sections, clauses and their sub-clauses (annex I, part II.6); points have rules of their own. */
final class NumberingRules {
    /** From the outermost: a number of one rank begins all inner series anew. */
    enum Rank {
        PART("phần"),
        CHAPTER("chương"),
        DIVISION("mục"),
        SUBDIVISION("tiểu mục"),
        ARTICLE("điều"),
        ROMAN(""),
        CLAUSE(""),
        SUBCLAUSE("");

        private final String word;

        Rank(String word) {
            this.word = word;
        }
    }

    /**
     * A number as printed.
     *
     * @param series what is counted: the rank, for "3.2" with its prefix "3."
     */
    record Label(Rank rank, String series, int value) {}

    /** One series while it is open: the values so far and the last of them. */
    private static final class Series {
        private final Set<Integer> seen = new HashSet<>();
        private int last;
    }

    /** A jump beyond this is not a slip of the pen but a number that means something else. */
    private static final int LONGEST_GAP = 3;

    private static final Pattern LABEL = Pattern.compile(
            "(?:(Phần|Chương|Tiểu mục|Mục|Điều)\\s+)?(?:((?-iu:[IVX]{1,7}))|((?:\\d{1,3}\\.){0,4})(\\d{1,3}))[.:]?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private NumberingRules() {}

    /** "I, II, II" or "3.1, 3.2, 3.2": two parts that cannot be told apart when cited. */
    static Stream<Finding> repeated(CheckedDocument checked) {
        return walk(checked, true);
    }

    /** "I, II, IV": a part was lost or the numbers were not renewed. */
    static Stream<Finding> skipped(CheckedDocument checked) {
        return walk(checked, false);
    }

    /** The label of a block; null for dashes, letters and everything else that is not counted here. */
    static @Nullable Label label(Block block) {
        String number = block.number();
        if (number == null || number.length() > 30) return null;
        var printed = LABEL.matcher(number.strip());
        if (!printed.matches()) return null;
        String word = printed.group(1);
        int value = printed.group(2) != null ? roman(printed.group(2)) : Integer.parseInt(printed.group(4));
        if (value == 0) return null;
        if (word != null) {
            for (Rank rank : Rank.values())
                if (rank.word.equalsIgnoreCase(word)) return new Label(rank, rank.name(), value);
        }
        if (printed.group(2) != null) return new Label(Rank.ROMAN, Rank.ROMAN.name(), value);
        String prefix = printed.group(3);
        return new Label(prefix.isEmpty() ? Rank.CLAUSE : Rank.SUBCLAUSE, prefix, value);
    }

    private static Stream<Finding> walk(CheckedDocument checked, boolean repeated) {
        var bodies = new ArrayList<List<Block>>();
        bodies.add(checked.document().body());
        checked.document().annexes().forEach(annex -> bodies.add(annex.body()));
        return bodies.stream().flatMap(body -> walk(body, repeated));
    }

    private static Stream<Finding> walk(List<Block> body, boolean repeated) {
        var findings = new ArrayList<Finding>();
        Map<Rank, Map<String, Series>> open = new HashMap<>();
        int lastClause = 0;
        for (Block block : body) {
            Label label = label(block);
            if (label == null) continue;
            closeInner(open, label);
            var siblings = open.computeIfAbsent(label.rank(), _ -> new HashMap<>());
            Series series = siblings.computeIfAbsent(label.series(), _ -> new Series());
            // Some plans count their clauses through all sections: 1, 2 under I, then 3, 4 under II.
            boolean countedThrough = label.rank() == Rank.CLAUSE && label.value() == lastClause + 1;
            if (label.value() == 1) {
                series = new Series();
                siblings.put(label.series(), series);
            } else if (series.seen.contains(label.value())) {
                if (repeated && (label.value() == series.last || label.rank() == Rank.ROMAN))
                    findings.add(warning("numberRepeated", firstLine(block.lines()), printed(block)));
            } else if (!countedThrough) {
                int gap = label.value() - series.last - 1;
                if (!repeated && gap > 0 && gap < LONGEST_GAP)
                    findings.add(
                            warning("numberSkipped", firstLine(block.lines()), printed(block), missing(block, label)));
            }
            series.seen.add(label.value());
            series.last = label.value();
            if (label.rank() == Rank.CLAUSE) lastClause = label.value();
        }
        return findings.stream();
    }

    /** Articles are counted through all chapters of a document, so nothing above them begins them anew. */
    private static void closeInner(Map<Rank, Map<String, Series>> open, Label label) {
        open.keySet().removeIf(rank -> rank.compareTo(label.rank()) > 0 && rank != Rank.ARTICLE);
    }

    private static String missing(Block block, Label label) {
        int before = label.value() - 1;
        String number = printed(block);
        if (label.rank() == Rank.ROMAN) return roman(before);
        int at = number.lastIndexOf(String.valueOf(label.value()));
        return at < 0
                ? String.valueOf(before)
                : number.substring(0, at)
                        + before
                        + number.substring(at + String.valueOf(label.value()).length());
    }

    /** Without its full stop, which would end the sentence that names it. */
    private static String printed(Block block) {
        String number = String.valueOf(block.number()).strip();
        return number.endsWith(".") || number.endsWith(":") ? number.substring(0, number.length() - 1) : number;
    }

    private static int roman(String printed) {
        int value = 0;
        int last = 0;
        for (int i = printed.length() - 1; i >= 0; i--) {
            int digit = "IVX".indexOf(Character.toUpperCase(printed.charAt(i)));
            int worth = new int[] {1, 5, 10}[digit];
            value += worth < last ? -worth : worth;
            last = Math.max(last, worth);
        }
        return roman(value).equalsIgnoreCase(printed) ? value : 0;
    }

    private static String roman(int value) {
        if (value < 1 || value > 39) return "";
        var units = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");
        return "X".repeat(value / 10) + units.get(value % 10);
    }
}
