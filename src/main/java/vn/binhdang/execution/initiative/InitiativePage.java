package vn.binhdang.execution.initiative;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.ShownEvidence;

/**
 * @param saved sentence on what was just stored; empty otherwise
 * @param form which form comes back with what was typed; empty when none does
 * @param overtaken whether somebody stored something newer since that form was shown
 * @param stored field to stored value, of the forms of the initiative itself
 * @param may what the actor can do now: propose, withdraw, decide, pilot, plan, run, conclude, reopen, close, offer, answer,
 *     comment, attach
 * @param accepted kinds of files, for the browser
 * @param limit the same and how large, in words
 */
public record InitiativePage(
        String path,
        String title,
        InitiativeKind kind,
        Phase phase,
        String unit,
        String author,
        String saved,
        String form,
        boolean overtaken,
        Map<String, String> typed,
        Map<String, String> mistakes,
        Map<String, String> stored,
        java.util.Set<String> may,
        String places,
        String days,
        String responsible,
        String planned,
        String spent,
        List<Measure> measures,
        List<Task> tasks,
        List<Comment> comments,
        @Nullable Kin origin,
        List<Kin> copies,
        List<Deed> history,
        List<ShownEvidence> attached,
        String accepted,
        String limit) {

    public boolean may(String what) {
        return may.contains(what);
    }

    /** What a field shows: what was typed into this form, or what is stored. */
    public String value(String of, String field) {
        return form.equals(of) ? typed.getOrDefault(field, "") : stored.getOrDefault(field, "");
    }

    @Nullable
    public String mistake(String of, String field) {
        return form.equals(of) ? mistakes.get(field) : null;
    }

    /** What was typed of a link into one of the forms for evidence. */
    public LinkForm link(String of) {
        return new LinkForm(value(of, "link"), value(of, "linkTitle"), value(of, "linkDate"));
    }

    /** What has to be mended in one form. */
    public Map<String, String> mistakesIn(String of) {
        return form.equals(of) ? mistakes : Map.of();
    }

    public String text(String field) {
        return stored.getOrDefault(field, "");
    }

    public record Measure(
            String id,
            String name,
            String direction,
            String before,
            String after,
            String due,
            boolean overdue,
            String effect,
            boolean few,
            Map<String, String> stored,
            String version,
            List<ShownEvidence> attached) {}

    public record Task(String id, String title, String unit, String due, String done, boolean overdue) {}

    public record Comment(String who, String day, String words) {}

    public record Kin(String href, String unit, Phase phase) {}

    public record Deed(String day, String words, String unit) {}
}
