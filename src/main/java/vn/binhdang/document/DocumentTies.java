package vn.binhdang.document;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;

/** How outgoing documents of an agency hang together: which one corrects, replaces, takes back or cites which. */
@Component
public class DocumentTies {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    DocumentTies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Issued documents by number and symbol ("05/KH-SKHCN"), of every year. */
    public List<OutgoingDocument> numbered(Actor actor, Collection<String> numbersAndSymbols) {
        if (numbersAndSymbols.isEmpty()) return List.of();
        return jdbc.sql("select d.* from outgoing_document d where d.number is not null"
                        + " and upper(printed_number(d.number) || '/' || d.symbol) in (:numbers) and "
                        + OutgoingDocuments.VISIBLE + " order by d.issued_on, d.id")
                .params(OutgoingDocuments.visibleTo(actor))
                .param(
                        "numbers",
                        numbersAndSymbols.stream()
                                .map(number -> number.toUpperCase(Locale.ROOT))
                                .toList())
                .query(OutgoingDocuments.ROW)
                .list();
    }

    /** Those that correct, replace, amend or take back one of some documents, oldest first; drafts too. */
    public List<OutgoingDocument> concerning(Actor actor, Collection<DocumentId> documents) {
        if (documents.isEmpty()) return List.of();
        return jdbc.sql("select d.* from outgoing_document d where d.concerns_id in (:ids) and "
                        + OutgoingDocuments.VISIBLE + " order by d.id")
                .params(OutgoingDocuments.visibleTo(actor))
                .param("ids", documents.stream().map(DocumentId::value).toList())
                .query(OutgoingDocuments.ROW)
                .list();
    }

    /** Those that name a document among their bases, newest first, not more than {@value #MOST}. */
    public List<OutgoingDocument> citing(Actor actor, OutgoingDocument document) {
        if (document.number() == null) return List.of();
        return jdbc.sql("""
            select d.* from outgoing_document d
            where  d.head -> 'legalBases' @> jsonb_build_array(jsonb_build_object('number', cast(:number as text),
                                                                                  'date', cast(:day as text)))
            and    %s
            order  by d.id desc limit :most
            """.formatted(OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("number", document.numberAndSymbol())
                .param("day", String.valueOf(document.issuedOn()))
                .param("most", MOST)
                .query(OutgoingDocuments.ROW)
                .list();
    }
}
