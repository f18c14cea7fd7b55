package vn.binhdang.statistics.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.audit.Changed;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.rollup.Sums;
import vn.binhdang.statistics.rollup.UnitsSeen;

/**
 * The dashboards that people made. Who sees the figures of a unit sees its dashboards; who arranges them for a unit changes
 * them, from the version that was looked at.
 */
@Service
class Dashboards {
    private static final String COLUMNS = "id, unit_id, name, codes, charts, version, changed_at, changed_by";

    private final JdbcClient jdbc;
    private final Sums sums;
    private final AuditTrail audit;
    private final Clock clock;

    Dashboards(JdbcClient jdbc, Sums sums, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.sums = sums;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is stored now is another version than the one the change was made from. */
    record Overtaken(Dashboard stored) {}

    /**
     * In the order of their names.
     * @param words all of which stand in the name, without case and diacritics
     * @param after the last one before; null for the first
     */
    @Transactional(readOnly = true)
    List<Dashboard> search(Actor actor, String words, @Nullable Dashboard after, int most) {
        var seen = unitsWithDashboards(actor, Action.READ_STATISTICS);
        if (seen.length == 0) return List.of();
        return jdbc.sql("select " + COLUMNS + """
             from stat_dashboard d
            where  deleted_at is null and unit_id = any (:seen)
            and    not exists (select 1 from unnest(cast(:words as text[])) word where position(fold(word) in fold(d.name)) = 0)
            and    (cast(:afterName as text) is null or (lower(name), id) > (lower(:afterName), cast(:afterId as uuid)))
            order  by lower(name), id limit :most
            """)
                .param("seen", seen)
                .param("words", words.isBlank() ? new String[0] : words.strip().split("\\s+"))
                .param("afterName", after == null ? null : after.name())
                .param("afterId", after == null ? null : after.id().value())
                .param("most", most)
                .query(Dashboards::read)
                .list();
    }

    /** @throws NotVisible when it is not there, was deleted, or its unit is none of the actor's to see */
    @Transactional(readOnly = true)
    Dashboard find(Actor actor, DashboardId id, UnitHistory history) {
        return find(id, seen(actor, Action.READ_STATISTICS, history));
    }

    /** One that the actor may change. */
    @Transactional(readOnly = true)
    Dashboard findToChange(Actor actor, DashboardId id) {
        return find(id, seen(actor, Action.ARRANGE_STATISTICS, sums.current()));
    }

    /** Units end and merge, so whether one is seen is asked in memory; what is not seen leaves this method as absent. */
    private Dashboard find(DashboardId id, UnitsSeen seen) {
        return jdbc.sql("select " + COLUMNS + " from stat_dashboard where id = :id and deleted_at is null")
                .param("id", id.value())
                .query(Dashboards::read)
                .optional()
                .filter(dashboard -> seen.sees(dashboard.unit()))
                .orElseThrow(() -> new NotVisible("dashboard " + id));
    }

    /** @param history of {@link Sums#current} */
    boolean mayArrange(Actor actor, UnitId unit, UnitHistory history) {
        return actor.may(Action.ARRANGE_STATISTICS)
                && seen(actor, Action.ARRANGE_STATISTICS, history).sees(unit);
    }

    private UnitsSeen seen(Actor actor, Action action, UnitHistory history) {
        return new UnitsSeen(actor, action, history, LocalDate.now(clock));
    }

    /** Few units have any: those of them that are seen, which is asked in memory since units end and merge. */
    private UUID[] unitsWithDashboards(Actor actor, Action action) {
        var seen = seen(actor, action, sums.current());
        return jdbc.sql("select distinct unit_id from stat_dashboard").query(UUID.class).list().stream()
                .filter(unit -> seen.sees(new UnitId(unit)))
                .toArray(UUID[]::new);
    }

    @Transactional
    DashboardId make(Actor actor, UnitId unit, String name, List<Dashboard.Chart> charts) {
        actor.must(Action.ARRANGE_STATISTICS);
        if (!mayArrange(actor, unit, sums.current())) throw new NotVisible("dashboards of unit " + unit);
        var id = DashboardId.create();
        jdbc.sql("""
            insert into stat_dashboard (id, unit_id, name, codes, charts, version, changed_at, changed_by)
            values (:id, :unit, :name, :codes, :charts, 1, :now, :by)
            """)
                .param("id", id.value())
                .param("unit", unit.value())
                .params(stored(actor, name, charts))
                .update();
        audit.record(
                actor,
                "statistics.dashboard.make",
                id.value(),
                Map.of("unit", unit.toString(), "dashboard", name, "charts", Dashboard.words(charts)));
        return id;
    }

    private Map<String, Object> stored(Actor actor, String name, List<Dashboard.Chart> charts) {
        return Map.of(
                "name",
                name,
                "codes",
                charts.stream().map(Dashboard.Chart::code).toArray(String[]::new),
                "charts",
                charts.stream().map(chart -> chart.look().name()).toArray(String[]::new),
                "now",
                OffsetDateTime.now(clock),
                "by",
                actor.account().value());
    }

    /** @return what is stored now, when somebody else changed it meanwhile; nothing was changed then */
    @Transactional
    Optional<Overtaken> change(Actor actor, DashboardId id, int version, String name, List<Dashboard.Chart> charts) {
        actor.must(Action.ARRANGE_STATISTICS);
        var before = findToChange(actor, id);
        if (before.version() != version) return Optional.of(new Overtaken(before));
        int changed = jdbc.sql("""
            update stat_dashboard set name = :name, codes = :codes, charts = :charts, version = version + 1,
                   changed_at = :now, changed_by = :by
            where  id = :id and version = :version and deleted_at is null
            """)
                .param("id", id.value())
                .param("version", version)
                .params(stored(actor, name, charts))
                .update();
        if (changed == 0) return Optional.of(new Overtaken(findToChange(actor, id)));
        var fields = new TreeMap<String, Object>();
        if (!before.name().equals(name)) fields.put("dashboard", Changed.of(before.name(), name));
        if (!before.charts().equals(charts))
            fields.put("charts", Changed.of(Dashboard.words(before.charts()), Dashboard.words(charts)));
        audit.record(actor, "statistics.dashboard.change", id.value(), fields);
        return Optional.empty();
    }

    /** @throws Refused when somebody changed it since it was looked at */
    @Transactional
    void delete(Actor actor, DashboardId id, int version) {
        actor.must(Action.ARRANGE_STATISTICS);
        var dashboard = findToChange(actor, id);
        int deleted = jdbc.sql("""
            update stat_dashboard set deleted_at = :now
            where  id = :id and version = :version and deleted_at is null
            """)
                .param("id", id.value())
                .param("version", version)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (deleted == 0) throw new Refused("statistics.dashboard.overtaken", dashboard.name());
        audit.record(actor, "statistics.dashboard.delete", id.value(), Map.of("dashboard", dashboard.name()));
    }

    /** Brings a deleted one back; to do so twice is harmless. */
    @Transactional
    void restore(Actor actor, DashboardId id) {
        actor.must(Action.ARRANGE_STATISTICS);
        var known = jdbc.sql(
                        "select deleted_at is not null from stat_dashboard where id = :id and unit_id = any (:seen)")
                .param("id", id.value())
                .param("seen", unitsWithDashboards(actor, Action.ARRANGE_STATISTICS))
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotVisible("dashboard " + id));
        if (!known) return;
        jdbc.sql("update stat_dashboard set deleted_at = null where id = :id")
                .param("id", id.value())
                .update();
        audit.record(actor, "statistics.dashboard.restore", id.value());
    }

    private static Dashboard read(ResultSet rs, int row) throws SQLException {
        var codes = (String[]) rs.getArray("codes").getArray();
        var looks = (String[]) rs.getArray("charts").getArray();
        var charts = new ArrayList<Dashboard.Chart>();
        for (int i = 0; i < codes.length; i++)
            charts.add(new Dashboard.Chart(codes[i], Dashboard.Look.valueOf(looks[i])));
        return new Dashboard(
                new DashboardId(rs.getObject("id", UUID.class)),
                new UnitId(rs.getObject("unit_id", UUID.class)),
                rs.getString("name"),
                charts,
                rs.getInt("version"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new AccountId(rs.getObject("changed_by", UUID.class)));
    }
}
