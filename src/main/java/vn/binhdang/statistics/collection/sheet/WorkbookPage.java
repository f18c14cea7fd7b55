package vn.binhdang.statistics.collection.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Taking a form out as a workbook and bringing it back.
 * @param problem why the file that was brought cannot be taken
 * @param brought null when none waits
 */
public record WorkbookPage(
        String title,
        String lead,
        String address,
        boolean open,
        String problem,
        int edition,
        @Nullable Brought brought) {

    /** @param outside sentence about figures outside of the tables; empty when there are none */
    public record Brought(
            String file,
            List<Mistake> mistakes,
            String outside,
            List<Change> changes,
            String summary,
            List<Said> findings) {}

    public record Mistake(String address, String words) {}

    public record Change(String address, String cell, String before, String after) {}

    public record Said(boolean error, String words) {}
}
