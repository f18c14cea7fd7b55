package vn.binhdang.organisation.importing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.importing.SheetImport.State;
import vn.binhdang.organisation.sheet.Mistake;
import vn.binhdang.web.Text;

/** What the pages of an import print. */
@Component
class SheetImportPages {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MISTAKES_ON_A_PAGE = 50;

    private final SheetImports imports;

    SheetImportPages(SheetImports imports) {
        this.imports = imports;
    }

    SheetImportFormPage form(Actor actor, String kind, @Nullable String problemKey, Text t) {
        var importer = imports.importer(actor, kind);
        var layout = importer.layout();
        return new SheetImportFormPage(
                kind,
                t.of("organisation.import." + kind + ".title"),
                t.of("organisation.import." + kind + ".lead"),
                problemKey == null ? "" : t.of(problemKey),
                layout.columns().stream()
                        .map(column -> new SheetImportFormPage.Column(
                                layout.heading(column.key(), t), column.needed(), layout.help(column.key(), t)))
                        .toList(),
                imports.latest(actor, kind).stream()
                        .map(one -> new SheetImportFormPage.Latest(
                                "/imports/" + one.id(), one.fileName(), when(one), state(one, t), code(one)))
                        .toList());
    }

    /** @param after the number of the mistake before the first one shown */
    SheetImportPage show(Actor actor, SheetImportId id, int after, Text t) {
        var brought = imports.find(actor, id);
        var importer = imports.importer(actor, brought.kind());
        // One more than is shown tells whether there is a next page.
        var found = brought.state() == State.WRONG
                ? imports.mistakes(actor, id, after, MISTAKES_ON_A_PAGE + 1)
                : List.<SheetImportRepository.Numbered>of();
        var shown = found.size() > MISTAKES_ON_A_PAGE ? found.subList(0, MISTAKES_ON_A_PAGE) : found;
        var counts = brought.counts();
        Integer total = brought.rowsTotal();
        return new SheetImportPage(
                id.toString(),
                brought.kind(),
                t.of("organisation.import." + brought.kind() + ".title"),
                brought.fileName(),
                t.of("organisation.import.brought", when(brought)),
                brought.sha256(),
                kept(brought, t),
                code(brought),
                state(brought, t),
                brought.state().isRunning(),
                brought.cancelWanted(),
                brought.rowsDone(),
                total == null ? 0 : total,
                progressWords(brought, t),
                brought.refusalKey() == null
                        ? ""
                        : t.of(brought.refusalKey(), brought.refusalArguments().toArray()),
                brought.ignoredColumns().isEmpty()
                        ? ""
                        : t.of("organisation.import.ignored", String.join(", ", brought.ignoredColumns())),
                brought.mistakes(),
                shown.stream().map(one -> line(one.mistake(), importer, t)).toList(),
                found.size() > MISTAKES_ON_A_PAGE
                        ? "/imports/" + id + "?after=" + shown.getLast().ordinal()
                        : "",
                after > 0 ? "/imports/" + id : "",
                new SheetImportPage.Counts(
                        number(counts.creates(), t),
                        number(counts.changes(), t),
                        number(counts.unchanged(), t),
                        counts.creates() + counts.changes() == 0),
                lines(brought, importer, t),
                importer.resultHref());
    }

    private static String kept(SheetImport brought, Text t) {
        if (!brought.state().isWaitingForPeople()) return "";
        var until = brought.broughtAt().atZoneSameInstant(VIETNAM).plusDays(SheetImports.DAYS_KEPT);
        return t.of("organisation.import.kept", DAY.format(until));
    }

    /** "Cột Loại đơn vị": empty for the row as a whole. */
    static SheetImportPage.MistakeLine line(Mistake mistake, SheetImporter importer, Text t) {
        return new SheetImportPage.MistakeLine(
                mistake.row() == 0 ? "" : number(mistake.row(), t),
                mistake.column().isEmpty() ? "" : importer.layout().heading(mistake.column(), t),
                t.of(mistake.messageKey(), mistake.arguments().toArray()));
    }

    private static List<SheetImportPage.Line> lines(SheetImport brought, SheetImporter importer, Text t) {
        var preview = brought.preview();
        if (preview == null) return List.of();
        return preview.lines().stream()
                .map(line -> new SheetImportPage.Line(
                        number(line.row(), t),
                        t.of("organisation.import.verdict."
                                + line.verdict().name().toLowerCase(Locale.ROOT)),
                        line.verdict().name().toLowerCase(Locale.ROOT),
                        line.label(),
                        line.place(),
                        line.changes().entrySet().stream()
                                .map(change -> importer.layout().heading(change.getKey(), t) + ": " + change.getValue())
                                .toList()))
                .toList();
    }

    private static String progressWords(SheetImport brought, Text t) {
        boolean writing = brought.state() == State.WRITING;
        Integer total = brought.rowsTotal();
        if (brought.rowsDone() == 0) return t.of("organisation.import.waiting");
        if (total == null)
            return t.of(
                    writing ? "organisation.import.writing.reading" : "organisation.import.checking.reading",
                    brought.rowsDone());
        return t.of(
                writing ? "organisation.import.writing.rows" : "organisation.import.checking.rows",
                brought.rowsDone(),
                total);
    }

    private static String number(int number, Text t) {
        return t.of("organisation.sheet.count", number);
    }

    private static String when(SheetImport one) {
        return WHEN.format(one.broughtAt().atZoneSameInstant(VIETNAM));
    }

    private static String state(SheetImport one, Text t) {
        return t.of("organisation.import.state." + code(one));
    }

    private static String code(SheetImport one) {
        return one.state().name().toLowerCase(Locale.ROOT);
    }
}
