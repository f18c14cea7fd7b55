package vn.binhdang.organisation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Successor;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitCode;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.testing.PageTest;

@PageTest
@Transactional
class UnitEventsTest {
    static final LocalDate REFORM = Reorganisations.REFORM;
    static final LocalDate BEFORE = REFORM.minusDays(1);

    @Autowired
    UnitEvents events;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    Reorganisations org;
    UnitId science;
    UnitId telecom;
    UnitId division;

    @BeforeEach
    void two_departments() {
        org = new Reorganisations(events);
        science = org.found(UnitKind.DEPARTMENT, "Sở Khoa học và Công nghệ", org.hoaGiang);
        telecom = org.found(UnitKind.DEPARTMENT, "Sở Thông tin và Truyền thông", org.hoaGiang);
        division = org.found(UnitKind.DIVISION, "Phòng Chuyển đổi số", telecom);
    }

    @Test
    void a_merged_unit_ends_and_what_was_below_it_goes_on_under_its_successor() {
        org.merge(REFORM, science, telecom);

        assertThat(units.find(telecom, BEFORE)).isPresent();
        assertThat(units.find(telecom, REFORM)).isEmpty();
        assertThat(units.below(telecom, BEFORE)).extracting(Unit::id).containsExactly(division);
        assertThat(units.below(science, BEFORE)).isEmpty();
        assertThat(units.below(science, REFORM)).extracting(Unit::id).containsExactly(division);
        assertThat(units.ancestors(division, REFORM))
                .extracting(Unit::id)
                .containsExactly(org.country, org.hoaGiang, science);
        assertThat(units.successors(telecom, REFORM)).containsExactly(whole(science));
        assertThat(units.predecessors(science, REFORM, BEFORE))
                .containsExactlyInAnyOrder(whole(science), whole(telecom));
    }

    @Test
    void what_is_below_a_merged_unit_may_end_with_it() {
        org.record(REFORM, new UnitChange.MergeInto(List.of(telecom), science, Below.END));

        assertThat(units.find(division, REFORM)).isEmpty();
        assertThat(units.below(science, REFORM)).isEmpty();
        assertThat(units.successors(division, REFORM)).containsExactly(whole(science));
    }

    @Test
    void a_code_goes_on_the_day_of_the_reform_to_another_unit() {
        org.record(
                REFORM.minusYears(1),
                new UnitChange.Create(new NewUnit(
                        UnitId.create(),
                        new Naming(UnitKind.PROVINCE, "Tỉnh Đại Ngàn", null, null),
                        org.country,
                        0,
                        List.of(),
                        List.of(new UnitCode(CodeScheme.ADMINISTRATIVE, "98")))));
        var old = units.byCode(CodeScheme.ADMINISTRATIVE, "98", BEFORE)
                .orElseThrow()
                .id();
        var merged = new NewUnit(
                UnitId.create(),
                new Naming(UnitKind.PROVINCE, "Tỉnh Sông Lam", null, null),
                org.country,
                0,
                List.of(),
                List.of(new UnitCode(CodeScheme.ADMINISTRATIVE, "98")));
        org.record(REFORM, new UnitChange.Consolidate(List.of(old, org.songLam), merged, Below.FOLLOW));

        assertThat(units.byCode(CodeScheme.ADMINISTRATIVE, "98", BEFORE))
                .map(Unit::name)
                .contains("Tỉnh Đại Ngàn");
        assertThat(units.byCode(CodeScheme.ADMINISTRATIVE, "98", REFORM))
                .map(Unit::name)
                .contains("Tỉnh Sông Lam");
        assertThat(units.holders(CodeScheme.ADMINISTRATIVE, "98")).hasSize(2);
    }

    @Test
    void shares_multiply_along_a_chain_of_splits() {
        var a = NewUnit.of(new Naming(UnitKind.DEPARTMENT, "Sở A", null, null), org.hoaGiang);
        org.record(
                LocalDate.of(2022, 1, 1),
                new UnitChange.Split(
                        telecom,
                        List.of(UnitChange.Part.of(telecom, "0.6"), UnitChange.Part.of(a, "0.4")),
                        Below.FOLLOW));
        org.record(
                LocalDate.of(2024, 1, 1),
                new UnitChange.Split(
                        telecom,
                        List.of(UnitChange.Part.of(a.id(), "0.5"), UnitChange.Part.of(science, "0.5")),
                        Below.FOLLOW));

        assertThat(units.successors(telecom, LocalDate.of(2021, 1, 1), REFORM))
                .containsExactly(share(a.id(), "0.7"), share(science, "0.3"));
        assertThat(units.successors(telecom, LocalDate.of(2023, 1, 1), REFORM))
                .containsExactlyInAnyOrder(share(a.id(), "0.5"), share(science, "0.5"));
        assertThat(units.predecessors(a.id(), REFORM, LocalDate.of(2021, 1, 1))).containsExactly(share(telecom, "0.7"));
        // The larger part, here the first of two equal ones, takes what was below.
        assertThat(units.below(a.id(), REFORM)).extracting(Unit::id).containsExactly(division);
    }

