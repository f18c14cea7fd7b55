package vn.binhdang.statistics.collection;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.Submission;

/** What a unit answered elsewhere: in periods before, in other forms. */
@Component("pastOfForms")
public class Past {
    /** So many periods before are looked at for what is usual with a unit. */
    private static final int LOOKED_AT = 8;

    private final JdbcClient jdbc;

    Past(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Answered(ReportingPeriod period, Cells cells) {}

    /** What the unit handed in for the same form in periods before, the last one first. */
    public List<Answered> before(Submission submission, Layouts.Ready form) {
        int slots = form.form().shape().slots().size();
        return jdbc.sql("""
            select distinct on (period) period, cells from stat_submission
            where  form_id = :form and unit_id = :unit and period < :period and state in ('ACCEPTED', 'SUBMITTED')
            order  by period desc, state = 'ACCEPTED' desc limit :most
            """)
                .param("form", submission.form().value())
                .param("unit", submission.unit().value())
                .param("period", PeriodCode.number(submission.period()))
                .param("most", LOOKED_AT)
                .query((rs, i) ->
                        new Answered(PeriodCode.of(rs.getInt("period")), Cells.unpack(rs.getBytes("cells"), slots)))
                .list();
    }

    /**
     * Looks elsewhere only when a rule wants to know, and into each form of a period once.
     * @param before as {@link #before} gave it
     */
    public Outside outside(Submission submission, Layouts.Ready form, List<Answered> before) {
        Map<String, Optional<Cells>> asked = new HashMap<>();
        for (var answered : before) asked.put(key(submission.form(), answered.period()), Optional.of(answered.cells()));
        boolean allKnown = before.size() < LOOKED_AT;
        return (element, combination, back) -> {
            var period = back(submission.period(), back);
            for (var other : form.catalogue().formsOf(element)) {
                var shape = other.shape();
                var slot = shape.slot(element, combination);
                if (shape.kind() != PeriodKind.of(period) || slot.isEmpty()) continue;
                var key = key(shape.id(), period);
                // what is not among the answers before was never handed in
                var cells = allKnown && back > 0 && shape.id().equals(submission.form())
                        ? asked.getOrDefault(key, Optional.empty())
                        : asked.computeIfAbsent(
                                key,
                                _ -> answered(
                                        shape.id(),
                                        period,
                                        submission.unit(),
                                        shape.slots().size()));
                if (cells.isPresent() && cells.get().hasValue(slot.getAsInt()))
                    return Optional.of(BigDecimal.valueOf(
                            cells.get().value(slot.getAsInt()),
                            shape.slots().get(slot.getAsInt()).decimals()));
            }
            return Optional.empty();
        };
    }

    private static String key(FormId form, ReportingPeriod period) {
        return form + " " + PeriodCode.number(period);
    }

    /** What counts, else what was written last. */
    private Optional<Cells> answered(FormId form, ReportingPeriod period, UnitId unit, int slots) {
        return jdbc.sql("""
            select cells from stat_submission
            where  form_id = :form and period = :period and unit_id = :unit
            order  by state = 'ACCEPTED' desc, revision desc limit 1
            """)
                .param("form", form.value())
                .param("period", PeriodCode.number(period))
                .param("unit", unit.value())
                .query((rs, i) -> Cells.unpack(rs.getBytes("cells"), slots))
                .optional();
    }

    static ReportingPeriod back(ReportingPeriod period, int periods) {
        var kind = PeriodKind.of(period);
        int year = period.year();
        int at = kind.periods(year).indexOf(period) - periods;
        for (; at < 0; year--) at += kind.periods(year).size();
        return kind.periods(year).get(at);
    }
}
