package vn.binhdang.plan.drafting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.Block;
import vn.binhdang.document.drafting.BlockIds;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.drafting.PlanNotes.PlanNote;
import vn.binhdang.web.Text;

/** What is decided about a plan as a whole: its year, whether assignments are printed, which notes are settled. */
@Component
class PlanSettings {
    private final Drafts drafts;
    private final Plans plans;
    private final PlanNotes notes;
    private final TaskRows tasks;
    private final BlockIds blocks;
    private final NewPlans newPlans;
    private final JdbcClient jdbc;

    PlanSettings(
            Drafts drafts,
            Plans plans,
            PlanNotes notes,
            TaskRows tasks,
            BlockIds blocks,
            NewPlans newPlans,
            JdbcClient jdbc) {
        this.drafts = drafts;
        this.plans = plans;
        this.notes = notes;
        this.tasks = tasks;
        this.blocks = blocks;
        this.newPlans = newPlans;
        this.jdbc = jdbc;
    }

    /** @throws Refused when the year makes no sense */
    @Transactional
    void set(Actor actor, PlanId id, String year, boolean printAssignments) {
        drafts.open(actor, id.document());
        if (!newPlans.mistakes(year, "", false).isEmpty()) throw new Refused("plan.new.year.wrong", year);
        jdbc.sql("update plan set year = :year, print_assignments = :print where id = :id and agency_id = :agency")
                .param("year", Integer.parseInt(year))
                .param("print", printAssignments)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .update();
        drafts.setYear(actor, id.document(), Integer.parseInt(year));
        drafts.changed(actor, id.document(), "plan.settings.edit", Map.of("year", year, "annex", printAssignments));
    }

    @Transactional
    UUID referToAnnex(Actor actor, PlanId id) {
        // The document is Vietnamese, whatever language its writer works in.
        String sentence = Text.in(Text.VIETNAMESE).of("plan.annex.reference");
        return blocks.addBeforeLast(actor, id.document(), Block.paragraph(sentence));
    }

    /** A note was looked at; a proposed date is set. */
    @Transactional
    void settle(Actor actor, PlanId id, UUID note) {
        drafts.open(actor, id.document());
        accept(actor, id, notes.settle(actor, id, note));
        drafts.changed(actor, id.document(), "plan.note.settle", Map.of("note", note.toString()));
    }

    @Transactional
    void acceptDates(Actor actor, PlanId id) {
        drafts.open(actor, id.document());
        List<PlanNote> dates =
                notes.open(id).stream().filter(note -> note.proposed() != null).toList();
        for (var note : dates) accept(actor, id, notes.settle(actor, id, note.id()));
        drafts.changed(actor, id.document(), "plan.note.acceptDates", Map.of("number", dates.size()));
    }

    /** A date somebody typed meanwhile stays. */
    private void accept(Actor actor, PlanId id, PlanNote note) {
        var due = note.proposed();
        if (note.task() == null || due == null) return;
        tasks.find(plans.find(actor, id), note.task())
                .filter(task -> task.dueOn() == null)
                .filter(task -> task.startOn() == null || !task.startOn().isAfter(due))
                .ifPresent(task -> tasks.update(TaskDraft.due(task, due)));
    }
}
