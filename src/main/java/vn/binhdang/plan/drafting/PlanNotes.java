package vn.binhdang.plan.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;

/** What came with a draft for a person to look at, until it is settled. */
@Component
class PlanNotes {
    /**
     * @param block the paragraph, or null
     * @param task the task, or null
     * @param proposed a date to accept, or null
     */
    record PlanNote(
            UUID id,
            @Nullable UUID block,
            @Nullable TaskId task,
            String code,
            List<String> arguments,
            @Nullable LocalDate proposed) {
        PlanNote {
            arguments = List.copyOf(arguments);
        }

        static PlanNote of(String code, String... arguments) {
            return new PlanNote(Uuid7.create(), null, null, code, List.of(arguments), null);
        }

        PlanNote atBlock(UUID about) {
            return new PlanNote(id, about, task, code, arguments, proposed);
        }

        PlanNote atTask(TaskId about, @Nullable LocalDate date) {
            return new PlanNote(id, block, about, code, arguments, date);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    PlanNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(PlanId plan, List<PlanNote> notes) {
        for (var note : notes)
            jdbc.sql("""
                insert into plan_note (id, plan_id, block_id, task_id, code, arguments, proposed)
                values (:id, :plan, :block, :task, :code, cast(:arguments as jsonb), :proposed)
                """)
                    .param("id", note.id())
                    .param("plan", plan.value())
                    .param("block", note.block(), java.sql.Types.OTHER)
                    .param("task", note.task() == null ? null : note.task().value(), java.sql.Types.OTHER)
                    .param("code", note.code())
                    .param("arguments", json.writeValueAsString(note.arguments()))
                    .param("proposed", note.proposed(), java.sql.Types.DATE)
                    .update();
    }

    /** Those not settled yet, in the order they were made. */
    List<PlanNote> open(PlanId plan) {
        return jdbc.sql("""
            select id, block_id, task_id, code, cast(arguments as text) as arguments, proposed
            from   plan_note where plan_id = :plan and settled_at is null order by id
            """)
                .param("plan", plan.value())
                .query((rs, i) -> {
                    var task = rs.getObject("task_id", UUID.class);
                    return new PlanNote(
                            rs.getObject("id", UUID.class),
                            rs.getObject("block_id", UUID.class),
                            task == null ? null : new TaskId(task),
                            rs.getString("code"),
                            json.readValue(rs.getString("arguments"), new TypeReference<List<String>>() {}),
                            rs.getObject("proposed", LocalDate.class));
                })
                .list();
    }

    /** @throws Refused when somebody settled it already */
    PlanNote settle(Actor actor, PlanId plan, UUID id) {
        var note = open(plan).stream()
                .filter(n -> n.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("plan.drafting.note.settled"));
        jdbc.sql("update plan_note set settled_at = :now, settled_by = :by where id = :id and plan_id = :plan")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", actor.account().value())
                .param("id", id)
                .param("plan", plan.value())
                .update();
        return note;
    }
}
