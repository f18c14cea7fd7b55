package vn.binhdang.plan.cascade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.access.Accounts;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.testing.Pages;

/** Communes of the sample province, and an office clerk for some of them. */
@TestComponent
public class Communes {
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

    private final Pages pages;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    Communes(Pages pages, Accounts accounts, JdbcClient jdbc) {
        this.pages = pages;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** The people's committee above the sample department. */
    UnitId province() {
        return new UnitId(jdbc.sql("select parent_id from unit_parent where unit_id = :agency")
                .param("agency", pages.actor("vanphong").agency().value())
                .query(UUID.class)
                .single());
    }

    UnitId found(String name) {
        return found(UnitKind.COMMUNE, name, province(), FOUNDED);
    }

    public UnitId found(UnitKind kind, String name, UnitId parent, LocalDate from) {
        var id = UnitId.create();
        jdbc.sql("insert into unit (id, valid_from) values (:id, :from)")
                .param("id", id.value())
                .param("from", from)
                .update();
        jdbc.sql("insert into unit_name (unit_id, kind, name, valid_from) values (:id, :kind, :name, :from)")
                .param("id", id.value())
                .param("kind", kind.name())
                .param("name", name)
                .param("from", from)
                .update();
        jdbc.sql("insert into unit_parent (unit_id, parent_id, valid_from) values (:id, :parent, :from)")
                .param("id", id.value())
                .param("parent", parent.value())
                .param("from", from)
                .update();
        jdbc.sql("select derive_unit_within(array[:id])")
                .param("id", id.value())
                .query()
                .singleRow();
        return id;
    }

    /** Who may change the units of the whole province. */
    Actor administrator() {
        return Actor.of(
                AccountId.create(), PersonId.create(), province(), province(), Set.of(Role.SYSTEM_ADMINISTRATOR));
    }

    /** A unit with nothing above it. */
    UnitId root(UnitKind kind, String name) {
        var id = found(kind, name, province(), FOUNDED);
        jdbc.sql("delete from unit_parent where unit_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("select derive_unit_within(array[:id])")
                .param("id", id.value())
                .query()
                .singleRow();
        return id;
    }

    /** What the agency prints from its foundation on. */
    void letterhead(UnitId agency, String abbreviation, String place) {
        jdbc.sql("update unit_name set symbol_abbreviation = :abbreviation where unit_id = :agency")
                .param("abbreviation", abbreviation)
                .param("agency", agency.value())
                .update();
        jdbc.sql("""
            insert into agency_letterhead (agency_id, parent_line, place_of_issue, valid_from)
            values (:agency, 'UBND tỉnh', :place, :from)
            """)
                .param("agency", agency.value())
                .param("place", place)
                .param("from", FOUNDED)
                .update();
    }

    List<UnitId> many(String name, int count) {
        var ids = new ArrayList<UnitId>();
        for (int i = 1; i <= count; i++) ids.add(found("%s %03d".formatted(name, i)));
        return ids;
    }

    /** A clerk with all that one person of a small office does: writes, approves, issues. */
    Actor clerk(UnitId agency, String username) {
        var person = PersonId.create();
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (:id, 'Người', 'Xã', 'U')")
                .param("id", person.value())
                .update();
        jdbc.sql("""
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            values (:id, :person, :unit, 'HEAD', 'Chủ tịch', date '2020-01-01')
            """)
                .param("id", Uuid7.create())
                .param("person", person.value())
                .param("unit", agency.value())
                .update();
        var by = Actor.of(AccountId.create(), PersonId.create(), agency, agency, Set.of(Role.SYSTEM_ADMINISTRATOR));
        accounts.open(
                by,
                username,
                person,
                "một mật khẩu để bắt đầu",
                agency,
                Set.of(Role.OFFICE_CLERK, Role.HEAD, Role.RECORDS_CLERK, Role.STAFF));
        return pages.actor(username);
    }
}
