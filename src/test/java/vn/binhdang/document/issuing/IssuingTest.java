package vn.binhdang.document.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.document.approval.Companions;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.document.approval.SigningPowers;
import vn.binhdang.document.approval.Steps;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.testing.Pages;

@PaperTest
class IssuingTest {
    static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    SamplePapers papers;

    @Autowired
    Issuing issuing;

    @Autowired
    DocumentFiles documentFiles;

    @Autowired
    Steps steps;

    @Autowired
    Printables printables;

    @Autowired
    Companions companions;

    @Autowired
    SigningPowers powers;

    @Autowired
    NumberSeries numbers;

    @Autowired
    Files files;

    @Autowired
    OutgoingDocuments documents;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Pages pages;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void issuing_gives_the_next_number_the_day_and_the_files() throws IOException {
        var id = papers.approved("về việc cử người tập huấn");
        int expected = next();

        int number = issuing.issue(papers.clerk(), id, TODAY);

        assertThat(number).isEqualTo(expected);
        var issued = papers.find(id);
        assertThat(issued.state()).isEqualTo(DocumentState.ISSUED);
        assertThat(issued.numberAndSymbol()).isEqualTo("%02d/SKHCN-VP".formatted(number));
        assertThat(issued.issuedOn()).isEqualTo(TODAY);
        assertThat(textOf(id)).contains("Số: %02d/SKHCN-VP".formatted(number), "KT. GIÁM ĐỐC", "Vũ Quang Thắng");
        assertThat(documentFiles.docx(papers.clerk(), id).originalName())
                .isEqualTo("%02d-SKHCN-VP.docx".formatted(number));
        assertThat(documents.content(papers.clerk(), id).number()).isEqualTo("%02d".formatted(number));
    }

    @Test
    void the_step_and_the_audit_row_are_written_with_it() {
        var id = issued("về việc ghi nhật ký");
        assertThat(steps.of(id))
                .extracting(step -> step.to().name())
                .containsExactly("DRAFT", "SUBMITTED", "APPROVED", "ISSUED");
        assertThat(audit.historyOf(papers.clerk().agency(), id.value()))
                .extracting(AuditTrail.Deed::action)
                .containsExactly("document.create", "document.submit", "document.approve", "document.issue");
    }

    @Test
    void of_many_who_press_at_once_one_issues_and_the_others_are_told() throws Exception {
        var id = papers.approved("về việc bấm nhiều lần");
        int expected = next();
        var clerk = papers.clerk();
        var outcomes = new ArrayList<String>();
        try (var clerks = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> presses = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(_ -> () -> issuing.issue(clerk, id, TODAY))
                    .toList();
            for (var press : clerks.invokeAll(presses)) {
                try {
                    outcomes.add("number " + press.get());
                } catch (ExecutionException e) {
                    outcomes.add(e.getCause() instanceof Refused refused ? refused.messageKey() : e.toString());
                }
            }
        }
        assertThat(outcomes).containsOnlyOnce("number " + expected);
        assertThat(outcomes.stream().filter("document.approval.stands.issued"::equals))
                .hasSize(5);
        assertThat(next()).isEqualTo(expected + 1);
    }

