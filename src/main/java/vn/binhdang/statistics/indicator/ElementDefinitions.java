package vn.binhdang.statistics.indicator;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.ElementId;

/** Makes elements. What one counts stays as it is for ever, for figures depend on it; only its words may be altered. */
@Service
class ElementDefinitions {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    ElementDefinitions(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param aboutItself see {@link Catalogue.Element} */
    record Words(
            String nameVi, String nameEn, String definition, String source, boolean sensitive, boolean aboutItself) {}

    record Counting(
            String code,
            Catalogue.Counted counted,
            int decimals,
            Catalogue.OverTime overTime,
            boolean summable,
            List<String> dimensions) {}

    /** The words of one, with those that the catalogue in memory leaves out. */
    Words words(ElementId id) {
        return jdbc.sql("""
            select name_vi, name_en, definition_vi as definition, source, sensitive, about_itself
            from   stat_element where id = :id
            """)
                .param("id", id.value())
                .query(Words.class)
                .optional()
                .orElseThrow(() -> new NotVisible("element " + id));
    }

    @Transactional
    ElementId create(Actor actor, Counting counting, Words words) {
        actor.must(Action.DEFINE_STATISTICS);
        var id = ElementId.create();
        int made = jdbc.sql("""
            insert into stat_element (id, code, name_vi, name_en, measure, decimals, over_time, over_units, sensitive, about_itself,
                                      definition_vi, source)
            values (:id, :code, :nameVi, :nameEn, :measure, :decimals, :overTime, :overUnits, :sensitive, :aboutItself,
                    :definition, :source)
            on conflict (code) do nothing
            """)
                .param("id", id.value())
                .param("code", counting.code())
                .param("nameVi", words.nameVi())
                .param("nameEn", words.nameEn())
                .param("measure", counting.counted().name())
                .param("decimals", counting.decimals())
                .param("overTime", counting.overTime().name())
                .param("overUnits", counting.summable() ? "SUM" : "NONE")
                .param("sensitive", words.sensitive())
                .param("aboutItself", words.aboutItself())
                .param("definition", words.definition())
                .param("source", words.source())
                .update();
        if (made == 0) throw new Refused("statistics.indicator.codeTaken", counting.code());
        jdbc.sql("""
            insert into stat_element_dimension (element_id, dimension_id, position)
            select :id, d.id, array_position(:codes, d.code) from stat_dimension d where d.code = any (:codes)
            """)
                .param("id", id.value())
                .param("codes", counting.dimensions().toArray(String[]::new))
                .update();
        audit.record(actor, "statistics.element.define", id.value());
        return id;
    }

    @Transactional
    void alter(Actor actor, ElementId id, Words words) {
        actor.must(Action.DEFINE_STATISTICS);
        UUID known = id.value();
        int changed = jdbc.sql("""
            update stat_element set name_vi = :nameVi, name_en = :nameEn, definition_vi = :definition, source = :source,
                   sensitive = :sensitive, about_itself = :aboutItself where id = :id
            """)
                .param("nameVi", words.nameVi())
                .param("nameEn", words.nameEn())
                .param("definition", words.definition())
                .param("source", words.source())
                .param("sensitive", words.sensitive())
                .param("aboutItself", words.aboutItself())
                .param("id", known)
                .update();
        if (changed == 0) throw new NotVisible("element " + id);
        audit.record(actor, "statistics.element.alter", known);
    }
}
