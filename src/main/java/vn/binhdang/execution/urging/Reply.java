package vn.binhdang.execution.urging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is answered.
 * @param promisedOn for {@link Answer#PROMISED} only
 */
record Reply(Answer kind, String words, @Nullable LocalDate promisedOn) {
    static final int LONGEST = 2000;

    Reply {
        if ((kind == Answer.PROMISED) != (promisedOn != null))
            throw new IllegalArgumentException(kind + " with the day " + promisedOn);
    }
}
