package vn.binhdang.statistics.view;

import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;

/** Accepted figures of an invented country, and the statistician of the sample department as its reader. */
final class InventedFigures {
    static final ReportingPeriod FIRST_OF_2024 = ReportingPeriod.of(ReportingPeriod.Kind.FIRST_HALF, 2024);
    static final ReportingPeriod SECOND_OF_2024 = ReportingPeriod.of(ReportingPeriod.Kind.SECOND_HALF, 2024);

    final InventedProvinces land;
    private final Submissions submissions;
    private final JdbcClient jdbc;
    private final Actor clerk;
    private final Actor statistician;

    InventedFigures(JdbcClient jdbc, Submissions submissions, int provinces, int communes) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        land = new InventedProvinces(jdbc, provinces, communes);
        clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        statistician = InventedProvinces.actor(land.country, Role.STATISTICIAN);
    }

    /** @param values staff women, men, unknown, leading women, men */
    SubmissionId report(UnitId commune, ReportingPeriod period, long... values) {
        var draft = submissions.draft(clerk, land.form, period, commune);
        var filled = submissions.fill(
                clerk,
                draft.id(),
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Submissions.CellChange(i, null, CellEntry.of(values[i])))
                        .toList());
        submissions.submit(clerk, draft.id(), filled.now().edition());
        submissions.accept(statistician, draft.id(), filled.now().edition() + 1);
        return draft.id();
    }

    /** Lets a person of the sample department read the figures of a unit and all below it. */
    void reader(String username, UnitId unit) {
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
            select :id, a.id, r.agency_id, r.unit_id, 'STATISTICIAN', :unit, true, date '2020-01-01'
            from   account a join lateral (select agency_id, unit_id from role_grant where account_id = a.id limit 1) r on true
            where  a.username = :name
            """)
                .param("id", Uuid7.create())
                .param("unit", unit.value())
                .param("name", username)
                .update();
    }

    /** An indicator with targets for 2025 and 2030: of those who lead, how many in a hundred are women. */
    String shareOfWomen() {
        var id = Uuid7.create();
        String code = land.staff().replace("_STAFF", "-SHARE");
        jdbc.sql("insert into stat_indicator (id, code, theme) values (:id, :code, 'LEADERSHIP')")
                .param("id", id)
                .param("code", code)
                .update();
        jdbc.sql("""
            insert into stat_indicator_version (id, indicator_id, number, name_vi, name_en, unit_vi, unit_en, direction, kind,
                    numerator, denominator, factor, share_of, decimals, state, formula_state, valid_from)
            values (:version, :id, 1, 'Tỷ lệ nữ lãnh đạo (thử)', 'Share of women who lead (trial)', '%', '%', 'MORE', 'RATIO',
                    :women, :all, 100, 'PEOPLE', 1, 'OFFICIAL', 'OFFICIAL', date '2020-01-01')
            """)
                .param("version", Uuid7.create())
                .param("id", id)
                .param("women", "#{%s.SEX=F}".formatted(land.leaders()))
                .param("all", "#{%s}".formatted(land.leaders()))
                .update();
        for (int year : new int[] {2025, 2030})
            jdbc.sql("""
                insert into stat_target (id, indicator_id, year, sign, value, printed, state, set_by, set_at)
                values (gen_random_uuid(), :id, :year, '>=', :value, cast(:value as text), 'OFFICIAL', gen_random_uuid(), now())
                """)
                    .param("id", id)
                    .param("year", year)
                    .param("value", year == 2025 ? 40 : 75)
                    .update();
        return code;
    }

    /** What those are called of whom the sex is not known. */
    String unknown() {
        return jdbc.sql("""
            select c.name_vi from stat_category c join stat_dimension d on d.id = c.dimension_id
            where  d.code = 'SEX' and c.unknown
            """).query(String.class).single();
    }

    /** Takes the code from whoever has it. */
    void code(UnitId province, String code) {
        jdbc.sql("delete from unit_code where scheme = 'ADMINISTRATIVE' and code = :code")
                .param("code", code)
                .update();
        jdbc.sql("""
            insert into unit_code (unit_id, scheme, code, valid_from)
            select :unit, 'ADMINISTRATIVE', :code, date '2020-01-01'
            """).param("unit", province.value()).param("code", code).update();
    }
}
