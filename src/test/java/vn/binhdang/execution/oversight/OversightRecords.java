package vn.binhdang.execution.oversight;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** One record of each kind of oversight of a unit, made by hand: a mission that is being prepared, with all that can hang on it, and one of another body. */
public final class OversightRecords {
    private OversightRecords() {}

    public static Map<String, String> make(JdbcClient jdbc, Actor by, UnitId unit) {
        var ids = new HashMap<String, UUID>();
        for (String kind : new String[] {
            "programme",
            "planned",
            "mission",
            "member",
            "visit",
            "finding",
            "recommendation",
            "proof",
            "checklist",
            "otherMission"
        }) ids.put(kind, Uuid7.create());
        var all = new HashMap<String, Object>(ids);
        all.put("agency", by.agency().value());
        all.put("by", by.account().value());
        all.put("person", by.person().value());
        all.put("unit", unit.value());
        for (String sql : """
            insert into oversight_programme (id, agency_id, year, created_by, created_at)
            values (:programme, :agency, 2026, :by, now()) on conflict do nothing;
            insert into oversight_planned (id, programme_id, agency_id, kind, unit_id, subject, quarter, created_by, created_at)
            select :planned, id, :agency, 'CHECK', :unit, 'Kế hoạch năm', 2, :by, now() from oversight_programme
            where  agency_id = :agency and year = 2026;
            insert into oversight_mission (id, agency_id, kind, subject, from_day, to_day, checklist_id, version, created_by, created_at, folded)
            values (:mission, :agency, 'CHECK', 'Kế hoạch năm', current_date, current_date + 10,
                    '01970000-0000-7000-8000-000000000002', 1, :by, now(), 'ke hoach nam');
            insert into oversight_member (id, mission_id, person_id, leads, from_day, to_day, added_by, added_at)
            values (:member, :mission, :person, true, current_date, current_date + 10, :by, now());
            insert into oversight_visit (id, mission_id, unit_id, version) values (:visit, :mission, :unit, 1);
            insert into oversight_finding (id, visit_id, no, grade, text, recorded_by, recorded_at, version)
            values (:finding, :visit, 1, 'SHORTCOMING', 'Chưa có minh chứng', :by, now(), 1);
            insert into oversight_recommendation (id, visit_id, no, text, unit_id, due_on, state, version, made_by, made_at, folded)
            values (:recommendation, :visit, 1, 'Bổ sung minh chứng', :unit, current_date + 20, 'OPEN', 1, :by, now(), 'bo sung minh chung');
            insert into oversight_evidence (id, agency_id, visit_id, finding_id, file_id, title, added_by, added_at)
            select :proof, :agency, :visit, :finding, s.id, 'anh', :by, now() from stored_file s
            left join evidence_photo p on p.file_id = s.id where s.agency_id = :agency order by p.file_id limit 1;
            insert into oversight_mission (id, agency_id, kind, subject, from_day, to_day, version, created_by, created_at, folded,
                                           body, body_basis, body_decision, body_decided_on, decision_arrival, decision_file_id)
            values (:otherMission, :agency, 'INSPECTION', 'Kế hoạch năm', current_date - 5, current_date, 1, :by, now(), 'ke hoach nam',
                    'Thanh tra tỉnh', '', '45/QĐ-TTT', current_date - 9, '', (select id from stored_file where agency_id = :agency limit 1));
            insert into oversight_visit (id, mission_id, unit_id, version) values (gen_random_uuid(), :otherMission, :unit, 1);
            insert into oversight_checklist (id, agency_id, kind, title, made_by, made_at)
            values (:checklist, :agency, 'CHECK', 'Của cơ quan', :by, now())\
            """.split(";")) jdbc.sql(sql).params(all).update();
        var texts = new HashMap<String, String>();
        ids.forEach((kind, id) -> texts.put(kind, id.toString()));
        return texts;
    }
}
