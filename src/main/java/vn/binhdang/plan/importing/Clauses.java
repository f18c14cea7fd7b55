package vn.binhdang.plan.importing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;

/**
 * What changed between two versions of a document, clause by clause. Clauses are aligned by the longest common
 * subsequence of their texts; what stands between two equal clauses on both sides is a change, on one side only an
 * addition or a removal.
 */
public final class Clauses {
    /** Beyond this many pairs the exact alignment would take too much memory; then equal beginnings and ends decide. */
    private static final int MOST_PAIRS = 4_000_000;

    private Clauses() {}

    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** @param before null for an added clause
     * @param after null for a removed one */
    record Difference(
            Kind kind, @Nullable String before, @Nullable String after) {}

    static List<Difference> between(AdministrativeDocument before, AdministrativeDocument after) {
        return between(clauses(before), clauses(after));
    }

    static List<Difference> between(List<String> before, List<String> after) {
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) start++;
        int endBefore = before.size();
        int endAfter = after.size();
        while (endBefore > start
                && endAfter > start
                && before.get(endBefore - 1).equals(after.get(endAfter - 1))) {
            endBefore--;
            endAfter--;
        }
        var differences = new ArrayList<Difference>();
        before.subList(0, start).forEach(text -> differences.add(new Difference(Kind.SAME, text, text)));
        between(before.subList(start, endBefore), after.subList(start, endAfter), differences);
        before.subList(endBefore, before.size())
                .forEach(text -> differences.add(new Difference(Kind.SAME, text, text)));
        return differences;
    }

    private static void between(List<String> before, List<String> after, List<Difference> differences) {
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        int i = 0;
        int j = 0;
        if ((long) before.size() * after.size() <= MOST_PAIRS) {
            int[][] common = commonLengths(before, after);
            while (i < before.size() && j < after.size()) {
                if (before.get(i).equals(after.get(j))) {
                    settle(removed, added, differences);
                    differences.add(new Difference(Kind.SAME, before.get(i++), after.get(j++)));
                } else if (common[i + 1][j] >= common[i][j + 1]) removed.add(before.get(i++));
                else added.add(after.get(j++));
            }
        }
        removed.addAll(before.subList(i, before.size()));
        added.addAll(after.subList(j, after.size()));
        settle(removed, added, differences);
    }

    /** Pairs the removed with the added clauses of one stretch; the rest of the longer side stands alone. */
    private static void settle(List<String> removed, List<String> added, List<Difference> differences) {
        int pairs = Math.min(removed.size(), added.size());
        for (int k = 0; k < pairs; k++) differences.add(new Difference(Kind.CHANGED, removed.get(k), added.get(k)));
        for (String text : removed.subList(pairs, removed.size()))
            differences.add(new Difference(Kind.REMOVED, text, null));
        for (String text : added.subList(pairs, added.size())) differences.add(new Difference(Kind.ADDED, null, text));
        removed.clear();
        added.clear();
    }

    /** common[i][j]: length of the longest common subsequence of what follows i and j. */
    private static int[][] commonLengths(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--)
            for (int j = after.size() - 1; j >= 0; j--)
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        return common;
    }

    private static List<String> clauses(AdministrativeDocument document) {
        var clauses = new ArrayList<String>();
        if (document.subjectLine() != null) clauses.add(document.subjectLine());
        document.legalBases().forEach(basis -> clauses.add(basis.text()));
        document.body().forEach(block -> clauses.add(text(block)));
        document.annexes().forEach(annex -> annex.body().forEach(block -> clauses.add(text(block))));
        clauses.addAll(document.recipients());
        return clauses;
    }

    private static String text(Block block) {
        if (block.kind() == Block.Kind.TABLE)
            return String.join(
                    " ¶ ",
                    block.rows().stream().map(row -> String.join(" | ", row)).toList());
        return block.number() == null ? block.text() : block.number() + " " + block.text();
    }
}
