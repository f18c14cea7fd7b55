package vn.binhdang.plan.amendment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TaskStandings;
import vn.binhdang.plan.amendment.AmendmentPage.Card;
import vn.binhdang.plan.amendment.AmendmentPage.Field;
import vn.binhdang.plan.amendment.Change.Kind;
import vn.binhdang.plan.drafting.TaskCheck;
import vn.binhdang.plan.drafting.TaskForm.Mistake;
import vn.binhdang.plan.drafting.TypedDate;
import vn.binhdang.plan.drafting.UnitWords;
import vn.binhdang.web.Text;

/** Puts the pages of an amendment together. */
@Component
class AmendmentPages {
    static final int PAGE = 20;

    private final AmendmentRows rows;
    private final PartPages parts;
    private final AmendmentEditing editing;
    private final Plans plans;
    private final OutgoingDocuments documents;
    private final Drafts drafts;
    private final TaskStandings standings;
    private final Units units;
    private final Clock clock;

    AmendmentPages(
            AmendmentRows rows,
            PartPages parts,
            AmendmentEditing editing,
            Plans plans,
            OutgoingDocuments documents,
            Drafts drafts,
            TaskStandings standings,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.editing = editing;
        this.plans = plans;
        this.documents = documents;
        this.drafts = drafts;
        this.standings = standings;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param after position of the last task of the page before; -1 for the first page
     * @param done last part of the message key of what was just done; empty when nothing was
     * @param restore where the change is had again that was just taken back; null when none was
     */
    AmendmentPage page(
            Actor actor, DocumentId id, String searched, int after, String done, @Nullable String restore, Text t) {
        var document = documents.find(actor, id);
        var amendment = rows.find(id);
        var plan = plans.find(actor, amendment.plan());
        var changes = rows.changes(id);
        boolean editable = document.state().editable() && actor.may(Action.WRITE_DOCUMENTS);
        boolean waits = amendment.inForceOn() == null;
        List<PlanTask> tasks = waits ? plans.tasksOf(plan) : List.of();
        Map<TaskId, TaskStandings.Standing> standing = waits ? standings.of(plan) : Map.of();
        var named = units.below(actor.agency(), Today.of(clock).day());
        var names = names(named);
        var words = new UnitWords(named, new UnitMatcher(named, Map.of()));
        String address = "/amendments/" + id;
        var search = editable ? found(tasks, searched, names) : List.<PlanTask>of();
        var shown = search.stream()
                .filter(task -> task.position() > after)
                .limit(PAGE)
                .toList();
        boolean more = !shown.isEmpty()
                && search.getLast().position() > shown.getLast().position();
        return new AmendmentPage(
                address,
                "/plans/" + plan.id(),
                subject(plan.document(), t),
                "/plans/" + plan.id() + "/amendments",
                document.subject(),
                document.number() == null
                        ? ""
                        : t.of(
                                "plan.amendment.numberAndDay",
                                document.numberAndSymbol(),
                                TypedDate.printed(document.issuedOn())),
                document.state().mark(),
                t.of("document.state." + document.state().word()),
                editable,
                "/documents/" + id,
                editable ? "/documents/" + id + "/edit" : "",
                waits ? others(actor, id, plan, t) : List.of(),
                done.isEmpty() ? "" : t.of("plan.amendment.done." + done),
                restore,
                Stream.concat(
                                parts.cards(amendment, editable, t).stream(),
                                cards(address, plan, changes, tasks, standing, names, words, editable, waits, t)
                                        .stream())
                        .toList(),
                searched,
                shown.stream()
                        .map(task -> task(address, task, standing.get(task.id()), changes, names, t))
                        .toList(),
                t.of("plan.amendment.found", search.size()),
                after < 0 ? "" : address(address, searched, -1),
                more ? address(address, searched, shown.getLast().position()) : "");
    }

    private List<AmendmentPage.Link> others(Actor actor, DocumentId id, Plan plan, Text t) {
        return rows.inDrafting(actor, plan.id()).stream()
                .filter(other -> !other.id().equals(id))
                .map(other -> new AmendmentPage.Link(
                        "/amendments/" + other.id(),
                        t.of(
                                "plan.amendment.other",
                                other.subject(),
                                TypedDate.printed(other.begunAt()
                                        .atZoneSameInstant(Today.ZONE)
                                        .toLocalDate()),
                                other.touched().size())))
                .toList();
    }

    private static List<Card> cards(
            String address,
            Plan plan,
            List<Change> changes,
            List<PlanTask> tasks,
            Map<TaskId, TaskStandings.Standing> standing,
            Function<UUID, @Nullable String> names,
            UnitWords words,
            boolean editable,
            boolean waits,
            Text t) {
        var now = tasks.stream().collect(Collectors.toMap(PlanTask::id, Function.identity()));
        var check = new TaskCheck(plan.document().year(), words, WorkingDays.standard());
        return changes.stream()
                .map(change -> {
                    var task = now.get(change.task());
                    var stands = standing.get(change.task());
                    var overtaken =
                            waits ? Overtaken.of(change, task, stands != null && stands.closed()) : Overtaken.NOTHING;
                    String action = address + "/tasks/" + change.task();
                    boolean there = change.kind() != Kind.ADD || !waits;
                    return new Card(
                            change.task().toString(),
                            change.kind().mark(),
                            t.of(change.kind().messageKey()),
                            AmendmentCompanion.name(plan.id(), change) + nameBehindNumber(change),
                            there ? "/plans/" + plan.id() + "/tasks/" + change.task() : "",
                            editable && overtaken != Overtaken.GONE ? action : "",
                            editable ? action + "/undo" : "",
                            fields(change, names, t),
                            change.reason(),
                            waits ? notes(plan, change, task, stands, check, t) : List.of(),
                            overtaken == Overtaken.NOTHING ? "" : t.of(overtaken.messageKey()),
                            overtaken == Overtaken.CHANGED && task != null && change.before() != null
                                    ? differences(change.before(), TaskTerms.of(task), names, t)
                                    : List.of(),
                            editable && overtaken != Overtaken.NOTHING && overtaken != Overtaken.GONE
                                    ? action + "/decide"
                                    : "");
                })
                .toList();
    }

    /** A task with a number is called by it; here what it says stands behind. */
    private static String nameBehindNumber(Change change) {
        return change.named().number() == null ? "" : ". " + change.named().text();
    }

    private static List<AmendmentPage.Note> notes(
            Plan plan,
            Change change,
            @Nullable PlanTask task,
            TaskStandings.@Nullable Standing stands,
            TaskCheck check,
            Text t) {
        return AmendmentCompanion.of(plan.id(), change, task, stands, check).stream()
                // Said in the card at more length.
                .filter(finding -> !finding.code().equals("plan.amendment.obstacle.overtaken"))
                .map(finding -> new AmendmentPage.Note(
                        finding.severity() == Severity.ERROR ? "error" : "warning",
                        t.of("document.severity." + DocumentState.word(finding.severity())),
                        t.of(finding.code(), finding.arguments().toArray())))
                .toList();
    }

    private static List<Field> fields(Change change, Function<UUID, @Nullable String> names, Text t) {
        if (change.after() == null) return List.of();
        if (change.before() != null) return differences(change.before(), change.after(), names, t);
        var shown = change.after().shown(names);
        return TaskTerms.FIELDS.stream()
                .filter(field -> !String.valueOf(shown.get(field)).isEmpty())
                .map(field -> new Field(label(field, t), "", String.valueOf(shown.get(field))))
                .toList();
    }

    private static List<Field> differences(
            TaskTerms before, TaskTerms after, Function<UUID, @Nullable String> names, Text t) {
        return before.differences(after, names).stream()
                .map(one -> new Field(
                        label(one.field(), t),
                        one.before().isEmpty() ? t.of("plan.amendment.nothing") : one.before(),
                        one.after().isEmpty() ? t.of("plan.amendment.nothing") : one.after()))
                .toList();
    }

    static String label(String field, Text t) {
        return t.of("plan.drafting.task." + field);
    }

    private static AmendmentPage.Task task(
            String address,
            PlanTask task,
            TaskStandings.@Nullable Standing standing,
            List<Change> changes,
            Function<UUID, @Nullable String> names,
            Text t) {
        var shown = TaskTerms.of(task).shown(names);
        return new AmendmentPage.Task(
                String.valueOf(shown.get("number")),
                task.text(),
                String.valueOf(shown.get("lead")),
                String.valueOf(shown.get("due")),
                standing == null
                        ? ""
                        : standing.state().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                standing == null ? "" : t.of(standing.messageKey()),
                address + "/tasks/" + task.id(),
                changes.stream()
                        .filter(change -> change.task().equals(task.id()))
                        .map(change -> t.of(change.kind().messageKey()))
                        .findFirst()
                        .orElse(""));
    }

    private static List<PlanTask> found(List<PlanTask> tasks, String searched, Function<UUID, @Nullable String> names) {
        var words = Stream.of(UnitMatcher.fold(searched).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) return tasks;
        return tasks.stream()
                .filter(task -> {
                    var shown = TaskTerms.of(task).shown(names);
                    String folded = UnitMatcher.fold(shown.get("number") + " " + task.text() + " " + shown.get("lead"));
                    return words.stream().allMatch(folded::contains);
                })
                .toList();
    }

    private static String address(String path, String searched, int after) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!searched.isEmpty()) address.queryParam("q", "{q}");
        if (after >= 0) address.queryParam("after", after);
        return (searched.isEmpty()
                        ? address.build().toUriString()
                        : address.encode().buildAndExpand(searched).toUriString())
                + "#tasks";
    }

    /** The form of a task that is added. */
    ChangePage newTask(
            Actor actor, DocumentId id, @Nullable MultiValueMap<String, String> typed, List<Mistake> mistakes, Text t) {
        drafts.readable(actor, id);
        var amendment = rows.find(id);
        return new ChangePage(
                "/amendments/" + id + "/tasks",
                "/amendments/" + id,
                t.of("plan.amendment.add.title"),
                subject(plans.find(actor, amendment.plan()).document(), t),
                true,
                Map.of(),
                typed == null ? Map.of() : typed(typed),
                "0",
                "0",
                "",
                "",
                "",
                printed(mistakes, t));
    }

    /** The form of a task of the plan, or of one that this amendment adds. */
    ChangePage change(
            Actor actor,
            DocumentId id,
            TaskId task,
            @Nullable MultiValueMap<String, String> typed,
            List<Mistake> mistakes,
            Text t) {
        drafts.readable(actor, id);
        var amendment = rows.find(id);
        var plan = plans.find(actor, amendment.plan());
        var kept = rows.change(id, task).orElse(null);
        boolean adds = kept != null && kept.kind() == Kind.ADD;
        var now = adds ? null : editing.now(plan, task);
        var names = names(units.below(actor.agency(), Today.of(clock).day()));
        var shown = editing.shown(kept, now, task, amendment.plan());
        var standing = now == null ? null : standings.of(plan).get(task);
        String address = "/amendments/" + id + "/tasks/" + task;
        String dropReason = kept != null && !kept.undone() && kept.kind() == Kind.DROP ? kept.reason() : "";
        var values = new LinkedHashMap<>(TaskTerms.of(shown).shown(names));
        // The printed words of a day are no day: they stand beside the field, not in it.
        values.put("due", TypedDate.printed(shown.dueOn()));
        values.put("reason", kept == null || kept.kind() == Kind.DROP ? "" : kept.reason());
        if (typed != null) values.putAll(typed(typed));
        return new ChangePage(
                address,
                "/amendments/" + id,
                t.of(adds ? "plan.amendment.add.title" : "plan.amendment.change.title"),
                TaskCheck.name(shown) + (shown.number() == null ? "" : ". " + shown.text()),
                adds,
                now == null ? Map.of() : TaskTerms.of(now).shown(names),
                values,
                String.valueOf(kept == null ? 0 : kept.version()),
                now == null ? "0" : String.valueOf(now.version()),
                standing == null ? "" : t.of(standing.messageKey()),
                adds ? "" : address + "/drop",
                typed != null && typed.containsKey("dropping")
                        ? Objects.requireNonNullElse(typed.getFirst("reason"), "")
                        : dropReason,
                printed(mistakes, t));
    }

    private static Map<String, String> typed(MultiValueMap<String, String> form) {
        var values = new LinkedHashMap<String, String>();
        if (form.containsKey("dropping")) return values;
        var fields = new ArrayList<>(TaskTerms.FIELDS);
        fields.add("reason");
        for (String field : fields)
            if (form.containsKey(field)) values.put(field, Objects.requireNonNullElse(form.getFirst(field), ""));
        return values;
    }

    private static Map<String, String> printed(List<Mistake> mistakes, Text t) {
        var printed = new LinkedHashMap<String, String>();
        for (var mistake : mistakes)
            printed.merge(
                    mistake.field(), t.of(mistake.messageKey(), mistake.typed()), (one, other) -> one + " " + other);
        return printed;
    }

    static Function<UUID, @Nullable String> names(List<Unit> units) {
        Map<UUID, String> names =
                units.stream().collect(Collectors.toMap(unit -> unit.id().value(), Unit::name, (a, b) -> a));
        return names::get;
    }

    static String subject(OutgoingDocument document, Text t) {
        return document.subject().isEmpty() ? t.of("plan.list.noSubject") : document.subject();
    }
}
