package vn.binhdang.execution.urging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;

/**
 * What one addressee is urged for.
 * @param agency whose plan or report it is: there the people of the unit are looked for
 * @param person null unless the recipient is one person
 */
record Part(
        UnitId agency,
        UnitId unit,
        Recipient recipient,
        @Nullable AccountId person,
        List<Thing> things) {
    Part {
        things = List.copyOf(things);
        if ((recipient == Recipient.PERSON) != (person != null))
            throw new IllegalArgumentException(recipient + " and a person");
    }

    enum Kind {
        TASK,
        REPORT
    }

    /** A task, or a report that is waited for. */
    record Thing(Kind kind, UUID id) {}
}
