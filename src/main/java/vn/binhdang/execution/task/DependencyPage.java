package vn.binhdang.execution.task;

import java.util.List;

/**
 * What a task waits for, where it is said; ready to print.
 * @param saved a sentence; empty before anything was stored
 * @param typed number or words of the other task
 * @param candidates when several tasks fit what was typed
 * @param problem empty when nothing has to be mended
 */
public record DependencyPage(
        String taskHref,
        String taskHeading,
        String timelineHref,
        String action,
        String saved,
        List<TaskPage.DependencyLine> before,
        List<TaskPage.DependencyLine> after,
        String typed,
        List<Candidate> candidates,
        String problem) {

    public record Candidate(String id, String title, String due) {}
}
