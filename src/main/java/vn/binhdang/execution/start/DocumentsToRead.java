package vn.binhdang.execution.start;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;

/**
 * What the own agency issued lately about work of the actor's unit: plans in which it leads or helps, and what amends,
 * corrects or recalls them. Whoever wrote or signed one knows it.
 */
@Component
class DocumentsToRead {
    /** What is older was either read elsewhere or has become work by now. */
    private static final int DAYS = 60;

    /** What an erratum corrects may be an amendment, which concerns the plan. */
    private static final String THE_PLAN = """
        case when d.kind = 'PLAN' then d.id
             else coalesce((select m.concerns_id from outgoing_document m
                            where  m.id = d.concerns_id and m.kind = 'AMENDMENT'), d.concerns_id) end\
        """;

    /**
     * A where clause about documents {@code d}. Few documents are recent, so these are looked through for the unit and not
     * all plans of the unit for their day.
     */
    static final String TO_READ = """
        d.agency_id = :agency and d.state = 'ISSUED' and d.issued_on > :readSince
        and   d.kind in ('PLAN', 'AMENDMENT', 'ERRATUM', 'RECALL')
        and   d.created_by <> :account and d.signer_id is distinct from :person
        and   not exists (select 1 from document_read r where r.account_id = :account and r.document_id = d.id)
        and  (exists (select 1 from task_status s where s.plan_id = %1$s and s.lead_unit_id = :unit)
              or exists (select 1 from task_status s join plan_task_coordinating c on c.task_id = s.task_id
                         where  s.plan_id = %1$s and c.unit_id = :unit))\
        """.formatted(THE_PLAN);

    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    DocumentsToRead(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The parameters of {@link #TO_READ}. */
    static Map<String, Object> by(Actor actor, LocalDate day) {
        return new HashMap<>(Map.of(
                "agency", actor.agency().value(),
                "account", actor.account().value(),
                "person", actor.person().value(),
                "unit", actor.unit().value(),
                "readSince", day.minusDays(DAYS)));
    }

    record ToRead(UUID id, DocumentKind kind, String subject, LocalDate issuedOn) {}

    record Read(UUID id, DocumentKind kind, String subject, OffsetDateTime readAt) {}

    /** The latest first; one more than wanted if there are more. */
    List<ToRead> toRead(Actor actor, LocalDate day, int most, int skip) {
        return jdbc.sql("select d.id, d.kind, d.subject, d.issued_on from outgoing_document d where " + TO_READ
                        + " order by d.issued_on desc, d.id desc limit :most offset :skip")
                .params(by(actor, day))
                .param("most", most + 1)
                .param("skip", skip)
                .query(ToRead.class)
                .list();
    }

    /** Of the agency for which the actor acts, what they read last. */
    List<Read> read(Actor actor) {
        return jdbc.sql("""
            select d.id, d.kind, d.subject, r.read_at
            from   document_read r join outgoing_document d on d.id = r.document_id
            where  r.account_id = :account and d.agency_id = :agency
            order  by r.read_at desc, d.id limit :most
            """)
                .param("account", actor.account().value())
                .param("agency", actor.agency().value())
                .param("most", LATEST)
                .query(Read.class)
                .list();
    }

    /**
     * Saying it twice is saying it once.
     * @throws NotVisible when there is no such issued document of the agency
     */
    @Transactional
    public void markRead(Actor actor, UUID document) {
        mustBeIssued(actor, document);
        int marked = jdbc.sql("""
            insert into document_read (account_id, document_id, read_at) values (:account, :document, :now)
            on conflict do nothing
            """)
                .param("account", actor.account().value())
                .param("document", document)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (marked > 0) audit.record(actor, "execution.document.markRead", document, Map.of());
    }

    /** @throws NotVisible when there is no such issued document of the agency */
    @Transactional
    public void markUnread(Actor actor, UUID document) {
        mustBeIssued(actor, document);
        int gone = jdbc.sql("delete from document_read where account_id = :account and document_id = :document")
                .param("account", actor.account().value())
                .param("document", document)
                .update();
        if (gone > 0) audit.record(actor, "execution.document.markUnread", document, Map.of());
    }

    private void mustBeIssued(Actor actor, UUID document) {
        boolean there = jdbc.sql("""
            select exists (select 1 from outgoing_document d
                           where d.id = :document and d.agency_id = :agency and d.state in ('ISSUED', 'RECALLED', 'SUPERSEDED'))
            """)
                .param("document", document)
                .param("agency", actor.agency().value())
                .query(Boolean.class)
                .single();
        if (!there) throw new NotVisible("document to read " + document);
    }
}
