package vn.binhdang.plan.importing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.files.FileId;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;

@Repository
class PlanImportRepository {
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final String COLUMNS = """
        select i.id, i.file_id, i.file_name, i.sha256, i.state, i.refusal_key,
               cast(i.refusal_arguments as text) as refusal_arguments, i.newer_than_plan_id, i.imported_by, i.imported_at,
               p.id as plan_id
        from   plan_import i left join plan p on p.import_id = i.id
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    private final RowMapper<PlanImport> row = (rs, n) -> new PlanImport(
            new ImportId(rs.getObject("id", UUID.class)),
            new FileId(rs.getObject("file_id", UUID.class)),
            rs.getString("file_name"),
            rs.getString("sha256"),
            PlanImport.State.valueOf(rs.getString("state")),
            rs.getString("refusal_key"),
            strings(rs.getString("refusal_arguments")),
            planId(rs.getObject("newer_than_plan_id", UUID.class)),
            planId(rs.getObject("plan_id", UUID.class)),
            rs.getObject("imported_by", UUID.class),
            rs.getObject("imported_at", OffsetDateTime.class));

    /** A role for one unit reads what its holder brought in; a role for the agency reads all. */
    private static final String VISIBLE =
            " i.agency_id = :agency and (i.agency_id = any (:whole) or i.imported_by = :account) ";

    private static Map<String, Object> visibleTo(Actor actor) {
        return Map.of(
                "agency", actor.agency().value(),
                "whole", actor.reach(Action.READ_DRAFTS).wholeIds(),
                "account", actor.account().value());
    }

    PlanImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Actor actor, ImportId id, StoredFile file, @Nullable PlanId newerThan) {
        jdbc.sql("""
            insert into plan_import (id, agency_id, file_id, file_name, sha256, state, imported_by, imported_at, newer_than_plan_id)
            values (:id, :agency, :file, :name, :sha256, 'READING', :by, :at, :newerThan)
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("file", file.id().value())
                .param("name", file.originalName())
                .param("sha256", file.sha256())
                .param("by", actor.account().value())
                .param("at", file.storedAt())
                .param("newerThan", newerThan == null ? null : newerThan.value())
                .update();
    }

    PlanImport find(Actor actor, ImportId id) {
        return jdbc.sql(COLUMNS + " where i.id = :id and" + VISIBLE)
                .param("id", id.value())
                .params(visibleTo(actor))
                .query(row)
                .optional()
                .orElseThrow(() -> new NotVisible("import " + id));
    }

    /** Until the end of the transaction. */
    void lock(Actor actor, ImportId id) {
        jdbc.sql("select id from plan_import where id = :id and agency_id = :agency for update")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query(UUID.class)
                .optional();
    }

    Optional<PlanImport> ofPlan(Actor actor, PlanId plan) {
        return jdbc.sql(COLUMNS + " where p.id = :plan and i.agency_id = :agency")
                .param("plan", plan.value())
                .param("agency", actor.agency().value())
                .query(row)
                .optional();
    }

    /** Earlier imports of the same bytes, the newest first. */
    List<PlanImport> withSameContent(Actor actor, PlanImport as) {
        return jdbc.sql(COLUMNS + """
            where i.agency_id = :agency and i.sha256 = :sha256 and i.id <> :id
            and   (i.agency_id = any (:whole) or i.imported_by = :account)
            order by i.imported_at desc, i.id
            limit 20
            """)
                .params(visibleTo(actor))
                .param("sha256", as.sha256())
                .param("id", as.id().value())
                .query(row)
                .list();
    }

    /** The last imports of the agency, the newest first. */
    List<PlanImport> latest(Actor actor, int limit) {
        return jdbc.sql(COLUMNS + " where" + VISIBLE + "order by i.imported_at desc, i.id limit :limit")
                .params(visibleTo(actor))
                .param("limit", limit)
                .query(row)
                .list();
    }

    ReadDocument reading(ImportId id) {
        return json.readValue(
                jdbc.sql("select cast(reading as text) from plan_import where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single(),
                ReadDocument.class);
    }

    void read(ImportId id, ReadDocument reading) {
        jdbc.sql("update plan_import set state = 'READ', reading = cast(:reading as jsonb) where id = :id and"
                        + " state = 'READING'")
                .param("id", id.value())
                .param("reading", json.writeValueAsString(reading))
                .update();
    }

    void refused(ImportId id, UnreadableDocument why) {
        jdbc.sql("""
            update plan_import set state = 'REFUSED', refusal_key = :key, refusal_arguments = cast(:arguments as jsonb)
            where id = :id and state = 'READING'
            """)
                .param("id", id.value())
                .param("key", why.messageKey())
                .param("arguments", json.writeValueAsString(why.arguments()))
                .update();
    }

    /** Imports whose reading was cut off when the product stopped; their files are of any agency. */
    List<Unfinished> unfinished() {
        return jdbc.sql("select id, agency_id, file_id, file_name from plan_import where state = 'READING' order by"
                        + " imported_at")
                .query((rs, n) -> new Unfinished(
                        new ImportId(rs.getObject("id", UUID.class)),
                        new UnitId(rs.getObject("agency_id", UUID.class)),
                        new FileId(rs.getObject("file_id", UUID.class)),
                        rs.getString("file_name")))
                .list();
    }

    record Unfinished(ImportId id, UnitId agency, FileId file, String fileName) {}

    private List<String> strings(@Nullable String text) {
        return text == null ? List.of() : json.readValue(text, STRINGS);
    }

    private static @Nullable PlanId planId(@Nullable UUID value) {
        return value == null ? null : new PlanId(value);
    }
}
