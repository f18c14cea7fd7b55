package vn.binhdang.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;

/**
 * The paragraphs of a draft with their identities, for a module that writes some of them itself and must not touch what
 * people wrote: whoever changes a paragraph counts its version up.
 */
@Component
public class DraftBlocks {
    private final JdbcClient jdbc;
    private final OutgoingDocuments documents;
    private final JsonMapper json = JsonMapper.builder().build();

    DraftBlocks(JdbcClient jdbc, OutgoingDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** @param part 0 for the body, 1 … for the annexes */
    public record DraftBlock(UUID id, int part, Block block, int version) {}

    /** In reading order, part by part. */
    public List<DraftBlock> of(Actor actor, DocumentId id) {
        return documents.written(actor, id).blocks();
    }

    /**
     * The document with its words, for who may write it now.
     * @throws Refused when the document is not open for writing
     */
    public WrittenDocument writable(Actor actor, DocumentId id) {
        actor.must(Action.WRITE_DOCUMENTS);
        var written = documents.writtenFor(actor, id, Action.WRITE_DOCUMENTS);
        var state = written.document().state();
        if (!state.editable()) throw new Refused("document.approval.stands." + state.word());
        return written;
    }

    /** The same, held against everybody else until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WrittenDocument hold(Actor actor, DocumentId id) {
        jdbc.sql("select 1 from outgoing_document where id = :id and agency_id = :agency for update")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query(Integer.class)
                .optional();
        return writable(actor, id);
    }

    /**
     * Makes these the paragraphs of the draft: unknown ones are added, those left out removed. The caller has held the
     * document, counted up the version of what it changed, and writes the audit row.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(Actor actor, DocumentId id, List<DraftBlock> wanted) {
        var now = hold(actor, id).blocks().stream().collect(Collectors.toMap(DraftBlock::id, block -> block));
        var kept = wanted.stream().map(DraftBlock::id).collect(Collectors.toSet());
        for (var block : now.values()) if (!kept.contains(block.id())) remove(id, block.id());
        Map<Integer, Integer> next = new HashMap<>();
        for (var block : wanted) {
            int position = next.merge(block.part(), 1, Integer::sum) - 1;
            if (now.containsKey(block.id())) update(id, block, position);
            else insert(id, block, position);
        }
    }

    private void remove(DocumentId document, UUID block) {
        jdbc.sql("delete from document_block where document_id = :document and id = :id")
                .param("document", document.value())
                .param("id", block)
                .update();
    }

    private void update(DocumentId document, DraftBlock block, int position) {
        jdbc.sql("""
            update document_block
            set    part = :part, position = :position, kind = :kind, number = :number, text = :text,
                   rows = cast(:rows as jsonb), version = :version
            where  document_id = :document and id = :id
            """).params(values(document, block, position)).update();
    }

    private void insert(DocumentId document, DraftBlock block, int position) {
        jdbc.sql("""
            insert into document_block (id, document_id, part, position, kind, number, text, rows, version)
            values (:id, :document, :part, :position, :kind, :number, :text, cast(:rows as jsonb), :version)
            """).params(values(document, block, position)).update();
    }

    private Map<String, Object> values(DocumentId document, DraftBlock block, int position) {
        var values = new HashMap<String, Object>();
        values.put("id", block.id());
        values.put("document", document.value());
        values.put("part", block.part());
        values.put("position", position);
        values.put("kind", block.block().kind().name());
        values.put("number", block.block().number());
        values.put("text", block.block().text());
        values.put("rows", json.writeValueAsString(block.block().rows()));
        values.put("version", block.version());
        return values;
    }
}
