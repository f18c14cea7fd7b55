package vn.binhdang.statistics.collection.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Taking a form of many units out as one workbook and bringing it back.
 * @param board address of the board it belongs to
 * @param file address of the template
 * @param open how many units can still be entered
 * @param saved what was stored just now
 * @param problem why the file that was brought cannot be taken
 * @param brought null when none waits
 */
public record UnitsBookPage(
        String title,
        String lead,
        String board,
        String file,
        String form,
        String period,
        String unit,
        int open,
        int closed,
        String saved,
        String problem,
        @Nullable Brought brought) {

    /**
     * @param more sentence about mistakes or units that are not listed; empty when all are
     * @param outside sentence about figures outside of the table; empty when there are none
     * @param checked sentence about units to which the rules have something to say, who are listed first; empty when there are none
     * @param counted how many figures the product has counted for cells in which nothing stands
     * @param others sentence about units that the file leaves as they are, of which some of those were counted; empty when there
     *     are none
     * @param stand of what is shown, to be given back with the order to write it
     * @param maySubmit whether the actor may send forms up
     * @param writes how many units are written
     * @param onlyCounted whether there is nothing to write but what was counted
     */
    public record Brought(
            String name,
            List<WorkbookPage.Mistake> mistakes,
            int mistaken,
            String more,
            String outside,
            List<One> units,
            String summary,
            String checked,
            String stand,
            int counted,
            String others,
            boolean maySubmit,
            int writes,
            boolean onlyCounted) {}

    /**
     * @param changes empty when the file leaves the unit as it is
     * @param counted what the product has counted, with where it comes from
     * @param says what the rules have to say to the unit's figures with those of the file in them
     */
    public record One(
            String address, String unit, String place, List<String> changes, List<String> counted, List<Said> says) {}

    /** @param at cell of the file; empty for how many more there are */
    public record Said(String at, boolean error, String words) {}
}