    @Test
    void the_functions_of_a_dissolved_unit_lead_to_those_that_took_them_over() {
        var home = org.found(UnitKind.DEPARTMENT, "Sở Nội vụ", org.hoaGiang);
        org.record(
                REFORM,
                new UnitChange.Dissolve(
                        telecom,
                        List.of(
                                new UnitChange.Taker(home, "bình đẳng giới"),
                                new UnitChange.Taker(science, "viễn thông")),
                        Below.FOLLOW));
        assertThat(units.successors(telecom, REFORM))
                .containsExactlyInAnyOrder(
                        new Successor(home, null, "bình đẳng giới"), new Successor(science, null, "viễn thông"));
        assertThat(units.below(home, REFORM)).extracting(Unit::id).containsExactly(division);
    }

    @Test
    void provinces_and_their_departments_may_be_consolidated_on_one_day() {
        var other = org.found(UnitKind.DEPARTMENT, "Sở Khoa học và Công nghệ", org.songLam);
        var province = NewUnit.of(new Naming(UnitKind.PROVINCE, "Tỉnh Sông Lam", null, null), org.country);
        org.record(REFORM, new UnitChange.Consolidate(List.of(org.hoaGiang, org.songLam), province, Below.FOLLOW));
        var department =
                NewUnit.of(new Naming(UnitKind.DEPARTMENT, "Sở Khoa học và Công nghệ", null, null), province.id());
        org.record(REFORM, new UnitChange.Consolidate(List.of(science, other), department, Below.FOLLOW));

        assertThat(units.below(province.id(), REFORM))
                .extracting(Unit::id)
                .containsExactlyInAnyOrder(telecom, department.id());
        assertThat(units.successors(science, REFORM)).containsExactly(whole(department.id()));
        assertThat(units.ancestors(science, BEFORE)).extracting(Unit::id).containsExactly(org.country, org.hoaGiang);
    }

    @Test
    void a_name_and_a_kind_hold_from_the_day_of_the_event() {
        org.record(
                REFORM,
                new UnitChange.Rename(
                        org.hoaGiang, new Naming(UnitKind.CENTRALLY_RUN_CITY, "Thành phố Hoa Giang", null, null)));
        assertThat(units.on(org.hoaGiang, BEFORE).kind()).isEqualTo(UnitKind.PROVINCE);
        assertThat(units.on(org.hoaGiang, REFORM).name()).isEqualTo("Thành phố Hoa Giang");
    }

    @Test
    void no_unit_comes_below_itself_on_any_day() {
        refused(() -> org.move(REFORM, division, telecom), "organisation.event.refused.ring");
        // Later the division lies elsewhere, but between the two days it would be below itself.
        org.move(REFORM, science, division);
        refused(() -> org.move(BEFORE, division, telecom), "organisation.event.refused.ring");
        org.move(REFORM, division, telecom);
        assertThat(units.ancestors(telecom, REFORM))
                .extracting(Unit::id)
                .containsExactly(org.country, org.hoaGiang, science, division);
    }

    @Test
    void an_earlier_day_is_refused_when_something_later_is_known() {
        org.merge(REFORM, science, telecom);
        refused(() -> org.merge(BEFORE, org.songLam, telecom), "organisation.event.refused.laterFact");
        refused(() -> org.merge(REFORM, org.songLam, telecom), "organisation.event.refused.notThatDay");
        refused(() -> org.move(BEFORE, telecom, science), "organisation.event.refused.endsLater");
    }

    @Test
    void a_name_recorded_late_holds_until_the_next_one() {
        org.record(REFORM, rename(science, "Sở Khoa học"));
        org.record(LocalDate.of(2023, 1, 1), rename(science, "Sở Khoa học, Công nghệ"));
        assertThat(units.on(science, BEFORE).name()).isEqualTo("Sở Khoa học, Công nghệ");
        assertThat(units.on(science, REFORM).name()).isEqualTo("Sở Khoa học");
    }

    @Test
    void what_is_below_a_unit_comes_page_by_page_and_is_counted() {
        org.merge(REFORM, science, telecom);
        for (var day : List.of(BEFORE, REFORM)) {
            var all = units.subtree(org.hoaGiang, day, null, 100);
            assertThat(all).hasSize(units.subtreeSize(org.hoaGiang, day));
            var first = units.subtree(org.hoaGiang, day, null, 2);
            var rest = units.subtree(org.hoaGiang, day, first.getLast().id(), 100);
            assertThat(Stream.concat(first.stream(), rest.stream()).toList()).isEqualTo(all);
        }
        assertThat(units.subtreeSize(org.hoaGiang, BEFORE)).isEqualTo(4);
        assertThat(units.subtreeSize(org.hoaGiang, REFORM)).isEqualTo(3);
    }

