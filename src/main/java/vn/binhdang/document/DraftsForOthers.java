package vn.binhdang.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * Drafts that one agency has made for many others, with a handful of statements. From then on each is a draft of its own
 * agency like any other; the caller records the deed.
 */
@Component
public class DraftsForOthers {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    DraftsForOthers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param content its tasks and findings are not stored here; it has no annexes */
    public record Draft(DocumentId id, UnitId agency, AdministrativeDocument content) {}

    private record BlockOf(UUID document, int position, Block block) {}

    /** @param by who passed down, named as the one who made the first step */
    @Transactional(propagation = Propagation.MANDATORY)
    public void create(DocumentKind kind, int year, AccountId by, List<Draft> drafts) {
        if (drafts.isEmpty()) return;
        var now = now();
        jdbc.sql("""
            insert into outgoing_document (id, agency_id, kind, state, subject, year, head, version,
                                           drafting_unit_id, created_by, created_at, changed_at)
            select n.id, n.agency, :kind, 'DRAFT', n.subject, :year, cast(n.head as jsonb), 1, n.agency, :by, :now, :now
            from   unnest(cast(:ids as uuid[]), cast(:agencies as uuid[]), cast(:subjects as text[]),
                          cast(:heads as text[])) n (id, agency, subject, head)
            """)
                .param("kind", kind.name())
                .param("year", year)
                .param("by", by.value())
                .param("now", now)
                .param("ids", uuids(drafts.stream().map(d -> d.id().value()).toList()))
                .param(
                        "agencies",
                        uuids(drafts.stream().map(d -> d.agency().value()).toList()))
                .param(
                        "subjects",
                        texts(drafts.stream().map(d -> subject(d.content())).toList()))
                .param(
                        "heads",
                        texts(drafts.stream()
                                .map(d -> json.writeValueAsString(OutgoingDocuments.headOf(d.content())))
                                .toList()))
                .update();
        insertBlocks(drafts);
        jdbc.sql("""
            insert into document_step (document_id, no, to_state, account_id, at, capacity)
            select id, 1, 'DRAFT', :by, :now, 'OWN' from unnest(cast(:ids as uuid[])) n (id)
            """)
                .param("by", by.value())
                .param("now", now)
                .param("ids", uuids(drafts.stream().map(d -> d.id().value()).toList()))
                .update();
    }

    /**
     * Takes back drafts that nobody has touched since they were made.
     * @return how many; fewer than asked for when somebody has
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int withdraw(Collection<DocumentId> ids) {
        if (ids.isEmpty()) return 0;
        return jdbc.sql("""
            update outgoing_document set withdrawn_at = :now
            where  id = any (cast(:ids as uuid[])) and state = 'DRAFT' and changed_at = created_at and withdrawn_at is null
            """)
                .param("now", now())
                .param("ids", uuids(ids.stream().map(DocumentId::value).toList()))
                .update();
    }

    /**
     * What stands at the head and the foot of a draft because of the agency that writes it.
     * @param symbol with the abbreviation of the agency
     */
    public record Letterhead(
            String issuingAgency,
            @Nullable String parentAgency,
            @Nullable String symbol,
            @Nullable String place,
            @Nullable Signature signature) {}

    /**
     * An unfinished draft goes along to the agency that carries on, and is written under its letterhead from then on; all
     * other words stay as they were.
     * @return the letterhead it had; null when it was finished, and stays where it is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable Letterhead handOver(DocumentId id, UnitId to, Letterhead own) {
        String stored = jdbc.sql("""
            select cast(head as text) from outgoing_document
            where  id = :id and state in ('DRAFT', 'SENT_BACK') and withdrawn_at is null for update
            """)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElse(null);
        if (stored == null) return null;
        var head = json.readValue(stored, AdministrativeDocument.class);
        jdbc.sql("""
            update outgoing_document
            set    agency_id = :to, drafting_unit_id = :to, version = version + 1, head = head || cast(:own as jsonb)
            where  id = :id
            """)
                .param("to", to.value())
                .param("own", json.writeValueAsString(own))
                .param("id", id.value())
                .update();
        return new Letterhead(
                head.issuingAgency() == null ? "" : head.issuingAgency(),
                head.parentAgency(),
                head.symbol(),
                head.place(),
                head.signature());
    }

    private void insertBlocks(List<Draft> drafts) {
        var rows = new ArrayList<BlockOf>();
        for (var draft : drafts) {
            var body = draft.content().body();
            for (int i = 0; i < body.size(); i++)
                rows.add(new BlockOf(draft.id().value(), i, body.get(i)));
        }
        jdbc.sql("""
            insert into document_block (id, document_id, part, position, kind, number, text, rows, version)
            select id, document, 0, position, kind, number, text, '[]', 1
            from   unnest(cast(:ids as uuid[]), cast(:documents as uuid[]), cast(:positions as int[]),
                          cast(:kinds as text[]), cast(:numbers as text[]), cast(:texts as text[]))
                   n (id, document, position, kind, number, text)
            """)
                .param("ids", uuids(rows.stream().map(r -> Uuid7.create()).toList()))
                .param("documents", uuids(rows.stream().map(BlockOf::document).toList()))
                .param(
                        "positions",
                        texts(rows.stream()
                                .map(r -> String.valueOf(r.position()))
                                .toList()))
                .param(
                        "kinds",
                        texts(rows.stream().map(r -> r.block().kind().name()).toList()))
                .param("numbers", rows.stream().map(r -> r.block().number()).toArray(String[]::new))
                .param("texts", texts(rows.stream().map(r -> r.block().text()).toList()))
                .update();
    }

    private static String subject(AdministrativeDocument content) {
        @Nullable String subject = content.subjectLine();
        return subject == null ? "" : subject;
    }

    private static String[] uuids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
