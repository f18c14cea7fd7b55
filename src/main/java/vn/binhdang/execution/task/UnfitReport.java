package vn.binhdang.execution.task;

import java.util.List;

/** A report that can be mended by who typed it; nothing of it was stored. */
final class UnfitReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    UnfitReport(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
