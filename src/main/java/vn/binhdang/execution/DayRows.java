package vn.binhdang.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows with a day, as a {@link DaySource} answers for them. The query of the rows gives {@code id}, {@code day} and
 * {@code closed}; the days that are asked for are applied to it here and reach its index.
 */
public final class DayRows {
    private final JdbcClient jdbc;
    private final String rows;
    private final Map<String, ?> parameters;

    public DayRows(JdbcClient jdbc, String rows, Map<String, ?> parameters) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.parameters = parameters;
    }

    /** Makes an item of a row. */
    public interface Reader {
        DayItem read(ResultSet row) throws SQLException;
    }

    /**
     * The first rows of each day, all of them counted.
     * @param details a query over {@code shown}, which has only the rows that are shown; it passes on {@code day},
     *     {@code all_of_day} and {@code closed_of_day}
     */
    public DaySource.Found days(DayQuestion asked, String details, Reader reader) {
        var tallies = new LinkedHashMap<LocalDate, DayTally>();
        var items = jdbc.sql("""
            with rows as (%s),
            placed as (select r.*, row_number() over (partition by day order by closed, id) as place,
                              count(*) over (partition by day) as all_of_day,
                              count(*) filter (where closed) over (partition by day) as closed_of_day
                       from   rows r
                       where  day >= :from and day < :until),
            shown as (select * from placed where place <= :most)
            %s
            """.formatted(rows, details))
                .params(parameters)
                .params(span(asked))
                .param("most", asked.most())
                .query((rs, i) -> {
                    var day = rs.getObject("day", LocalDate.class);
                    int all = rs.getInt("all_of_day");
                    int closed = rs.getInt("closed_of_day");
                    int late = day.isBefore(asked.today()) ? all - closed : 0;
                    tallies.putIfAbsent(day, new DayTally(day, all, late, closed));
                    return reader.read(rs);
                })
                .list();
        return new DaySource.Found(items, List.copyOf(tallies.values()));
    }

    public List<DayTally> months(DayQuestion asked) {
        return jdbc.sql("""
            with rows as (%s)
            select cast(date_trunc('month', day) as date) as day, count(*) as "all",
                   count(*) filter (where not closed and day < :today) as late,
                   count(*) filter (where closed) as closed
            from   rows
            where  day >= :from and day < :until
            group  by 1
            """.formatted(rows))
                .params(parameters)
                .params(span(asked))
                .param("today", asked.today())
                .query(DayTally.class)
                .list();
    }

    private static Map<String, Object> span(DayQuestion asked) {
        return Map.of("from", asked.from(), "until", asked.until());
    }
}
