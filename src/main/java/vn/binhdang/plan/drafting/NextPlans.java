package vn.binhdang.plan.drafting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.DraftsForOthers;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;

/** The plans that were begun from a plan for a later year. */
@Component
class NextPlans {
    private final JdbcClient jdbc;
    private final Plans plans;
    private final OutgoingDocuments documents;
    private final DraftsForOthers drafts;
    private final AuditTrail audit;

    NextPlans(JdbcClient jdbc, Plans plans, OutgoingDocuments documents, DraftsForOthers drafts, AuditTrail audit) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.documents = documents;
        this.drafts = drafts;
        this.audit = audit;
    }

    /** @param untouched a draft in which nothing was written since */
    record Written(PlanId id, String subject, int year, DocumentState state, boolean untouched) {}

    /** As far as the actor may see them, the oldest first. */
    List<Written> after(Actor actor, PlanId source) {
        return jdbc.sql("""
            select d.id, d.subject, d.year, d.state, d.state = 'DRAFT' and d.changed_at = d.created_at as untouched
            from   plan p join outgoing_document d on d.id = p.id
            where  p.written_after = :source and %s
            order  by d.id
            """.formatted(OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("source", source.value())
                .query((rs, i) -> new Written(
                        new PlanId(rs.getObject("id", UUID.class)),
                        rs.getString("subject"),
                        rs.getInt("year"),
                        DocumentState.valueOf(rs.getString("state")),
                        rs.getBoolean("untouched")))
                .list();
    }

    /**
     * Takes back one that was begun by mistake.
     * @throws Refused when somebody has written in it since
     */
    @Transactional
    void withdraw(Actor actor, PlanId source, PlanId draft) {
        actor.must(Action.WRITE_DOCUMENTS);
        var document = documents.findFor(actor, draft.document(), Action.WRITE_DOCUMENTS);
        if (!source.equals(plans.find(actor, draft).writtenAfter())) throw new NotVisible("plan " + draft);
        if (drafts.withdraw(List.of(document.id())) == 0) throw new Refused("plan.next.touched", document.subject());
        audit.record(actor, "plan.next.withdraw", draft.value(), Map.of("plan", source.toString()));
    }
}
