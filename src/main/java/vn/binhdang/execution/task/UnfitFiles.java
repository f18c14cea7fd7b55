package vn.binhdang.execution.task;

import java.util.List;
import java.util.stream.Collectors;
import vn.binhdang.web.Text;

/** Files that cannot be taken; nothing was stored, and the form is shown again with the reasons. */
public final class UnfitFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public UnfitFiles(List<Problem> problems) {
        super("files that cannot be taken: " + problems.size());
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with each. */
    public String sentences(Text t) {
        return problems.stream()
                .map(problem -> t.of(problem.messageKey(), problem.arguments().toArray()))
                .collect(Collectors.joining(" "));
    }
}
