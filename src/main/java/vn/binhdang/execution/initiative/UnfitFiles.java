package vn.binhdang.execution.initiative;

import java.util.List;
import vn.binhdang.execution.task.Problem;

/** Files that cannot be taken; nothing was stored, and the page says why. */
final class UnfitFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    UnfitFiles(List<Problem> problems) {
        super("files that cannot be taken: " + problems.size());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
