package vn.binhdang.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.FollowsUnits;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitInUse;
import vn.binhdang.organisation.Units;

/**
 * When a unit ends, its people sign in the next day as those of its successor. Seats go along, and every role held for
 * something that goes on. A role held for the ended unit itself goes along where it gives nobody more than before: that of
 * staff always, others only to a unit that was founded to carry on; who leads is appointed anew.
 */
@Component
class RolesFollowUnits implements FollowsUnits, UnitInUse {
    private final JdbcClient jdbc;
    private final Units units;

    RolesFollowUnits(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    @Override
    public void follow(UnitEventId event, UnitId ended, UnitId successor, LocalDate day) {
        jdbc.sql("""
            update role_grant
            set    valid_to_before = valid_to, valid_to = greatest(valid_from, :day),
                   valid_to_by_event = greatest(valid_from, :day), ended_by_event = :event
            where  :ended in (agency_id, unit_id, scope_id) and (valid_to is null or valid_to > :day)
            and    (valid_to is null or valid_from < valid_to)
            """)
                .param("ended", ended.value())
                .param("day", day)
                .param("event", event.value())
                .update();
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from, valid_to,
                                    given_by, given_at, reference, opened_by_event)
            select distinct on (account_id, agency, role, scope)
                   gen_random_uuid(), account_id, agency, seat, role, scope, with_below, since, until, given_by, given_at,
                   reference, :event
            from  (select g.*, greatest(g.valid_from, :day) as since, g.valid_to_before as until,
                          case when agency_id = :ended then :successor else agency_id end as agency,
                          case when unit_id = :ended then :successor else unit_id end as seat,
                          case when scope_id = :ended then :successor else scope_id end as scope
                   from   role_grant g where g.ended_by_event = :event
                   and    :ended in (g.agency_id, g.unit_id, g.scope_id)) g
            where (scope_id <> :ended or role = 'STAFF'
                   or :founded and role not in ('HEAD', 'DEPUTY_HEAD', 'DIVISION_HEAD'))
            and    not exists (select 1 from role_grant h
                               where  h.account_id = g.account_id and h.agency_id = g.agency and h.role = g.role
                               and    h.scope_id = g.scope
                               and    daterange(h.valid_from, h.valid_to) && daterange(g.since, g.until))
            order  by account_id, agency, role, scope, since
            """)
                .param("ended", ended.value())
                .param("successor", successor.value())
                .param("founded", units.span(successor).from().equals(day))
                .param("day", day)
                .param("event", event.value())
                .update();
        jdbc.sql("""
            insert into account_follows_unit
            select :event, id, agency_id, unit_id, case when agency_id = :ended then :successor else agency_id end,
                   case when unit_id = :ended then :successor else unit_id end
            from   account where :ended in (agency_id, unit_id)
            """)
                .param("ended", ended.value())
                .param("successor", successor.value())
                .param("event", event.value())
                .update();
        jdbc.sql("""
            update account a set agency_id = f.agency_after, unit_id = f.unit_after
            from   account_follows_unit f
            where  f.event_id = :event and f.account_id = a.id and f.unit_before = a.unit_id
            """).param("event", event.value()).update();
    }

    /** What was opened has no day left; what was ended and not touched since goes on. */
    @Override
    public void unfollow(UnitEventId event) {
        jdbc.sql("update role_grant set valid_to = valid_from where opened_by_event = :event")
                .param("event", event.value())
                .update();
        jdbc.sql("""
            update role_grant set valid_to = valid_to_before, valid_to_before = null, valid_to_by_event = null,
                                  ended_by_event = null
            where  ended_by_event = :event and valid_to = valid_to_by_event
            """).param("event", event.value()).update();
        jdbc.sql("""
            update account a set agency_id = f.agency_before, unit_id = f.unit_before
            from   account_follows_unit f
            where  f.event_id = :event and f.account_id = a.id and f.unit_after = a.unit_id
            """).param("event", event.value()).update();
        jdbc.sql("delete from account_follows_unit where event_id = :event")
                .param("event", event.value())
                .update();
    }

    @Override
    public boolean isInUse(Collection<UnitId> units) {
        return jdbc.sql("""
            select exists (select 1 from role_grant
                           where (agency_id = any (:units) or unit_id = any (:units) or scope_id = any (:units))
                           and   opened_by_event is null and (valid_to is null or valid_from < valid_to))
                or exists (select 1 from account a where (agency_id = any (:units) or unit_id = any (:units))
                           and not exists (select 1 from account_follows_unit f where f.account_id = a.id))
                or exists (select 1 from role_delegation where unit_id = any (:units) or scope_id = any (:units))
                or exists (select 1 from api_token where agency_id = any (:units))
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
