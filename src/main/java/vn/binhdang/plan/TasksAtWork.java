package vn.binhdang.plan;

import java.util.Collection;
import java.util.Set;

/** What a module that carries tasks out knows of them; asked before a task is moved to another unit or taken back. */
public interface TasksAtWork {
    /** Those of which something was reported, whatever it says. */
    Set<TaskId> begun(Collection<TaskId> tasks);

    /** Those that are done, or given up: they stay with whoever did them. */
    Set<TaskId> closed(Collection<TaskId> tasks);

    /** They were taken back before anything was reported: nothing may be kept of them. In the caller's transaction. */
    void withdrawn(Collection<TaskId> tasks);
}
