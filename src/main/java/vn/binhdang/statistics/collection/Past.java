package vn.binhdang.statistics.collection;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.FormShape;
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

    /** One form of one period. */
    private record Sheet(FormId form, int slots, ReportingPeriod period) {
        static Sheet of(FormShape form, ReportingPeriod period) {
            return new Sheet(form.id(), form.slots().size(), period);
        }
    }

    /**
     * Looks elsewhere only when a rule wants to know, and into each form of a period once.
     * @param before as {@link #before} gave it
     */
    public Outside outside(Submission submission, Layouts.Ready form, List<Answered> before) {
        var own = form.form().shape();
        Map<Sheet, Optional<Cells>> asked = new HashMap<>();
        for (var answered : before) asked.put(Sheet.of(own, answered.period()), Optional.of(answered.cells()));
        // What is not among the answers before was never handed in.
        boolean allKnown = before.size() < LOOKED_AT;
        return outside(
                form,
                submission.period(),
                sheet -> allKnown && isBefore(sheet, own, submission.period())
                        ? asked.getOrDefault(sheet, Optional.empty())
                        : asked.computeIfAbsent(
                                sheet,
                                _ -> Optional.ofNullable(answered(Map.of(sheet, false), List.of(submission.unit()))
                                        .getOrDefault(sheet, Map.of())
                                        .get(submission.unit()))));
    }

    /** The same for many units at once: one statement for all that rules look into. */
    public Function<UnitId, Outside> outsideOfEach(
            Layouts.Ready form, ReportingPeriod period, Collection<UnitId> units) {
        var own = form.form().shape();
        Map<Sheet, Boolean> handedIn = new HashMap<>();
        for (var figure : form.rules().elsewhere()) {
            var of = back(period, figure.back());
            for (var other : form.catalogue().formsOf(figure.element())) {
                var sheet = Sheet.of(other.shape(), of);
                handedIn.put(sheet, isBefore(sheet, own, period));
            }
        }
        var answers = handedIn.isEmpty() ? Map.<Sheet, Map<UnitId, Cells>>of() : answered(handedIn, units);
        return unit -> outside(
                form,
                period,
                sheet -> Optional.ofNullable(
                        answers.getOrDefault(sheet, Map.of()).get(unit)));
    }

    private static boolean isBefore(Sheet sheet, FormShape own, ReportingPeriod period) {
        return sheet.form().equals(own.id()) && !sheet.period().equals(period);
    }

    private static Outside outside(Layouts.Ready form, ReportingPeriod of, Function<Sheet, Optional<Cells>> answers) {
        return (element, combination, back) -> {
            var period = back(of, back);
            for (var other : form.catalogue().formsOf(element)) {
                var shape = other.shape();
                var slot = shape.slot(element, combination);
                if (shape.kind() != PeriodKind.of(period) || slot.isEmpty()) continue;
                var cells = answers.apply(Sheet.of(shape, period));
                if (cells.isPresent() && cells.get().hasValue(slot.getAsInt()))
                    return Optional.of(BigDecimal.valueOf(
                            cells.get().value(slot.getAsInt()),
                            shape.slots().get(slot.getAsInt()).decimals()));
            }
            return Optional.empty();
        };
    }

    /**
     * What counts, else what was written last.
     * @param handedIn for each form of a period whether what is still being entered is left out
     */
    private Map<Sheet, Map<UnitId, Cells>> answered(Map<Sheet, Boolean> handedIn, Collection<UnitId> units) {
        var sheets = List.copyOf(handedIn.keySet());
        var found = new HashMap<Sheet, Map<UnitId, Cells>>();
        jdbc.sql("""
            select distinct on (w.no, s.unit_id) w.no, s.unit_id, s.cells
            from   unnest(cast(:forms as uuid[]), cast(:periods as int[]), cast(:handedIn as boolean[]))
                   with ordinality w (form_id, period, handed_in, no)
            join   stat_submission s on s.form_id = w.form_id and s.period = w.period
            where  s.unit_id = any (:units) and (not w.handed_in or s.state in ('ACCEPTED', 'SUBMITTED'))
            order  by w.no, s.unit_id, s.state = 'ACCEPTED' desc, s.revision desc
            """)
                .param(
                        "forms",
                        sheets.stream().map(sheet -> sheet.form().value()).toArray(UUID[]::new))
                .param(
                        "periods",
                        sheets.stream()
                                .map(sheet -> PeriodCode.number(sheet.period()))
                                .toArray(Integer[]::new))
                .param("handedIn", sheets.stream().map(handedIn::get).toArray(Boolean[]::new))
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(rs -> {
                    var sheet = sheets.get(rs.getInt("no") - 1);
                    found.computeIfAbsent(sheet, _ -> new HashMap<>())
                            .put(
                                    new UnitId(rs.getObject("unit_id", UUID.class)),
                                    Cells.unpack(rs.getBytes("cells"), sheet.slots()));
                });
        return found;
    }

    static ReportingPeriod back(ReportingPeriod period, int periods) {
        var kind = PeriodKind.of(period);
        int year = period.year();
        int at = kind.periods(year).indexOf(period) - periods;
        for (; at < 0; year--) at += kind.periods(year).size();
        return kind.periods(year).get(at);
    }
}
