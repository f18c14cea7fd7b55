package vn.binhdang.document;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * Outgoing documents of an agency: made as drafts, read whole. Office and heads see every document of their agency, the
 * others those that were issued; that is part of each query.
 */
@Component
public class OutgoingDocuments {
    /**
     * Appended to a where clause with {@link #visibleTo}: what the agency issued is for everybody in it; what is not yet
     * issued for those whose role to read drafts reaches the unit that writes it. A role for the whole agency also reaches
     * what a unit wrote that has been dissolved since.
     */
    public static final String VISIBLE = """
        (d.agency_id = :agency and d.withdrawn_at is null and (d.state in ('ISSUED', 'SUPERSEDED', 'RECALLED') or d.agency_id = any (:draftsWhole)
            or in_reach(d.drafting_unit_id, :draftsWhole, :draftsOnly, current_date)))\
        """;

    /** A row of {@code select d.*}, also where a module reads what it keeps beside a document together with it. */
    public static final RowMapper<OutgoingDocument> ROW = (rs, i) -> new OutgoingDocument(
            new DocumentId(rs.getObject("id", UUID.class)),
            DocumentKind.valueOf(rs.getString("kind")),
            DocumentState.valueOf(rs.getString("state")),
            rs.getString("subject"),
            rs.getInt("year"),
            rs.getInt("version"),
            new UnitId(rs.getObject("drafting_unit_id", UUID.class)),
            rs.getObject("concerns_id", UUID.class) == null
                    ? null
                    : new DocumentId(rs.getObject("concerns_id", UUID.class)),
            (Integer) rs.getObject("number"),
            rs.getString("symbol"),
            rs.getObject("issued_on", java.time.LocalDate.class),
            rs.getObject("docx_file_id", UUID.class),
            rs.getObject("pdf_file_id", UUID.class),
            rs.getObject("changed_at", OffsetDateTime.class));

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    OutgoingDocuments(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The parameters that {@link #VISIBLE} needs. */
    public static Map<String, Object> visibleTo(Actor actor) {
        var drafts = actor.reach(Action.READ_DRAFTS);
        return Map.of(
                "agency", actor.agency().value(), "draftsWhole", drafts.wholeIds(), "draftsOnly", drafts.onlyIds());
    }

    /** Makes a draft. Tasks and findings of the content are not stored here: they belong to who asked for the draft. */
    @Transactional
    public DocumentId create(
            Actor actor, DocumentKind kind, AdministrativeDocument content, int year, @Nullable DocumentId concerns) {
        actor.must(Action.WRITE_DOCUMENTS);
        var id = DocumentId.create();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("""
            insert into outgoing_document (id, agency_id, kind, state, subject, year, head, version,
                                           drafting_unit_id, created_by, created_at, changed_at, concerns_id)
            values (:id, :agency, :kind, 'DRAFT', :subject, :year, cast(:head as jsonb), 1, :unit, :by, :now, :now, :concerns)
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("kind", kind.name())
                .param("subject", content.subjectLine() == null ? "" : content.subjectLine())
                .param("year", year)
                .param("head", json.writeValueAsString(headOf(content)))
                .param("unit", actor.unit().value())
                .param("by", actor.account().value())
                .param("now", now)
                .param("concerns", concerns == null ? null : concerns.value())
                .update();
        insertBlocks(id, 0, content.body());
        for (int i = 0; i < content.annexes().size(); i++)
            insertBlocks(id, i + 1, content.annexes().get(i).body());
        var held = actor.grantFor(Action.WRITE_DOCUMENTS).orElseThrow();
        jdbc.sql("""
            insert into document_step (document_id, no, to_state, account_id, at, capacity, behalf_account_id)
            values (:id, 1, 'DRAFT', :by, :now, :capacity, cast(:behalf as uuid))
            """)
                .param("id", id.value())
                .param("by", actor.account().value())
                .param("now", now)
                .param("capacity", held.capacity().name())
                .param("behalf", held.behalf() == null ? null : held.behalf().value())
                .update();
        audit.record(actor, "document.create", id.value(), Map.of("kind", kind.name(), "year", year));
        return id;
    }

    /** @throws NotVisible when it is absent or out of scope */
    public OutgoingDocument find(Actor actor, DocumentId id) {
        return jdbc.sql("select d.* from outgoing_document d where d.id = :id and" + VISIBLE)
                .param("id", id.value())
                .params(visibleTo(actor))
                .query(ROW)
                .optional()
                .orElseThrow(() -> new NotVisible("document " + id));
    }

    /**
     * The document, where the actor's role for an act reaches the unit that writes it. A role for the whole agency reaches
     * also what a unit wrote that has been dissolved since.
     *
     * @throws NotVisible when it is absent or out of scope
     */
    public OutgoingDocument findFor(Actor actor, DocumentId id, Action action) {
        var reach = actor.reach(action);
        return jdbc.sql("select d.* from outgoing_document d where d.id = :id and" + VISIBLE + """
            and (d.agency_id = any (:whole) or in_reach(d.drafting_unit_id, :whole, :only, current_date))
            """)
                .param("id", id.value())
                .params(visibleTo(actor))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .query(ROW)
                .optional()
                .orElseThrow(() -> new NotVisible("document " + id));
    }

    /** The whole document with its words; tasks, cited documents and findings are left empty. */
    public AdministrativeDocument content(Actor actor, DocumentId id) {
        return identified(actor, id).content();
    }

    /** @param ids of the paragraphs by part, in their order: 0 is the text itself, then the annexes */
    public record Identified(AdministrativeDocument content, Map<Integer, List<UUID>> ids) {}

    /** The same with the ids of its paragraphs, for modules that keep something about single ones. */
    public Identified identified(Actor actor, DocumentId id) {
        String head = jdbc.sql("select cast(d.head as text) from outgoing_document d where d.id = :id and" + VISIBLE)
                .param("id", id.value())
                .params(visibleTo(actor))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotVisible("document " + id));
        var headOnly = json.readValue(head, AdministrativeDocument.class);
        var ids = new HashMap<Integer, List<UUID>>();
        var parts = blocks(id, ids);
        var annexes = new ArrayList<Annex>();
        for (int i = 0; i < headOnly.annexes().size(); i++) {
            var annex = headOnly.annexes().get(i);
            annexes.add(
                    new Annex(annex.label(), annex.title(), annex.attachedTo(), parts.getOrDefault(i + 1, List.of())));
        }
        return new Identified(with(headOnly, parts.getOrDefault(0, List.of()), annexes), ids);
    }

    /** By part: 0 is the text itself, then the annexes. */
    private Map<Integer, List<Block>> blocks(DocumentId id, Map<Integer, List<UUID>> ids) {
        var parts = new HashMap<Integer, List<Block>>();
        jdbc.sql("""
            select id, part, kind, number, text, cast(rows as text) as rows, line_from, line_to
            from   document_block
            where  document_id = :id
            order  by part, position
            """).param("id", id.value()).query(rs -> {
            ids.computeIfAbsent(rs.getInt("part"), _ -> new ArrayList<>()).add(rs.getObject("id", UUID.class));
            parts.computeIfAbsent(rs.getInt("part"), _ -> new ArrayList<>())
                    .add(new Block(
                            Block.Kind.valueOf(rs.getString("kind")),
                            rs.getString("number"),
                            rs.getString("text"),
                            json.readValue(rs.getString("rows"), new TypeReference<List<List<String>>>() {}),
                            rs.getObject("line_from") == null
                                    ? null
                                    : new Lines(rs.getInt("line_from"), rs.getInt("line_to"))));
        });
        return parts;
    }

    private void insertBlocks(DocumentId id, int part, List<Block> blocks) {
        for (int position = 0; position < blocks.size(); position++) {
            var block = blocks.get(position);
            var lines = block.lines();
            jdbc.sql("""
                insert into document_block (id, document_id, part, position, kind, number, text, rows, line_from, line_to, version)
                values (:id, :document, :part, :position, :kind, :number, :text, cast(:rows as jsonb), :from, :to, 1)
                """)
                    .param("id", Uuid7.create())
                    .param("document", id.value())
                    .param("part", part)
                    .param("position", position)
                    .param("kind", block.kind().name())
                    .param("number", block.number())
                    .param("text", block.text())
                    .param("rows", json.writeValueAsString(block.rows()))
                    .param("from", lines == null ? null : lines.from())
                    .param("to", lines == null ? null : lines.to())
                    .update();
        }
    }

    static AdministrativeDocument headOf(AdministrativeDocument whole) {
        return with(
                whole,
                List.of(),
                whole.annexes().stream()
                        .map(a -> new Annex(a.label(), a.title(), a.attachedTo(), List.of()))
                        .toList());
    }

    private static AdministrativeDocument with(AdministrativeDocument d, List<Block> body, List<Annex> annexes) {
        return new AdministrativeDocument(
                d.documentType(),
                d.issuingAgency(),
                d.parentAgency(),
                d.number(),
                d.symbol(),
                d.place(),
                d.date(),
                d.subjectLine(),
                d.addressees(),
                d.legalBases(),
                List.of(),
                body,
                List.of(),
                List.of(),
                d.recipients(),
                d.signature(),
                annexes,
                List.of());
    }
}
