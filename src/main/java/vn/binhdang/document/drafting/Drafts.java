package vn.binhdang.document.drafting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.WrittenDocument;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;

/** Opens a document for writing and closes each change with its audit row. */
@Component
public class Drafts {
    private final JdbcClient jdbc;
    private final OutgoingDocuments documents;
    private final AuditTrail audit;
    private final Clock clock;

    Drafts(JdbcClient jdbc, OutgoingDocuments documents, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The document, if this person may write it now.
     * @throws Refused when it was submitted, approved or issued
     */
    public OutgoingDocument readable(Actor actor, DocumentId id) {
        actor.must(Action.WRITE_DOCUMENTS);
        return open(documents.findFor(actor, id, Action.WRITE_DOCUMENTS));
    }

    /** The same with its words. */
    public WrittenDocument written(Actor actor, DocumentId id) {
        actor.must(Action.WRITE_DOCUMENTS);
        var written = documents.writtenFor(actor, id, Action.WRITE_DOCUMENTS);
        open(written.document());
        return written;
    }

    private static OutgoingDocument open(OutgoingDocument document) {
        if (!document.state().editable())
            throw new Refused("document.drafting.closed." + document.state().name(), document.subject());
        return document;
    }

    /** The same, held against everybody else until the transaction ends: changes of one draft happen one after another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OutgoingDocument open(Actor actor, DocumentId id) {
        jdbc.sql("select 1 from outgoing_document where id = :id and agency_id = :agency for update")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query(Integer.class)
                .optional();
        return readable(actor, id);
    }

    /** Records a change. {@code fields} name the part, not its words. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Actor actor, DocumentId id, String action, Map<String, ?> fields) {
        jdbc.sql("update outgoing_document set changed_at = :now where id = :id")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        audit.record(actor, action, id.value(), fields);
    }

    /** The year under which lists show it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setYear(Actor actor, DocumentId id, int year) {
        jdbc.sql("update outgoing_document set year = :year where id = :id and agency_id = :agency")
                .param("year", year)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .update();
    }
}
