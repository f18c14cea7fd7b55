package vn.binhdang.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DraftBlocks.DraftBlock;
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

    private static final String REACHED =
            " and (d.agency_id = any (:whole) or in_reach(d.drafting_unit_id, :whole, :only, current_date))";

    /** The paragraphs of a document in reading order. */
    private static final String BLOCKS = """
        (select coalesce(json_agg(json_build_object(
                    'id', b.id, 'part', b.part, 'kind', b.kind, 'number', b.number, 'text', b.text,
                    'rows', b.rows, 'from', b.line_from, 'to', b.line_to, 'version', b.version)
                order by b.part, b.position), '[]')
         from   document_block b where b.document_id = d.id)\
        """;

    /** The way of a document so far. */
    private static final String STEPS = """
        (select coalesce(json_agg(json_build_object(
                    'no', s.no, 'from', s.from_state, 'to', s.to_state, 'reason', s.reason,
                    'by', account_called(s.account_id), 'at', s.at, 'capacity', s.capacity,
                    'behalf', case when s.behalf_account_id is not null then account_called(s.behalf_account_id) end)
                order by s.no), '[]')
         from   document_step s where s.document_id = d.id)\
        """;

    /** A document with its paragraphs. */
    private static final String WRITTEN = "select d.*, " + BLOCKS + """
         as blocks
        from   outgoing_document d
        where  d.id = :id and
        """;

    /** What {@link #ROW} reads, without the words. */
    public static final String COLUMNS = """
        d.id, d.kind, d.state, d.subject, d.year, d.version, d.drafting_unit_id, d.concerns_id, d.number, d.symbol,
        d.approved_on, d.issued_on, d.docx_file_id, d.pdf_file_id, d.changed_at\
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
            rs.getObject("approved_on", LocalDate.class),
            rs.getObject("issued_on", LocalDate.class),
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
        return jdbc.sql("select d.* from outgoing_document d where d.id = :id and" + VISIBLE + REACHED)
                .param("id", id.value())
                .params(visibleTo(actor))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .query(ROW)
                .optional()
                .orElseThrow(() -> new NotVisible("document " + id));
    }

    /** The document with its words. @throws NotVisible when it is absent or out of scope */
    public WrittenDocument written(Actor actor, DocumentId id) {
        return jdbc.sql(WRITTEN + VISIBLE)
                .param("id", id.value())
                .params(visibleTo(actor))
                .query(this::written)
                .optional()
                .orElseThrow(() -> new NotVisible("document " + id));
    }

    /** The same under the condition of {@link #findFor}. */
    public WrittenDocument writtenFor(Actor actor, DocumentId id, Action action) {
        var reach = actor.reach(action);
        return jdbc.sql(WRITTEN + VISIBLE + REACHED)
                .param("id", id.value())
                .params(visibleTo(actor))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .query(this::written)
                .optional()
                .orElseThrow(() -> new NotVisible("document " + id));
    }

    /**
     * A document with its words, and what hangs together with it.
     * @param around see {@link DocumentTies#around}
     * @param steps of its way so far, oldest first, as JSON
     */
    public record Among(WrittenDocument written, List<OutgoingDocument> around, String steps) {}

    /** @throws NotVisible when it is absent or out of scope */
    public Among among(Actor actor, DocumentId id) {
        return jdbc.sql("""
            select %s, case when d.id = :id then cast(d.head as text) end as head,
                   case when d.id = :id then cast(d.issued_content as text) end as issued_content,
                   case when d.id = :id then %s end as blocks, case when d.id = :id then %s end as steps
            from   outgoing_document d
            where  (d.id = :id or d.concerns_id = :id
                    or d.id = (select own.concerns_id from outgoing_document own where own.id = :id))
            and    %s
            order  by d.id
            """.formatted(COLUMNS, BLOCKS, STEPS, VISIBLE))
                .param("id", id.value())
                .params(visibleTo(actor))
                .query(rs -> {
                    WrittenDocument written = null;
                    String steps = "[]";
                    var around = new ArrayList<OutgoingDocument>();
                    while (rs.next())
                        if (id.value().equals(rs.getObject("id", UUID.class))) {
                            written = written(rs, 0);
                            steps = rs.getString("steps");
                        } else around.add(Objects.requireNonNull(ROW.mapRow(rs, 0)));
                    if (written == null) throw new NotVisible("document " + id);
                    return new Among(written, around, steps);
                });
    }

    private WrittenDocument written(ResultSet rs, int i) throws SQLException {
        record Stored(
                UUID id,
                int part,
                Block.Kind kind,
                @Nullable String number,
                String text,
                List<List<String>> rows,
                @Nullable Integer from,
                @Nullable Integer to,
                int version) {
            DraftBlock block() {
                var lines = from == null || to == null ? null : new Lines(from, to);
                return new DraftBlock(id, part, new Block(kind, number, text, rows, lines), version);
            }
        }
        var blocks = json.readValue(rs.getString("blocks"), new TypeReference<List<Stored>>() {});
        return new WrittenDocument(
                Objects.requireNonNull(ROW.mapRow(rs, i)),
                rs.getString("head"),
                blocks.stream().map(Stored::block).toList(),
                rs.getString("issued_content"));
    }

    /** The whole document with its words; tasks, cited documents and findings are left empty. */
    public AdministrativeDocument content(Actor actor, DocumentId id) {
        return written(actor, id).content();
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
        return whole.withWords(
                whole.legalBases(),
                List.of(),
                whole.annexes().stream()
                        .map(a -> new Annex(a.label(), a.title(), a.attachedTo(), List.of()))
                        .toList());
    }
}
