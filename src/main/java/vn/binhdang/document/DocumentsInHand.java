package vn.binhdang.document;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;

/** Documents that wait for somebody: for the office to go on writing or to issue, for the head to decide. */
@Component
public class DocumentsInHand {
    private final JdbcClient jdbc;

    DocumentsInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param counts how many stand in each state; a state without documents is left out
     * @param latest those of each state that changed last, the latest first
     */
    public record InHand(Map<DocumentState, Integer> counts, List<OutgoingDocument> latest) {}

    /**
     * Of those the actor may see.
     * @param most how many of each state
     */
    public InHand latest(Actor actor, Map<DocumentState, Integer> most) {
        var counts = new EnumMap<DocumentState, Integer>(DocumentState.class);
        if (most.isEmpty()) return new InHand(counts, List.of());
        var states = List.copyOf(most.keySet());
        var latest = jdbc.sql("""
            select d.*, f.of_state
            from  (select d.id, d.state, count(*) over (partition by d.state) as of_state,
                          row_number() over (partition by d.state order by d.changed_at desc, d.id desc) as place
                   from   outgoing_document d
                   where  d.state = any (:states) and %s) f
            join   outgoing_document d on d.id = f.id
            where  f.place <= (cast(:most as int[]))[array_position(:states, f.state)]
            order  by d.changed_at desc, d.id desc
            """.formatted(OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("most", states.stream().map(most::get).toArray(Integer[]::new))
                .query((rs, i) -> {
                    counts.put(DocumentState.valueOf(rs.getString("state")), rs.getInt("of_state"));
                    return OutgoingDocuments.ROW.mapRow(rs, i);
                })
                .list();
        return new InHand(counts, latest);
    }
}
