package vn.binhdang.statistics.collection.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.Submissions.CellChange;
import vn.binhdang.statistics.collection.ComputedFigures.Computed;
import vn.binhdang.statistics.collection.FigureText;
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

    private static final int MOST_SAID = 10;

    private final UnitsBooks books;
    private final UnitsPlans plans;
    private final Layouts layouts;
    private final Units units;

    UnitsBookPages(UnitsBooks books, UnitsPlans plans, Layouts layouts, Units units) {
        this.books = books;
        this.plans = plans;
        this.layouts = layouts;
        this.units = units;
    }

    UnitsBookPage page(Actor actor, UnitsBooks.Wanted wanted, String saved, String problem, Text t) {
        var found = books.find(actor, wanted);
        var ready = layouts.of(found.form(), found.catalogue(), found.period());
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
        var plan = plans.plan(actor, found, ready, brought);
        var mistakes = new ArrayList<>(brought.mistakes());
        mistakes.addAll(plan.mistakes());
        boolean right = mistakes.isEmpty();
        // What a file says that has to be mended first is not put to the rules.
        var findings = right ? plans.findings(found, ready, plan) : Map.<UnitId, List<Finding>>of();
        var said = plan.changing().stream()
                .map(one -> new Checked(one, findings.getOrDefault(one.unit().unit(), List.of())))
                .sorted(Comparator.comparing(Checked::severity))
                .collect(Collectors.toCollection(ArrayList::new));
        long errors = said.stream().filter(one -> one.severity() == 0).count();
        long warnings = said.stream().filter(one -> one.severity() == 1).count();
        // The rules are not asked about those of which the file says nothing; they stand last.
        for (var one : plan.counted()) said.add(new Checked(one, List.of()));
        int listed = right ? Math.max(MOST_UNITS, (int) Math.min(MOST_MISTAKES, errors + warnings)) : MOST_MISTAKES;
        int all = right ? said.size() : mistakes.size();
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
                        ? said.stream()
                                .limit(listed)
                                .map(one -> one(one, brought, ready.layout(), t))
                                .toList()
                        : List.of(),
                t.of("statistics.collection.units.summary", plan.changing().size(), plan.cells(), plan.unchanged()),
                errors + warnings == 0 ? "" : t.of("statistics.collection.units.checked", errors, warnings),
                plan.stand(),
                plan.countedCells(),
                plan.counted().isEmpty()
                        ? ""
                        : t.of(
                                "statistics.collection.units.confirm.others",
                                plan.counted().size()),
                actor.may(Action.SUBMIT_STATISTICS),
                plan.changing().isEmpty()
                        ? plan.counted().size()
                        : plan.changing().size(),
                plan.changing().isEmpty());
    }

    /** A unit with what is said about it. */
    private record Checked(UnitsPlans.Planned planned, List<Finding> findings) {
        /** Those with errors stand first, then those with warnings. */
        int severity() {
            return findings.stream().anyMatch(Finding::isError) ? 0 : findings.isEmpty() ? 2 : 1;
        }
    }

    private static UnitsBookPage.One one(Checked checked, UnitsBooks.Brought brought, Layout layout, Text t) {
        var planned = checked.planned();
        var row = planned.row();
        var changes = planned.changes().stream()
                .map(change -> change(change, brought.address(row, change.slot()), layout, t))
                .toList();
        var counted = planned.counted().entrySet().stream()
                .map(one -> counted(one.getKey(), one.getValue(), brought.address(row, one.getKey()), layout, t))
                .toList();
        return new UnitsBookPage.One(
                brought.sheet() + "!" + row.number(),
                planned.unit().name(),
                planned.unit().place() == null ? "" : planned.unit().place(),
                some(changes, t),
                some(counted, t),
                says(checked, brought, t));
    }

    private static List<String> some(List<String> figures, Text t) {
        if (figures.size() <= MOST_CHANGES) return figures;
        var some = new ArrayList<>(figures.subList(0, MOST_CHANGES));
        some.add(t.of("statistics.collection.units.moreFigures", figures.size() - MOST_CHANGES));
        return some;
    }

    private static String counted(int slot, Computed figure, String address, Layout layout, Text t) {
        var cell = layout.cell(slot);
        return t.of(
                "statistics.collection.units.counted",
                address,
                cell.map(one -> one.name(t.language())).orElse("–"),
                FigureText.print(figure.value(), cell.map(Layout.Cell::decimals).orElse(0), t),
                figure.source(t));
    }

    private static String change(CellChange change, String address, Layout layout, Text t) {
        var cell = layout.cell(change.slot());
        int decimals = cell.map(Layout.Cell::decimals).orElse(0);
        return t.of(
                "statistics.collection.units.change",
                address,
                cell.map(one -> one.name(t.language())).orElse("–"),
                WorkbookPages.print(change.before() == null ? CellEntry.MISSING : change.before(), decimals, t),
                WorkbookPages.print(change.after(), decimals, t));
    }

    /** Each at the first of the figures that it speaks of. */
    private static List<UnitsBookPage.Said> says(Checked checked, UnitsBooks.Brought brought, Text t) {
        var findings = checked.findings();
        var said = new ArrayList<UnitsBookPage.Said>();
        for (var finding : findings.stream().limit(MOST_SAID).toList())
            said.add(new UnitsBookPage.Said(
                    brought.address(checked.planned().row(), finding.slots().getFirst()),
                    finding.isError(),
                    finding.sentence(t)));
        if (findings.size() > MOST_SAID)
            said.add(new UnitsBookPage.Said(
                    "",
                    findings.stream().skip(MOST_SAID).anyMatch(Finding::isError),
                    t.of("statistics.collection.units.moreSaid", findings.size() - MOST_SAID)));
        return said;
    }
}
