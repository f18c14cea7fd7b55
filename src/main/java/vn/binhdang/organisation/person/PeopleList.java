package vn.binhdang.organisation.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Register.Sex;

/** The staff in service on a day, by given name as Vietnamese lists are. */
@Component
public class PeopleList {
    static final int PAGE = 50;

    private static final String FROM = """
        from   person p
        join   office_held m on m.person_id = p.id and m.main
                            and m.valid_from <= :day and (m.valid_to is null or :day < m.valid_to)
        left join person_fact s on s.person_id = p.id and s.kind = 'LEGAL_STATUS'
                            and s.valid_from <= :day and (s.valid_to is null or :day < s.valid_to)
        left join lateral (select name, short_name from unit_name n
                           where  n.unit_id = m.unit_id and n.valid_from <= :day
                           order  by n.valid_from desc limit 1) n on true
        where  in_reach(m.unit_id, :whole, :only, :day)
        and    (cast(:unit as uuid) is null or in_reach(m.unit_id, array[cast(:unit as uuid)], '{}', :day))
        and    (cast(:status as text) is null or s.value = :status)
        and    (cast(:sex as text) is null or p.sex = :sex)
        and    (not :leader or m.key_leader)
        and    (select coalesce(bool_and(fold(concat_ws(' ', p.family_name, p.given_name, n.name, n.short_name, m.title,
                                                        p.staff_code)) like fold(word)), true)
                from unnest(cast(:words as text[])) word)
        """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    PeopleList(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param birthYear and status: null where nobody knows */
    public record Row(
            UUID id,
            String name,
            Sex sex,
            @Nullable Integer birthYear,
            @Nullable String status,
            String unit,
            String title,
            boolean keyLeader) {}

    /** @param more whether another page follows */
    record Found(List<Row> rows, int total, boolean more) {}

    /** Looking through the list is reading personal data: it is recorded, without the words that were looked for. */
    @Transactional
    public Found find(Actor actor, PeopleFilter filter) {
        var rows = asked(
                        actor,
                        filter,
                        "select p.id, p.family_name || ' ' || p.given_name as name, p.sex, p.birth_year,"
                                + " s.value as status, coalesce(n.name, '') as unit, m.title, m.key_leader " + FROM
                                + """
                                and    (cast(:after as uuid) is null
                                        or (p.given_name collate vietnamese, p.family_name collate vietnamese, p.id)
                                           > (select a.given_name, a.family_name, a.id from person a where a.id = :after))
                                order  by p.given_name collate vietnamese, p.family_name collate vietnamese, p.id
                                limit  :limit
                                """)
                .param("after", filter.after() == null ? null : filter.after().value())
                .param("limit", PAGE + 1)
                .query(Row.class)
                .list();
        int total = asked(actor, filter, "select count(*) " + FROM)
                .query(Integer.class)
                .single();
        boolean more = rows.size() > PAGE;
        audit.read(
                actor,
                "organisation.person.list",
                actor.agency().value(),
                java.util.Map.of("on", filter.on().toString(), "shown", Math.min(rows.size(), PAGE)));
        return new Found(more ? rows.subList(0, PAGE) : rows, total, more);
    }

    private StatementSpec asked(Actor actor, PeopleFilter filter, String sql) {
        var reach = actor.reach(Action.READ_PEOPLE);
        return jdbc.sql(sql)
                .param("day", filter.on())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("unit", filter.unit() == null ? null : filter.unit().value())
                .param("status", filter.status())
                .param("sex", filter.sex() == null ? null : filter.sex().name())
                .param("leader", filter.leader())
                .param("words", filter.patterns().toArray(String[]::new));
    }
}
