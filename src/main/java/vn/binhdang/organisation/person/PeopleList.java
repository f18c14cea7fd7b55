package vn.binhdang.organisation.person;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.SearchWords;
import vn.binhdang.organisation.Register.Sex;

/** The staff in service on a day, by given name as Vietnamese lists are. */
@Component
public class PeopleList {
    static final int PAGE = 30;

    /** Found and counted in one walk; what is shown besides is looked up for one page of them only. */
    private static final String FOUND = """
        with words as materialized (select fold(word) as pattern from unnest(cast(:words as text[])) word),
        reached as materialized (
            select unnest(cast(:only as uuid[])) as unit_id
            union
            select w.unit_id from unit_within w
            where  w.ancestor_id = any (:whole) and w.valid_from <= :day and :day < w.valid_to),
        found as materialized (
            select p.id, p.given_name, p.family_name
            from   reached r
            join   office_held m on m.unit_id = r.unit_id and m.main
                                and m.valid_from <= :day and (m.valid_to is null or :day < m.valid_to)
            join   person p on p.id = m.person_id
            where  (cast(:unit as uuid) is null or m.unit_id in (
                    select w.unit_id from unit_within w
                    where  w.ancestor_id = :unit and w.valid_from <= :day and :day < w.valid_to))
            and    (cast(:status as text) is null or exists (
                    select 1 from person_fact s
                    where  s.person_id = p.id and s.kind = 'LEGAL_STATUS' and s.value = :status
                    and    s.valid_from <= :day and (s.valid_to is null or :day < s.valid_to)))
            and    (cast(:sex as text) is null or p.sex = :sex)
            and    (not :leader or m.key_leader)
            and    (cardinality(cast(:words as text[])) = 0 or (
                    select coalesce(bool_and(row_words.folded like pattern), true)
                    from  (select fold(concat_ws(' ', p.family_name, p.given_name, m.title, p.staff_code,
                                  (select concat_ws(' ', n.name, n.short_name) from unit_name n
                                   where  n.unit_id = m.unit_id and n.valid_from <= :day
                                   order  by n.valid_from desc limit 1))) as folded offset 0) row_words
                    cross  join words)))
        select p.id, p.family_name || ' ' || p.given_name as name, p.sex, p.birth_year, s.value as status,
               coalesce((select n.name from unit_name n where n.unit_id = m.unit_id and n.valid_from <= :day
                         order  by n.valid_from desc limit 1), '') as unit,
               m.title, m.key_leader, (select count(*) from found) as total
        from  (select * from found
               where (cast(:after as uuid) is null
                      or (given_name collate vietnamese, family_name collate vietnamese, id)
                         > (select a.given_name, a.family_name, a.id from person a where a.id = :after))
               order  by given_name collate vietnamese, family_name collate vietnamese, id
               limit  :limit) shown
        join   person p on p.id = shown.id
        join   office_held m on m.person_id = p.id and m.main
                            and m.valid_from <= :day and (m.valid_to is null or :day < m.valid_to)
        left join person_fact s on s.person_id = p.id and s.kind = 'LEGAL_STATUS'
                            and s.valid_from <= :day and (s.valid_to is null or :day < s.valid_to)
        order  by p.given_name collate vietnamese, p.family_name collate vietnamese, p.id
        """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    PeopleList(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * @param birthYear and status: null where nobody knows
     * @param total how many were found, the same in each row
     */
    public record Row(
            UUID id,
            String name,
            Sex sex,
            @Nullable Integer birthYear,
            @Nullable String status,
            String unit,
            String title,
            boolean keyLeader,
            int total) {}

    /** @param more whether another page follows */
    record Found(List<Row> rows, int total, boolean more) {}

    /** Looking through the list is reading personal data: it is recorded, without the words that were looked for. */
    @Transactional
    public Found find(Actor actor, PeopleFilter filter) {
        var reach = actor.reach(Action.READ_PEOPLE);
        var rows = jdbc.sql(FOUND)
                .param("day", filter.on())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("unit", filter.unit() == null ? null : filter.unit().value())
                .param("status", filter.status())
                .param("sex", filter.sex() == null ? null : filter.sex().name())
                .param("leader", filter.leader())
                .param("words", SearchWords.patterns(filter.words()))
                .param("after", filter.after() == null ? null : filter.after().value())
                .param("limit", PAGE + 1)
                .query(Row.class)
                .list();
        boolean more = rows.size() > PAGE;
        audit.read(
                actor,
                "organisation.person.list",
                actor.agency().value(),
                Map.of("on", filter.on().toString(), "shown", Math.min(rows.size(), PAGE)));
        int total = rows.isEmpty() ? 0 : rows.getFirst().total();
        return new Found(more ? rows.subList(0, PAGE) : rows, total, more);
    }
}
