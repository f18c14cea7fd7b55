package vn.binhdang.statistics.indicator.expression;

import java.util.ArrayList;
import java.util.List;

/** There is no number, and why. */
public record NoValue(List<Cause> causes) implements Result, Verdict {
    private static final int MOST = 20;

    /** @param cells that are to blame; for a division by zero those of the divisor */
    public record Cause(Reason reason, List<CellRef> cells) {
        public Cause {
            cells = List.copyOf(cells);
        }
    }

    public NoValue {
        if (causes.isEmpty()) throw new IllegalArgumentException("no value for no reason");
        causes = List.copyOf(causes);
    }

    public static NoValue because(Reason reason, CellRef... cells) {
        return new NoValue(List.of(new Cause(reason, List.of(cells))));
    }

    static NoValue because(Reason reason, List<CellRef> cells) {
        return new NoValue(List.of(new Cause(reason, cells)));
    }

    /** The first in the order of the formula. */
    public Reason reason() {
        return causes.getFirst().reason();
    }

    NoValue and(NoValue other) {
        var all = new ArrayList<>(causes);
        for (var cause : other.causes) if (all.size() < MOST && !all.contains(cause)) all.add(cause);
        return new NoValue(all);
    }
}
