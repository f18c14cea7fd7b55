package vn.binhdang.organisation.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.testing.PageTest;

@PageTest
class ReferenceDataTest {
    static final LocalDate LAST_OF_63 = LocalDate.of(2025, 6, 30);
    static final LocalDate FIRST_OF_34 = LocalDate.of(2025, 7, 1);

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReferenceData reference;

    @Test
    void there_are_63_provinces_on_30_june_and_34_on_1_july_2025() {
        assertThat(provinces(LAST_OF_63)).hasSize(63);
        assertThat(provinces(FIRST_OF_34)).hasSize(34);
    }

    @Test
    void code_24_is_bac_giang_on_one_day_and_bac_ninh_on_the_next() {
        assertThat(named("24", LAST_OF_63)).contains("Tỉnh Bắc Giang");
        assertThat(named("24", FIRST_OF_34)).contains("Tỉnh Bắc Ninh");
        assertThat(units.holders(CodeScheme.ADMINISTRATIVE, "24")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "15,Tỉnh Yên Bái,Tỉnh Lào Cai",
        "24,Tỉnh Bắc Giang,Tỉnh Bắc Ninh",
        "44,Tỉnh Quảng Bình,Tỉnh Quảng Trị",
        "52,Tỉnh Bình Định,Tỉnh Gia Lai",
        "80,Tỉnh Long An,Tỉnh Tây Ninh",
        "82,Tỉnh Tiền Giang,Tỉnh Đồng Tháp",
        "91,Tỉnh Kiên Giang,Tỉnh An Giang"
    })
    void seven_codes_name_another_province_since_the_reform(String code, String before, String after) {
        assertThat(named(code, LAST_OF_63)).contains(before);
        assertThat(named(code, FIRST_OF_34)).contains(after);
    }

    @Test
    void twenty_nine_codes_are_retired_by_the_reform() {
        assertThat(jdbc.sql("""
            select count(*) from unit_code a
            where  a.scheme = 'ADMINISTRATIVE' and length(a.code) = 2 and a.valid_to = :day
            and    not exists (select 1 from unit_code b where b.scheme = a.scheme and b.code = a.code
                               and b.valid_from = :day)
            """).param("day", FIRST_OF_34).query(Integer.class).single())
                .isEqualTo(29);
    }

    @Test
    void every_province_of_63_is_carried_on_by_exactly_one_of_34() {
        var after = provinces(FIRST_OF_34);
        for (var province : provinces(LAST_OF_63)) {
            var successors = units.successors(new UnitId(province), LAST_OF_63, FIRST_OF_34);
            assertThat(successors).as(province.toString()).hasSize(1);
            assertThat(after).contains(successors.getFirst().unit().value());
        }
        for (var province : after)
            assertThat(units.predecessors(new UnitId(province), FIRST_OF_34, LAST_OF_63))
                    .isNotEmpty();
    }

    @Test
    void gender_equality_is_asked_of_the_ministry_and_department_of_labour_in_february_and_of_home_affairs_in_march() {
        for (String key : List.of("bo-ldtbxh", "so-ldtbxh-bg")) {
            var labour = id(key);
            assertThat(units.successors(labour, LocalDate.of(2025, 2, 15)))
                    .extracting(successor -> successor.unit())
                    .containsExactly(labour);
            assertThat(units.successors(labour, LocalDate.of(2025, 3, 15)))
                    .extracting(
                            successor -> units.on(successor.unit(), LocalDate.of(2025, 3, 15))
                                    .name(),
                            successor -> successor.function())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            key.startsWith("bo") ? "Bộ Nội vụ" : "Sở Nội vụ", "Lao động, việc làm, bình đẳng giới"));
        }
    }

    @Test
    void the_founding_department_has_three_states() {
        var first = id("so-khcn-bg");
        assertThat(path(first, LocalDate.of(2024, 4, 1))).isEqualTo("Tỉnh Bắc Giang");
        var second =
                units.successors(first, LocalDate.of(2025, 3, 1)).getFirst().unit();
        assertThat(second).isEqualTo(id("so-khcn-bg-2025"));
        assertThat(path(second, LocalDate.of(2025, 3, 1))).isEqualTo("Tỉnh Bắc Giang");
        var third = units.successors(first, FIRST_OF_34).getFirst().unit();
        assertThat(third).isEqualTo(id("so-khcn-bn-2025"));
        assertThat(path(third, FIRST_OF_34)).isEqualTo("Tỉnh Bắc Ninh");
    }

    @Test
    void hue_and_dong_nai_change_their_kind_and_only_one_of_them_is_verified() {
        assertThat(jdbc.sql("""
            select e.happens_on || ' ' || e.verified from unit_event e join unit_event_unit u on u.event_id = e.id
            where  e.kind = 'RENAME' and u.unit_id in (:hue, :dongNai) order by 1
            """)
                        .param("hue", id("tinh-hue").value())
                        .param("dongNai", id("tinh-dong-nai-2025").value())
                        .query(String.class)
                        .list())
                .containsExactly("2025-01-01 false", "2026-04-30 true");
        assertThat(jdbc.sql("""
            select count(*) from unit_name where kind = 'CENTRALLY_RUN_CITY' and valid_from <= date '2026-04-30'
            and (valid_to is null or valid_to > date '2026-04-30')
            """).query(Integer.class).single()).isEqualTo(7);
    }

    @Test
    void a_second_start_brings_nothing_more() {
        var before =
                jdbc.sql("select count(*) from unit_event").query(Integer.class).single();
        reference.bringIn(ReferenceUnit.all(), ReferenceEvent.all());
        assertThat(jdbc.sql("select count(*) from unit_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void a_later_release_brings_what_is_new_and_leaves_out_what_this_installation_has_otherwise() {
        var all = ReferenceUnit.all();
        var template = all.stream()
                .filter(unit -> unit.key().equals("bo-cong-an"))
                .findFirst()
                .orElseThrow();
        var added = new ReferenceUnit(
                "bo-moi",
                UnitId.create(),
                template.naming(),
                List.of(),
                null,
                "chinh-phu",
                template.from(),
                "thử",
                false);
        var clashing = new ReferenceUnit(
                "tinh-trung-ma",
                UnitId.create(),
                template.naming(),
                List.of(),
                new vn.binhdang.organisation.UnitCode(CodeScheme.ADMINISTRATIVE, "01"),
                "chinh-phu",
                template.from(),
                "thử mã trùng",
                false);
        var more = new java.util.ArrayList<>(all);
        more.add(added);
        more.add(clashing);
        reference.bringIn(more, ReferenceEvent.all());
        assertThat(units.find(added.id(), FIRST_OF_34)).isPresent();
        assertThat(units.find(clashing.id(), FIRST_OF_34)).isEmpty();
        assertThat(jdbc.sql("select count(*) from reference_loaded where event_id is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private UnitId id(String key) {
        return ReferenceUnit.all().stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Optional<String> named(String code, LocalDate day) {
        return units.byCode(CodeScheme.ADMINISTRATIVE, code, day).map(Unit::name);
    }

    private String path(UnitId unit, LocalDate day) {
        return units.ancestors(unit, day).getLast().name();
    }

    private List<UUID> provinces(LocalDate day) {
        return jdbc.sql("""
            select unit_id from unit_name where kind in ('PROVINCE', 'CENTRALLY_RUN_CITY')
            and valid_from <= :day and (valid_to is null or :day < valid_to)
            """).param("day", day).query(UUID.class).list();
    }
}
