package vn.binhdang.statistics.collection.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.Deadlines;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.PeriodCode;

/** Finds the board that is asked for, where the actor may look; urges those who are missing on it. */
@Component
class Boards {
    private static final int YEARS_BACK = 3;

    private final Catalogues catalogues;
    private final Deadlines deadlines;
    private final BoardRows rows;
    private final BoardUrging urging;
    private final AuditTrail audit;
    private final Clock clock;

    Boards(
            Catalogues catalogues,
            Deadlines deadlines,
            BoardRows rows,
            BoardUrging urging,
            AuditTrail audit,
            Clock clock) {
        this.catalogues = catalogues;
        this.deadlines = deadlines;
        this.rows = rows;
        this.urging = urging;
        this.audit = audit;
        this.clock = clock;
    }

    /** As it came with the address; what is missing is filled in. */
    record Wanted(
            @Nullable String form,
            @Nullable String period,
            @Nullable UnitId unit) {}

    /**
     * @param periods that can be asked for, the latest first
     * @param whole whether all units of it are in the actor's reach; else only some of them may be
     */
    record Board(
            Catalogue catalogue,
            List<Catalogue.Form> forms,
            Catalogue.Form form,
            List<ReportingPeriod> periods,
            BoardQuestion question,
            boolean whole) {}

    /** Forms that are filled in by hand, by code. */
    private static List<Catalogue.Form> forms(Catalogue catalogue) {
        return catalogue.forms().stream()
                .filter(form -> !form.assignments().isEmpty())
                .sorted(Comparator.comparing(form -> form.shape().code()))
                .toList();
    }

    /**
     * Empty while no form is asked of anybody.
     * @throws NotVisible when the form, the period or the unit is not there or not where the actor may look
     */
    Optional<Board> find(Actor actor, Wanted wanted, Action action) {
        return find(actor, wanted, action, deadlines::of);
    }

    /** The same without deadlines: who enters figures for others is not told who is late. */
    Optional<Board> findToEnter(Actor actor, Wanted wanted) {
        return find(actor, wanted, Action.ENTER_STATISTICS, (_, _) -> Map.of());
    }

    private Optional<Board> find(
            Actor actor,
            Wanted wanted,
            Action action,
            BiFunction<FormShape, ReportingPeriod, Map<UnitKind, LocalDate>> due) {
        var catalogue = catalogues.current();
        var forms = forms(catalogue);
        if (forms.isEmpty()) return Optional.empty();
        var form = wanted.form() == null
                ? forms.getFirst()
                : forms.stream()
                        .filter(one -> one.shape().code().equals(wanted.form()))
                        .findFirst()
                        .orElseThrow(() -> new NotVisible("form " + wanted.form()));
        var today = today();
        var periods = periods(form, today);
        if (periods.isEmpty()) return Optional.empty();
        var period = wanted.period() == null
                ? standard(form, periods, today)
                // Of another form that was chosen just now: its own kind of period.
                : PeriodCode.parse(wanted.period())
                        .filter(periods::contains)
                        .orElseGet(() -> standard(form, periods, today));
        var day = form.shape().window(period).to();
        var unit = wanted.unit() == null ? home(actor, action) : wanted.unit();
        var seen = rows.seen(unit, actor.reach(action), day, today);
        if (!seen.visible()) throw new NotVisible("unit " + unit);
        return Optional.of(new Board(
                catalogue,
                forms,
                form,
                periods,
                new BoardQuestion(form.shape().id(), period, unit, day, today, due.apply(form.shape(), period)),
                seen.whole()));
    }

    /** Those whose window has begun and in which the form is in force, the latest first. */
    private static List<ReportingPeriod> periods(Catalogue.Form form, LocalDate today) {
        var periods = new ArrayList<ReportingPeriod>();
        for (int year = today.getYear() + 1; year >= today.getYear() - YEARS_BACK; year--)
            for (var period : form.shape().kind().periods(year).reversed()) {
                var window = form.shape().window(period);
                var until = form.until();
                if (window.from().isAfter(today)
                        || window.to().isBefore(form.from())
                        || until != null && !window.from().isBefore(until)) continue;
                periods.add(period);
            }
        return periods;
    }

    /** The last one that is over: it is the one that is handed in now. The running one where none is over yet. */
    private static ReportingPeriod standard(Catalogue.Form form, List<ReportingPeriod> periods, LocalDate today) {
        return periods.stream()
                .filter(period -> form.shape().window(period).to().isBefore(today))
                .findFirst()
                .orElse(periods.getLast());
    }

    /** The own agency where it lies in reach, else what the role is held for. */
    private static UnitId home(Actor actor, Action action) {
        var reach = actor.reach(action);
        if (reach.whole().contains(actor.agency())) return actor.agency();
        return reach.whole().stream()
                .min(Comparator.comparing(UnitId::toString))
                .or(() -> reach.only().stream().min(Comparator.comparing(UnitId::toString)))
                .orElse(actor.agency());
    }

    /**
     * Urges the units that were named, or all of the board that have not handed in.
     * @param lateOnly only those after their deadline
     * @return empty on a day on which the actor's agency is quiet
     */
    @Transactional
    public Optional<BoardUrging.Outcome> urge(
            Actor actor, Wanted wanted, List<UnitId> named, boolean lateOnly, BoardUrging.Way way) {
        actor.must(Action.ACCEPT_STATISTICS);
        var board = find(actor, wanted, Action.ACCEPT_STATISTICS)
                .orElseThrow(() -> new NotVisible("board of " + wanted.form()));
        if (urging.quietUntil(actor, board.question().today()).isPresent()) return Optional.empty();
        return Optional.of(urging.urge(actor, board.question(), rows.open(board.question(), named, lateOnly), way));
    }

    /** What the filter leaves, all pages of it, for a file. */
    List<BoardRows.Line> export(Actor actor, Board board, Filter filter, String words) {
        var lines = rows.all(board.question(), filter, words);
        audit.export(
                actor,
                "statistics.form.exportBoard",
                board.question().form().value(),
                Map.of("period", PeriodCode.text(board.question().period()), "rows", lines.size()));
        return lines;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Today.ZONE);
    }
}
