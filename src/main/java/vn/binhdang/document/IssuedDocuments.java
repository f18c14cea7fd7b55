package vn.binhdang.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;

/** What an agency sent out in a span of days, from its register. */
@Component
public class IssuedDocuments {
    /** The same as {@link #between} for a statement that asks for more: JSON of the list, for an agency and two days. */
    public static final String JSON = """
        (select coalesce(json_agg(json_build_object(
                    'id', d.id, 'type', coalesce(d.head ->> 'documentType', ''),
                    'numberAndSymbol', printed_number(d.number) || '/' || d.symbol, 'issuedOn', d.issued_on,
                    'subject', d.subject) order by d.issued_on, d.number, d.id), '[]')
         from   outgoing_document d
         where  d.agency_id = %s and d.state in ('ISSUED', 'SUPERSEDED') and d.issued_on >= %s and d.issued_on < %s)\
        """;

    private final JdbcClient jdbc;

    IssuedDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param type as printed ("Kế hoạch"); empty when the document names none
     * @param numberAndSymbol "05/KH-SKHCN"
     */
    public record IssuedDocument(UUID id, String type, String numberAndSymbol, LocalDate issuedOn, String subject) {}

    /**
     * In the order of the register. What was taken back later is left out; what was replaced was in force in its time.
     * @param until the day after the last
     */
    public List<IssuedDocument> between(Actor actor, LocalDate from, LocalDate until) {
        return jdbc.sql("""
            select d.id, coalesce(d.head ->> 'documentType', '') as type, d.number, d.symbol, d.issued_on, d.subject
            from   outgoing_document d
            where  d.agency_id = :agency and d.state in ('ISSUED', 'SUPERSEDED')
              and  d.issued_on >= :from and d.issued_on < :until
            order  by d.issued_on, d.number, d.id
            """)
                .param("agency", actor.agency().value())
                .param("from", from)
                .param("until", until)
                .query((rs, i) -> new IssuedDocument(
                        rs.getObject("id", UUID.class),
                        rs.getString("type"),
                        "%02d/%s".formatted(rs.getInt("number"), rs.getString("symbol")),
                        rs.getObject("issued_on", LocalDate.class),
                        rs.getString("subject")))
                .list();
    }
}
