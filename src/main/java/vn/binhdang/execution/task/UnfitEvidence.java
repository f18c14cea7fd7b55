package vn.binhdang.execution.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.binhdang.execution.Mended;
import vn.binhdang.web.Text;

/** Files or a link that cannot be taken as they are, and whatever else has to be mended in their form. */
public final class UnfitEvidence extends Mended {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    UnfitEvidence(List<Problem> problems) {
        super(problems.stream()
                .collect(Collectors.toMap(
                        Problem::field, Problem::messageKey, (one, other) -> one, LinkedHashMap::new)));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with each; of several files all in one. */
    @Override
    public Map<String, String> sentences(Text t) {
        var sentences = new LinkedHashMap<String, String>();
        for (var problem : problems)
            sentences.merge(
                    problem.field(),
                    t.of(problem.messageKey(), problem.arguments().toArray()),
                    (one, other) -> one + " " + other);
        return sentences;
    }
}
