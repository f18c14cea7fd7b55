package vn.binhdang.statistics.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionId;

/** The accepted submissions that a figure comes from. Whose they are was looked at before. */
@Component
class Submitted {
    /** @param period the one of the form: a quarter of the year that was asked for */
    record One(SubmissionId id, UnitId unit, ReportingPeriod period, String form) {}

    private final JdbcClient jdbc;

    Submitted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the unit that answered, the earliest period first. */
    Map<UnitId, List<One>> of(
            List<FormId> forms, Catalogue catalogue, Collection<ReportingPeriod> periods, Collection<UnitId> units) {
        var found = new HashMap<UnitId, List<One>>();
        if (forms.isEmpty() || units.isEmpty()) return found;
        jdbc.sql("""
            select id, form_id, period, unit_id from stat_submission
            where  form_id = any (:forms) and period = any (:periods) and unit_id = any (:units) and state = 'ACCEPTED'
            order  by period, form_id
            """)
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .param(
                        "periods",
                        forms.stream()
                                .flatMap(form -> catalogue.form(form).stream())
                                .flatMap(form -> periods.stream()
                                        .flatMap(period -> PeriodCode.within(
                                                period, form.shape().kind())
                                                .stream()))
                                .map(PeriodCode::number)
                                .distinct()
                                .toArray(Integer[]::new))
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(rs -> {
                    var unit = new UnitId(rs.getObject("unit_id", UUID.class));
                    var form = catalogue.form(new FormId(rs.getObject("form_id", UUID.class)));
                    found.computeIfAbsent(unit, _ -> new java.util.ArrayList<>())
                            .add(new One(
                                    new SubmissionId(rs.getObject("id", UUID.class)),
                                    unit,
                                    PeriodCode.of(rs.getInt("period")),
                                    form.map(one -> one.shape().code()).orElse("")));
                });
        return found;
    }
}
