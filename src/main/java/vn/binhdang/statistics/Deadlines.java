package vn.binhdang.statistics;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.organisation.UnitKind;

/** Until when units of a kind hand in a form: so many days after the last day of the window. */
@Component("deadlinesOfForms")
public class Deadlines {
    private final JdbcClient jdbc;
    private final Catalogues catalogues;

    Deadlines(JdbcClient jdbc, Catalogues catalogues) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
    }

    /** Days after the last day of the window, for each kind of unit that has a deadline. */
    public Map<UnitKind, Integer> days(FormId form) {
        var days = new EnumMap<UnitKind, Integer>(UnitKind.class);
        jdbc.sql("select unit_kind, days from stat_form_deadline where form_id = :form")
                .param("form", form.value())
                .query(rs -> {
                    days.put(UnitKind.valueOf(rs.getString("unit_kind")), rs.getInt("days"));
                });
        return days;
    }

    /** The last day on which each kind of unit is in time; a kind without a deadline is missing. */
    public Map<UnitKind, LocalDate> of(FormShape form, ReportingPeriod period) {
        var last = form.window(period).to();
        var due = new EnumMap<UnitKind, LocalDate>(UnitKind.class);
        days(form.id()).forEach((kind, days) -> due.put(kind, last.plusDays(days)));
        return due;
    }

    /** The last day on which a form that comes then is not late; empty where none was set. */
    public Optional<LocalDate> due(FormId form, UnitKind kind, ReportingPeriod period) {
        return catalogues
                .current()
                .form(form)
                .flatMap(known -> Optional.ofNullable(days(form).get(kind))
                        .map(days -> known.shape().window(period).to().plusDays(days)));
    }
}
