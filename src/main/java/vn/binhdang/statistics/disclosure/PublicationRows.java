package vn.binhdang.statistics.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;

/** Stored publications. */
@Component
class PublicationRows {
    /**
     * Why a prepared publication {@code p} can no longer be published, as the end of a message key; null when it can. What
     * others published of the same elements in the meantime was not known when it was prepared; with it, something could be
     * worked out. So it could with what had been published before and changed, if that was not yet held against then.
     */
    static final String BARRED = """
        case when exists (select 1 from stat_publication o
                          where  o.published_at is not null and o.elements && p.elements and o.published_at >= p.made_at)
             then 'overtaken'
             when p.method = 'WITHHOLD' and coalesce(p.layout ->> 'changesHeld', '') <> 'true'
                  and exists (select 1 from stat_publication o where o.published_at is not null and o.elements && p.elements)
             then 'changesNotHeld' end\
        """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    PublicationRows(JdbcClient jdbc, AuditTrail audit, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    record Outcomes(Map<String, Outcome> cells) {}

    record New(
            String title,
            List<String> elements,
            List<String> periods,
            @Nullable String dimension,
            @Nullable LocalDate map,
            int base,
            int threshold,
            Layout layout,
            Tables tables,
            SafeTables safe,
            OffsetDateTime asOf) {}

    /** Whatever any agency has published of these elements; what was withdrawn is known all the same. */
    @Transactional(readOnly = true)
    public List<PublicationTables.Earlier> published(List<String> elements) {
        return jdbc.sql("""
            select agency_id, elements, periods, dimension, map, method, cast(tables as text) as tables, cast(outcomes as text) as outcomes
            from   stat_publication
            where  published_at is not null and elements && cast(:elements as text[])
            order  by published_at desc, id
            """)
                .param("elements", elements.toArray(String[]::new))
                .query((rs, i) -> new PublicationTables.Earlier(
                        new UnitId(rs.getObject("agency_id", UUID.class)),
                        List.of((String[]) rs.getArray("elements").getArray()),
                        List.of((String[]) rs.getArray("periods").getArray()),
                        rs.getString("dimension"),
                        rs.getObject("map", LocalDate.class),
                        rs.getString("method").equals("ROUND"),
                        json.readValue(rs.getString("tables"), Tables.class),
                        json.readValue(rs.getString("outcomes"), Outcomes.class).cells()))
                .list();
    }

    @Transactional
    public PublicationId add(Actor actor, New made) {
        var id = PublicationId.create();
        var safe = made.safe();
        int small = (int) safe.count(Outcome.Kind.PRIMARY);
        int others = (int) safe.count(Outcome.Kind.COMPLEMENTARY);
        int shown = (int) (safe.count(Outcome.Kind.SHOWN) + safe.count(Outcome.Kind.ROUNDED));
        jdbc.sql("""
            insert into stat_publication (id, agency_id, title, elements, periods, dimension, map, method, base, threshold, state,
                    layout, tables, outcomes, proof, shown, small, others, made_at, made_by)
            values (:id, :agency, :title, :elements, :periods, :dimension, :map, :method, :base, :threshold, 'PREPARED',
                    cast(:layout as jsonb), cast(:tables as jsonb), cast(:outcomes as jsonb), cast(:proof as jsonb),
                    :shown, :small, :others, :at, :by)
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("title", made.title())
                .param("elements", made.elements().toArray(String[]::new))
                .param("periods", made.periods().toArray(String[]::new))
                .param("dimension", made.dimension())
                .param("map", made.map())
                .param("method", made.base() > 0 ? "ROUND" : "WITHHOLD")
                .param("base", made.base())
                .param("threshold", made.threshold())
                .param("layout", json.writeValueAsString(made.layout()))
                .param("tables", json.writeValueAsString(made.tables()))
                .param("outcomes", json.writeValueAsString(new Outcomes(safe.outcomes())))
                .param("proof", json.writeValueAsString(safe.proof()))
                .param("shown", shown)
                .param("small", small)
                .param("others", others)
                .param("at", made.asOf())
                .param("by", actor.account().value())
                .update();
        audit.record(actor, "statistics.publication.prepare", id.value(), Map.of("withheld", small + others));
        return id;
    }

    private record Stored(
            String state,
            Tables tables,
            SafeTables safe,
            @Nullable String barred) {}

    /** The proof is checked once more, from what is stored. */
    @Transactional
    public void publish(Actor actor, PublicationId id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('stat_publication'))")
                .query()
                .singleRow();
        var stored = jdbc.sql("""
            select p.state, cast(p.tables as text) as tables, cast(p.outcomes as text) as outcomes,
                   cast(p.proof as text) as proof, %s as barred
            from   stat_publication p where p.id = :id and p.agency_id = :agency
            """.formatted(BARRED))
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query((rs, i) -> new Stored(
                        rs.getString("state"),
                        json.readValue(rs.getString("tables"), Tables.class),
                        new SafeTables(
                                json.readValue(rs.getString("outcomes"), Outcomes.class)
                                        .cells(),
                                json.readValue(rs.getString("proof"), Proof.class)),
                        rs.getString("barred")))
                .optional()
                .orElseThrow(() -> new NotVisible("publication " + id));
        if (!stored.state().equals("PREPARED")) throw new Refused("statistics.disclosure.refused.movedOn");
        if (stored.barred() != null) throw new Refused("statistics.disclosure.refused." + stored.barred());
        var faults = ProofCheck.faults(stored.tables(), stored.safe());
        if (!faults.isEmpty())
            throw new IllegalStateException(
                    "the proof of publication %s does not hold: %d faults".formatted(id, faults.size()));
        jdbc.sql("""
            update stat_publication set state = 'PUBLISHED', published_at = :at, published_by = :by where id = :id
            """)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", actor.account().value())
                .param("id", id.value())
                .update();
        audit.record(actor, "statistics.publication.publish", id.value());
    }

    @Transactional
    public void discard(Actor actor, PublicationId id) {
        var state = jdbc.sql("select state from stat_publication where id = :id and agency_id = :agency for update")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotVisible("publication " + id));
        if (!state.equals("PREPARED")) throw new Refused("statistics.disclosure.refused.movedOn");
        jdbc.sql("update stat_publication set state = 'DISCARDED' where id = :id")
                .param("id", id.value())
                .update();
        audit.record(actor, "statistics.publication.discard", id.value());
    }

    /** Nobody gets it any more; what it told stays known. */
    @Transactional
    public void withdraw(Actor actor, PublicationId id, String why) {
        var state = jdbc.sql("select state from stat_publication where id = :id and agency_id = :agency for update")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotVisible("publication " + id));
        if (!state.equals("PUBLISHED")) throw new Refused("statistics.disclosure.refused.movedOn");
        jdbc.sql("""
            update stat_publication set state = 'WITHDRAWN', withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
            where  id = :id
            """)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", actor.account().value())
                .param("why", why)
                .param("id", id.value())
                .update();
        audit.record(actor, "statistics.publication.withdraw", id.value(), Map.of("reason", why));
    }
}
