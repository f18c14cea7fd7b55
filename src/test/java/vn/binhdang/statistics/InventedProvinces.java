package vn.binhdang.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * An invented country with provinces and communes since 01/01/2020, and a form that asks every commune for its staff by sex
 * and how many of them lead, each half year. Written straight into the tables.
 */
public final class InventedProvinces {
    public static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    public static final ReportingPeriod HALF = ReportingPeriod.of(ReportingPeriod.Kind.FIRST_HALF, 2025);

    private static final AtomicInteger MADE = new AtomicInteger();

    private final JdbcClient jdbc;
    private final String tag = "TRY" + MADE.incrementAndGet();
    public final UnitId country;
    public final List<UnitId> provinces = new ArrayList<>();
    public final List<List<UnitId>> communes = new ArrayList<>();
    public final FormId form = FormId.create();

    /** Slots 0 to 2 are staff women, men, unknown; 3 and 4 leaders women, men. */
    public InventedProvinces(JdbcClient jdbc, int provinceCount, int communeCount) {
        this.jdbc = jdbc;
        country = unit("GOVERNMENT", "Nước Thử", null);
        for (int p = 0; p < provinceCount; p++) {
            var province = unit("PROVINCE", "Tỉnh Thử " + (p + 1), country);
            provinces.add(province);
            var below = new ArrayList<UnitId>();
            for (int c = 0; c < communeCount; c++)
                below.add(unit("COMMUNE", "Xã Thử %d.%d".formatted(p + 1, c + 1), province));
            communes.add(below);
        }
        var sex = dimension();
        var staff = element(staff(), "Cán bộ (thử)", sex);
        var leaders = element(leaders(), "Lãnh đạo (thử)", sex);
        jdbc.sql("""
            insert into stat_form (id, code, name_vi, name_en, regime_id, period_kind, valid_from)
            select :id, :code, 'Biểu thử 01', 'Trial form 01', id, 'HALF', date '2020-01-01'
            from   stat_regime where code = 'ND09'
            """).param("id", form.value()).param("code", formCode()).update();
        slot(0, staff, "SEX=F");
        slot(1, staff, "SEX=M");
        slot(2, staff, "SEX=U");
        slot(3, leaders, "SEX=F");
        slot(4, leaders, "SEX=M");
        jdbc.sql("""
            insert into stat_form_assignment (id, form_id, unit_kind, within_id, valid_from)
            values (:id, :form, 'COMMUNE', :country, date '2020-01-01')
            """)
                .param("id", Uuid7.create())
                .param("form", form.value())
                .param("country", country.value())
                .update();
    }

    /** Another one for every invented country, as those of the other ones stay. */
    public String formCode() {
        return tag + "-01";
    }

    /** Code of the element "staff". */
    public String staff() {
        return tag + "_STAFF";
    }

    /** Code of the element "leaders". */
    public String leaders() {
        return tag + "_LEADERS";
    }

    /** Of a unit and all below it. */
    public static Actor actor(UnitId unit, Role... roles) {
        return Actor.of(AccountId.create(), PersonId.create(), unit, unit, Set.of(roles));
    }

    public UnitId unit(String kind, String name, UnitId parent) {
        return unit(kind, name, parent, FIRST_DAY);
    }

    public UnitId unit(String kind, String name, UnitId parent, LocalDate from) {
        var id = UnitId.create();
        jdbc.sql("insert into unit (id, valid_from) values (:id, :from)")
                .param("id", id.value())
                .param("from", from)
                .update();
        jdbc.sql("insert into unit_name (unit_id, kind, name, valid_from) values (:id, :kind, :name, :from)")
                .param("id", id.value())
                .param("kind", kind)
                .param("name", name)
                .param("from", from)
                .update();
        if (parent == null) derive(id);
        else place(id, parent, from);
        return id;
    }

    /** From a day on below another unit. */
    public void place(UnitId unit, UnitId parent, LocalDate from) {
        jdbc.sql("update unit_parent set valid_to = :from where unit_id = :unit and valid_to is null and"
                        + " valid_from < :from")
                .param("unit", unit.value())
                .param("from", from)
                .update();
        jdbc.sql("insert into unit_parent (unit_id, parent_id, valid_from) values (:unit, :parent, :from)")
                .param("unit", unit.value())
                .param("parent", parent.value())
                .param("from", from)
                .update();
        derive(unit);
    }

    private void derive(UnitId unit) {
        jdbc.sql("select derive_unit_within(array[cast(:unit as uuid)])")
                .param("unit", unit.value())
                .query()
                .singleRow();
    }

    private UUID dimension() {
        var known = jdbc.sql("select id from stat_dimension where code = 'SEX'")
                .query(UUID.class)
                .optional();
        if (known.isPresent()) return known.get();
        var id = Uuid7.create();
        jdbc.sql("insert into stat_dimension (id, code, name_vi, name_en) values (:id, 'SEX', 'Giới tính', 'Sex')")
                .param("id", id)
                .update();
        for (var row :
                List.of(List.of("F", "Nữ", "Women"), List.of("M", "Nam", "Men"), List.of("U", "Chưa rõ", "Unknown")))
            jdbc.sql("""
                insert into stat_category (id, dimension_id, code, name_vi, name_en, position, unknown)
                values (:id, :dimension, :code, :vi, :en, :position, :unknown)
                """)
                    .param("id", Uuid7.create())
                    .param("dimension", id)
                    .param("code", row.get(0))
                    .param("vi", row.get(1))
                    .param("en", row.get(2))
                    .param("position", "FMU".indexOf(row.get(0)))
                    .param("unknown", row.get(0).equals("U"))
                    .update();
        return id;
    }

    private UUID element(String code, String name, UUID dimension) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into stat_element (id, code, name_vi, name_en, measure, over_time)
            values (:id, :code, :name, :name, 'PEOPLE', 'LAST')
            """).param("id", id).param("code", code).param("name", name).update();
        jdbc.sql("insert into stat_element_dimension (element_id, dimension_id) values (:id, :dimension)")
                .param("id", id)
                .param("dimension", dimension)
                .update();
        return id;
    }

    private void slot(int slot, UUID element, String combination) {
        jdbc.sql("insert into stat_slot (form_id, slot, element_id, combination) values (:form, :slot,"
                        + " :element, :combination)")
                .param("form", form.value())
                .param("slot", slot)
                .param("element", element)
                .param("combination", combination)
                .update();
    }
}
