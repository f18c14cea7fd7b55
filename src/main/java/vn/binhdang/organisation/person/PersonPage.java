package vn.binhdang.organisation.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person on a day.
 *
 * @param day the day asked about, as people read it; null for today
 * @param facts what is kept, label and words
 * @param offices held on the day, the main one first
 * @param changes who changed the record, the latest first
 * @param undo the word of the change that can be taken back; null when none can
 * @param inService whether a main office is held on the day
 */
public record PersonPage(
        String id,
        int revision,
        String name,
        @Nullable String day,
        List<Line> facts,
        List<OfficeLine> offices,
        List<PersonHistory.Sentence> history,
        List<ChangeLine> changes,
        @Nullable String undo,
        boolean inService,
        boolean mayChange) {

    public record Line(String label, String words) {}

    /** @param mayEnd an office beside the main one, still held */
    public record OfficeLine(
            String id, String title, String unit, String from, boolean main, boolean keyLeader, boolean mayEnd) {}

    public record ChangeLine(String at, String kind, String by) {}
}
