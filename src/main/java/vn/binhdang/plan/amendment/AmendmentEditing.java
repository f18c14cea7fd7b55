package vn.binhdang.plan.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.document.drafting.Numbers;
import vn.binhdang.document.drafting.Typed;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TasksAtWork;
import vn.binhdang.plan.amendment.Change.Kind;
import vn.binhdang.plan.drafting.TaskForm;
import vn.binhdang.plan.drafting.TaskForm.Mistake;
import vn.binhdang.plan.drafting.UnitWords;

/** Begins an amendment and decides, task by task, what it changes. Nothing here touches the running plan. */
@Component
class AmendmentEditing {
    private final AmendmentRows rows;
    private final AmendmentPaper paper;
    private final Plans plans;
    private final OutgoingDocuments documents;
    private final Drafts drafts;
    private final TasksAtWork work;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    AmendmentEditing(
            AmendmentRows rows,
            AmendmentPaper paper,
            Plans plans,
            OutgoingDocuments documents,
            Drafts drafts,
            TasksAtWork work,
            Units units,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.paper = paper;
        this.plans = plans;
        this.documents = documents;
        this.drafts = drafts;
        this.work = work;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused when the plan is not issued, or was replaced or recalled */
    @Transactional
    DocumentId begin(Actor actor, PlanId id, AmendmentPaper.Form form) {
        actor.must(Action.WRITE_DOCUMENTS);
        var document = documents.findFor(actor, id.document(), Action.WRITE_DOCUMENTS);
        var plan = plans.find(actor, id);
        if (document.state() != DocumentState.ISSUED)
            throw new Refused("plan.amendment.refused.notInForce", document.subject());
        var content = paper.draft(actor, document, documents.content(actor, id.document()), form);
        var amendment = documents.create(
                actor,
                DocumentKind.AMENDMENT,
                content,
                document.year(),
                plan.id().document());
        rows.insert(actor, amendment, id);
        audit.record(actor, "plan.amendment.begin", amendment.value(), Map.of("plan", id.toString()));
        return amendment;
    }

    /** @param stored what is kept now; empty when something has to be mended, and then nothing was stored */
    record Outcome(Optional<Change> stored, List<Mistake> mistakes) {}

    /** A task that the plan does not have yet. */
    @Transactional
    Outcome add(Actor actor, DocumentId id, MultiValueMap<String, String> form) {
        var amendment = open(actor, id);
        var task = TaskId.create();
        var words = words(actor);
        var read = new TaskForm(form, words);
        var empty = empty(task, amendment.plan());
        var typed = settled(TaskTerms.of(read.over(empty)), TaskTerms.of(empty), words);
        var mistakes = mistakes(read, typed);
        if (!mistakes.isEmpty()) return new Outcome(Optional.empty(), mistakes);
        return stored(
                actor,
                amendment,
                new Change(Kind.ADD, task, null, typed, reason(form), false, 1, false),
                "plan.amendment.add");
    }

    /** What a task of the plan, or one that this amendment adds, will say. */
    @Transactional
    Outcome change(Actor actor, DocumentId id, TaskId task, MultiValueMap<String, String> form) {
        var amendment = open(actor, id);
        var kept = rows.change(id, task);
        var words = words(actor);
        var read = new TaskForm(form, words);
        boolean adds = kept.filter(change -> change.kind() == Kind.ADD).isPresent();
        var now = adds ? null : now(plans.find(actor, amendment.plan()), task);
        var shown = shown(kept.orElse(null), now, task, amendment.plan());
        var typed = settled(TaskTerms.of(read.over(shown)), TaskTerms.of(shown), words);
        var mistakes = mistakes(read, typed);
        overtaken(kept, now, read, form).ifPresent(mistakes::add);
        if (now != null && typed.equals(TaskTerms.of(now)))
            mistakes.add(new Mistake("text", "plan.amendment.form.same", ""));
        if (!mistakes.isEmpty()) return new Outcome(Optional.empty(), mistakes);
        return stored(
                actor,
                amendment,
                new Change(
                        adds ? Kind.ADD : Kind.CHANGE,
                        task,
                        now == null ? null : TaskTerms.of(now),
                        typed,
                        reason(form),
                        now != null && closed(task),
                        version(kept) + 1,
                        false),
                "plan.amendment.change");
    }

    /** The task is taken out of the plan. */
    @Transactional
    Outcome drop(Actor actor, DocumentId id, TaskId task, MultiValueMap<String, String> form) {
        var amendment = open(actor, id);
        var kept = rows.change(id, task);
        var now = now(plans.find(actor, amendment.plan()), task);
        var mistakes = new ArrayList<Mistake>();
        overtaken(kept, now, new TaskForm(form, words(actor)), form).ifPresent(mistakes::add);
        if (reason(form).isEmpty()) mistakes.add(new Mistake("reason", "plan.amendment.form.noReason", ""));
        if (!mistakes.isEmpty()) return new Outcome(Optional.empty(), mistakes);
        return stored(
                actor,
                amendment,
                new Change(
                        Kind.DROP, task, TaskTerms.of(now), null, reason(form), closed(task), version(kept) + 1, false),
                "plan.amendment.drop");
    }

    /** Takes a change back; it can be had again as long as the amendment is a draft. */
    @Transactional
    void undo(Actor actor, DocumentId id, TaskId task) {
        set(actor, id, task, true, "plan.amendment.undo");
    }

    @Transactional
    void restore(Actor actor, DocumentId id, TaskId task) {
        set(actor, id, task, false, "plan.amendment.restore");
    }

    /**
     * The change is meant although the task has moved on: the fields it changes stay changed, all others say what they say
     * now. Where nothing is left to change it is taken back.
     */
    @Transactional
    void decideAgain(Actor actor, DocumentId id, TaskId task) {
        var amendment = open(actor, id);
        var change = kept(id, task);
        if (change.kind() == Kind.ADD) return;
        var now = TaskTerms.of(now(plans.find(actor, amendment.plan()), task));
        var merged = change.kind() == Kind.DROP ? null : merged(change, now);
        boolean nothingLeft = now.equals(merged);
        stored(
                actor,
                amendment,
                new Change(
                        change.kind(),
                        task,
                        nothingLeft ? change.before() : now,
                        nothingLeft ? change.after() : merged,
                        change.reason(),
                        closed(task),
                        change.version() + 1,
                        nothingLeft),
                "plan.amendment.decide");
    }

    /** What the form begins with: the change where there is one, upon what the task says now; else the task. */
    PlanTask shown(@Nullable Change kept, @Nullable PlanTask now, TaskId task, PlanId plan) {
        var base = now == null ? empty(task, plan) : now;
        if (kept == null || kept.undone() || kept.after() == null) return base;
        if (now == null) return kept.wanted().over(base);
        return merged(kept, TaskTerms.of(now)).over(base);
    }

    /** @throws Refused when the plan has no such task (any more) */
    PlanTask now(Plan plan, TaskId task) {
        return plans.tasksOf(plan).stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow(() -> new Refused("plan.amendment.task.gone"));
    }

    UnitWords words(Actor actor) {
        return new UnitWords(units.below(actor.agency(), today()), plans.matcher(actor));
    }

    private static TaskTerms merged(Change change, TaskTerms now) {
        var before = Objects.requireNonNull(change.before());
        var after = change.wanted();
        boolean lead = Objects.equals(before.leadUnit(), after.leadUnit());
        return new TaskTerms(
                pick(before.number(), after.number(), now.number()),
                before.text().equals(after.text()) ? now.text() : after.text(),
                lead ? now.leadUnit() : after.leadUnit(),
                lead ? now.leadPrinted() : after.leadPrinted(),
                before.coordinating().equals(after.coordinating()) ? now.coordinating() : after.coordinating(),
                pick(before.startOn(), after.startOn(), now.startOn()),
                pick(before.dueOn(), after.dueOn(), now.dueOn()),
                pick(before.dueText(), after.dueText(), now.dueText()),
                pick(before.noDueReason(), after.noDueReason(), now.noDueReason()),
                pick(before.recurrence(), after.recurrence(), now.recurrence()),
                pick(before.expectedOutput(), after.expectedOutput(), now.expectedOutput()));
    }

    private static <T> @Nullable T pick(@Nullable T before, @Nullable T after, @Nullable T now) {
        return Objects.equals(before, after) ? now : after;
    }

    /** What follows from what was typed: the printed name of a new lead; no reason beside a day; no old words for a new day. */
    private static TaskTerms settled(TaskTerms typed, TaskTerms shown, UnitWords words) {
        boolean sameLead = Objects.equals(typed.leadUnit(), shown.leadUnit());
        boolean sameDue = Objects.equals(typed.dueOn(), shown.dueOn())
                && Objects.equals(typed.noDueReason(), shown.noDueReason());
        var lead = typed.leadUnit();
        return new TaskTerms(
                typed.number(),
                typed.text(),
                lead,
                sameLead || lead == null
                        ? (lead == null ? null : typed.leadPrinted())
                        : words.name(new UnitId(lead), null),
                typed.coordinating(),
                typed.startOn(),
                typed.dueOn(),
                sameDue ? typed.dueText() : null,
                typed.dueOn() == null ? typed.noDueReason() : null,
                typed.recurrence(),
                typed.expectedOutput());
    }

    private static ArrayList<Mistake> mistakes(TaskForm read, TaskTerms typed) {
        var mistakes = new ArrayList<>(read.mistakes());
        if (typed.text().isBlank()) mistakes.add(new Mistake("text", "plan.amendment.form.noText", ""));
        return mistakes;
    }

    /** Somebody decided on the same task meanwhile, or the plan has moved on: the form shows both, and asks once more. */
    private static Optional<Mistake> overtaken(
            Optional<Change> kept, @Nullable PlanTask now, TaskForm read, MultiValueMap<String, String> form) {
        if (read.version() != version(kept))
            return Optional.of(new Mistake("text", "plan.amendment.form.overtaken", ""));
        String seen = String.valueOf(form.getFirst("seen"));
        if (now != null && Numbers.of(seen, -1) != now.version())
            return Optional.of(new Mistake("text", "plan.amendment.form.movedOn", ""));
        return Optional.empty();
    }

    private static int version(Optional<Change> kept) {
        return kept.map(Change::version).orElse(0);
    }

    private void set(Actor actor, DocumentId id, TaskId task, boolean undone, String action) {
        var amendment = open(actor, id);
        var change = kept(id, task);
        if (change.undone() == undone) return;
        rows.put(
                actor,
                amendment,
                new Change(
                        change.kind(),
                        task,
                        change.before(),
                        change.after(),
                        change.reason(),
                        change.closed(),
                        change.version() + 1,
                        undone));
        changed(actor, id, action, task);
    }

    private Change kept(DocumentId id, TaskId task) {
        return rows.change(id, task).orElseThrow(() -> new Refused("plan.amendment.task.gone"));
    }

    private Outcome stored(Actor actor, Amendment amendment, Change change, String action) {
        rows.put(actor, amendment, change);
        changed(actor, amendment.id(), action, change.task());
        return new Outcome(Optional.of(change), List.of());
    }

    private void changed(Actor actor, DocumentId id, String action, TaskId task) {
        drafts.changed(actor, id, action, Map.of("task", task.toString()));
    }

    private Amendment open(Actor actor, DocumentId id) {
        drafts.open(actor, id);
        return rows.find(id);
    }

    private boolean closed(TaskId task) {
        return work.closed(List.of(task)).contains(task);
    }

    private static String reason(MultiValueMap<String, String> form) {
        return Typed.line(Objects.requireNonNullElse(form.getFirst("reason"), ""));
    }

    /** A task that says nothing yet. */
    static PlanTask empty(TaskId task, PlanId plan) {
        return new PlanTask(
                task, plan, 0, null, "", null, null, List.of(), null, null, null, null, null, null, null, 0);
    }

    private LocalDate today() {
        return Today.of(clock).day();
    }
}
