package vn.binhdang.statistics.collection.board;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionId;

/** The units of a board for which somebody may enter figures, with how far each has come. */
@Component
public class UnitsToEnter {
    private final Boards boards;
    private final BoardRows rows;

    UnitsToEnter(Boards boards, BoardRows rows) {
        this.boards = boards;
        this.rows = rows;
    }

    /**
     * @param unit with all below it
     * @param day on which the units are counted
     * @param today of the question
     */
    public record Found(
            Catalogue catalogue,
            Catalogue.Form form,
            ReportingPeriod period,
            UnitId unit,
            LocalDate day,
            LocalDate today,
            List<One> units) {}

    /**
     * @param place what it lies in
     * @param open whether its figures can still be entered without an amendment
     * @param accepted one that is not open and was decided on; else it waits for that
     * @param submission its latest revision; null while nobody has begun
     */
    public record One(
            UnitId unit,
            String name,
            @Nullable String place,
            boolean open,
            boolean accepted,
            @Nullable SubmissionId submission) {}

    /**
     * In the order of names.
     * @throws NotVisible when there is no such board, or the actor enters no figures for its unit
     */
    public Found of(Actor actor, String form, String period, UnitId unit) {
        actor.must(Action.ENTER_STATISTICS);
        var board = boards.findToEnter(actor, new Boards.Wanted(form, period, unit))
                .orElseThrow(() -> new NotVisible("board of " + form));
        var question = board.question();
        // A board that is only looked at shows another period instead; figures are never put into another one.
        if (!PeriodCode.text(question.period()).equals(period)) throw new NotVisible("period " + period);
        var lines = rows.all(question, Filter.ALL, "");
        var ids = lines.stream().map(BoardRows.Line::unitId).collect(Collectors.toSet());
        var within = board.whole()
                ? ids
                : rows.within(ids, actor.reach(Action.ENTER_STATISTICS), question.day(), question.today());
        return new Found(
                board.catalogue(),
                board.form(),
                question.period(),
                question.unit(),
                question.day(),
                question.today(),
                lines.stream()
                        .filter(line -> within.contains(line.unitId()))
                        .map(UnitsToEnter::one)
                        .toList());
    }

    private static One one(BoardRows.Line line) {
        var standing = Standing.valueOf(line.standing());
        return new One(
                new UnitId(line.unitId()),
                line.name(),
                line.place(),
                standing.isOpen(),
                standing == Standing.ACCEPTED,
                line.submissionId() == null ? null : new SubmissionId(line.submissionId()));
    }
}
