package vn.binhdang.document.drafting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentId;

/** The head of a document in the database. Read and stored within {@link Drafts#open}. */
@Component
class HeadRows {
    private final JdbcClient jdbc;

    HeadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DraftHead of(DocumentId document) {
        return new DraftHead(jdbc.sql("select cast(head as text) from outgoing_document where id = :id")
                .param("id", document.value())
                .query(String.class)
                .single());
    }

    /** The subject stands in a column too, for lists. */
    void store(DocumentId document, DraftHead head) {
        jdbc.sql("""
            update outgoing_document
            set    head = cast(:head as jsonb), subject = :subject, version = version + 1
            where  id = :id
            """)
                .param("head", head.json())
                .param("subject", head.text(HeadField.SUBJECT))
                .param("id", document.value())
                .update();
    }
}
