package vn.binhdang.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.Lines;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.organisation.Units;

/** Plans of an agency with their tasks. */
@Component
public class Plans {
    /** What is kept of a plan {@code p} beside its document {@code d}. */
    private static final String BESIDE_DOCUMENT =
            "d.head ->> 'documentType' as type, p.import_id, p.written_after, p.print_assignments ";

    /** The coordinating units of each task {@code t}, in their order. */
    private static final String COORDINATING = """
         left join lateral (select array_agg(c.unit_id order by c.position) as coordinating_units,
                                   array_agg(c.printed order by c.position) as coordinating_printed
                            from   plan_task_coordinating c where c.task_id = t.id) c on true
        """;

    private final JdbcClient jdbc;
    private final OutgoingDocuments documents;
    private final Units units;
    private final Clock clock;

    Plans(JdbcClient jdbc, OutgoingDocuments documents, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Makes a draft plan of what was read or written. Printed units are matched to the units of today; those that match
     * none keep their words and wait for the clerk.
     */
    @Transactional
    public PlanId create(
            Actor actor,
            AdministrativeDocument content,
            int year,
            @Nullable UUID importId,
            @Nullable PlanId writtenAfter) {
        return create(actor, content, year, importId, writtenAfter, null);
    }

    /** @param replaces the issued plan that this one is to replace */
    @Transactional
    public PlanId create(
            Actor actor,
            AdministrativeDocument content,
            int year,
            @Nullable UUID importId,
            @Nullable PlanId writtenAfter,
            @Nullable DocumentId replaces) {
        var id = PlanId.of(documents.create(actor, DocumentKind.PLAN, content, year, replaces));
        jdbc.sql("insert into plan (id, agency_id, year, import_id, written_after) values (:id, :agency, :year,"
                        + " :import, :after)")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("year", year)
                .param("import", importId)
                .param("after", writtenAfter == null ? null : writtenAfter.value())
                .update();
        var matcher = matcher(actor);
        for (int i = 0; i < content.tasks().size(); i++)
            insertTask(id, i, content.tasks().get(i), matcher);
        return id;
    }

    /** @throws NotVisible when it is absent or out of scope */
    public Plan find(Actor actor, PlanId id) {
        return jdbc.sql("select d.*, " + BESIDE_DOCUMENT + """
            from   plan p join outgoing_document d on d.id = p.id
            where  p.id = :id and
            """ + OutgoingDocuments.VISIBLE)
                .param("id", id.value())
                .params(OutgoingDocuments.visibleTo(actor))
                .query((rs, i) -> plan(rs, Objects.requireNonNull(OutgoingDocuments.ROW.mapRow(rs, i))))
                .optional()
                .orElseThrow(() -> new NotVisible("plan " + id));
    }

    /** The plan that a document is, with its tasks. The caller has found the document for the actor before. */
    public PlanWithTasks withTasks(OutgoingDocument document) {
        return jdbc.sql("select t.*, c.*, " + BESIDE_DOCUMENT + """
            from   plan p
            join   outgoing_document d on d.id = p.id
            left   join plan_task t on t.plan_id = p.id and t.dropped_on is null
            """ + COORDINATING + """
            where  p.id = :id
            order  by t.position
            """)
                .param("id", document.id().value())
                .query(rs -> {
                    if (!rs.next()) throw new NotVisible("plan " + document.id());
                    var plan = plan(rs, document);
                    var tasks = new ArrayList<PlanTask>();
                    if (rs.getObject("id") != null) do tasks.add(task(rs)); while (rs.next());
                    return new PlanWithTasks(plan, tasks);
                });
    }

    /** A plan with the tasks it has now. @throws NotVisible when it is absent or out of scope */
    public PlanWithTasks findWithTasks(Actor actor, PlanId id) {
        return findWith(actor, id, "and t.dropped_on is null");
    }

    /** The same with those that an amendment took out. */
    public PlanWithTasks findWithEveryTask(Actor actor, PlanId id) {
        return findWith(actor, id, "");
    }

    private PlanWithTasks findWith(Actor actor, PlanId id, String which) {
        return jdbc.sql("select " + OutgoingDocuments.COLUMNS + ", " + BESIDE_DOCUMENT + """
                        , t.id as task_id, t.number as task_number, t.version as task_version, t.*, c.*
                        from   plan p
                        join   outgoing_document d on d.id = p.id
                        left   join plan_task t on t.plan_id = p.id
                        """ + which + COORDINATING
                        + """
                        where  p.id = :id and
                        """ + OutgoingDocuments.VISIBLE + " order by t.position")
                .param("id", id.value())
                .params(OutgoingDocuments.visibleTo(actor))
                .query(rs -> {
                    if (!rs.next()) throw new NotVisible("plan " + id);
                    var plan = plan(rs, Objects.requireNonNull(OutgoingDocuments.ROW.mapRow(rs, 0)));
                    var tasks = new ArrayList<PlanTask>();
                    if (rs.getObject("task_id") != null) do tasks.add(task(rs, "task_")); while (rs.next());
                    return new PlanWithTasks(plan, tasks);
                });
    }

    private static Plan plan(ResultSet rs, OutgoingDocument document) throws SQLException {
        var writtenAfter = rs.getObject("written_after", UUID.class);
        return new Plan(
                PlanId.of(document.id()),
                document,
                rs.getString("type"),
                rs.getObject("import_id", UUID.class),
                writtenAfter == null ? null : new PlanId(writtenAfter),
                (Boolean) rs.getObject("print_assignments"));
    }

    /** The tasks it has now, in their order. The caller has found the plan for the actor before. */
    public List<PlanTask> tasksOf(Plan plan) {
        return tasks(plan, "and t.dropped_on is null");
    }

    /** The same with those that an amendment took out. */
    public List<PlanTask> everyTaskOf(Plan plan) {
        return tasks(plan, "");
    }

    private List<PlanTask> tasks(Plan plan, String which) {
        return jdbc.sql("select t.*, c.* from plan_task t" + COORDINATING + "where t.plan_id = :plan " + which
                        + " order by t.position")
                .param("plan", plan.id().value())
                .query((rs, i) -> task(rs))
                .list();
    }

    private static PlanTask task(ResultSet rs) throws SQLException {
        return task(rs, "");
    }

    /** @param own begins the names of the columns that a document has too */
    private static PlanTask task(ResultSet rs, String own) throws SQLException {
        var lead = rs.getObject("lead_unit_id", UUID.class);
        return new PlanTask(
                new TaskId(rs.getObject(own + "id", UUID.class)),
                new PlanId(rs.getObject("plan_id", UUID.class)),
                rs.getInt("position"),
                rs.getString(own + "number"),
                rs.getString("text"),
                lead == null ? null : new UnitId(lead),
                rs.getString("lead_printed"),
                coordinating(rs),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("due_text"),
                rs.getString("no_due_reason"),
                rs.getString("recurrence"),
                rs.getString("expected_output"),
                rs.getObject("line_from") == null ? null : new Lines(rs.getInt("line_from"), rs.getInt("line_to")),
                rs.getInt(own + "version"));
    }

    private static List<PlanTask.CoordinatingUnit> coordinating(ResultSet rs) throws SQLException {
        if (rs.getArray("coordinating_units") == null) return List.of();
        var units = (UUID[]) rs.getArray("coordinating_units").getArray();
        var printed = (String[]) rs.getArray("coordinating_printed").getArray();
        return IntStream.range(0, units.length)
                .mapToObj(
                        i -> new PlanTask.CoordinatingUnit(units[i] == null ? null : new UnitId(units[i]), printed[i]))
                .toList();
    }

    /** How many tasks each of some plans has. The caller has found the plans for the actor before. */
    public Map<PlanId, Integer> taskCounts(Collection<PlanId> plans) {
        if (plans.isEmpty()) return Map.of();
        var counts = new HashMap<PlanId, Integer>();
        jdbc.sql("select plan_id, count(*) as tasks from plan_task where plan_id = any (:plans)"
                        + " and dropped_on is null group by plan_id")
                .param("plans", plans.stream().map(PlanId::value).toArray(UUID[]::new))
                .query(rs -> {
                    counts.put(new PlanId(rs.getObject("plan_id", UUID.class)), rs.getInt("tasks"));
                });
        return counts;
    }

    /** Matches printed words to the units of the actor's agency as they are today. */
    public UnitMatcher matcher(Actor actor) {
        var today = LocalDate.now(clock);
        return new UnitMatcher(units.below(actor.agency(), today), units.aliases(actor.agency(), today));
    }

    private void insertTask(PlanId plan, int position, DocumentTask task, UnitMatcher matcher) {
        var id = TaskId.create();
        String leadPrinted = task.leadUnits().isEmpty() ? null : String.join(", ", task.leadUnits());
        var lead = task.leadUnits().stream().findFirst().flatMap(matcher::match);
        jdbc.sql("""
            insert into plan_task (id, plan_id, position, number, text, lead_unit_id, lead_printed, start_on, due_on,
                                   due_text, recurrence, expected_output, line_from, line_to, version)
            values (:id, :plan, :position, :number, :text, :lead, :leadPrinted, :start, :due,
                    :dueText, :recurrence, :output, :from, :to, 1)
            """)
                .param("id", id.value())
                .param("plan", plan.value())
                .param("position", position)
                .param("number", task.number())
                .param("text", task.text())
                .param("lead", lead.map(UnitId::value).orElse(null))
                .param("leadPrinted", leadPrinted)
                .param("start", task.start())
                .param("due", task.due())
                .param("dueText", task.dueText())
                .param("recurrence", task.recurrence())
                .param("output", task.output())
                .param("from", task.lines() == null ? null : task.lines().from())
                .param("to", task.lines() == null ? null : task.lines().to())
                .update();
        for (int i = 0; i < task.coordinatingUnits().size(); i++) {
            String printed = task.coordinatingUnits().get(i);
            jdbc.sql("insert into plan_task_coordinating values (:task, :position, :unit, :printed)")
                    .param("task", id.value())
                    .param("position", i)
                    .param("unit", matcher.match(printed).map(UnitId::value).orElse(null))
                    .param("printed", printed)
                    .update();
        }
    }
}
