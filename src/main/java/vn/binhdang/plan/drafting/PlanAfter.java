package vn.binhdang.plan.drafting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.drafting.BlockIds;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanParts;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TaskStandings;
import vn.binhdang.plan.drafting.PlanNotes.PlanNote;

/**
 * A plan written after another: its words and tasks in force taken over, number and days left behind. The plan's own year moves on
 * in the texts, each of which is noted to be checked; deadlines are not set but proposed a year later, on a working day.
 */
@Component
class PlanAfter {
    private final Plans plans;
    private final PlanParts parts;
    private final BlockIds blocks;
    private final TaskRows rows;
    private final PlanNotes notes;
    private final TaskEditing tasks;
    private final CarriedTasks carried;
    private final TaskStandings standings;
    private final WorkingDays days = WorkingDays.standard();

    PlanAfter(
            Plans plans,
            PlanParts parts,
            BlockIds blocks,
            TaskRows rows,
            PlanNotes notes,
            TaskEditing tasks,
            CarriedTasks carried,
            TaskStandings standings) {
        this.plans = plans;
        this.parts = parts;
        this.blocks = blocks;
        this.rows = rows;
        this.notes = notes;
        this.tasks = tasks;
        this.carried = carried;
        this.standings = standings;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    PlanId write(Actor actor, Plan source, int year, Map<TaskId, Fate> fates) {
        var old = parts.content(actor, source);
        var shift = new YearShift(source.document().year(), year);
        var found = new ArrayList<PlanNote>();
        var content = content(old, shift);
        var id = plans.create(actor, content, year, null, source.id());
        if (shift.mentions(orEmpty(old.subjectLine())))
            found.add(PlanNote.of("plan.note.subjectShifted", shift.around(orEmpty(old.subjectLine()))));
        for (LegalBasis basis : old.legalBases())
            if (shift.mentions(basis.text())) found.add(PlanNote.of("plan.note.basisOld", shift.around(basis.text())));
        var ids = blocks.ofBody(id.document());
        for (int i = 0; i < old.body().size(); i++)
            found.addAll(blockNotes(ids.get(i), old.body().get(i), shift));
        var before = rows.of(source);
        var words = tasks.unitWords(actor);
        var known = standings.of(source);
        int position = 0;
        for (var from : before) {
            var fate = fates.getOrDefault(from.id(), Fate.AGAIN);
            if (fate == Fate.LEFT) continue;
            var task = task(id, position++, from, shift, words);
            rows.insert(task);
            if (fate == Fate.CARRIED) {
                carried.add(actor, task.id(), from, known.get(from.id()));
                found.add(carriedNote(task.id(), from, source.document().year()));
            }
            found.addAll(
                    taskNotes(task.id(), from, shift, year - source.document().year()));
        }
        notes.add(id, found);
        return id;
    }

    private static AdministrativeDocument content(AdministrativeDocument old, YearShift shift) {
        var body = old.body().stream().map(block -> shifted(block, shift)).toList();
        var kept = old.withWords(
                old.legalBases().stream().map(PlanAfter::placeless).toList(), body, List.of());
        return new AdministrativeDocument(
                kept.documentType(),
                kept.issuingAgency(),
                kept.parentAgency(),
                null,
                kept.symbol(),
                kept.place(),
                null,
                kept.subjectLine() == null ? null : shift.shifted(kept.subjectLine()),
                kept.addressees(),
                kept.legalBases(),
                List.of(),
                kept.body(),
                List.of(),
                List.of(),
                kept.recipients(),
                kept.signature(),
                List.of(),
                List.of());
    }

    private static Block shifted(Block block, YearShift shift) {
        var cells = block.rows().stream()
                .map(row -> row.stream().map(shift::shifted).toList())
                .toList();
        return new Block(block.kind(), block.number(), shift.shifted(block.text()), cells, null);
    }

    private static LegalBasis placeless(LegalBasis b) {
        return new LegalBasis(b.text(), b.type(), b.number(), b.date(), b.issuer(), null);
    }

    private static List<PlanNote> blockNotes(UUID block, Block old, YearShift shift) {
        boolean moved = !shifted(old, shift).rows().equals(old.rows())
                || !shift.shifted(old.text()).equals(old.text());
        return moved
                ? List.of(PlanNote.of("plan.note.textShifted", shift.around(old.text()))
                        .atBlock(block))
                : List.of();
    }

    /** A unit that is gone since is asked for anew; its printed words stay. */
    private static PlanTask task(PlanId plan, int position, PlanTask old, YearShift shift, UnitWords words) {
        boolean leads = old.leadUnit() != null && words.exists(old.leadUnit());
        return new PlanTask(
                TaskId.create(),
                plan,
                position,
                old.number(),
                shift.shifted(old.text()),
                leads ? old.leadUnit() : null,
                old.leadPrinted(),
                old.coordinating().stream()
                        .map(c -> c.unit() != null && words.exists(c.unit())
                                ? c
                                : new PlanTask.CoordinatingUnit(null, c.printed()))
                        .toList(),
                null,
                null,
                null,
                old.noDueReason(),
                old.recurrence(),
                old.expectedOutput() == null ? null : shift.shifted(old.expectedOutput()),
                null,
                1);
    }

    private static PlanNote carriedNote(TaskId task, PlanTask from, int year) {
        return (from.dueOn() == null
                        ? PlanNote.of("plan.note.carriedNoDue", String.valueOf(year))
                        : PlanNote.of("plan.note.carried", String.valueOf(year), TypedDate.printed(from.dueOn())))
                .atTask(task, null);
    }

    private List<PlanNote> taskNotes(TaskId task, PlanTask old, YearShift shift, int years) {
        var found = new ArrayList<PlanNote>();
        if (!shift.shifted(old.text()).equals(old.text()))
            found.add(PlanNote.of("plan.note.textShifted", shift.around(old.text()))
                    .atTask(task, null));
        var due = later(old.dueOn(), years);
        if (old.dueOn() != null && due != null)
            found.add(PlanNote.of("plan.note.dueProposed", TypedDate.printed(old.dueOn()), TypedDate.printed(due))
                    .atTask(task, due));
        return found;
    }

    private @Nullable LocalDate later(@Nullable LocalDate day, int years) {
        try {
            return day == null ? null : TaskCheck.workingDay(day.plusYears(years), days);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
