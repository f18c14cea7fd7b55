package vn.binhdang.document.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;

/** What the database refuses whatever the program does. */
@PaperTest
class FrozenTest {
    @Autowired
    SamplePapers papers;

    @Autowired
    Issuing issuing;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update outgoing_document set head = jsonb_set(head, '{subjectLine}', '\"khác\"') where id = :id",
                "update outgoing_document set subject = 'khác' where id = :id",
                "update outgoing_document set number = number + 1 where id = :id",
                "update outgoing_document set issued_on = issued_on - 1 where id = :id",
                "update outgoing_document set issued_content = '{}' where id = :id",
                "update outgoing_document set pdf_file_id = docx_file_id where id = :id",
                "update outgoing_document set state = 'DRAFT', number = null, issued_on = null where id = :id",
                "delete from outgoing_document where id = :id",
                "update document_block set text = 'khác' where document_id = :id",
                "delete from document_block where document_id = :id",
                "insert into document_block select gen_random_uuid(), document_id, 9, 0, kind, number, text, rows,"
                        + " null, null, 1 from document_block where document_id = :id limit 1",
                "update document_step set reason = 'khác' where document_id = :id",
                "delete from document_step where document_id = :id"
            })
    void an_issued_document_is_not_changed_by_any_statement(String sql) {
        var id = papers.approved("về việc không sửa được");
        issuing.issue(papers.clerk(), id, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        String before = row(id);
        refused(sql, id);
        assertThat(row(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update outgoing_document set head = jsonb_set(head, '{subjectLine}', '\"khác\"') where id = :id",
                "update document_block set text = 'khác' where document_id = :id",
                "delete from document_block where document_id = :id"
            })
    void the_words_do_not_change_while_the_head_has_them(String sql) {
        refused(sql, papers.submitted("về việc đang trình"));
        refused(sql, papers.approved("về việc đã duyệt"));
    }

    @Test
    void a_draft_and_what_came_back_are_open() {
        var id = papers.draft("về việc còn soạn");
        assertThatCode(() -> run("update document_block set text = 'khác' where document_id = :id", id))
                .doesNotThrowAnyException();
    }

    private void refused(String sql, DocumentId id) {
        assertThatThrownBy(() -> run(sql, id)).isInstanceOf(DataIntegrityViolationException.class);
    }

    private void run(String sql, DocumentId id) {
        jdbc.sql(sql).param("id", id.value()).update();
    }

    private String row(DocumentId id) {
        return papers.value("""
            select (select to_jsonb(d) from outgoing_document d where d.id = :id)::text
                || (select jsonb_agg(to_jsonb(b) order by b.part, b.position) from document_block b where b.document_id = :id)::text
            """, id, String.class);
    }
}
