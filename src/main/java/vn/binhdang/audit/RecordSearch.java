package vn.binhdang.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/** Finds rows of one chain for an auditor, newest first, within the units that are theirs to read. */
@Component
class RecordSearch {
    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final RecordNames names;
    private final Clock clock;

    RecordSearch(JdbcClient jdbc, RecordNames names, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    /** @param before number of the row that ended the page before; null for the newest rows */
    List<StoredRow> find(Actor actor, RecordFilter filter, @Nullable Long before) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        narrow(actor, filter, conditions, values);
        if (before != null) {
            conditions.add("no < :before");
            values.put("before", before);
        }
        values.put("most", PAGE + 1);
        return jdbc.sql("select %s from audit_row where %s order by no desc limit :most"
                        .formatted(StoredRow.COLUMNS, String.join(" and ", conditions)))
                .params(values)
                .query((rs, i) -> StoredRow.of(rs))
                .list();
    }

    /** What was ever done in the chain, to choose from. Leaps from one action to the next in the index. */
    List<String> actions(Actor actor, boolean installation) {
        return jdbc.sql("""
            with recursive known as (
                (select action from audit_row where agency_id = :agency order by action limit 1)
                union all
                select (select r.action from audit_row r
                        where r.agency_id = :agency and r.action > known.action order by r.action limit 1)
                from   known where known.action is not null)
            select action from known where action is not null
            """)
                .param("agency", chain(actor, installation))
                .query(String.class)
                .list();
    }

    static UUID chain(Actor actor, boolean installation) {
        return (installation ? Actor.ofInstallation() : actor).agency().value();
    }

    private void narrow(Actor actor, RecordFilter filter, List<String> conditions, Map<String, Object> values) {
        conditions.add("agency_id = :agency");
        values.put("agency", chain(actor, filter.installation()));
        var reach = actor.reach(Action.READ_AUDIT);
        if (!filter.installation() && !reach.whole().contains(actor.agency())) {
            conditions.add("in_reach(unit_id, :whole, :only, cast(at at time zone 'Asia/Ho_Chi_Minh' as date))");
            values.put("whole", reach.wholeIds());
            values.put("only", reach.onlyIds());
        }
        if (!filter.who().isEmpty()) {
            conditions.add("account_id = any (:accounts)");
            values.put(
                    "accounts",
                    names.accountsNamed(actor.agency(), filter.who()).toArray(UUID[]::new));
        }
        add(conditions, values, "unit_id = :unit", "unit", filter.unit());
        add(
                conditions,
                values,
                "kind = :kind",
                "kind",
                filter.kind() == null ? null : filter.kind().name());
        add(conditions, values, "action = :action", "action", filter.action().isEmpty() ? null : filter.action());
        add(conditions, values, "record_id = :record", "record", filter.record());
        add(
                conditions,
                values,
                "request_id = :request",
                "request",
                filter.request().isEmpty() ? null : filter.request());
        add(conditions, values, "at >= :from", "from", filter.from() == null ? null : start(filter.from()));
        add(
                conditions,
                values,
                "at < :to",
                "to",
                filter.to() == null ? null : start(filter.to().plusDays(1)));
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value == null) return;
        conditions.add(condition);
        values.put(name, value);
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }
}
