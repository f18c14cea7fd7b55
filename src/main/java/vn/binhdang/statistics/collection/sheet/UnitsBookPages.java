package vn.binhdang.statistics.collection.sheet;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.Submissions.CellChange;
import vn.binhdang.statistics.collection.Finding;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.statistics.collection.board.UnitsToEnter;
import vn.binhdang.statistics.collection.submission.Periods;
import vn.binhdang.web.Text;

/** Makes the page of a workbook of several units ready to print: what is wrong in the file, what it would change. */
@Component
class UnitsBookPages {
    private static final int MOST_MISTAKES = 500;
    private static final int MOST_UNITS = 200;

    /** Of a unit; how many more there are is said. */
    private static final int MOST_CHANGES = 8;

    private static final int MOST_SAID = 3;

    private final UnitsBooks books;
    private final Layouts layouts;
    private final Units units;

    UnitsBookPages(UnitsBooks books, Layouts layouts, Units units) {
        this.books = books;
        this.layouts = layouts;
        this.units = units;
    }

    UnitsBookPage page(Actor actor, UnitsBooks.Wanted wanted, String saved, String problem, Text t) {
        var found = books.find(actor, wanted);
        var ready = layouts.of(found.form().shape().id(), found.period());
        int open = (int) found.units().stream().filter(UnitsToEnter.One::open).count();
        return new UnitsBookPage(
                t.of("statistics.collection.units.title", ready.form().name(t.language())),
                t.of(
                        "statistics.collection.units.lead",
                        units.nearest(found.unit(), found.day()).name(),
                        Periods.name(found.period(), t)),
                UnitsBookController.address("/statistics/board", wanted),
                UnitsBookController.address(UnitsBookController.PAGE + ".xlsx", wanted),
                wanted.form(),
                wanted.period(),
                wanted.unit().toString(),
                open,
                found.units().size() - open,
                saved,
                problem,
                // What was brought before says nothing about the file that was just refused.
                problem.isEmpty()
                        ? books.brought(actor, found)
                                .map(brought -> brought(actor, found, ready, brought, t))
                                .orElse(null)
                        : null);
    }

    private UnitsBookPage.Brought brought(
            Actor actor, UnitsToEnter.Found found, Layouts.Ready ready, UnitsBooks.Brought brought, Text t) {
        var plan = books.plan(actor, found, brought);
        var mistakes = new ArrayList<>(brought.mistakes());
        mistakes.addAll(plan.mistakes());
        boolean right = mistakes.isEmpty();
        int listed = right ? MOST_UNITS : MOST_MISTAKES;
        int all = right ? plan.changing().size() : mistakes.size();
        return new UnitsBookPage.Brought(
                brought.fileName(),
                mistakes.stream()
                        .limit(MOST_MISTAKES)
                        .map(one -> new WorkbookPage.Mistake(
                                one.address(),
                                t.of(
                                        one.what().messageKey(),
                                        one.what().arguments().toArray())))
                        .toList(),
                mistakes.size(),
                all <= listed ? "" : t.of("statistics.collection.units.more", listed, all),
                brought.outside().isEmpty()
                        ? ""
                        : t.of("statistics.collection.sheet.outside", String.join(", ", brought.outside())),
                right
                        ? plan.changing().stream()
                                .limit(MOST_UNITS)
                                .map(one -> one(one, brought, ready, t))
                                .toList()
                        : List.of(),
                t.of("statistics.collection.units.summary", plan.changing().size(), plan.cells(), plan.unchanged()),
                plan.stand(),
                actor.may(Action.SUBMIT_STATISTICS),
                plan.changing().size());
    }

    private static UnitsBookPage.One one(
            UnitsBooks.Planned planned, UnitsBooks.Brought brought, Layouts.Ready ready, Text t) {
        var changes = new ArrayList<String>();
        for (var change : planned.changes().stream().limit(MOST_CHANGES).toList())
            changes.add(change(change, brought.address(planned.row(), change.slot()), ready.layout(), t));
        if (planned.changes().size() > MOST_CHANGES)
            changes.add(t.of(
                    "statistics.collection.units.moreFigures", planned.changes().size() - MOST_CHANGES));
        return new UnitsBookPage.One(
                brought.sheet() + "!" + planned.row().number(),
                planned.unit().name(),
                planned.unit().place() == null ? "" : planned.unit().place(),
                changes,
                says(planned, ready, t));
    }

    private static String change(CellChange change, String address, Layout layout, Text t) {
        var cell = layout.cell(change.slot());
        int decimals = cell.map(Layout.Cell::decimals).orElse(0);
        return t.of(
                "statistics.collection.units.change",
                address.substring(address.indexOf('!') + 1),
                cell.map(one -> one.name(t.language())).orElse("–"),
                WorkbookPages.print(change.before() == null ? CellEntry.MISSING : change.before(), decimals, t),
                WorkbookPages.print(change.after(), decimals, t));
    }

    /** The rules that need nothing but the form itself; the others are asked when it is sent up. */
    private static List<WorkbookPage.Said> says(UnitsBooks.Planned planned, Layouts.Ready ready, Text t) {
        Cells cells = planned.entered()
                .grown(Math.max(
                        planned.entered().slots(), ready.form().shape().slots().size()))
                .copy();
        for (var change : planned.changes()) change.after().putInto(cells, change.slot());
        var findings = new ArrayList<Finding>(ready.rules().missing(cells));
        findings.addAll(ready.rules().check(cells));
        var said = new ArrayList<WorkbookPage.Said>();
        for (var finding : findings.stream().limit(MOST_SAID).toList())
            said.add(new WorkbookPage.Said(finding.isError(), finding.sentence(t)));
        if (findings.size() > MOST_SAID)
            said.add(new WorkbookPage.Said(
                    findings.stream().skip(MOST_SAID).anyMatch(Finding::isError),
                    t.of("statistics.collection.units.moreSaid", findings.size() - MOST_SAID)));
        return said;
    }
}
