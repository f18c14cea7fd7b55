package vn.binhdang.document;

import java.util.Collection;
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

    /** How many of those the actor may see stand in each state; a state without documents is left out. */
    public Map<DocumentState, Integer> counts(Actor actor, Collection<DocumentState> states) {
        var counts = new EnumMap<DocumentState, Integer>(DocumentState.class);
        if (states.isEmpty()) return counts;
        jdbc.sql("select d.state, count(*) as number from outgoing_document d where d.state in (:states) and"
                        + OutgoingDocuments.VISIBLE + "group by d.state")
                .params(OutgoingDocuments.visibleTo(actor))
                .param("states", names(states))
                .query(rs -> {
                    counts.put(DocumentState.valueOf(rs.getString("state")), rs.getInt("number"));
                });
        return counts;
    }

    /** Those of each state that changed last, the latest first. */
    public List<OutgoingDocument> latest(Actor actor, Collection<DocumentState> states, int ofEach) {
        if (states.isEmpty()) return List.of();
        return jdbc.sql("""
            select d.*
            from  (select d.*, row_number() over (partition by d.state order by d.changed_at desc, d.id desc) as place
                   from   outgoing_document d
                   where  d.state in (:states) and %s) d
            where  d.place <= :ofEach
            order  by d.changed_at desc, d.id desc
            """.formatted(OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("states", names(states))
                .param("ofEach", ofEach)
                .query(OutgoingDocuments.ROW)
                .list();
    }

    private static List<String> names(Collection<DocumentState> states) {
        return states.stream().map(Enum::name).toList();
    }
}
