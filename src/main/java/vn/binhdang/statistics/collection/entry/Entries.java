package vn.binhdang.statistics.collection.entry;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.Submissions.CellChange;
import vn.binhdang.statistics.collection.ComputedFigures;
import vn.binhdang.statistics.collection.Confirmations;
import vn.binhdang.statistics.collection.FigureText;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.Notes;
import vn.binhdang.web.Text;

/**
 * Takes what was typed into the cells of a form. What can be stored is stored; what cannot is told cell by cell and stays
 * where it was typed. Fields: {@code c12} the figure of slot 12, {@code w12} what stood there when the page was made,
 * {@code n12} the note on it, {@code r…} the note on a rule.
 */
@Component("entriesOfForms")
class Entries {
    private final Submissions submissions;
    private final Layouts layouts;
    private final Notes notes;
    private final ComputedFigures computed;
    private final Confirmations confirmations;

    Entries(
            Submissions submissions,
            Layouts layouts,
            Notes notes,
            ComputedFigures computed,
            Confirmations confirmations) {
        this.submissions = submissions;
        this.layouts = layouts;
        this.notes = notes;
        this.computed = computed;
        this.confirmations = confirmations;
    }

    /** @param arguments of the sentence */
    record Mistake(String key, List<Object> arguments) {}

    /**
     * @param mistakes by slot: not stored
     * @param conflicts by slot: what somebody else has written there meanwhile; not stored either
     * @param tooLong notes that are too long to keep
     */
    record Saved(Submission now, Map<Integer, Mistake> mistakes, Map<Integer, CellEntry> conflicts, boolean tooLong) {
        boolean whole() {
            return mistakes.isEmpty() && conflicts.isEmpty() && !tooLong;
        }
    }

    @Transactional
    public Saved save(Actor actor, SubmissionId id, Map<String, String> sent) {
        var submission = submissions.of(actor, id, Action.ENTER_STATISTICS);
        var form = layouts.of(submission.form(), submission.period());
        var mistakes = new TreeMap<Integer, Mistake>();
        var changes = new LinkedHashMap<Integer, CellChange>();
        for (var cell : form.layout().cells()) change(cell, sent, mistakes).ifPresent(c -> changes.put(c.slot(), c));
        if (sent.get("confirm") instanceof String which) confirm(actor, submission, form, which, changes, mistakes);
        boolean tooLong = takeNotes(actor, submission, form.layout(), sent);
        if (changes.isEmpty()) return new Saved(submission, mistakes, Map.of(), tooLong);
        var filled = submissions.fill(actor, id, List.copyOf(changes.values()));
        var conflicts = new HashMap<Integer, CellEntry>();
        for (int slot : filled.conflicts())
            conflicts.put(slot, CellEntry.in(filled.now().cells(), slot));
        return new Saved(filled.now(), mistakes, conflicts, tooLong);
    }

    private static Optional<CellChange> change(
            Layout.Cell cell, Map<String, String> sent, Map<Integer, Mistake> mistakes) {
        int slot = cell.slot();
        String typed = sent.get("c" + slot);
        if (typed == null) return Optional.empty();
        String was = sent.get("w" + slot);
        var before = was == null ? null : entry(FigureText.read(was, cell.decimals()));
        var read = FigureText.read(typed, cell.decimals());
        if (read instanceof FigureText.Unclear unclear) {
            mistakes.put(slot, new Mistake(unclear.key(), List.of(typed.strip(), cell.decimals())));
            return Optional.empty();
        }
        var after = entry(read);
        if (after.equals(before)) return Optional.empty();
        if (after.state() == CellState.VALUE) {
            var limit = limit(cell, after.value());
            if (limit.isPresent()) {
                mistakes.put(slot, limit.get());
                return Optional.empty();
            }
        }
        return Optional.of(new CellChange(slot, before, after));
    }

