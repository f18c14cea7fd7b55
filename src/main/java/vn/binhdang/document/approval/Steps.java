package vn.binhdang.document.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Capacity;
import vn.binhdang.kernel.Grant;
import vn.binhdang.kernel.NotVisible;

/** The way of a document from draft to recall: every step is taken here, under a lock, and written down. */
@Component
public class Steps {
    private final JdbcClient jdbc;
    private final OutgoingDocuments documents;
    private final AuditTrail audit;
    private final StepNotices notices;
    private final Clock clock;

    Steps(JdbcClient jdbc, OutgoingDocuments documents, AuditTrail audit, StepNotices notices, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The document with its row locked until the transaction ends: of two who press at once, the second sees what the
     * first has done.
     *
     * @throws NotVisible when it is absent or out of scope
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OutgoingDocument lock(Actor actor, DocumentId id) {
        jdbc.sql("select id from outgoing_document where id = :id and agency_id = :agency for update")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query(UUID.class)
                .optional();
        return documents.find(actor, id);
    }

    /**
     * Checks role, scope and state, in this order: somebody who may never do it learns that, not when it could be done.
     *
     * @throws NotVisible when the role that allows it does not reach the unit that writes the document
     * @return the state that comes of the act
     */
    public DocumentState check(Actor actor, OutgoingDocument document, Act act) {
        actor.must(act.action());
        documents.findFor(actor, document.id(), act.action());
        return act.from(document.state());
    }

    /** Moves a locked document on, with the step and the audit row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Actor actor, OutgoingDocument document, Act act, @Nullable String reason) {
        move(document.id(), act.from(document.state()));
        written(actor, document, act, reason, Map.of());
    }

    /** Writes down a step whose row was changed by the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void written(
            Actor actor, OutgoingDocument before, Act act, @Nullable String reason, Map<String, ?> auditFields) {
        var to = act.from(before.state());
        var held = actor.grantFor(act.action());
        var capacity = held.map(Grant::capacity).orElse(Capacity.OWN);
        AccountId behalf = held.map(Grant::behalf).orElse(null);
        int no = jdbc.sql("""
            insert into document_step (document_id, no, from_state, to_state, reason, account_id, at, capacity,
                                       behalf_account_id)
            select :id, coalesce(max(no), 0) + 1, :from, :to, :reason, :by, :at, :capacity, cast(:behalf as uuid)
            from   document_step where document_id = :id
            returning no
            """)
                .param("id", before.id().value())
                .param("from", before.state().name())
                .param("to", to.name())
                .param("reason", reason)
                .param("by", actor.account().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("capacity", capacity.name())
                .param("behalf", behalf == null ? null : behalf.value())
                .query(Integer.class)
                .single();
        notices.tell(actor, before, act, no);
        var fields = new HashMap<String, Object>(auditFields);
        if (behalf != null) {
            fields.put("capacity", capacity.name());
            fields.put("behalf", behalf.toString());
        }
        fields.put("from", before.state().name());
        fields.put("to", to.name());
        audit.record(actor, "document." + act.verb(), before.id().value(), fields);
    }

    /** The way so far, oldest first. The caller has found the document for the actor before. */
    public List<Step> of(DocumentId id) {
        return jdbc.sql("""
            select no, from_state, to_state, reason, account_called(account_id) as by, at, capacity,
                   case when behalf_account_id is not null then account_called(behalf_account_id) end as behalf
            from   document_step where document_id = :id order by no
            """)
                .param("id", id.value())
                .query((rs, i) -> new Step(
                        rs.getInt("no"),
                        rs.getString("from_state") == null ? null : DocumentState.valueOf(rs.getString("from_state")),
                        DocumentState.valueOf(rs.getString("to_state")),
                        rs.getString("reason"),
                        rs.getString("by"),
                        rs.getObject("at", OffsetDateTime.class),
                        Capacity.valueOf(rs.getString("capacity")),
                        rs.getString("behalf")))
                .list();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private void move(DocumentId id, DocumentState to) {
        // An issued document keeps its approval; a draft that goes back has none left.
        String approval = to.issued() ? "" : ", approved_on = null, approved_content = null";
        jdbc.sql("update outgoing_document set state = :to, version = version + 1, changed_at = :now" + approval
                        + " where id = :id")
                .param("to", to.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }
}
