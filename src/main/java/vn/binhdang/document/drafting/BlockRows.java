package vn.binhdang.document.drafting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.Lines;

/** The paragraphs of a document in the database. Positions of a part run from 0 without gaps. */
@Component
class BlockRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final RowMapper<BlockRow> ROW = (rs, i) -> new BlockRow(
            rs.getObject("id", UUID.class),
            rs.getInt("part"),
            rs.getInt("position"),
            new Block(
                    Block.Kind.valueOf(rs.getString("kind")),
                    rs.getString("number"),
                    rs.getString("text"),
                    JSON.readValue(rs.getString("cells"), new TypeReference<List<List<String>>>() {}),
                    rs.getObject("line_from") == null ? null : new Lines(rs.getInt("line_from"), rs.getInt("line_to"))),
            rs.getInt("version"));

    private static final String SELECT = """
        select id, part, position, kind, number, text, cast(rows as text) as cells, line_from, line_to, version
        from   document_block
        where  document_id = :document
        """;

    private final JdbcClient jdbc;

    BlockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<BlockRow> of(DocumentId document) {
        return jdbc.sql(SELECT + "order by part, position")
                .param("document", document.value())
                .query(ROW)
                .list();
    }

    Optional<BlockRow> find(DocumentId document, UUID block) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("document", document.value())
                .param("id", block)
                .query(ROW)
                .optional();
    }

    Optional<BlockRow> at(DocumentId document, int part, int position) {
        return jdbc.sql(SELECT + "and part = :part and position = :position")
                .param("document", document.value())
                .param("part", part)
                .param("position", position)
                .query(ROW)
                .optional();
    }

    int count(DocumentId document, int part) {
        return jdbc.sql("select count(*) from document_block where document_id = :document and part = :part")
                .param("document", document.value())
                .param("part", part)
                .query(Integer.class)
                .single();
    }

    /** Stores the words of a paragraph that has gone from one version to the next. */
    void update(DocumentId document, BlockRow row) {
        var lines = row.block().lines();
        jdbc.sql("""
            update document_block
            set    kind = :kind, number = :number, text = :text, rows = cast(:rows as jsonb),
                   line_from = :from, line_to = :to, version = :version
            where  document_id = :document and id = :id
            """)
                .param("kind", row.block().kind().name())
                .param("number", row.block().number())
                .param("text", row.block().text())
                .param("rows", JSON.writeValueAsString(row.block().rows()))
                .param("from", lines == null ? null : lines.from())
                .param("to", lines == null ? null : lines.to())
                .param("version", row.version())
                .param("document", document.value())
                .param("id", row.id())
                .update();
    }

    /** Puts a paragraph at its position; those from there on move down. */
    void insert(DocumentId document, BlockRow row) {
        shift(document, row.part(), row.position(), 1);
        jdbc.sql("""
            insert into document_block (id, document_id, part, position, kind, number, text, rows, version)
            values (:id, :document, :part, :position, :kind, null, '', '[]', :version)
            """)
                .param("id", row.id())
                .param("document", document.value())
                .param("part", row.part())
                .param("position", row.position())
                .param("kind", row.block().kind().name())
                .param("version", row.version())
                .update();
        update(document, row);
    }

    /** Takes a paragraph out; those after it move up. */
    void remove(DocumentId document, BlockRow row) {
        jdbc.sql("delete from document_block where document_id = :document and id = :id")
                .param("document", document.value())
                .param("id", row.id())
                .update();
        shift(document, row.part(), row.position() + 1, -1);
    }

    void place(DocumentId document, UUID block, int position) {
        jdbc.sql("update document_block set position = :position where document_id = :document and id = :id")
                .param("position", position)
                .param("document", document.value())
                .param("id", block)
                .update();
    }

    private void shift(DocumentId document, int part, int from, int by) {
        jdbc.sql("""
            update document_block set position = position + :by
            where  document_id = :document and part = :part and position >= :from
            """)
                .param("by", by)
                .param("document", document.value())
                .param("part", part)
                .param("from", from)
                .update();
    }
}
