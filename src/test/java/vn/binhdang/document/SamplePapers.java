package vn.binhdang.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.approval.Approvals;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.document.approval.SigningCapacity;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.Pages;

/** Invented documents of the sample department, brought as far as a test needs them. */
@TestComponent
public class SamplePapers {
    private static final Signature DEPUTY = new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Vũ Quang Thắng");

    private final OutgoingDocuments documents;
    private final Approvals approvals;
    private final Printables printables;
    private final Plans plans;
    private final Pages pages;
    private final JdbcClient jdbc;

    SamplePapers(
            OutgoingDocuments documents,
            Approvals approvals,
            Printables printables,
            Plans plans,
            Pages pages,
            JdbcClient jdbc) {
        this.plans = plans;
        this.documents = documents;
        this.approvals = approvals;
        this.printables = printables;
        this.pages = pages;
        this.jdbc = jdbc;
    }

    /** A letter that stands alone: no module keeps anything beside its words. */
    public DocumentId draft(String subject) {
        return draft(subject, DEPUTY);
    }

    public DocumentId draft(String subject, @Nullable Signature signature) {
        return documents.create(clerk(), DocumentKind.ERRATUM, letter(subject, signature), 2026, null);
    }

    /** A plan with one complete task. */
    public DocumentId plan(String subject) {
        var letter = letter(subject, DEPUTY);
        var task = new DocumentTask(
                "1",
                "Cử người tham gia buổi tập huấn.",
                List.of("Văn phòng"),
                List.of(),
                null,
                LocalDate.of(2026, 6, 30),
                null,
                null,
                "Danh sách người tham gia",
                null);
        var content = new AdministrativeDocument(
                "Kế hoạch",
                letter.issuingAgency(),
                letter.parentAgency(),
                null,
                "KH-SKHCN",
                letter.place(),
                letter.date(),
                subject,
                List.of(),
                List.of(),
                List.of(),
                letter.body(),
                List.of(task),
                List.of(),
                letter.recipients(),
                DEPUTY,
                List.of(),
                List.of());
        var id = plans.create(clerk(), content, 2026, null, null).document();
        jdbc.sql("update plan set print_assignments = false where id = :id")
                .param("id", id.value())
                .update();
        return id;
    }

    public DocumentId submitted(String subject) {
        var id = draft(subject);
        submit(id);
        return id;
    }

    public DocumentId approved(String subject) {
        var id = submitted(subject);
        approve(id);
        return id;
    }

    public void submit(DocumentId id) {
        approvals.submit(clerk(), id, mark(id), true);
    }

    /** By the deputy whom the drafts name. */
    public void approve(DocumentId id) {
        var deputy = pages.actor("phogiamdoc");
        approvals.approve(deputy, id, mark(id), deputy.person(), SigningCapacity.KT);
    }

    /** Of the text as it stands now. */
    public String mark(DocumentId id) {
        return printables.of(clerk(), documents.find(clerk(), id)).mark();
    }

    public OutgoingDocument find(DocumentId id) {
        return documents.find(clerk(), id);
    }

    public Actor clerk() {
        return pages.actor("vanthu");
    }

    /** Moves somebody who can sign in to another agency, made for the purpose. */
    public void moveToAnotherAgency(String username) {
        var agency = UnitId.create();
        jdbc.sql("insert into unit (id, valid_from) values (:id, date '2020-01-01')")
                .param("id", agency.value())
                .update();
        jdbc.sql("insert into unit_name (unit_id, kind, name, valid_from) values (:id, 'DEPARTMENT', 'Sở Tư pháp',"
                        + " date '2020-01-01')")
                .param("id", agency.value())
                .update();
        jdbc.sql("""
            update role_grant set agency_id = :agency, unit_id = :agency, scope_id = :agency
            where  account_id = (select id from account where username = :name)
            """).param("agency", agency.value()).param("name", username).update();
    }

    public <T> T value(String sql, DocumentId id, Class<T> type) {
        return jdbc.sql(sql).param("id", id.value()).query(type).single();
    }

    /** Ends an office today, as when its holder leaves. */
    public void endOffice(UUID person) {
        jdbc.sql("update office_held set valid_to = current_date where person_id = :person")
                .param("person", person)
                .update();
    }

    static AdministrativeDocument letter(String subject, @Nullable Signature signature) {
        return new AdministrativeDocument(
                "Công văn",
                "Sở Khoa học và Công nghệ",
                "Ủy ban nhân dân tỉnh Hoa Giang",
                null,
                "SKHCN-VP",
                "Hoa Giang",
                new PartialDate(2026, 4, null),
                subject,
                List.of("Các phòng, đơn vị thuộc Sở"),
                List.of(),
                List.of(),
                List.of(
                        Block.paragraph("Sở Khoa học và Công nghệ đề nghị các phòng, đơn vị thực hiện:"),
                        new Block(Block.Kind.ITEM, "1.", "Cử người tham gia buổi tập huấn.", List.of(), null),
                        new Block(Block.Kind.ITEM, "2.", "Gửi danh sách về Văn phòng.", List.of(), null)),
                List.of(),
                List.of(),
                List.of("Như trên", "Lưu: VT, VP"),
                signature,
                List.of(),
                List.of());
    }

    /** Names a document that is not there. */
    public static DocumentId absent() {
        return new DocumentId(Uuid7.create());
    }
}
