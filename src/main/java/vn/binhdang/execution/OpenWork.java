package vn.binhdang.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.WorkSource.Question;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/** Asks all sources of work in one statement. */
@Component
public class OpenWork {
    private static final String ONE =
            "select %d as source, w.* from (%s) w (what, key, title, due_on, unit_id, counted)";

    private final List<WorkSource> sources;
    private final JdbcClient jdbc;

    OpenWork(List<WorkSource> sources, JdbcClient jdbc) {
        this.sources = sources;
        this.jdbc = jdbc;
    }

    /** What waits for this person on that day, of each source that has something a list, the most pressing first. */
    public List<List<WorkItem>> of(Actor actor, LocalDate day) {
        var questions = new ArrayList<Question>();
        for (var source : sources) {
            var question = source.open(actor, day);
            if (question != null) questions.add(question);
        }
        if (questions.isEmpty()) return List.of();
        var found = new TreeMap<Integer, List<WorkItem>>();
        jdbc.sql(IntStream.range(0, questions.size())
                        .mapToObj(i -> ONE.formatted(i, questions.get(i).sql()))
                        .collect(Collectors.joining(" union all ")))
                .params(values(questions))
                .query(rs -> {
                    int source = rs.getInt("source");
                    found.computeIfAbsent(source, none -> new ArrayList<>())
                            .add(questions.get(source).item().apply(row(rs)));
                });
        return List.copyOf(found.values());
    }

    private static HashMap<String, Object> values(List<Question> questions) {
        var values = new HashMap<String, Object>();
        values.put("most", WorkSource.MOST + 1);
        for (var question : questions)
            question.values().forEach((name, value) -> {
                var other = values.put(name, value);
                if (other != null && !Objects.deepEquals(other, value))
                    throw new IllegalStateException("two sources of work mean different things by " + name);
            });
        return values;
    }

    private static WorkSource.Row row(ResultSet rs) throws SQLException {
        return new WorkSource.Row(
                rs.getString("what"),
                rs.getString("key"),
                rs.getString("title"),
                rs.getObject("due_on", LocalDate.class),
                new UnitId(rs.getObject("unit_id", UUID.class)),
                rs.getInt("counted"));
    }
}
