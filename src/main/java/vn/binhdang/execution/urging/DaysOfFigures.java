package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.UrgingDays;

/** Figures are urged for on the same days as tasks: those that an agency has entered hold for both. */
@Component
class DaysOfFigures implements UrgingDays {
    private final UrgingRules rules;
    private final JdbcClient jdbc;

    DaysOfFigures(UrgingRules rules, JdbcClient jdbc) {
        this.rules = rules;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LocalDate> quietUntil(UnitId agency, LocalDate day) {
        var calendar = rules.calendar(agency);
        return calendar.quiet(day) ? Optional.of(calendar.next(day)) : Optional.empty();
    }

    @Override
    public Set<UnitId> resting(Collection<UnitId> units, LocalDate day) {
        return jdbc
                .sql("select agency_id from urging_day where agency_id = any (:units) and day = :day and rest")
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .collect(Collectors.toSet());
    }
}
