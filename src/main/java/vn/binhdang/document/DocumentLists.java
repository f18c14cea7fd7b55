package vn.binhdang.document;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.SearchWords;
import vn.binhdang.kernel.Uuid7;

/** Lists of the documents that somebody may see, page by page. */
@Component
public class DocumentLists {
    /**
     * Appended to a where clause about documents {@code d}, with {@link SearchWords#patterns} for {@code :words}: each word
     * occurs in subject, type, number and symbol or signer, without regard to case and diacritics.
     */
    public static final String HAS_WORDS = """
        d.folded like all (cast((select coalesce(array_agg(fold(word)), '{}') from unnest(cast(:words as text[])) word) as text[]))\
        """;

    private final JdbcClient jdbc;

    DocumentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DocumentList search(Actor actor, DocumentSearch search) {
        var found = jdbc.sql("""
            select d.*
            from   outgoing_document d
            left   join outgoing_document a on a.id = :after and a.agency_id = d.agency_id
            where  d.kind = :kind
            and    %s
            and    (cast(:year as int) is null or d.year = :year)
            and    (cast(:state as text) is null or d.state = :state)
            and    %s
            and    (cast(:after as uuid) is null or %s)
            order  by %s
            limit  :limit
            """.formatted(
                                HAS_WORDS, OutgoingDocuments.VISIBLE, follows(search.sort()), order(search.sort())))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("kind", search.kind().name())
                .param("words", SearchWords.patterns(search.words()))
                .param("year", search.year())
                .param("state", search.state() == null ? null : search.state().name())
                .param("after", search.after() == null ? null : Uuid7.parse(search.after()))
                .param("limit", search.size() + 1)
                .query(OutgoingDocuments.ROW)
                .list();
        boolean more = found.size() > search.size();
        var page = more ? found.subList(0, search.size()) : found;
        return new DocumentList(page, more ? page.getLast().id().toString() : null);
    }

    /** The years that have documents of a kind, newest first. */
    public List<Integer> years(Actor actor, DocumentKind kind) {
        return jdbc.sql("select distinct d.year from outgoing_document d where d.kind = :kind and"
                        + OutgoingDocuments.VISIBLE + "order by d.year desc")
                .params(OutgoingDocuments.visibleTo(actor))
                .param("kind", kind.name())
                .query(Integer.class)
                .list();
    }

    // The id closes each order, so that no two documents are equal in it and a page never skips or repeats one.
    private static String order(DocumentSearch.Sort sort) {
        return switch (sort) {
            case YEAR -> "d.year desc, d.id desc";
            case CHANGED -> "d.changed_at desc, d.id desc";
            case SUBJECT -> "d.subject collate vietnamese, d.id";
        };
    }

    private static String follows(DocumentSearch.Sort sort) {
        return switch (sort) {
            case YEAR -> "(d.year, d.id) < (a.year, a.id)";
            case CHANGED -> "(d.changed_at, d.id) < (a.changed_at, a.id)";
            case SUBJECT -> "(d.subject collate vietnamese, d.id) > (a.subject collate vietnamese, a.id)";
        };
    }
}