    private static Optional<Mistake> limit(Layout.Cell cell, long value) {
        if (cell.lowest() instanceof Long lowest && value < lowest)
            return Optional.of(
                    new Mistake("statistics.entry.tooLow", List.of(BigDecimal.valueOf(lowest, cell.decimals()))));
        if (cell.highest() instanceof Long highest && value > highest)
            return Optional.of(
                    new Mistake("statistics.entry.tooHigh", List.of(BigDecimal.valueOf(highest, cell.decimals()))));
        return Optional.empty();
    }

    private static CellEntry entry(FigureText.Typed typed) {
        return switch (typed) {
            case FigureText.Missing _, FigureText.Unclear _ -> CellEntry.MISSING;
            case FigureText.NotApplicable _ -> CellEntry.NOT_APPLICABLE;
            case FigureText.Value value -> CellEntry.of(value.value());
        };
    }

    /** @param which a slot, or "all" for those that nobody has filled in */
    private void confirm(
            Actor actor,
            Submission submission,
            Layouts.Ready form,
            String which,
            Map<Integer, CellChange> changes,
            Map<Integer, Mistake> mistakes) {
        if (!submission.state().mayBeFilled()) throw new Refused("statistics.submission.closed");
        var known = computed.of(submission, form);
        var confirmed = new TreeMap<Integer, Long>();
        known.forEach((slot, figure) -> {
            var stands = slot < submission.cells().slots() ? CellEntry.in(submission.cells(), slot) : CellEntry.MISSING;
            var value = CellEntry.of(figure.value());
            var typed = changes.get(slot);
            boolean open = (typed == null ? stands : typed.after()).state() == CellState.MISSING
                    || (typed == null ? stands : typed.after()).equals(value);
            if (!which.equals(String.valueOf(slot)) && !(which.equals("all") && open && !mistakes.containsKey(slot)))
                return;
            mistakes.remove(slot);
            changes.put(slot, new CellChange(slot, typed == null ? stands : typed.before(), value));
            confirmed.put(slot, figure.value());
        });
        confirmations.keep(actor, submission.id(), form.layout(), confirmed);
    }

    /** @return whether one was too long to keep */
    private boolean takeNotes(Actor actor, Submission submission, Layout layout, Map<String, String> sent) {
        boolean tooLong = false;
        var wanted = new LinkedHashMap<String, String>();
        sent.forEach((field, words) -> {
            if (field.matches("n\\d{1,6}|r\\S{1,80}")) wanted.put(field, words);
        });
        String chosen = sent.getOrDefault("noteCell", "");
        String added = sent.getOrDefault("noteText", "");
        if (chosen.matches("\\d{1,6}") && !added.isBlank()) wanted.put("n" + chosen, added);
        if (wanted.isEmpty()) return false;
        if (!submission.state().mayBeFilled()) throw new Refused("statistics.submission.closed");
        var stand = notes.of(submission.id());
        for (var one : wanted.entrySet()) {
            String words = Normalizer.normalize(one.getValue().strip(), Normalizer.Form.NFC);
            if (words.length() > Notes.LONGEST) {
                tooLong = true;
                continue;
            }
            String key = one.getKey().substring(1);
            if (one.getKey().startsWith("r")) {
                if (!words.equals(stand.ofRules().getOrDefault(key, "")))
                    notes.ofRule(actor, submission.id(), key, words);
            } else {
                int slot = Integer.parseInt(key);
                if (layout.cell(slot).isPresent()
                        && !words.equals(stand.ofCells().getOrDefault(slot, "")))
                    notes.ofCell(actor, submission.id(), slot, words);
            }
        }
        return tooLong;
    }

    /** As it stands in its field. */
    static String print(@Nullable CellEntry entry, int decimals, Text t) {
        if (entry == null) return "";
        return switch (entry.state()) {
            case MISSING -> "";
            case NOT_APPLICABLE -> "x";
            case VALUE -> FigureText.typed(entry.value(), decimals, t);
        };
    }
}
