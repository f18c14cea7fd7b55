package vn.binhdang.organisation.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.testing.PageTest;

/** What must hold whatever happens to an organisation, over histories made by chance and compared with a plain model. */
@PageTest
class RandomReorganisationsTest {
    @Autowired
    UnitEvents events;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void small_organisations_are_right_on_every_day(long seed) {
        var history = new RandomHistory(events, seed, 1);
        history.found(2, 3, 4);
        seatPeople(history, 30);
        history.happen(60, 5);
        check(history, 30, history.days);
    }

    @Test
    void a_thousand_reorganisations_of_four_thousand_units_stay_right() {
        var history = new RandomHistory(events, 2025, 50);
        history.found(20, 10, 19);
        assertThat(history.size()).isGreaterThan(4000);
        seatPeople(history, 2000);
        history.happen(1000, 3);
        var some = history.days.stream()
                .filter(day -> day.getDayOfYear() % 40 == 0)
                .toList();
        assertThat(some).hasSizeGreaterThan(5);
        assertThat(history.undone).isGreaterThan(50);
        check(history, 2000, some);
    }

    private void check(RandomHistory history, int people, List<LocalDate> days) {
        no_gap_no_overlap_no_ring(history);
        the_closure_is_what_the_parents_say(history);
        history.parentsOn.forEach((day, parents) -> {
            assertThat(parents(history, day)).as("parents on %s", day).isEqualTo(parents);
            assertThat(names(history, day)).as("names on %s", day).isEqualTo(history.namesOn.get(day));
            assertThat(headCount(history, day)).as("people on %s", day).isEqualTo(people);
        });
        for (var day : days) successors_cover_exactly_the_units_of_the_next_day(history, day.minusDays(1));
        shares_are_where_the_model_has_them(history);
    }

    private void no_gap_no_overlap_no_ring(RandomHistory history) {
        assertThat(jdbc.sql("select unit_id || ' ' || fault from unit_faults(array("
                                + "select unit_id from unit_within where ancestor_id = :root))")
                        .param("root", history.root.value())
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private void the_closure_is_what_the_parents_say(RandomHistory history) {
        var kept = closure(history);
        jdbc.sql("select derive_unit_within(array(select distinct unit_id from unit_within where ancestor_id = :root))")
                .param("root", history.root.value())
                .query()
                .singleRow();
        assertThat(closure(history).equals(kept)).as("derived anew").isTrue();
    }

    private List<String> closure(RandomHistory history) {
        return jdbc.sql("""
            select cast(w as text) from unit_within w
            where  w.unit_id in (select unit_id from unit_within where ancestor_id = :root)
            """).param("root", history.root.value()).query(String.class).list().stream()
                .sorted()
                .toList();
    }

    /** Whom nobody founded on the next day, somebody of the day before carries on; and nobody carries on who is not there. */
    private void successors_cover_exactly_the_units_of_the_next_day(RandomHistory history, LocalDate day) {
        var next = day.plusDays(1);
        var covered = new HashSet<>(jdbc.sql("""
            select distinct s.unit_id from unit_successors(array(
                select unit_id from unit_within where ancestor_id = :root and valid_from <= :day and :day < valid_to),
                :day, :next) s
            """)
                .param("root", history.root.value())
                .param("day", day)
                .param("next", next)
                .query(UUID.class)
                .list());
        var there = new HashSet<>(jdbc.sql("""
            select w.unit_id from unit_within w
            where  w.ancestor_id = :root and w.valid_from <= :next and :next < w.valid_to
            and    not exists (select 1 from unit_event_unit u join unit_event e on e.id = u.event_id
                               where u.unit_id = w.unit_id and u.role = 'RESULT' and e.kind = 'CREATE'
                               and   e.happens_on = :next)
            """)
                .param("root", history.root.value())
                .param("next", next)
                .query(UUID.class)
                .list());
        assertThat(covered).as("successors on %s", next).isEqualTo(there);
    }

    private void shares_are_where_the_model_has_them(RandomHistory history) {
        var found = new HashMap<UnitId, Map<UnitId, BigDecimal>>();
        for (var origin : history.model.shares.keySet()) found.put(origin, new HashMap<>());
        jdbc.sql("select origin, unit_id, share from unit_successors(:units, :first, :last)")
                .param("units", UnitState.values(history.model.shares.keySet()))
                .param("first", RandomHistory.FIRST)
                .param("last", history.day)
                .query(rs -> {
                    found.get(new UnitId(rs.getObject("origin", UUID.class)))
                            .put(
                                    new UnitId(rs.getObject("unit_id", UUID.class)),
                                    rs.getBigDecimal("share").stripTrailingZeros());
                });
        history.model.shares.values().forEach(parts -> parts.replaceAll((unit, share) -> share.stripTrailingZeros()));
        assertThat(found).isEqualTo(history.model.shares);
    }

    private Map<UnitId, UnitId> parents(RandomHistory history, LocalDate day) {
        var parents = new HashMap<UnitId, UnitId>();
        jdbc.sql("""
            select w.unit_id, p.parent_id from unit_within w
            left join unit_parent p on p.unit_id = w.unit_id and p.valid_from <= :day
                                   and (p.valid_to is null or :day < p.valid_to)
            where  w.ancestor_id = :root and w.valid_from <= :day and :day < w.valid_to
            """).param("root", history.root.value()).param("day", day).query(rs -> {
            var parent = rs.getObject("parent_id", UUID.class);
            parents.put(new UnitId(rs.getObject("unit_id", UUID.class)), parent == null ? null : new UnitId(parent));
        });
        return parents;
    }

    private Map<UnitId, String> names(RandomHistory history, LocalDate day) {
        var names = new HashMap<UnitId, String>();
        jdbc.sql("""
            select w.unit_id, n.name from unit_within w
            join   unit_name n on n.unit_id = w.unit_id and n.valid_from <= :day
                              and (n.valid_to is null or :day < n.valid_to)
            where  w.ancestor_id = :root and w.valid_from <= :day and :day < w.valid_to
            """).param("root", history.root.value()).param("day", day).query(rs -> {
            names.put(new UnitId(rs.getObject("unit_id", UUID.class)), rs.getString("name"));
        });
        return names;
    }

    /** People whose seat is in a unit that is there on the day, below the root. */
    private int headCount(RandomHistory history, LocalDate day) {
        return jdbc.sql("""
            select count(distinct o.person_id) from office_held o
            join   unit_within w on w.unit_id = o.unit_id and w.ancestor_id = :root
                                and w.valid_from <= :day and :day < w.valid_to
            where  o.valid_from <= :day and (o.valid_to is null or :day < o.valid_to)
            """)
                .param("root", history.root.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private void seatPeople(RandomHistory history, int number) {
        jdbc.sql("""
            with seats as (
                select unit_id, row_number() over (order by md5(unit_id::text)) as no, count(*) over () as all_of_them
                from   unit_within where ancestor_id = :root),
            people as (
                insert into person (id, family_name, given_name, sex)
                select gen_random_uuid(), 'Lê Thị', 'Em', 'F' from generate_series(1, :number)
                returning id),
            numbered as (select id, row_number() over () as no from people)
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            select gen_random_uuid(), p.id, s.unit_id, 'MEMBER', 'Chuyên viên', :first
            from   numbered p join seats s on s.no = 1 + p.no % s.all_of_them
            """)
                .param("root", history.root.value())
                .param("number", number)
                .param("first", RandomHistory.FIRST)
                .update();
        assertThat(headCount(history, RandomHistory.FIRST)).isEqualTo(number);
    }
}
