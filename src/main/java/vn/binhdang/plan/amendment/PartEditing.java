package vn.binhdang.plan.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.document.drafting.Numbers;
import vn.binhdang.document.drafting.Typed;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanPart.Home;
import vn.binhdang.plan.PlanPart.Words;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.amendment.Change.Kind;
import vn.binhdang.plan.amendment.PartsThroughAmendments.Standing;
import vn.binhdang.plan.drafting.TaskForm.Mistake;

/** Decides, part by part, what an amendment makes of purposes, targets and annexes; {@link AmendmentEditing} does tasks. */
@Component
class PartEditing {
    /** Name of a field before the number of its column. */
    static final String CELL = "cell-";

    private final AmendmentRows amendments;
    private final PartRows rows;
    private final PartsThroughAmendments through;
    private final Plans plans;
    private final Drafts drafts;

    PartEditing(AmendmentRows amendments, PartRows rows, PartsThroughAmendments through, Plans plans, Drafts drafts) {
        this.amendments = amendments;
        this.rows = rows;
        this.through = through;
        this.plans = plans;
        this.drafts = drafts;
    }

    /** @param stored what is kept now; empty when something has to be mended, and then nothing was stored */
    record Outcome(Optional<PartChange> stored, List<Mistake> mistakes) {
        private static Outcome of(List<Mistake> mistakes) {
            return new Outcome(Optional.empty(), mistakes);
        }
    }

    /** A part that the plan does not have yet. */
    @Transactional
    Outcome add(Actor actor, DocumentId id, MultiValueMap<String, String> form) {
        var amendment = open(actor, id);
        var home = home(actor, amendment, value(form, "home"), value(form, "part"));
        var typed = typed(form, home, null);
        var mistakes = mistakes(typed, home);
        if (!mistakes.isEmpty()) return Outcome.of(mistakes);
        return stored(
                actor,
                amendment,
                new PartChange(Kind.ADD, Uuid7.create(), home, null, typed, reason(form), 1, false),
                "plan.amendment.part.add");
    }

    /** What a part of the plan, or one that this amendment adds, will say. */
    @Transactional
    Outcome change(Actor actor, DocumentId id, UUID part, MultiValueMap<String, String> form) {
        var amendment = open(actor, id);
        var kept = rows.change(id, part);
        boolean adds = kept.filter(change -> change.kind() == Kind.ADD).isPresent();
        var now = adds ? null : now(actor, amendment, part);
        var home = now == null ? kept.orElseThrow().home() : now.part().home();
        var typed = typed(form, home, now == null ? null : now.part().words());
        var mistakes = mistakes(typed, home);
        overtaken(kept, now, form).ifPresent(mistakes::add);
        if (now != null && typed.equals(now.part().words()))
            mistakes.add(new Mistake(CELL + 0, "plan.amendment.part.same", ""));
        if (!mistakes.isEmpty()) return Outcome.of(mistakes);
        return stored(
                actor,
                amendment,
                new PartChange(
                        adds ? Kind.ADD : Kind.CHANGE,
                        part,
                        home,
                        now == null ? null : now.part().words(),
                        typed,
                        reason(form),
                        version(kept) + 1,
                        false),
                "plan.amendment.part.change");
    }

    /** The part is taken out of the plan. */
    @Transactional
    Outcome drop(Actor actor, DocumentId id, UUID part, MultiValueMap<String, String> form) {
        var amendment = open(actor, id);
        var kept = rows.change(id, part);
        var now = now(actor, amendment, part);
        var mistakes = new ArrayList<Mistake>();
        overtaken(kept, now, form).ifPresent(mistakes::add);
        if (reason(form).isEmpty()) mistakes.add(new Mistake("reason", "plan.amendment.part.noReason", ""));
        if (!mistakes.isEmpty()) return Outcome.of(mistakes);
        return stored(
                actor,
                amendment,
                new PartChange(
                        Kind.DROP,
                        part,
                        now.part().home(),
                        now.part().words(),
                        null,
                        reason(form),
                        version(kept) + 1,
                        false),
                "plan.amendment.part.drop");
    }

    /** Takes a change back; it can be had again as long as the amendment is a draft. */
    @Transactional
    void undo(Actor actor, DocumentId id, UUID part) {
        set(actor, id, part, true, "plan.amendment.part.undo");
    }

    @Transactional
    void restore(Actor actor, DocumentId id, UUID part) {
        set(actor, id, part, false, "plan.amendment.part.restore");
    }