    @Test
    void a_search_may_keep_to_where_somebody_is_in_charge() {
        var other = org.found(UnitKind.DEPARTMENT, "Sở Thông tin và Truyền thông", org.songLam);
        var reach = Reorganisations.actorOf(org.songLam).reach(Action.CHANGE_UNITS);
        var search = UnitSearch.of("thong tin truyen thong", BEFORE, 50);
        assertThat(units.search(search)).extracting(Unit::id).contains(telecom, other);
        assertThat(units.search(search.inReach(reach))).extracting(Unit::id).containsExactly(other);
        var first =
                units.search(UnitSearch.of("thong tin truyen thong", BEFORE, 1)).getFirst();
        var key = new UnitSearch.Key(first.name(), first.id());
        assertThat(units.search(new UnitSearch("thong tin truyen thong", BEFORE, null, null, null, key, 50)))
                .extracting(Unit::id)
                .doesNotContain(first.id())
                .containsAnyOf(telecom, other);
    }

    @Test
    void a_wrong_event_is_taken_back_as_if_it_had_never_been() {
        var before = everything();
        var event = org.merge(REFORM, science, telecom);
        assertThat(everything()).isNotEqualTo(before);
        events.undo(org.actor(), event);
        assertThat(everything()).isEqualTo(before);
        refused(() -> events.undo(org.actor(), event), "organisation.event.refused.undoneAlready");
    }

    @Test
    void an_event_that_another_rests_on_is_not_taken_back() {
        var merge = org.merge(REFORM, science, telecom);
        var rename = org.record(REFORM.plusDays(9), rename(science, "Sở Khoa học"));
        refused(() -> events.undo(org.actor(), merge), "organisation.event.refused.laterEvent");
        events.undo(org.actor(), rename);
        events.undo(org.actor(), merge);
        assertThat(units.find(telecom, REFORM)).isPresent();
    }

    @Test
    void a_founded_unit_is_taken_back_only_while_nothing_names_it() {
        var unit = NewUnit.of(new Naming(UnitKind.DEPARTMENT, "Sở Du lịch", null, null), org.hoaGiang);
        var event = org.record(REFORM, new UnitChange.Create(unit));
        org.record(
                REFORM,
                new UnitChange.Create(
                        NewUnit.of(new Naming(UnitKind.DIVISION, "Phòng Lữ hành", null, null), unit.id())));
        refused(() -> events.undo(org.actor(), event), "organisation.event.refused.laterEvent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into plan (id, agency_id, year) values (gen_random_uuid(), :unit, 2025)",
                "with p as (insert into plan (id, agency_id, year) values (gen_random_uuid(), gen_random_uuid(), 2025)"
                        + " returning id) insert into plan_task (id, plan_id, position, text, lead_unit_id, version)"
                        + " select gen_random_uuid(), id, 1, 'Tập huấn', :unit, 1 from p",
                "with p as (insert into plan (id, agency_id, year) values (gen_random_uuid(), gen_random_uuid(), 2025)"
                        + " returning id), t as (insert into plan_task (id, plan_id, position, text, version)"
                        + " select gen_random_uuid(), id, 1, 'Tập huấn', 1 from p returning id)"
                        + " insert into plan_task_coordinating (task_id, position, unit_id, printed)"
                        + " select id, 1, :unit, 'Sở Du lịch' from t",
                "insert into outgoing_document (id, agency_id, kind, state, subject, year, head, version,"
                        + " drafting_unit_id, created_by, created_at, changed_at) values (gen_random_uuid(),"
                        + " gen_random_uuid(), 'REPORT', 'DRAFT', 'Báo cáo', 2025, '{}', 1, :unit, gen_random_uuid(),"
                        + " now(), now())",
                "insert into task_evidence (id, task_id, plan_id, file_id, title, unit_id, added_by, added_at) values"
                        + " (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Ảnh', :unit,"
                        + " gen_random_uuid(), now())",
                "insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)"
                        + " select gen_random_uuid(), id, agency_id, :unit, 'STAFF', :unit, false, date '2025-07-01'"
                        + " from account limit 1",
                "with p as (insert into person (id, family_name, given_name, sex) values (gen_random_uuid(), 'Lê',"
                        + " 'An', 'F') returning id) insert into office_held (id, person_id, unit_id, rank, title,"
                        + " valid_from) select gen_random_uuid(), id, :unit, 'MEMBER', 'Chuyên viên', date '2025-07-01'"
                        + " from p"
            })
    void a_founded_unit_in_which_somebody_works_is_not_taken_back(String use) {
        var unit = NewUnit.of(new Naming(UnitKind.DEPARTMENT, "Sở Du lịch", null, null), org.hoaGiang);
        var event = org.record(REFORM, new UnitChange.Create(unit));
        jdbc.sql(use).param("unit", unit.id().value()).update();
        refused(() -> events.undo(org.actor(), event), "organisation.event.refused.inUse");
    }

