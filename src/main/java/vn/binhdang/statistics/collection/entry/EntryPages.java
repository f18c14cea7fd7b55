package vn.binhdang.statistics.collection.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.Deadlines;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.Checks;
import vn.binhdang.statistics.collection.ComputedFigures;
import vn.binhdang.statistics.collection.FigureText;
import vn.binhdang.statistics.collection.Finding;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.Notes;
import vn.binhdang.statistics.collection.Outside;
import vn.binhdang.statistics.collection.Past;
import vn.binhdang.statistics.collection.submission.StateParts;
import vn.binhdang.web.Text;

/** Makes the page of a form ready to print. */
@Component
class EntryPages {
    private final Submissions submissions;
    private final Layouts layouts;
    private final Checks checks;
    private final Notes notes;
    private final ComputedFigures computed;
    private final Past past;
    private final Units units;
    private final Deadlines deadlines;
    private final StateParts states;
    private final java.time.Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    EntryPages(
            Submissions submissions,
            Layouts layouts,
            Checks checks,
            Notes notes,
            ComputedFigures computed,
            Past past,
            Units units,
            Deadlines deadlines,
            StateParts states,
            java.time.Clock clock) {
        this.submissions = submissions;
        this.layouts = layouts;
        this.checks = checks;
        this.notes = notes;
        this.computed = computed;
        this.past = past;
        this.units = units;
        this.deadlines = deadlines;
        this.states = states;
        this.clock = clock;
    }

    /** What is known of a submission when its page or an answer to its script is made. */
    private record Known(
            Submission submission,
            Layouts.Ready form,
            Notes.Noted noted,
            Map<Integer, ComputedFigures.Computed> computed,
            Outside outside,
            List<Finding> findings,
            Map<Integer, String> hints) {}

    private Known known(Submission submission, Text t) {
        var form = layouts.of(submission.form(), submission.period());
        var noted = notes.of(submission.id());
        var counted = computed.of(submission, form);
        var before = past.before(submission, form);
        var outside = past.outside(submission, form, before);
        return new Known(
                submission,
                form,
                noted,
                counted,
                outside,
                checks.of(submission, form, noted, counted, outside),
                Hints.of(form.layout(), submission.cells(), before, t));
    }

    EntryPage page(Actor actor, SubmissionId id, Text t, String saved) {
        return page(actor, submissions.of(actor, id, Action.READ_STATISTICS), t, saved, null, Map.of());
    }

    /** What was typed stands in its fields, with what is to be said about it. */
    EntryPage again(Actor actor, Entries.Saved result, Text t, Map<String, String> typed) {
        return page(actor, result.now(), t, "", result, typed);
    }

    private EntryPage page(
            Actor actor,
            Submission submission,
            Text t,
            String saved,
            Entries.@Nullable Saved result,
            Map<String, String> typed) {
        var known = known(submission, t);
        var period = submission.period();
        var unit = units.nearest(submission.unit(), submission.referenceDay());
        var window = known.form.form().shape().window(period);
        var due = Optional.ofNullable(
                deadlines.of(known.form.form().shape(), period).get(unit.kind()));
        var confirmed = known.noted.confirmed();
        var state = states.of(actor, submission, known.form.layout(), t);
        boolean editable = state.mayBring();
        var sections = new ArrayList<EntryPage.Section>();
        for (var section : known.form.layout().sections())
            sections.add(section(section, sections.size() + 1, known, confirmed, result, typed, t));
        var today = java.time.LocalDate.ofInstant(clock.instant(), Today.ZONE);
        return new EntryPage(
                "/statistics/submissions/" + submission.id(),
                submission.id().toString(),
                actor.account().toString(),
                known.form.form().name(t.language()),
                unit.name(),
                t.of(period.labelKey(), period.ordinal(), String.valueOf(period.year())),
                t.of("statistics.entry.window", TypedDay.print(window.from()), TypedDay.print(window.to())),
                due.map(TypedDay::print).orElse(""),
                submission.state().mayBeFilled() && due.isPresent() && due.get().isBefore(today),
                submission.state(),
                submission.revision(),
                editable,
                saved(saved, t),
                problem(result, t),
                sections,
                said(known, t),
                known.noted.ofCells().entrySet().stream()
                        .map(note -> new EntryPage.Note(
                                note.getKey(),
                                known.form
                                        .layout()
                                        .cell(note.getKey())
                                        .map(cell -> cell.name(t.language()))
                                        .orElse(""),
                                note.getValue()))
                        .toList(),
                known.form.layout().cells().stream()
                        .map(cell -> new EntryPage.Choice(cell.slot(), cell.name(t.language())))
                        .toList(),
                editable ? rules(known, t) : "",
                (int) known.computed.keySet().stream()
                        .filter(slot -> CellEntry.MISSING.equals(entry(submission.cells(), slot)))
                        .count(),
                state);
    }

