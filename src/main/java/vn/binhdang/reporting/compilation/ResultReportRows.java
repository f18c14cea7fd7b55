package vn.binhdang.reporting.compilation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.IssuedDocuments;
import vn.binhdang.document.IssuedDocuments.IssuedDocument;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.plan.PlanId;

/** What is kept of a report beside its words. Callers have found the document for the actor before. */
@Component
class ResultReportRows {
    private static final String OTHER = "OTHER";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ResultReportRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same data always have the same version; that a day has gone by is not new data. */
    String versionOf(ReportData data) {
        byte[] text = json.writeValueAsString(data.asOf(data.to())).getBytes(StandardCharsets.UTF_8);
        return Sha256.hex(text);
    }

    void insert(Actor actor, DocumentId id, PlanId plan, ReportWindow window, ReportData data, Instant at) {
        var period = window.period();
        jdbc.sql("""
            insert into result_report (id, agency_id, plan_id, period, year, ordinal, label, from_day, to_day,
                                       compiled_at, data, data_version)
            values (:id, :agency, :plan, :period, :year, :ordinal, :label, :from, :to,
                    :at, cast(:data as jsonb), :version)
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("plan", plan.value())
                .param("period", period == null ? OTHER : period.kind().name())
                .param("year", period == null ? null : period.year())
                .param("ordinal", period == null ? null : period.ordinal())
                .param("label", window.label())
                .param("from", window.from())
                .param("to", window.to())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("data", json.writeValueAsString(data))
                .param("version", versionOf(data))
                .update();
    }

    void recompiled(Actor actor, DocumentId id, ReportData data, Instant at) {
        jdbc.sql("""
            update result_report set compiled_at = :at, data = cast(:data as jsonb), data_version = :version
            where  id = :id and agency_id = :agency
            """)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("data", json.writeValueAsString(data))
                .param("version", versionOf(data))
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .update();
    }

    ResultReport of(Actor actor, OutgoingDocument document) {
        return jdbc.sql("""
            select r.plan_id, r.period, r.year, r.ordinal, r.label, r.from_day, r.to_day, r.compiled_at,
                   cast(r.data as text) as data, r.data_version, unit_called(r.agency_id, :today) as agency,
                   (select coalesce(json_agg(json_build_object('slot', s.slot, 'block', s.block_id,
                                                 'version', s.block_version, 'task', s.task_id, 'document', s.document_id)
                                             order by s.slot), '[]')
                    from   result_report_source s where s.report_id = r.id) as sources,
                   %s as issued
            from   result_report r
            where  r.id = :id and r.agency_id = :agency
            """.formatted(IssuedDocuments.JSON.formatted("r.agency_id", "r.from_day", "r.to_day + 1")))
                .param("id", document.id().value())
                .param("agency", actor.agency().value())
                .param("today", Today.of(clock).day())
                .query((rs, i) -> new ResultReport(
                        document,
                        new PlanId(rs.getObject("plan_id", UUID.class)),
                        new ReportData.Agency(rs.getString("agency")),
                        new ReportWindow(
                                period(rs.getString("period"), rs.getInt("year"), rs.getInt("ordinal")),
                                rs.getString("label"),
                                rs.getObject("from_day", LocalDate.class),
                                rs.getObject("to_day", LocalDate.class)),
                        rs.getObject("compiled_at", OffsetDateTime.class).toInstant(),
                        json.readValue(rs.getString("data"), ReportData.class),
                        rs.getString("data_version"),
                        json.readValue(rs.getString("issued"), new TypeReference<List<IssuedDocument>>() {}),
                        json.readValue(rs.getString("sources"), new TypeReference<List<Refresh.Source>>() {})))
                .optional()
                .orElseThrow(() -> new NotVisible("report " + document.id()));
    }

    private static @Nullable ReportingPeriod period(String kind, int year, int ordinal) {
        return kind.equals(OTHER) ? null : new ReportingPeriod(ReportingPeriod.Kind.valueOf(kind), year, ordinal);
    }

    /** The report on a plan and window that is under way or in force; two people asking at once are asked one by one. */
    Optional<DocumentId> standing(Actor actor, PlanId plan, ReportWindow window) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "report " + plan + window.from() + window.to())
                .query(rs -> {});
        return jdbc.sql("""
            select r.id
            from   result_report r join outgoing_document d on d.id = r.id
            where  r.agency_id = :agency and r.plan_id = :plan and r.from_day = :from and r.to_day = :to
              and  d.state not in ('SUPERSEDED', 'RECALLED')
            order  by r.id desc
            limit  1
            """)
                .param("agency", actor.agency().value())
                .param("plan", plan.value())
                .param("from", window.from())
                .param("to", window.to())
                .query(UUID.class)
                .optional()
                .map(DocumentId::new);
    }

    void replaceSources(DocumentId id, List<Refresh.Source> sources) {
        jdbc.sql("delete from result_report_source where report_id = :id")
                .param("id", id.value())
                .update();
        for (var source : sources)
            jdbc.sql("""
                insert into result_report_source (report_id, slot, block_id, block_version, task_id, document_id)
                values (:id, :slot, :block, :version, :task, :document)
                """)
                    .param("id", id.value())
                    .param("slot", source.slot())
                    .param("block", source.block())
                    .param("version", source.version())
                    .param("task", source.task())
                    .param("document", source.document())
                    .update();
    }
}
