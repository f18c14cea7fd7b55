package vn.binhdang.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.access.Accounts;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.FormId;

/**
 * An invented country of 34 provinces and 3,300 communes, all asked to fill in one form of 60 figures for a year: three of
 * five are accepted, one of seven waits, the others have begun, were sent back or have not begun.
 */
final class ReportingCountry {
    static final int COMMUNES = 3_300;
    static final int PROVINCES = 34;
    static final int CELLS = 60;
    static final String PASSWORD = "một mật khẩu để đo";
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

    final UnitId country = UnitId.create();
    final List<UnitId> provinces = new ArrayList<>();
    final List<UnitId> communes = new ArrayList<>();
    final FormId form = FormId.create();
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final int period;

    /** @param year that is over */
    ReportingCountry(JdbcClient jdbc, Accounts accounts, int year, int period) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.period = period;
        units();
        form();
        answers(year);
        jdbc.sql("analyze").update();
    }

    private void units() {
        var ids = new ArrayList<UUID>();
        var kinds = new ArrayList<String>();
        var names = new ArrayList<String>();
        var parents = new ArrayList<UUID>();
        for (int i = 0; i < 1 + PROVINCES + COMMUNES; i++) {
            var id = i == 0 ? country : UnitId.create();
            if (i > PROVINCES) communes.add(id);
            else if (i > 0) provinces.add(id);
            ids.add(id.value());
            kinds.add(i == 0 ? "MINISTRY" : i <= PROVINCES ? "PROVINCE" : "COMMUNE");
            names.add(
                    i == 0
                            ? "Bộ Đo lường"
                            : i <= PROVINCES
                                    ? "Tỉnh Đo %02d".formatted(i)
                                    : "Xã %s %04d"
                                            .formatted(
                                                    List.of("Tân Lập", "Bình Minh", "Đồng Tâm")
                                                            .get(i % 3),
                                                    i));
            parents.add(
                    i == 0
                            ? null
                            : i <= PROVINCES
                                    ? country.value()
                                    : provinces.get(i % PROVINCES).value());
        }
        var all = ids.toArray(UUID[]::new);
        jdbc.sql("insert into unit (id, valid_from) select unnest(:ids), :from")
                .param("ids", all)
                .param("from", FOUNDED)
                .update();
        jdbc.sql("""
            insert into unit_name (unit_id, kind, name, valid_from)
            select i, k, n, :from from unnest(:ids, :kinds, :names) r (i, k, n)
            """)
                .param("ids", all)
                .param("kinds", kinds.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .param("from", FOUNDED)
                .update();
        jdbc.sql("""
            insert into unit_parent (unit_id, parent_id, valid_from)
            select i, p, :from from unnest(:ids, :parents) r (i, p) where p is not null
            """)
                .param("ids", all)
                .param("parents", parents.toArray(UUID[]::new))
                .param("from", FOUNDED)
                .update();
        jdbc.sql("select derive_unit_within(:ids)").param("ids", all).query().singleRow();
    }

    private void form() {
        jdbc.sql("""
            insert into stat_form (id, code, name_vi, name_en, regime_id, period_kind, valid_from)
            select :id, 'BENCH-BOARD', 'Biểu đo', 'Bench', id, 'YEAR', :from from stat_regime where code = 'ND09'
            """).param("id", form.value()).param("from", FOUNDED).update();
        for (int e = 0; e < CELLS; e++) {
            var element = Uuid7.create();
            jdbc.sql("insert into stat_element (id, code, name_vi, name_en, measure) values (:id, :code, :code, :code,"
                            + " 'PEOPLE')")
                    .param("id", element)
                    .param("code", "BENCH_BOARD_" + e)
                    .update();
            jdbc.sql("insert into stat_slot (form_id, slot, element_id, combination) values (:form, :slot, :id, '')")
                    .param("form", form.value())
                    .param("slot", e)
                    .param("id", element)
                    .update();
        }
        jdbc.sql("""
            insert into stat_form_assignment (id, form_id, unit_kind, within_id, valid_from)
            values (:id, :form, 'COMMUNE', :within, :from)
            """)
                .param("id", Uuid7.create())
                .param("form", form.value())
                .param("within", country.value())
                .param("from", FOUNDED)
                .update();
        jdbc.sql("insert into stat_form_deadline (form_id, unit_kind, days) values (:form, 'COMMUNE', 20)")
                .param("form", form.value())
                .update();
    }

    private void answers(int year) {
        var random = new Random(20261126);
        var by = UUID.randomUUID();
        var ids = new ArrayList<UUID>();
        var units = new ArrayList<UUID>();
        var states = new ArrayList<String>();
        var cells = new ArrayList<byte[]>();
        for (var commune : communes) {
            int chance = random.nextInt(100);
            String state = chance < 60
                    ? "ACCEPTED"
                    : chance < 75 ? "SUBMITTED" : chance < 80 ? "RETURNED" : chance < 90 ? "DRAFT" : "";
            if (state.isEmpty()) continue;
            var figures = new Cells(CELLS);
            for (int i = 0; i < CELLS; i++) figures.set(i, random.nextInt(5_000));
            ids.add(Uuid7.create());
            units.add(commune.value());
            states.add(state);
            cells.add(figures.pack());
        }
        jdbc.sql("""
            insert into stat_submission (id, form_id, period, unit_id, state, reference_day, cells, changed_at, changed_by)
            select i, :form, :period, u, s, make_date(:year, 12, 14), c, now(), :by
            from   unnest(:ids, :units, :states, cast(:cells as bytea[])) r (i, u, s, c)
            """)
                .param("form", form.value())
                .param("period", period)
                .param("year", year)
                .param("by", by)
                .param("ids", ids.toArray(UUID[]::new))
                .param("units", units.toArray(UUID[]::new))
                .param("states", states.toArray(String[]::new))
                .param("cells", cells.toArray(byte[][]::new))
                .update();
        jdbc.sql("""
            insert into stat_submission_step (id, submission_id, step, at, by_account, by_agency, due_on)
            select gen_random_uuid(), s.id, k.step, make_timestamptz(:year + 1, 1, 1 + (random() * 10)::int, 9, 0, 0), :by, s.unit_id,
                   make_date(:year + 1, 1, 3)
            from   stat_submission s
            join   (values ('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'RETURNED'),
                           ('RETURNED', 'RETURNED'), ('ACCEPTED', 'ACCEPTED')) k (step, state) on k.state = s.state
            where  s.form_id = :form
            """)
                .param("form", form.value())
                .param("year", year)
                .param("by", by)
                .update();
    }

    /** Somebody who looks at all of it, enters and accepts. */
    void account(String username) {
        var person = PersonId.create();
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (:id, 'Người', 'Đo', 'U')")
                .param("id", person.value())
                .update();
        jdbc.sql("""
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            values (:id, :person, :unit, 'HEAD', 'Người đo', date '2020-01-01')
            """)
                .param("id", Uuid7.create())
                .param("person", person.value())
                .param("unit", country.value())
                .update();
        var by = Actor.of(AccountId.create(), PersonId.create(), country, country, Set.of(Role.SYSTEM_ADMINISTRATOR));
        accounts.open(by, username, person, PASSWORD, country, Set.of(Role.STATISTICIAN, Role.OFFICE_CLERK));
        jdbc.sql("update account set must_change_password = false where username = :name")
                .param("name", username)
                .update();
    }
}
