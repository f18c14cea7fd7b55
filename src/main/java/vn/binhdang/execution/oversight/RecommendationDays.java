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
import vn.binhdang.kernel.Actor;

/** Days by which units are to have followed recommendations; they belong to units, to no person and to no plan. */
@Component
class RecommendationDays implements DaySource {
    private final JdbcClient jdbc;

    RecommendationDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found days(Actor actor, DayQuestion asked) {
        if (hasNone(asked)) return Found.NOTHING;
        return rows(actor, asked).days(asked, """
            select h.id, h.day, h.all_of_day, h.closed_of_day, c.text, c.state, c.version,
                   greatest(c.made_at, (select max(f.said_at) from oversight_follow_up f
                                        where f.recommendation_id = c.id)) as changed_at
            from   shown h join oversight_recommendation c on c.id = h.id
            order  by h.day, h.place
            """, row -> {
            var day = row.getObject("day", LocalDate.class);
            var id = row.getObject("id", UUID.class);
            boolean done = RecommendationState.valueOf(row.getString("state")) == RecommendationState.DONE;
            return new DayItem(
                    id,
                    "execution.calendar.kind.recommendation",
                    "/oversight/recommendations/" + id,
                    row.getString("text"),
                    false,
                    day,
                    done
                            ? DayItem.Standing.DONE
                            : day.isBefore(asked.today()) ? DayItem.Standing.LATE : DayItem.Standing.TO_COME,
                    row.getInt("version"),
                    row.getObject("changed_at", OffsetDateTime.class));
        });
    }

    @Override
    public List<DayTally> months(Actor actor, DayQuestion asked) {
        return hasNone(asked) ? List.of() : rows(actor, asked).months(asked);
    }

    private static boolean hasNone(DayQuestion asked) {
        return asked.plan() != null || asked.whose() == Whose.MINE;
    }

    private DayRows rows(Actor actor, DayQuestion asked) {
        var values = Recommendations.visibleTo(actor, asked.today());
        if (asked.unit() != null) values.put("unit", asked.unit().value());
        return new DayRows(
                jdbc,
                """
                select c.id, c.due_on as day, c.state = 'DONE' as closed
                %s
                where  c.state <> 'WITHDRAWN' and oversight_concluded_on(r, k.state, k.issued_on) is not null and r.cancelled_at is null%s and %s
                """.formatted(
                                Recommendations.FROM,
                                asked.unit() == null ? "" : " and c.unit_id = :unit",
                                Recommendations.VISIBLE),
                values);
    }
}
