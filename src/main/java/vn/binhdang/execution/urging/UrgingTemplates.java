package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** Words to begin with: those of the product, and those an agency wrote for itself, which come first. */
@Component
class UrgingTemplates {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    UrgingTemplates(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param own false for one of the product, which cannot be changed */
    record Template(UUID id, boolean own, Occasion occasion, String name, String words, int version) {}

    private static final String SELECT = """
        select id, agency_id is not null as own, occasion, name, words, version
        from   urging_template
        where  (agency_id is null or agency_id = :agency) and ended_on is null
        """;

    List<Template> all(UnitId agency) {
        return jdbc.sql(SELECT + """
            order by array_position(array['BEFORE', 'DUE', 'LATE', 'HEAD', 'REPORT'], occasion), agency_id nulls last, id desc
            """)
                .param("agency", agency.value())
                .query(Template.class)
                .list();
    }

    /** The words for an occasion: the agency's latest, else those of the product. */
    String wordsFor(UnitId agency, Occasion occasion) {
        return all(agency).stream()
                .filter(template -> template.occasion() == occasion)
                .findFirst()
                .orElseThrow()
                .words();
    }

    /** @throws NotVisible when it is absent, ended, or of another agency */
    Template find(Actor actor, UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("agency", actor.agency().value())
                .param("id", id)
                .query(Template.class)
                .optional()
                .orElseThrow(() -> new NotVisible("template " + id));
    }

    @Transactional
    UUID add(Actor actor, Occasion occasion, String name, String words) {
        actor.must(Action.SET_URGING);
        var id = Uuid7.create();
        jdbc.sql("""
            insert into urging_template (id, agency_id, occasion, name, words, version, changed_at)
            values (:id, :agency, :occasion, :name, :words, 1, :now)
            """)
                .param("id", id)
                .param("agency", actor.agency().value())
                .param("occasion", occasion.name())
                .param("name", name)
                .param("words", words)
                .param("now", now())
                .update();
        audit.record(actor, "execution.urging.template.add", id, Map.of("occasion", occasion.name()));
        return id;
    }

    /** @throws Refused when somebody else changed it since {@code version}, or it is one of the product */
    @Transactional
    void change(Actor actor, UUID id, int version, Occasion occasion, String name, String words) {
        actor.must(Action.SET_URGING);
        if (!find(actor, id).own()) throw new Refused("execution.urging.template.standard");
        int changed = jdbc.sql("""
            update urging_template
            set    occasion = :occasion, name = :name, words = :words, version = version + 1, changed_at = :now
            where  id = :id and agency_id = :agency and version = :version
            """)
                .param("occasion", occasion.name())
                .param("name", name)
                .param("words", words)
                .param("now", now())
                .param("id", id)
                .param("agency", actor.agency().value())
                .param("version", version)
                .update();
        if (changed == 0) throw new Refused("execution.urging.template.overtaken");
        audit.record(actor, "execution.urging.template.change", id, Map.of("version", version + 1));
    }

    @Transactional
    void end(Actor actor, UUID id) {
        actor.must(Action.SET_URGING);
        if (!find(actor, id).own()) throw new Refused("execution.urging.template.standard");
        jdbc.sql("update urging_template set ended_on = :day where id = :id and agency_id = :agency")
                .param("day", Today.of(clock).day())
                .param("id", id)
                .param("agency", actor.agency().value())
                .update();
        audit.record(actor, "execution.urging.template.end", id);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