    @Test
    void many_documents_issued_at_once_get_numbers_without_a_gap() throws Exception {
        var ids = IntStream.range(0, 16)
                .mapToObj(i -> papers.approved("về việc thứ " + i))
                .toList();
        int first = next();
        var clerk = papers.clerk();
        var given = new ArrayList<Integer>();
        try (var clerks = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> presses = ids.stream()
                    .<Callable<Integer>>map(id -> () -> inOneTransaction(issuing(new StubTypesetter()), id))
                    .toList();
            for (var press : clerks.invokeAll(presses)) given.add(press.get());
        }
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(first, first + 16).boxed().toList());
    }

    @Test
    void nothing_is_issued_when_a_file_cannot_be_made() {
        var id = papers.approved("về việc máy in hỏng");
        int expected = next();
        long filesBefore = count("select count(*) from stored_file");
        var failing = new StubTypesetter() {
            @Override
            public byte[] pdf(AdministrativeDocument document) {
                throw new IllegalStateException("no fonts");
            }
        };

        assertThatThrownBy(() -> inOneTransaction(issuing(failing), id)).hasMessage("no fonts");

        assertThat(papers.find(id).state()).isEqualTo(DocumentState.APPROVED);
        assertThat(papers.find(id).number()).isNull();
        assertThat(next()).isEqualTo(expected);
        assertThat(count("select count(*) from stored_file")).isEqualTo(filesBefore);
        assertThat(steps.of(id)).extracting(step -> step.to().name()).doesNotContain("ISSUED");
    }

    @Test
    void who_listens_hears_of_the_document_once() {
        var heard = new ArrayList<Object>();
        var id = papers.approved("về việc báo tin");
        var telling = new Issuing(
                steps, printables, powers, numbers, new StubTypesetter(), companions, files, jdbc, heard::add, clock);
        inOneTransaction(telling, id);
        assertThat(heard)
                .containsExactly(new DocumentIssued(id.value(), papers.find(id).kind(), TODAY));
    }

    @Test
    void a_back_dated_number_would_break_the_order_of_time() {
        issued("về việc số trước");
        var id = papers.approved("về việc ghi lùi ngày");
        approvedOn(id, TODAY.minusDays(5));
        refused("document.issue.beforeLast", id, TODAY.minusDays(1));
        refused("document.issue.beforeApproval", id, TODAY.minusDays(6));
        refused("document.issue.future", id, TODAY.plusDays(1));
    }

    @Test
    void a_signer_who_left_the_office_before_the_day_of_issue_stops_it() {
        var id = papers.approved("về việc người ký đã chuyển công tác");
        var deputy = pages.actor("phogiamdoc").person();
        papers.endOffice(deputy.value());
        try {
            refused("document.signing.cannot.kt", id, TODAY);
        } finally {
            jdbc.sql("update office_held set valid_to = null where person_id = :person")
                    .param("person", deputy.value())
                    .update();
        }
    }

    @Test
    void only_the_text_that_was_approved_is_issued() {
        var id = papers.approved("về việc nội dung bị đổi");
        jdbc.sql("update outgoing_document set approved_content = repeat('0', 64) where id = :id")
                .param("id", id.value())
                .update();
        refused("document.issue.notAsApproved", id, TODAY);
    }

    @Test
    void the_same_number_and_symbol_are_not_given_twice_in_a_year() {
        // A separate series begun in the middle of the year would print 01 again under the same symbol.
        while (next() == 1) issued("về việc mở sổ");
        jdbc.sql("insert into number_series_rule values (:agency, 'Công văn', 'CV', 'QĐ số 4', :from, :to)")
                .param("agency", papers.clerk().agency().value())
                .param("from", TODAY)
                .param("to", TODAY.plusDays(1))
                .update();
        try {
            refused("document.issue.duplicate", papers.approved("về việc trùng số"), TODAY);
        } finally {
            jdbc.sql("delete from number_series_rule").update();
        }
    }

    @Test
    void the_head_does_not_issue_and_another_agency_finds_nothing() {
        var id = papers.approved("về việc thẩm quyền");
        assertThatThrownBy(() -> issuing.issue(pages.actor("giamdoc"), id, TODAY))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> issuing.issue(papers.clerk(), SamplePapers.absent(), TODAY))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void what_is_not_approved_is_not_issued() {
        refused("document.approval.stands.submitted", papers.submitted("về việc chưa duyệt"), TODAY);
        refused("document.approval.stands.draft", papers.draft("về việc còn dự thảo"), TODAY);
    }

    private DocumentId issued(String subject) {
        var id = papers.approved(subject);
        issuing.issue(papers.clerk(), id, TODAY);
        return id;
    }

    private int next() {
        return numbers.offered(papers.clerk().agency(), null, TODAY).number();
    }

    private void approvedOn(DocumentId id, LocalDate day) {
        jdbc.sql("update outgoing_document set approved_on = :day where id = :id")
                .param("day", day)
                .param("id", id.value())
                .update();
    }

    private void refused(String key, DocumentId id, LocalDate day) {
        assertThatThrownBy(() -> issuing.issue(papers.clerk(), id, day))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
        assertThat(papers.find(id).number()).isNull();
    }

    private Issuing issuing(Typesetter typesetter) {
        return new Issuing(steps, printables, powers, numbers, typesetter, companions, files, jdbc, _ -> {}, clock);
    }

    private int inOneTransaction(Issuing issuing, DocumentId id) {
        Integer number = new TransactionTemplate(transactions).execute(_ -> issuing.issue(papers.clerk(), id, TODAY));
        return number == null ? 0 : number;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private String textOf(DocumentId id) throws IOException {
        try (var in = documentFiles.open(documentFiles.pdf(papers.clerk(), id));
                var pdf = Loader.loadPDF(in.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static class StubTypesetter implements Typesetter {
        @Override
        public byte[] docx(AdministrativeDocument document) {
            return new byte[] {1};
        }

        @Override
        public byte[] pdf(AdministrativeDocument document) {
            return new byte[] {2};
        }
    }
}
