package vn.binhdang.execution.start;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.DocumentsInHand;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/** Documents that wait for the head's word. */
@Component
class DocumentsToDecide implements WorkSource {
    private final DocumentsInHand documents;

    DocumentsToDecide(DocumentsInHand documents) {
        this.documents = documents;
    }

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        if (!actor.may(Action.APPROVE_DOCUMENTS)) return List.of();
        return documents.latest(actor, Set.of(DocumentState.SUBMITTED), MOST + 1).latest().stream()
                .map(document -> new WorkItem(
                        Duty.APPROVE,
                        "execution.start.kind." + document.kind().name(),
                        "/documents/" + document.id(),
                        document.subject(),
                        null,
                        document.draftingUnit(),
                        false))
                .toList();
    }
}
