package vn.binhdang.execution.initiative;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** A pilot with a measure and a task, straight in the tables. */
public final class InitiativeRecords {
    private InitiativeRecords() {}

    /** Kind of record to its id. */
    public static Map<String, String> make(JdbcClient jdbc, Actor by, UnitId unit) {
        var ids = Map.<String, UUID>of(
                "initiative", Uuid7.create(), "measure", Uuid7.create(), "pilot task", Uuid7.create());
        var all = new HashMap<String, Object>(Map.of(
                "initiative", ids.get("initiative"),
                "measure", ids.get("measure"),
                "task", ids.get("pilot task"),
                "agency", by.agency().value(),
                "account", by.account().value(),
                "person", by.person().value(),
                "unit", unit.value()));
        for (String sql : """
            insert into initiative (id, agency_id, unit_id, author_account, author_id, kind, title, problem, proposal,
                   beneficiaries, expected, phase, reason, from_day, to_day, responsible_id, cost_source, conclusion,
                   evidence, lessons, outcome_reason, version, created_on, folded)
            values (:initiative, :agency, :unit, :account, :person, 'PILOT_MODEL', 'Góc mẹ và bé', 'Thiếu chỗ', 'Một phòng',
                   'Nữ', '', 'PILOT', '', current_date, current_date + 60, :person, '', '', '', '', '', 1, current_date,
                   'goc me va be mot phong');
            insert into initiative_place (initiative_id, unit_id, since_day) values (:initiative, :unit, current_date);
            insert into initiative_measure (id, initiative_id, no, name, measured_in, more_is_better, before_source,
                   after_source, due_on, version)
            values (:measure, :initiative, 1, 'Số người dùng', 'người', true, '', '', current_date + 20, 1);
            insert into initiative_task (id, initiative_id, no, title, unit_id, due_on)
            values (:task, :initiative, 1, 'Sắp phòng', :unit, current_date + 20)\
            """.split(";")) jdbc.sql(sql).params(all).update();
        var texts = new HashMap<String, String>();
        ids.forEach((kind, id) -> texts.put(kind, id.toString()));
        return texts;
    }
}
