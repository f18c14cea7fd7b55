package vn.binhdang.plan.importing;

import java.util.List;

/**
 * The source beside the editor.
 * @param newerHref where a newer version of it is brought in
 */
public record SourcePage(
        String fileName, String fileHref, String importHref, String newerHref, String facts, List<Line> lines) {
    /** @param number its id on the page is "line-" and this number */
    public record Line(int number, String text, boolean bold, boolean cell) {}
}
