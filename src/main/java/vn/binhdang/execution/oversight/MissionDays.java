package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.DayItem;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.execution.DayRows;
import vn.binhdang.execution.DaySource;
import vn.binhdang.execution.DayTally;
import vn.binhdang.execution.OversightCover;
import vn.binhdang.kernel.Actor;

/**
 * First and last days of inspections, checks and supervisions, to whoever sees the mission today: one of a month would
 * otherwise fill every day of it.
 */
@Component
class MissionDays implements DaySource {
    private final JdbcClient jdbc;

    MissionDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found days(Actor actor, DayQuestion asked) {
        if (asked.plan() != null) return Found.NOTHING;
        return rows(actor, asked).days(asked, """
            select h.id, h.day, h.begins, h.all_of_day, h.closed_of_day, r.subject, r.version, r.created_at
            from   shown h join oversight_mission r on r.id = h.id
            order  by h.day, h.place
            """, row -> {
            var day = row.getObject("day", LocalDate.class);
            var id = row.getObject("id", UUID.class);
            return new DayItem(
                    id,
                    row.getBoolean("begins")
                            ? "execution.calendar.kind.missionBegins"
                            : "execution.calendar.kind.missionEnds",
                    "/oversight/missions/" + id,
                    row.getString("subject"),
                    false,
                    day,
                    day.isBefore(asked.today()) ? DayItem.Standing.DONE : DayItem.Standing.TO_COME,
                    row.getInt("version"),
                    row.getObject("created_at", OffsetDateTime.class));
        });
    }

    @Override
    public List<DayTally> months(Actor actor, DayQuestion asked) {
        return asked.plan() == null ? rows(actor, asked).months(asked) : List.of();
    }

    private DayRows rows(Actor actor, DayQuestion asked) {
        var values = OversightCover.visibleTo(actor, asked.today());
        String only = "";
        if (asked.unit() != null) {
            only = " and exists (select 1 from oversight_visit w where w.mission_id = r.id and w.unit_id = :unit"
                    + " and w.cancelled_at is null)";
            values.put("unit", asked.unit().value());
        }
        if (asked.whose() == Whose.MINE)
            only = " and exists (select 1 from oversight_member m where m.mission_id = r.id and m.person_id = :person"
                    + " and m.end_reason is null)";
        return new DayRows(jdbc, """
            select r.id, e.day, e.begins, e.day < :today as closed
            from   oversight_mission r
            cross  join lateral (values (r.from_day, true), (r.to_day - 1, false)) e (day, begins)
            where  r.cancelled_at is null and r.from_day < :until and r.to_day > :from%s and %s
            """.formatted(only, OversightCover.MISSION_VISIBLE), values);
    }
}
