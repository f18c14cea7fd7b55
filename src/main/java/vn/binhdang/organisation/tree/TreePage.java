package vn.binhdang.organisation.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The organisation on a day.
 * @param day as typed into the field: dd/mm/yyyy
 * @param isoDay as addresses have it
 * @param wrong what was typed and is no day
 * @param stops days on which something happened, ISO; the slider's places
 * @param stopAt the place of the day shown: the last stop at or before it
 * @param previous address of the day on which something happened before; null when there was none
 * @param counts "63 → 34 tỉnh, thành phố"
 */
public record TreePage(
        String day,
        String isoDay,
        boolean today,
        @Nullable String wrong,
        String words,
        List<Found> found,
        List<String> stops,
        List<String> stopWords,
        int stopAt,
        @Nullable Step previous,
        @Nullable Step next,
        String todayHref,
        String open,
        List<Count> counts,
        List<Change> changes,
        String moreChangesHref,
        List<TreeNode> nodes,
        String expandHref,
        boolean mayImport) {

    public record Found(String href, String name, String kind, String path) {}

    public record Step(String href, String day) {}

    /** @param grows whether there are more than the day before */
    public record Count(String before, String after, String kind, boolean grows) {}

    public record Change(String href, String mark, String kind, String sentence, String basis, boolean doubtful) {}
}
