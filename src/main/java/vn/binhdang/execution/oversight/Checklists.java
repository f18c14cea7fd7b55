package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.Mended;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;

/** Templates of questions: those that come with the product, and those an agency wrote itself. Never rewritten. */
@Component
class Checklists {
    static final int MOST_QUESTIONS = 60;

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_QUESTION = 1_000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Checklists(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param own written by the agency; the others come with the product */
    record Checklist(
            UUID id,
            OversightKind kind,
            String title,
            boolean own,
            @Nullable OffsetDateTime retiredAt,
            List<String> questions) {}

    private record Row(
            UUID id,
            OversightKind kind,
            String title,
            boolean own,
            @Nullable OffsetDateTime retiredAt,
            String[] questions) {}

    /** Those in use first, by kind and title. */
    List<Checklist> all(Actor actor) {
        return jdbc
                .sql("""
                    select c.id, c.kind, c.title, c.agency_id is not null as own, c.retired_at,
                           array(select q.text from oversight_question q where q.checklist_id = c.id order by q.position) as questions
                    from   oversight_checklist c
                    where  c.agency_id is null or c.agency_id = :agency
                    order  by c.retired_at is not null, array_position(array['INSPECTION', 'CHECK', 'SUPERVISION'], c.kind), c.title, c.id
                    """)
                .param("agency", actor.agency().value())
                .query((rs, i) -> new Row(
                        rs.getObject("id", UUID.class),
                        OversightKind.valueOf(rs.getString("kind")),
                        rs.getString("title"),
                        rs.getBoolean("own"),
                        rs.getObject("retired_at", OffsetDateTime.class),
                        (String[]) rs.getArray("questions").getArray()))
                .list()
                .stream()
                .map(row -> new Checklist(
                        row.id(), row.kind(), row.title(), row.own(), row.retiredAt(), List.of(row.questions())))
                .toList();
    }

    /** Those in use, without their questions' being looked at. */
    List<Checklist> inUse(Actor actor) {
        return all(actor).stream().filter(list -> list.retiredAt() == null).toList();
    }

    @Transactional
    public ChecklistId make(Actor actor, OversightKind kind, String title, List<String> questions) {
        actor.must(Action.PLAN_OVERSIGHT);
        var mistakes = new LinkedHashMap<String, String>();
        if (title.isBlank()) mistakes.put("title", "execution.oversight.mend.title");
        if (title.length() > LONGEST_TITLE) mistakes.put("title", "execution.oversight.mend.long");
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS)
            mistakes.put("questions", "execution.oversight.mend.questions");
        else if (questions.stream().anyMatch(question -> question.length() > LONGEST_QUESTION))
            mistakes.put("questions", "execution.oversight.mend.longQuestion");
        if (!mistakes.isEmpty()) throw new Mended(mistakes);
        var id = ChecklistId.create();
        jdbc.sql("""
            insert into oversight_checklist (id, agency_id, kind, title, made_by, made_at)
            values (:id, :agency, :kind, :title, :by, :now)
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("kind", kind.name())
                .param("title", title.strip())
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        for (int i = 0; i < questions.size(); i++)
            jdbc.sql("insert into oversight_question (id, checklist_id, position, text) values (:id, :list,"
                            + " :position, :text)")
                    .param("id", Uuid7.create())
                    .param("list", id.value())
                    .param("position", i + 1)
                    .param("text", questions.get(i))
                    .update();
        audit.record(
                actor,
                "execution.checklist.make",
                id.value(),
                Map.of("kind", kind.name(), "questions", questions.size()));
        return id;
    }

    /** It is offered no more; missions that use it keep it. */
    @Transactional
    public void retire(Actor actor, ChecklistId id) {
        int changed = jdbc.sql("""
            update oversight_checklist set retired_at = :now, retired_by = :by
            where  id = :id and agency_id = :agency and retired_at is null
            """)
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .update();
        if (changed == 0) {
            boolean there = jdbc.sql(
                            "select exists (select 1 from oversight_checklist where id = :id and agency_id = :agency)")
                    .param("id", id.value())
                    .param("agency", actor.agency().value())
                    .query(Boolean.class)
                    .single();
            if (!there) throw new NotVisible("checklist " + id);
            throw new Refused("execution.oversight.refused.retired");
        }
        audit.record(actor, "execution.checklist.retire", id.value());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
