package vn.binhdang.plan.amendment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanPart.Home;
import vn.binhdang.plan.PlanPart.Words;
import vn.binhdang.plan.amendment.PartChange.InForce;

/** Changes of purposes, targets and annexes in the database. Who may see one has found its document before. */
@Component
class PartRows {
    private static final String COLUMNS = """
        select c.kind, c.part_id, cast(c.home as text) as home, cast(c.before as text) as before_words,
               cast(c.after as text) as after_words, c.reason, c.version, c.undone_at
        """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    PartRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were begun, without those taken back. */
    List<PartChange> changes(DocumentId amendment) {
        return jdbc.sql(COLUMNS + """
            from   plan_part_change c
            where  c.amendment_id = :id and c.undone_at is null order by c.position, c.id
            """)
                .param("id", amendment.value())
                .query(this::change)
                .list();
    }

    /** Also one taken back. */
    Optional<PartChange> change(DocumentId amendment, UUID part) {
        return jdbc.sql(COLUMNS + "from plan_part_change c where c.amendment_id = :id and c.part_id = :part")
                .param("id", amendment.value())
                .param("part", part)
                .query(this::change)
                .optional();
    }

    /** Stores a change that has gone from one version to the next, or the first one of its part. */
    void put(Actor actor, Amendment amendment, PartChange change) {
        jdbc.sql("""
            insert into plan_part_change (id, amendment_id, plan_id, position, part, kind, part_id, home, before, after, reason,
                                          version, changed_by, changed_at, undone_at)
            values (:row, :id, :plan,
                    (select coalesce(max(position) + 1, 0) from plan_part_change where amendment_id = :id),
                    :which, :kind, :part, cast(:home as jsonb), cast(:before as jsonb), cast(:after as jsonb), :reason,
                    :version, :by, :now, :undone)
            on conflict (amendment_id, part_id) do update
            set kind = excluded.kind, before = excluded.before, after = excluded.after, reason = excluded.reason,
                version = excluded.version, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                undone_at = excluded.undone_at
            """)
                .param("row", Uuid7.create())
                .param("id", amendment.id().value())
                .param("plan", amendment.plan().value())
                .param("which", change.home().kind().name())
                .param("kind", change.kind().name())
                .param("part", change.part())
                .param("home", json.writeValueAsString(change.home()))
                .param("before", written(change.before()))
                .param("after", written(change.after()))
                .param("reason", change.reason())
                .param("version", change.version())
                .param("by", actor.account().value())
                .param("now", now())
                .param("undone", change.undone() ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Changes in force of a plan, the oldest first. */
    List<InForce> inForceOf(PlanId plan) {
        return inForce("c.plan_id = :plan", plan, null).stream()
                .map(Found::change)
                .toList();
    }

    /**
     * What a draft amendment changes, and the last change in force of each part of its plan that was ever changed.
     * @param own in the order in which they were begun, without those taken back
     */
    record Deciding(List<PartChange> own, Map<UUID, InForce> last) {
        Overtaken overtaken(PartChange change) {
            return change.overtaken(last.get(change.part()));
        }
    }

    Deciding deciding(Amendment amendment) {
        var own = new ArrayList<PartChange>();
        var last = new HashMap<UUID, InForce>();
        var all = inForce("(c.amendment_id = :id or c.plan_id = :plan", amendment.plan(), amendment.id());
        for (var found : all) {
            var change = found.change().change();
            if (found.own()) own.add(change);
            else last.put(change.part(), found.change());
        }
        return new Deciding(own, last);
    }

    private record Found(InForce change, boolean own) {}

    private List<Found> inForce(String which, PlanId plan, @Nullable DocumentId own) {
        return jdbc.sql(COLUMNS + """
                 , a.id, a.in_force_on, coalesce(printed_number(d.number) || '/' || d.symbol, '') as printed
            from   plan_part_change c
            join   plan_amendment a on a.id = c.amendment_id
            join   outgoing_document d on d.id = a.id
            where  %s and a.in_force_at is not null%s and c.undone_at is null
            order  by a.in_force_at, c.position, c.id
            """.formatted(which, own == null ? "" : ")"))
                .param("plan", plan.value())
                .param("id", own == null ? null : own.value())
                .query((rs, i) -> {
                    var document = new DocumentId(rs.getObject("id", UUID.class));
                    var on = rs.getObject("in_force_on", LocalDate.class);
                    return new Found(
                            new InForce(
                                    change(rs, i), document, rs.getString("printed"), on == null ? LocalDate.MAX : on),
                            document.equals(own));
                })
                .list();
    }

    private PartChange change(ResultSet rs, int i) throws SQLException {
        return new PartChange(
                Change.Kind.valueOf(rs.getString("kind")),
                rs.getObject("part_id", UUID.class),
                json.readValue(rs.getString("home"), Home.class),
                read(rs.getString("before_words")),
                read(rs.getString("after_words")),
                rs.getString("reason"),
                rs.getInt("version"),
                rs.getObject("undone_at") != null);
    }

    private @Nullable Words read(@Nullable String words) {
        return words == null ? null : json.readValue(words, Words.class);
    }

    private @Nullable String written(@Nullable Words words) {
        return words == null ? null : json.writeValueAsString(words);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
