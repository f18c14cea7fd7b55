package vn.binhdang.execution;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * One thing that waits for a person.
 *
 * @param kindKey message key of what it is, in a word or two ("Kiến nghị", "Báo cáo")
 * @param href where it is done: a path of this product
 * @param title words of the record; they are shown to nobody but the actor they were found for
 * @param dueOn null where no day is set
 * @param unit for which it is done
 * @param red late, or otherwise wrong: shown first, and never by its colour alone
 */
public record WorkItem(
        Duty duty,
        String kindKey,
        String href,
        String title,
        @Nullable LocalDate dueOn,
        UnitId unit,
        boolean red) {
    /** What is red first, then by day; what has no day last. */
    public static final Comparator<WorkItem> ORDER = Comparator.comparing(WorkItem::red)
            .reversed()
            .thenComparing(WorkItem::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(WorkItem::href);
}
