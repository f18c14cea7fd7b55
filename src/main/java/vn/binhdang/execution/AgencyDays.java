package vn.binhdang.execution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;

/** The days that an agency has entered for itself: on which it rests or works otherwise than the public holidays say. */
@Component
public class AgencyDays {
    private final JdbcClient jdbc;

    AgencyDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record OwnDay(LocalDate day, boolean rest, String name) {}

    /** @param until the day after the last */
    public Map<LocalDate, OwnDay> between(UnitId agency, LocalDate from, LocalDate until) {
        var days = new HashMap<LocalDate, OwnDay>();
        jdbc.sql("""
            select day, rest, name from urging_day where agency_id = :agency and day >= :from and day < :until
            """)
                .param("agency", agency.value())
                .param("from", from)
                .param("until", until)
                .query(OwnDay.class)
                .list()
                .forEach(day -> days.put(day.day(), day));
        return days;
    }
}
