package vn.binhdang.execution;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/**
 * Something that gives people work: tasks handed to a person, urgings to answer, recommendations to follow. "My work"
 * asks every bean of this kind, all of them in one statement, for it is asked on the page after each sign-in.
 */
public interface WorkSource {
    /** So many items of one source are shown; a source asks its table for one more, and the page says that there are more. */
    int MOST = 30;

    /** What is to be asked for this person on that day; null when nothing can wait for them here. */
    @Nullable
    Question open(Actor actor, LocalDate day);

    /**
     * @param sql gives the columns of {@link Row} in their order, the most pressing first and at most {@link #MOST} + 1.
     *     What does not concern the actor is left out of it, not switched off in it: PostgreSQL plans a statement with
     *     switches anew each time.
     * @param values its parameters; one name means the same in all sources
     */
    record Question(String sql, Map<String, Object> values, Function<Row, WorkItem> item) {}

    /**
     * @param what the kind, in the source's own words
     * @param key what leads to the record
     * @param counted where the source counts something; else 0
     */
    record Row(
            String what, String key, String title, @Nullable LocalDate dueOn, UnitId unit, int counted) {
        public boolean late(LocalDate day) {
            return dueOn != null && dueOn.isBefore(day);
        }
    }
}
