package vn.binhdang.plan.cascade;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.drafting.Typed;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;

/** Units an agency writes to again and again, under a name. A member that has ended stands for who carries on from it. */
@Component
class AddresseeGroups {
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    AddresseeGroups(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    record Group(GroupId id, String name, int units) {}

    List<Group> of(Actor actor) {
        return jdbc.sql("""
            select g.id, g.name, (select count(*) from addressee_group_unit u where u.group_id = g.id) as units
            from   addressee_group g where g.agency_id = :agency order by g.name collate vietnamese, g.id limit 200
            """)
                .param("agency", actor.agency().value())
                .query((rs, i) -> new Group(
                        new GroupId(rs.getObject("id", UUID.class)), rs.getString("name"), rs.getInt("units")))
                .list();
    }

    /** The members of some groups, as they are carried on today. */
    List<UnitId> units(Actor actor, Collection<UUID> groups) {
        if (groups.isEmpty()) return List.of();
        return jdbc
                .sql("""
                    with member as (
                        select distinct m.unit_id, g.created_at
                        from   addressee_group g join addressee_group_unit m on m.group_id = g.id
                        where  g.agency_id = :agency and g.id = any (:groups))
                    select m.unit_id from member m join unit u on u.id = m.unit_id
                    where  u.valid_to is null or :day < u.valid_to
                    union
                    select s.unit_id from member m join unit u on u.id = m.unit_id and u.valid_to <= :day
                    cross  join lateral unit_successors(array[m.unit_id], u.valid_to - 1, :day) s
                    """)
                .param("agency", actor.agency().value())
                .param("groups", CascadeRows.ids(groups))
                .param("day", java.time.LocalDate.ofInstant(clock.instant(), vn.binhdang.calendar.Today.ZONE))
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    /** @throws Refused when the name is missing or taken, or there is nobody to save */
    @Transactional
    public void save(Actor actor, String name, Collection<UnitId> units) {
        actor.must(Action.PASS_DOWN);
        String line = Typed.line(name);
        if (line.isEmpty() || line.length() > LONGEST_NAME) throw new Refused("plan.cascade.group.noName");
        if (units.isEmpty()) throw new Refused("plan.cascade.refused.nobody");
        var id = GroupId.create();
        int made = jdbc.sql("""
            insert into addressee_group (id, agency_id, name, created_by, created_at)
            values (:id, :agency, :name, :by, :now) on conflict (agency_id, name) do nothing
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("name", line)
                .param("by", actor.account().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (made == 0) throw new Refused("plan.cascade.group.taken", line);
        jdbc.sql("insert into addressee_group_unit select :id, u from unnest(cast(:units as uuid[])) u")
                .param("id", id.value())
                .param("units", units.stream().map(UnitId::value).distinct().toArray(UUID[]::new))
                .update();
        audit.record(actor, "plan.addresseeGroup.save", id.value(), Map.of("units", units.size()));
    }

    @Transactional
    public void delete(Actor actor, GroupId id) {
        actor.must(Action.PASS_DOWN);
        int gone = jdbc.sql("delete from addressee_group where id = :id and agency_id = :agency")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .update();
        if (gone == 0) throw new NotVisible("group " + id);
        audit.record(actor, "plan.addresseeGroup.delete", id.value());
    }
}
