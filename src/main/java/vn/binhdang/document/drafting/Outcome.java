package vn.binhdang.document.drafting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a change of a part of a draft ended.
 * @param <R> the part: a paragraph, a task
 */
public sealed interface Outcome<R> {
    /** The words are stored; {@code row} carries the version to go on from. */
    record Saved<R>(R row) implements Outcome<R> {}

    /**
     * Parts came, went or changed places.
     * @param shown what stands now where the part stood
     * @param removed parts that are gone or are shown elsewhere than before
     * @param undo takes it back; null where the opposite act does (a move)
     */
    record Rearranged<R>(
            List<R> shown, List<UUID> removed, @Nullable UUID undo) implements Outcome<R> {
        public Rearranged {
            shown = List.copyOf(shown);
            removed = List.copyOf(removed);
        }
    }

    /** Somebody else changed the part in the meantime; nothing is stored. {@code version} is theirs. */
    record Conflict<R>(List<Difference> differences, String version) implements Outcome<R> {
        public Conflict {
            differences = List.copyOf(differences);
        }
    }
}
