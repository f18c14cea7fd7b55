package vn.binhdang.reporting.compilation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.plan.CascadeProgress;
import vn.binhdang.plan.PlanId;

/** An issued report on a plan that came from above is what the superior waits for. */
@Component
class ReportsGoUp {
    private final JdbcClient jdbc;
    private final CascadeProgress cascades;

    ReportsGoUp(JdbcClient jdbc, CascadeProgress cascades) {
        this.jdbc = jdbc;
        this.cascades = cascades;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void issued(DocumentIssued document) {
        if (document.kind() != DocumentKind.REPORT) return;
        jdbc.sql("select plan_id from result_report where id = :id")
                .param("id", document.documentId())
                .query(UUID.class)
                .optional()
                .ifPresent(plan -> cascades.planReported(new PlanId(plan), document.issuedOn()));
    }
}