    @Test
    void only_who_is_in_charge_of_a_wrong_event_puts_it_right() {
        var wrong = org.merge(REFORM, science, telecom);
        var facts = new EventFacts(REFORM, "", "", "", false, wrong);
        var change = new UnitChange.Create(
                NewUnit.of(new Naming(UnitKind.DEPARTMENT, "Sở Du lịch", null, null), org.songLam));
        var elsewhere = Reorganisations.actorOf(org.songLam);
        assertThatThrownBy(() -> events.record(elsewhere, facts, change)).isInstanceOf(NotVisible.class);
        var never = new EventFacts(REFORM, "", "", "", false, UnitEventId.create());
        assertThatThrownBy(() -> events.record(org.actor(), never, change)).isInstanceOf(NotVisible.class);
        events.record(org.actor(), facts, change);
    }

    @Test
    void only_who_is_in_charge_of_all_units_of_an_event_records_it() {
        var clerk = Reorganisations.actorOf(org.hoaGiang);
        var facts = EventFacts.on(REFORM, "");
        var outside = new UnitChange.MergeInto(List.of(telecom), org.songLam, Below.FOLLOW);
        assertThatThrownBy(() -> events.record(clerk, facts, outside)).isInstanceOf(NotVisible.class);
        var inside = events.record(clerk, facts, new UnitChange.MergeInto(List.of(telecom), science, Below.FOLLOW));
        assertThatThrownBy(() -> events.undo(Reorganisations.actorOf(org.songLam), inside))
                .isInstanceOf(NotVisible.class);
        events.undo(clerk, inside);
    }

    @Test
    void people_go_along_with_their_titles_and_lead_no_more() {
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (gen_random_uuid(), 'Lê Thị',"
                        + " 'Em', 'F')")
                .update();
        jdbc.sql("""
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            select gen_random_uuid(), id, :unit, 'HEAD', 'Giám đốc', date '2021-01-01' from person
            order by id desc limit 1
            """).param("unit", telecom.value()).update();
        org.merge(REFORM, science, telecom);
        assertThat(jdbc.sql("select rank || ' ' || title from office_held where unit_id = :unit and valid_from = :day")
                        .param("unit", science.value())
                        .param("day", REFORM)
                        .query(String.class)
                        .list())
                .containsExactly("MEMBER Giám đốc");
    }

    @Test
    void who_holds_an_office_in_the_other_unit_already_is_counted_there_once() {
        var person = Uuid7.create();
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (:id, 'Lê Thị', 'Én', 'F')")
                .param("id", person)
                .update();
        for (var held : List.of(telecom, science))
            jdbc.sql("""
                insert into office_held (id, person_id, unit_id, rank, title, main, valid_from)
                values (gen_random_uuid(), :person, :unit, 'MEMBER', :title, :main, date '2021-01-01')
                """)
                    .param("person", person)
                    .param("unit", held.value())
                    .param("title", held.equals(telecom) ? "Chuyên viên" : "Ủy viên Hội đồng")
                    .param("main", held.equals(telecom))
                    .update();
        var before = everything();
        var event = org.merge(REFORM, science, telecom);
        assertThat(jdbc.sql("""
            select title || ' ' || main from office_held
            where  person_id = :person and (valid_to is null or valid_to > :day)
            """)
                        .param("person", person)
                        .param("day", REFORM)
                        .query(String.class)
                        .list())
                .containsExactly("Ủy viên Hội đồng true");
        events.undo(org.actor(), event);
        assertThat(everything()).isEqualTo(before);
    }

    /** Every row that says how units are. */
    private String everything() {
        return jdbc.sql("""
            select string_agg(row, E'\\n' order by row) from (
                select cast(u as text) as row from unit u union all select cast(n as text) from unit_name n
                union all select cast(p as text) from unit_parent p union all select cast(w as text) from unit_within w
                union all select cast(o as text) from office_held o union all select cast(s as text) from unit_succession s
            ) rows
            """).query(String.class).single();
    }

    private static void refused(ThrowingCallable deed, String key) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.messageKey()).isEqualTo(key));
    }

    private static UnitChange rename(UnitId unit, String name) {
        return new UnitChange.Rename(unit, new Naming(UnitKind.DEPARTMENT, name, null, null));
    }

    private static Successor whole(UnitId unit) {
        return share(unit, "1");
    }

    private static Successor share(UnitId unit, String share) {
        return new Successor(unit, new BigDecimal(share), null);
    }
}
