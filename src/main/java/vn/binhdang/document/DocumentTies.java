package vn.binhdang.document;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /**
     * Issued documents by number and symbol, and what became of them.
     * @param later those that correct, replace, amend or take back one that is no longer in force, oldest first
     */
    public record Numbered(List<OutgoingDocument> documents, List<OutgoingDocument> later) {}

    /** @param numbersAndSymbols "05/KH-SKHCN", of every year */
    public Numbered numbered(Actor actor, Collection<String> numbersAndSymbols) {
        if (numbersAndSymbols.isEmpty()) return new Numbered(List.of(), List.of());
        var named = new ArrayList<OutgoingDocument>();
        var later = new ArrayList<OutgoingDocument>();
        jdbc.sql("""
            with named as (
                select d.id, d.state from outgoing_document d
                where  d.number is not null and upper(printed_number(d.number) || '/' || d.symbol) in (:numbers) and %1$s)
            select d.*, d.id in (select id from named) as is_named,
                   d.concerns_id in (select id from named where state <> 'ISSUED') as is_later
            from   outgoing_document d
            where  d.id in (select id from named
                            union select l.id from named n join outgoing_document l on l.concerns_id = n.id
                                  where n.state <> 'ISSUED')
            and    %1$s
            order  by d.id
            """.formatted(OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param(
                        "numbers",
                        numbersAndSymbols.stream()
                                .map(number -> number.toUpperCase(Locale.ROOT))
                                .toList())
                .query(rs -> {
                    var document = Objects.requireNonNull(OutgoingDocuments.ROW.mapRow(rs, 0));
                    if (rs.getBoolean("is_named")) named.add(document);
                    if (rs.getBoolean("is_later")) later.add(document);
                });
        return new Numbered(named, later);
    }

    /** The one that a document corrects, replaces, amends or takes back, and those that do so to it, oldest first; drafts too. */
    public List<OutgoingDocument> around(Actor actor, OutgoingDocument document) {
        return jdbc.sql("""
            select d.* from outgoing_document d
            where  (d.concerns_id = :id or d.id = :concerns) and %s
            order  by d.id
            """.formatted(OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("id", document.id().value())
                .param(
                        "concerns",
                        document.concernsId() == null
                                ? null
                                : document.concernsId().value(),
                        Types.OTHER)
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
