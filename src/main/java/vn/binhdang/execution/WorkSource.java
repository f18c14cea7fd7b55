package vn.binhdang.execution;

import java.time.LocalDate;
import java.util.List;
import vn.binhdang.kernel.Actor;

/**
 * Something that gives people work: tasks handed to a person, urgings to answer, recommendations to follow. "My work"
 * asks every bean of this kind.
 */
public interface WorkSource {
    /** So many items of one source are shown; a source asks its table for one more, and the page says that there are more. */
    int MOST = 30;

    /**
     * What waits for this person on that day, the most pressing first; at most {@link #MOST} + 1. One statement, for it
     * is asked on the page after each sign-in.
     */
    List<WorkItem> open(Actor actor, LocalDate day);
}
