package vn.binhdang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.event.Below;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.Naming;
import vn.binhdang.organisation.event.NewUnit;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class RolesFollowUnitsTest {
    /** Roles that began later are held for a unit that had ended by then. */
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Autowired
    Pages pages;

    @Autowired
    UnitEvents events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void staff_of_a_merged_division_work_on_in_the_other_and_lead_nothing() {
        var merged = pages.actor("qlcn").unit();
        var into = pages.actor("qlkh").unit();
        var before = held("qlcn");
        assertThat(before).hasSize(2);

        var event = record(new UnitChange.MergeInto(List.of(merged), into, Below.FOLLOW));
        assertThat(held("qlcn")).containsExactly("STAFF " + into + " " + into);
        assertThat(home("qlcn")).isEqualTo(into);
        pages.as("qlcn").get("/");

        events.undo(pages.actor("vanphong"), event);
        assertThat(held("qlcn")).isEqualTo(before);
        assertThat(home("qlcn")).isEqualTo(merged);
    }

    @Test
    void the_office_goes_on_with_its_work_when_its_own_unit_is_consolidated() {
        var clerk = pages.actor("vanphong");
        var office = clerk.unit();
        var founded =
                NewUnit.of(new Naming(UnitKind.DEPARTMENT_OFFICE, "Văn phòng Tổng hợp", null, null), clerk.agency());
        var event = record(
                new UnitChange.Consolidate(List.of(office, pages.actor("khtc").unit()), founded, Below.FOLLOW));
        assertThat(held("vanphong"))
                .containsExactlyInAnyOrder(
                        "OFFICE_CLERK " + founded.id() + " " + clerk.agency(),
                        "RECORDS_CLERK " + founded.id() + " " + clerk.agency(),
                        "STAFF " + founded.id() + " " + founded.id());
        assertThat(held("khtc")).containsExactly("STAFF " + founded.id() + " " + founded.id());
        events.undo(pages.actor("vanphong"), event);
        assertThat(held("vanphong")).contains("OFFICE_CLERK " + office + " " + clerk.agency());
    }

    private UnitEventId record(UnitChange change) {
        return events.record(pages.actor("vanphong"), EventFacts.on(DAY, ""), change);
    }

    private List<String> held(String username) {
        return jdbc.sql("""
            select h.role || ' ' || h.unit_id || ' ' || h.scope_id
            from   account a cross join lateral roles_held(a.id, :day) h where a.username = :name order by h.role
            """)
                .param("name", username)
                .param("day", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")))
                .query(String.class)
                .list();
    }

    private UnitId home(String username) {
        return new UnitId(jdbc.sql("select unit_id from account where username = :name")
                .param("name", username)
                .query(java.util.UUID.class)
                .single());
    }
}
