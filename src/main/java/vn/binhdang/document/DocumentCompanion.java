package vn.binhdang.document;

import java.util.List;
import java.util.Optional;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.AgencyOnDay;

/**
 * What another module adds to documents of one kind: a plan has tasks, a report has the plan and period it reports on.
 * The pages of the document module show it without knowing the module.
 */
public interface DocumentCompanion {
    DocumentKind kind();

    /** Where people go on with this document once it is issued: "/plans/…". */
    String home(DocumentId id);

    /** Where it is written while it is a draft. */
    String editor(DocumentId id);

    /** Whether people go on there while it is a draft, too: beside the words something is decided in a place of its own. */
    default boolean homeWhileDraft() {
        return false;
    }

    /**
     * What this module keeps beside the words of a draft.
     * @param agency that makes it, today
     */
    Beside beside(Actor actor, WrittenDocument draft, AgencyOnDay agency);

    /** Read once for print and for what stands in the way, so that both speak of the same. */
    interface Beside {
        /** The content as it will be printed: the stored document, with what the companion adds (an annex of tasks). */
        AdministrativeDocument printed();

        /** What must be mended before it is submitted (errors) and what should be looked at (warnings). */
        List<Finding> obstacles();
    }

    /**
     * Makes the draft that will replace an issued document, with what this module keeps beside the words (tasks) copied
     * and {@link OutgoingDocument#concernsId} naming the old one.
     *
     * @param words of the old document, without number and day
     * @return empty when nothing is kept beside the words; then the document module makes the draft itself
     */
    default Optional<DocumentId> replace(Actor actor, OutgoingDocument old, AdministrativeDocument words) {
        return Optional.empty();
    }

    /**
     * The document has its number and day: what it orders happens now, in the transaction of the issue.
     *
     * @throws vn.binhdang.kernel.Refused when it cannot happen any more; then nothing was issued either
     */
    default void takesEffect(Actor actor, OutgoingDocument issued) {}
}
