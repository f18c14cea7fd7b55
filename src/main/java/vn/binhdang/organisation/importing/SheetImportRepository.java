package vn.binhdang.organisation.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.importing.SheetImport.State;
import vn.binhdang.organisation.sheet.Mistake;
import vn.binhdang.organisation.sheet.UnreadableSheet;

@Repository
class SheetImportRepository {
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final String COLUMNS = """
        select id, kind, file_name, sha256, state, brought_at, rows_done, rows_total, refusal_key, refusal_arguments,
               ignored_columns, creates, changes, unchanged, mistakes, preview, cancel_wanted
        from   sheet_import
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    SheetImportRepository(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    void insert(
            Actor actor, SheetImportId id, String kind, String language, String name, String sha256, byte[] content) {
        jdbc.sql("""
            insert into sheet_import (id, kind, agency_id, brought_by, brought_at, acting, language, file_name, sha256,
                                      content, state)
            values (:id, :kind, :agency, :by, :at, cast(:acting as jsonb), :language, :name, :sha256, :content, 'CHECKING')
            """)
                .param("id", id.value())
                .param("kind", kind)
                .param("agency", actor.agency().value())
                .param("by", actor.account().value())
                .param("at", now())
                .param("acting", json.writeValueAsString(Acting.of(actor)))
                .param("language", language)
                .param("name", name)
                .param("sha256", sha256)
                .param("content", content)
                .update();
    }

    /** Only to the person who brought it: the file may name people. */
    SheetImport find(Actor actor, SheetImportId id, Collection<String> kinds) {
        return jdbc.sql(COLUMNS + " where id = :id and agency_id = :agency and brought_by = :by and kind in (:kinds)")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("by", actor.account().value())
                .param("kinds", kinds.isEmpty() ? List.of("") : kinds)
                .query(this::row)
                .optional()
                .orElseThrow(() -> new NotVisible("sheet import " + id));
    }

    List<SheetImport> latest(Actor actor, String kind, int limit) {
        return jdbc.sql(COLUMNS + """
            where agency_id = :agency and brought_by = :by and kind = :kind
            order by brought_at desc, id limit :limit
            """)
                .param("agency", actor.agency().value())
                .param("by", actor.account().value())
                .param("kind", kind)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** @param content null once it was written or thrown away */
    record Work(String kind, State state, Acting acting, String language, String fileName, byte @Nullable [] content) {}

    Optional<Work> work(SheetImportId id) {
        return jdbc.sql("select kind, state, acting, language, file_name, content from sheet_import where id = :id")
                .param("id", id.value())
                .query((rs, n) -> new Work(
                        rs.getString("kind"),
                        State.valueOf(rs.getString("state")),
                        json.readValue(rs.getString("acting"), Acting.class),
                        rs.getString("language"),
                        rs.getString("file_name"),
                        rs.getBytes("content")))
                .optional();
    }

    /** @return whether somebody wants it to end */
    boolean progress(SheetImportId id, int done, int total) {
        return jdbc.sql("update sheet_import set rows_done = :done, rows_total = :total where id = :id"
                        + " returning cancel_wanted")
                .param("id", id.value())
                .param("done", done)
                .param("total", total == 0 ? null : total)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void refused(SheetImportId id, UnreadableSheet why) {
        jdbc.sql("""
            update sheet_import set state = 'REFUSED', refusal_key = :key, refusal_arguments = cast(:arguments as jsonb),
                   content = null, ended_at = :now
            where  id = :id
            """)
                .param("id", id.value())
                .param("key", why.messageKey())
                .param("arguments", json.writeValueAsString(why.arguments()))
                .param("now", now())
                .update();
    }

    void wrong(SheetImportId id, int rows, List<String> ignored, int count, List<Mistake> mistakes) {
        jdbc.sql("delete from sheet_import_mistake where import_id = :id")
                .param("id", id.value())
                .update();
        var lines = new java.util.ArrayList<Object[]>();
        for (var mistake : mistakes)
            lines.add(new Object[] {
                id.value(),
                lines.size() + 1,
                mistake.row(),
                mistake.column(),
                mistake.messageKey(),
                json.writeValueAsString(mistake.arguments())
            });
        batch.batchUpdate("""
            insert into sheet_import_mistake (import_id, ordinal, row_number, column_key, message_key, arguments)
            values (?, ?, ?, ?, ?, cast(? as jsonb))
            """, lines);
        jdbc.sql("""
            update sheet_import set state = 'WRONG', mistakes = :count, rows_done = :rows, rows_total = :rows,
                   ignored_columns = cast(:ignored as jsonb), creates = 0, changes = 0, unchanged = 0, content = null
            where  id = :id
            """)
                .param("id", id.value())
                .param("count", count)
                .param("rows", rows)
                .param("ignored", json.writeValueAsString(ignored))
                .update();
    }

    void ready(
            SheetImportId id,
            int rows,
            List<String> ignored,
            SheetImporter.Counts counts,
            SheetImporter.Preview preview) {
        jdbc.sql("""
            update sheet_import set state = 'READY', mistakes = 0, rows_done = :rows, rows_total = :rows,
                   ignored_columns = cast(:ignored as jsonb), creates = :creates, changes = :changes,
                   unchanged = :unchanged, preview = cast(:preview as jsonb)
            where  id = :id
            """)
                .param("id", id.value())
                .param("rows", rows)
                .param("ignored", json.writeValueAsString(ignored))
                .param("creates", counts.creates())
                .param("changes", counts.changes())
                .param("unchanged", counts.unchanged())
                .param("preview", json.writeValueAsString(preview))
                .update();
    }

    /** @return false when it was not waiting for that, for instance because of a second click */
    boolean startWriting(Actor actor, SheetImportId id) {
        return jdbc.sql("""
            update sheet_import set state = 'WRITING', rows_done = 0, acting = cast(:acting as jsonb)
            where  id = :id and state = 'READY'
            """)
                        .param("id", id.value())
                        .param("acting", json.writeValueAsString(Acting.of(actor)))
                        .update()
                == 1;
    }

    /** What was shown is forgotten with the file: it may name people. */
    void end(SheetImportId id, State state) {
        jdbc.sql("delete from sheet_import_mistake where import_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("update sheet_import set state = :state, content = null, preview = null, ended_at = :now where"
                        + " id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .param("now", now())
                .update();
    }

    /** A file that waits for a decision since before a moment, of whichever agency. */
    record Waiting(SheetImportId id, String kind, UnitId agency) {}

    List<Waiting> waitingSinceBefore(OffsetDateTime moment) {
        return jdbc.sql("""
            select id, kind, agency_id from sheet_import
            where  state in ('READY', 'WRONG') and brought_at < :moment order by id for update
            """)
                .param("moment", moment)
                .query((rs, n) -> new Waiting(
                        new SheetImportId(rs.getObject("id", UUID.class)),
                        rs.getString("kind"),
                        new UnitId(rs.getObject("agency_id", UUID.class))))
                .list();
    }

    void wantCancel(SheetImportId id) {
        jdbc.sql("update sheet_import set cancel_wanted = true where id = :id")
                .param("id", id.value())
                .update();
    }

    /** In the order of the file, from after one on. */
    List<Numbered> mistakes(SheetImportId id, int after, int limit) {
        return jdbc.sql("""
            select ordinal, row_number, column_key, message_key, arguments from sheet_import_mistake
            where  import_id = :id and ordinal > :after order by ordinal limit :limit
            """)
                .param("id", id.value())
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Numbered(
                        rs.getInt("ordinal"),
                        new Mistake(
                                rs.getInt("row_number"),
                                rs.getString("column_key"),
                                rs.getString("message_key"),
                                strings(rs.getString("arguments")))))
                .list();
    }

    record Numbered(int ordinal, Mistake mistake) {}

    private SheetImport row(ResultSet rs, int n) throws SQLException {
        String preview = rs.getString("preview");
        int total = rs.getInt("rows_total");
        boolean known = !rs.wasNull();
        return new SheetImport(
                new SheetImportId(rs.getObject("id", UUID.class)),
                rs.getString("kind"),
                rs.getString("file_name"),
                rs.getString("sha256"),
                State.valueOf(rs.getString("state")),
                rs.getObject("brought_at", OffsetDateTime.class),
                rs.getInt("rows_done"),
                known ? total : null,
                rs.getString("refusal_key"),
                strings(rs.getString("refusal_arguments")),
                strings(rs.getString("ignored_columns")),
                new SheetImporter.Counts(rs.getInt("creates"), rs.getInt("changes"), rs.getInt("unchanged")),
                rs.getInt("mistakes"),
                preview == null ? null : json.readValue(preview, SheetImporter.Preview.class),
                rs.getBoolean("cancel_wanted"));
    }

    private List<String> strings(@Nullable String text) {
        return text == null ? List.of() : json.readValue(text, STRINGS);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
