package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.CheckedDocument.firstLine;
import static vn.binhdang.document.checking.Say.error;
import static vn.binhdang.document.checking.Say.mended;
import static vn.binhdang.document.checking.Say.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Block;
import vn.binhdang.document.Finding;

/**
 * The letters of điểm: "a)", "b)" … in the order of the Vietnamese alphabet, which has đ and has no f, j, w, z (annex I,
 * part II.6). Word's automatic lists count in English, so a run of a, b, c, d, e, f is really a, b, c, d, đ, e: such a run
 * can be mended with certainty as long as nothing in the text refers to one of its points.
 */
final class PointLetterRules {
    private static final Pattern LETTER = Pattern.compile("(\\p{Ll})[).]");
    private static final Pattern REFERENCE = Pattern.compile(
            "điểm (\\p{L})(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** a, b, c, d are the same in both alphabets. */
    private static final int ALIKE = 4;

    private static final String FOREIGN = "fjwz";
    private static final String ENGLISH = "abcdefghijklmnopqrstuvwxyz";

    /** One lettered block and its place in the body. */
    private record Point(int index, String letter, Block block) {}

    private PointLetterRules() {}

    /** "f)": the Vietnamese alphabet has no such letter. */
    static Stream<Finding> foreignLetter(CheckedDocument checked) {
        return each(checked, (run, i) -> FOREIGN.contains(run.get(i).letter()) ? "pointLetterForeign" : null);
    }

    /** "d)" followed by "e)": đ) was left out. */
    static Stream<Finding> skippedDd(CheckedDocument checked) {
        return each(checked, (run, i) -> isDdSkipped(run, i) ? "pointDdSkipped" : null);
    }

    /** The letters behind a skipped đ that are right in English and stand one too far: "k)" for the eleventh point. */
    static Stream<Finding> shifted(CheckedDocument checked) {
        return each(checked, (run, i) -> {
            boolean said = FOREIGN.contains(run.get(i).letter()) || isDdSkipped(run, i);
            return !said
                            && isEnglish(run)
                            && !expected(checked, i).equals(run.get(i).letter())
                    ? "pointLetterShifted"
                    : null;
        });
    }

    /** "a), b), d)" or "a), b), b)": a point was lost, or two share a letter. Word's English counting is said elsewhere. */
    static Stream<Finding> orderOfLetters(CheckedDocument checked) {
        var order = checked.reference().pointLetters();
        var findings = new ArrayList<Finding>();
        for (List<Point> run : runs(checked)) {
            if (isEnglish(run)) continue;
            for (int i = 1; i < run.size(); i++) {
                int before = order.indexOf(run.get(i - 1).letter());
                int here = order.indexOf(run.get(i).letter());
                if (before < 0 || here < 0 || isDdSkipped(run, i)) continue;
                Integer line = firstLine(run.get(i).block().lines());
                if (here == before)
                    findings.add(warning("numberRepeated", line, run.get(i).letter() + ")"));
                else if (here == before + 2)
                    findings.add(
                            warning("numberSkipped", line, run.get(i).letter() + ")", order.get(before + 1) + ")"));
            }
        }
        return findings.stream();
    }

    private interface Judge {
        @Nullable
        String codeOf(List<Point> run, int index);
    }

    private static Stream<Finding> each(CheckedDocument checked, Judge judge) {
        var findings = new ArrayList<Finding>();
        Set<String> referredTo = referredTo(checked);
        for (List<Point> run : runs(checked)) {
            boolean safe =
                    isEnglish(run) && run.stream().skip(ALIKE).noneMatch(point -> referredTo.contains(point.letter()));
            for (int i = 0; i < run.size(); i++) {
                String code = judge.codeOf(run, i);
                if (code == null) continue;
                Point point = run.get(i);
                String right = safe ? expected(checked, i) + ")" : "";
                var finding = error(
                        safe ? code : code + ".unsure", firstLine(point.block().lines()), point.letter() + ")", right);
                findings.add(safe ? mended(finding, "body[%d].number".formatted(point.index()), right) : finding);
            }
        }
        return findings.stream();
    }

    private static String expected(CheckedDocument checked, int index) {
        var order = checked.reference().pointLetters();
        return index < order.size() ? order.get(index) : "";
    }

    private static boolean isDdSkipped(List<Point> run, int i) {
        return i > 0
                && run.get(i).letter().equals("e")
                && run.get(i - 1).letter().equals("d");
    }

    /** Counted as Word counts in English, far enough to show it: at least to e. */
    private static boolean isEnglish(List<Point> run) {
        if (run.size() < 5 || run.size() > 23) return false;
        for (int i = 0; i < run.size(); i++) if (run.get(i).letter().charAt(0) != ENGLISH.charAt(i)) return false;
        return true;
    }

    /** The letters of "điểm e khoản 2": renumbering would turn the reference to another point. */
    private static Set<String> referredTo(CheckedDocument checked) {
        return checked.document().body().stream()
                .flatMap(block -> REFERENCE.matcher(block.text()).results())
                .map(reference -> reference.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** A run begins at a) and ends where a number of any kind begins something else; dashes stand within points. */
    private static List<List<Point>> runs(CheckedDocument checked) {
        var runs = new ArrayList<List<Point>>();
        List<Point> run = new ArrayList<>();
        List<Block> body = checked.document().body();
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i);
            var letter =
                    LETTER.matcher(block.number() == null ? "" : block.number().strip());
            boolean lettered = letter.matches();
            boolean ends = lettered ? letter.group(1).equals("a") : NumberingRules.label(block) != null;
            if (ends && !run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
            if (lettered) run.add(new Point(i, letter.group(1), block));
        }
        if (!run.isEmpty()) runs.add(run);
        return runs;
    }
}
