package vn.binhdang.plan;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the tasks of an issued plan stand: told by the module that carries them out, which this one does not know. */
public interface TaskStandings {
    /** By task; those of which nothing is known are missing. The caller has found the plan for the actor before. */
    Map<TaskId, Standing> of(Plan plan);

    /**
     * @param state as stored
     * @param messageKey its words
     * @param finished nothing is left to do
     * @param closed finished, or given up
     * @param shareDone percent; null where a share means nothing
     */
    record Standing(
            String state,
            String messageKey,
            boolean finished,
            boolean closed,
            @Nullable Integer shareDone) {}

    /** The words of a stored state. */
    Optional<String> messageKey(String state);
}
