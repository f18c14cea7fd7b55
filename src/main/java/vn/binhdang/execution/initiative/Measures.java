package vn.binhdang.execution.initiative;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;

/** What is measured of a pilot, before and after. */
@Component
class Measures {
    private final JdbcClient jdbc;
    private final Initiatives initiatives;
    private final AuditTrail audit;

    Measures(JdbcClient jdbc, Initiatives initiatives, AuditTrail audit) {
        this.jdbc = jdbc;
        this.initiatives = initiatives;
        this.audit = audit;
    }

    record Measured(
            @Nullable BigDecimal before,
            @Nullable LocalDate beforeOn,
            String beforeSource,
            @Nullable BigDecimal after,
            @Nullable LocalDate afterOn,
            String afterSource) {}

    record Measure(
            UUID id,
            UUID initiativeId,
            String name,
            String measuredIn,
            boolean moreIsBetter,
            @Nullable BigDecimal beforeValue,
            @Nullable LocalDate beforeOn,
            String beforeSource,
            @Nullable BigDecimal afterValue,
            @Nullable LocalDate afterOn,
            String afterSource,
            LocalDate dueOn,
            int version) {}

    List<Measure> of(Collection<UUID> initiatives) {
        return jdbc.sql("select * from initiative_measure where initiative_id = any (:ids) order by initiative_id, no")
                .param("ids", initiatives.toArray(UUID[]::new))
                .query(Measure.class)
                .list();
    }

    @Transactional
    public void add(Actor actor, InitiativeId id, String name, String measuredIn, boolean moreIsBetter, LocalDate due) {
        initiatives.hold(actor, id, Action.RUN_INITIATIVES, Phase.APPROVED, Phase.PILOT);
        var measure = MeasureId.create();
        int no = initiatives.next("initiative_measure", id);
        jdbc.sql("""
            insert into initiative_measure (id, initiative_id, no, name, measured_in, more_is_better, before_source, after_source, due_on, version)
            values (:measure, :id, :no, :name, :in, :more, '', '', :due, 1)
            """)
                .param("measure", measure.value())
                .param("id", id.value())
                .param("no", no)
                .param("name", name)
                .param("in", measuredIn)
                .param("more", moreIsBetter)
                .param("due", due)
                .update();
        audit.record(actor, "execution.initiative.addMeasure", id.value(), Map.of("measure", measure.toString()));
    }

    @Transactional
    public void record(Actor actor, InitiativeId id, MeasureId measure, int version, Measured values) {
        initiatives.hold(actor, id, Action.RUN_INITIATIVES, Phase.APPROVED, Phase.PILOT);
        var shown = of(List.of(id.value())).stream()
                .filter(one -> one.id().equals(measure.value()))
                .findFirst()
                .orElseThrow(() -> new NotVisible("measure " + measure));
        if (shown.version() != version) throw new Overtaken();
        jdbc.sql("""
            update initiative_measure set before_value = :before, before_on = :beforeOn, before_source = :beforeSource,
                   after_value = :after, after_on = :afterOn, after_source = :afterSource, version = version + 1
            where  id = :measure
            """)
                .param("before", values.before())
                .param("beforeOn", values.beforeOn())
                .param("beforeSource", values.beforeSource())
                .param("after", values.after())
                .param("afterOn", values.afterOn())
                .param("afterSource", values.afterSource())
                .param("measure", measure.value())
                .update();
        audit.record(
                actor,
                "execution.initiative.measure",
                id.value(),
                Map.of(
                        "measure",
                        measure.toString(),
                        "before",
                        values.before() == null ? "" : values.before().toPlainString(),
                        "after",
                        values.after() == null ? "" : values.after().toPlainString()));
    }
}
