package vn.binhdang.document.approval;

import java.util.EnumSet;
import java.util.Set;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;

/** What can be done to an outgoing document: by whom, from which states, and the state that comes of it. */
public enum Act {
    SUBMIT(Action.WRITE_DOCUMENTS, DocumentState.SUBMITTED, DocumentState.DRAFT, DocumentState.SENT_BACK),
    WITHDRAW(Action.WRITE_DOCUMENTS, DocumentState.DRAFT, DocumentState.SUBMITTED),
    /** Also after approval: until it is issued the head may think again, and an error found late has a way back. */
    SEND_BACK(Action.APPROVE_DOCUMENTS, DocumentState.SENT_BACK, DocumentState.SUBMITTED, DocumentState.APPROVED),
    APPROVE(Action.APPROVE_DOCUMENTS, DocumentState.APPROVED, DocumentState.SUBMITTED),
    ISSUE(Action.ISSUE_DOCUMENTS, DocumentState.ISSUED, DocumentState.APPROVED),
    /** Not an act of its own: it happens when the replacing document is issued. */
    SUPERSEDE(Action.ISSUE_DOCUMENTS, DocumentState.SUPERSEDED, DocumentState.ISSUED),
    /** It happens when the document that takes it back is issued. */
    RECALL(Action.ISSUE_DOCUMENTS, DocumentState.RECALLED, DocumentState.ISSUED);

    private final Action action;
    private final DocumentState to;
    private final Set<DocumentState> from;

    Act(Action action, DocumentState to, DocumentState... from) {
        this.action = action;
        this.to = to;
        this.from = EnumSet.noneOf(DocumentState.class);
        for (var state : from) this.from.add(state);
    }

    public Action action() {
        return action;
    }

    /** Whether a button for it is shown. */
    public boolean isOpenTo(Actor actor, DocumentState state) {
        return actor.may(action) && from.contains(state);
    }

    /** @throws Refused when the document stands elsewhere; the reason says where, and what can be done from there */
    public DocumentState from(DocumentState state) {
        if (!from.contains(state)) throw new Refused("document.approval.stands." + state.word());
        return to;
    }

    /** "sendBack": the last part of message keys and audit actions. */
    public String verb() {
        return DocumentState.word(this);
    }
}