    /** The change is meant although the part has moved on; where nothing is left to change it is taken back. */
    @Transactional
    void decideAgain(Actor actor, DocumentId id, UUID part) {
        var amendment = open(actor, id);
        var change = kept(id, part);
        if (change.kind() == Kind.ADD) return;
        var now = now(actor, amendment, part).part().words();
        var merged = change.kind() == Kind.DROP ? null : change.merged(now);
        boolean nothingLeft = now.equals(merged);
        stored(
                actor,
                amendment,
                new PartChange(
                        change.kind(),
                        part,
                        change.home(),
                        nothingLeft ? change.before() : now,
                        nothingLeft ? change.after() : merged,
                        change.reason(),
                        change.version() + 1,
                        nothingLeft),
                "plan.amendment.part.decide");
    }

    /** @throws Refused when the plan has no such part (any more) */
    Standing now(Actor actor, Amendment amendment, UUID part) {
        var issued = through.issued(actor, plans.find(actor, amendment.plan())).text();
        return PartsThroughAmendments.standing(issued, rows.inForceOf(amendment.plan()), LocalDate.MAX).stream()
                .filter(one -> one.part().id().equals(part) && !one.ended())
                .findFirst()
                .orElseThrow(() -> new Refused("plan.amendment.part.gone"));
    }

    /** @throws Refused when the plan has no such place */
    Home home(Actor actor, Amendment amendment, String id, String kind) {
        return through.issued(actor, plans.find(actor, amendment.plan())).text().homes().stream()
                .filter(home ->
                        home.id().toString().equals(id) && home.kind().name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refused("plan.amendment.part.noPlace"));
    }

    /** What the form begins with: the change where there is one, upon what the part says now. */
    static @Nullable Words shown(@Nullable PartChange kept, @Nullable Words now) {
        if (kept == null || kept.undone() || kept.after() == null) return now;
        return now == null ? kept.after() : kept.merged(now);
    }

    private static Words typed(MultiValueMap<String, String> form, Home home, @Nullable Words now) {
        int width = Math.max(
                1, Math.max(home.columns().size(), now == null ? 0 : now.cells().size()));
        var cells = new ArrayList<String>();
        for (int i = 0; i < width; i++) {
            String said = now == null ? "" : PartChange.cell(now, i);
            String cell = form.containsKey(CELL + i) ? Typed.line(value(form, CELL + i)) : said;
            // A cell of several lines that nobody touched keeps them.
            cells.add(cell.equals(Typed.line(said)) ? said : cell);
        }
        String number = form.containsKey("number")
                ? Typed.line(value(form, "number"))
                : now == null || now.number() == null ? "" : now.number();
        return new Words(home.columns().isEmpty() && !number.isEmpty() ? number : null, cells);
    }

    private static ArrayList<Mistake> mistakes(Words typed, Home home) {
        var mistakes = new ArrayList<Mistake>();
        if (typed.text().isEmpty())
            mistakes.add(new Mistake(
                    CELL + 0,
                    home.columns().isEmpty() ? "plan.amendment.part.noText" : "plan.amendment.part.noCell",
                    ""));
        return mistakes;
    }

    /** Somebody decided on the same part meanwhile, or the plan has moved on: the form shows both, and asks once more. */
    private static Optional<Mistake> overtaken(
            Optional<PartChange> kept, @Nullable Standing now, MultiValueMap<String, String> form) {
        if (Numbers.of(value(form, "version"), 0) != version(kept))
            return Optional.of(new Mistake(CELL + 0, "plan.amendment.form.overtaken", ""));
        if (now != null && Numbers.of(value(form, "seen"), -1) != now.by().size())
            return Optional.of(new Mistake(CELL + 0, "plan.amendment.part.movedOn", ""));
        return Optional.empty();
    }

    private static int version(Optional<PartChange> kept) {
        return kept.map(PartChange::version).orElse(0);
    }

    private void set(Actor actor, DocumentId id, UUID part, boolean undone, String action) {
        var amendment = open(actor, id);
        var change = kept(id, part);
        if (change.undone() == undone) return;
        stored(actor, amendment, change.version(change.version() + 1, undone), action);
    }

    private PartChange kept(DocumentId id, UUID part) {
        return rows.change(id, part).orElseThrow(() -> new Refused("plan.amendment.part.gone"));
    }

    private Outcome stored(Actor actor, Amendment amendment, PartChange change, String action) {
        rows.put(actor, amendment, change);
        drafts.changed(
                actor,
                amendment.id(),
                action,
                Map.of(
                        "place",
                        change.part().toString(),
                        "kind",
                        change.home().kind().name()));
        return new Outcome(Optional.of(change), List.of());
    }

    private Amendment open(Actor actor, DocumentId id) {
        drafts.open(actor, id);
        return amendments.find(id);
    }

    static String reason(MultiValueMap<String, String> form) {
        return Typed.line(value(form, "reason"));
    }

    private static String value(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "");
    }
}