    /** @param saved 1, or what was done with the whole */
    private static String saved(String saved, Text t) {
        if (saved.isEmpty()) return "";
        return List.of("submitted", "withdrawn", "amending", "workbook").contains(saved)
                ? t.of("statistics.collection.saved." + saved)
                : t.of("statistics.entry.saved");
    }

    private static @Nullable String problem(Entries.@Nullable Saved result, Text t) {
        if (result == null || result.whole()) return null;
        var sentences = new ArrayList<String>();
        if (!result.mistakes().isEmpty())
            sentences.add(t.of("statistics.entry.mistakes", result.mistakes().size()));
        if (!result.conflicts().isEmpty())
            sentences.add(t.of("statistics.entry.conflicts", result.conflicts().size()));
        if (result.tooLong()) sentences.add(t.of("statistics.entry.noteTooLong", Notes.LONGEST));
        return String.join(" ", sentences);
    }

    private EntryPage.Section section(
            Layout.Section section,
            int number,
            Known known,
            Map<Integer, Long> confirmed,
            Entries.@Nullable Saved result,
            Map<String, String> typed,
            Text t) {
        var columns = new ArrayList<EntryPage.Column>();
        for (var column : section.columns())
            columns.add(new EntryPage.Column(
                    "t" + number + "-" + columns.size(),
                    column.name(t.language()),
                    column.share() == null
                            ? ""
                            : column.share().part() + "/" + column.share().whole()));
        var rows = new ArrayList<EntryPage.Row>();
        var cells = known.submission.cells();
        for (var row : section.rows()) {
            var line = new ArrayList<EntryPage.Cell>();
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var cell = row.cells().get(i);
                var share = section.columns().get(i).share();
                if (cell != null) line.add(cell(cell, column, known, confirmed, result, typed, t));
                else
                    line.add(EntryPage.Cell.shown(
                            column.name(), column.id(), share == null ? "" : share(row, share, cells, t)));
            }
            rows.add(new EntryPage.Row("t" + number + "r" + rows.size(), row.name(t.language()), line));
        }
        return new EntryPage.Section(
                "t" + number,
                section.name(t.language()),
                section.hint(t.language()),
                columns,
                rows,
                section.sumRow() ? sums(section, number, columns, cells, t) : null);
    }

    private static EntryPage.Row sums(
            Layout.Section section, int number, List<EntryPage.Column> columns, Cells cells, Text t) {
        var line = new ArrayList<EntryPage.Cell>();
        for (int i = 0; i < columns.size(); i++) {
            var share = section.columns().get(i).share();
            String text;
            if (share == null) {
                int column = i;
                int decimals = section.rows().stream()
                        .map(row -> row.cells().get(column))
                        .filter(java.util.Objects::nonNull)
                        .mapToInt(Layout.Cell::decimals)
                        .findFirst()
                        .orElse(0);
                // nothing entered is not zero
                text = filled(section, column, cells).findAny().isEmpty()
                        ? ""
                        : FigureText.print(sum(section, column, cells), decimals, t);
            } else {
                long whole = sum(section, share.whole(), cells);
                text = whole == 0 ? "" : FigureText.percent(sum(section, share.part(), cells), whole, t);
            }
            line.add(EntryPage.Cell.shown(columns.get(i).name(), columns.get(i).id(), text));
        }
        return new EntryPage.Row("t" + number + "sum", t.of("statistics.entry.sum"), line);
    }

    private static long sum(Layout.Section section, int column, Cells cells) {
        return filled(section, column, cells).sum();
    }

    /** The values of a column that were entered. */
    private static LongStream filled(Layout.Section section, int column, Cells cells) {
        return section.rows().stream()
                .map(row -> row.cells().get(column))
                .filter(cell -> cell != null && cell.slot() < cells.slots() && cells.hasValue(cell.slot()))
                .mapToLong(cell -> cell == null ? 0 : cells.value(cell.slot()));
    }

    private static String share(Layout.Row row, Layout.Share share, Cells cells, Text t) {
        var part = row.cells().get(share.part());
        var whole = row.cells().get(share.whole());
        if (part == null || whole == null) return "";
        if (!has(cells, part) || !has(cells, whole) || cells.value(whole.slot()) == 0) return "";
        return FigureText.percent(cells.value(part.slot()), cells.value(whole.slot()), t);
    }

    private static boolean has(Cells cells, Layout.Cell cell) {
        return cell.slot() < cells.slots() && cells.hasValue(cell.slot());
    }

    private EntryPage.Cell cell(
            Layout.Cell cell,
            EntryPage.Column column,
            Known known,
            Map<Integer, Long> confirmed,
            Entries.@Nullable Saved result,
            Map<String, String> typed,
            Text t) {
        int slot = cell.slot();
        var entry = entry(known.submission.cells(), slot);
        String was = Entries.print(entry, cell.decimals(), t);
        var mistake = result == null ? null : result.mistakes().get(slot);
        var conflict = result == null ? null : result.conflicts().get(slot);
        boolean keep = mistake != null || conflict != null;
        var counted = known.computed.get(slot);
        boolean same = counted != null && entry.equals(CellEntry.of(counted.value()));
        return new EntryPage.Cell(
                slot,
                column.name(),
                column.id(),
                keep ? typed.getOrDefault("c" + slot, was) : was,
                was,
                entry.state() == CellState.VALUE ? FigureText.print(entry.value(), cell.decimals(), t) : was,
                cell.decimals(),
                cell.required(),
                cell.lowest() == null ? "" : FigureText.print(cell.lowest(), cell.decimals(), t),
                cell.highest() == null ? "" : FigureText.print(cell.highest(), cell.decimals(), t),
                mistake == null ? null : t.of(mistake.key(), mistake.arguments().toArray()),
                conflict == null ? null : stands(conflict, cell.decimals(), t),
                counted == null ? "" : FigureText.typed(counted.value(), cell.decimals(), t),
                counted == null ? "" : FigureText.print(counted.value(), cell.decimals(), t),
                counted == null ? "" : counted.source(t),
                same && confirmed.containsKey(slot),
                keep ? null : known.hints.get(slot),
                known.noted.ofCells().containsKey(slot));
    }

    private static String stands(CellEntry entry, int decimals, Text t) {
        return entry.equals(CellEntry.MISSING)
                ? t.of("statistics.entry.conflict.emptied")
                : t.of("statistics.entry.conflict.stands", Entries.print(entry, decimals, t));
    }

    private static CellEntry entry(Cells cells, int slot) {
        return slot < cells.slots() ? CellEntry.in(cells, slot) : CellEntry.MISSING;
    }

    private static List<EntryPage.Said> said(Known known, Text t) {
        return known.findings.stream()
                .map(finding -> new EntryPage.Said(
                        finding.mark(),
                        finding.isError(),
                        finding.sentence(t),
                        finding.slots().getFirst(),
                        known.noted.ofRules().getOrDefault(finding.mark(), "")))
                .toList();
    }

    private String rules(Known known, Text t) {
        return json.writeValueAsString(known.form.rules().lines(known.outside, t));
    }

    /** The answer to the script: what stands now, and what is to be said. */
    String answer(Entries.Saved saved, Text t) {
        var known = known(saved.now(), t);
        var stands = new java.util.TreeMap<Integer, String>();
        for (var cell : known.form.layout().cells())
            stands.put(cell.slot(), Entries.print(entry(saved.now().cells(), cell.slot()), cell.decimals(), t));
        var mistakes = new java.util.TreeMap<Integer, String>();
        saved.mistakes()
                .forEach((slot, mistake) -> mistakes.put(
                        slot, t.of(mistake.key(), mistake.arguments().toArray())));
        return json.writeValueAsString(Map.of(
                "edition",
                saved.now().edition(),
                "stands",
                stands,
                "mistakes",
                mistakes,
                "conflicts",
                saved.conflicts().keySet(),
                "hints",
                known.hints,
                "findings",
                said(known, t)));
    }
}
