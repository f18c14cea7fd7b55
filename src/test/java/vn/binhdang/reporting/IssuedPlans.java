package vn.binhdang.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.Signature;
import vn.binhdang.document.approval.Approvals;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.document.approval.SigningCapacity;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.Pages;

/** A plan of the sample department with three tasks, issued today, and what its units report. */
@TestComponent
public class IssuedPlans {
    private final Plans plans;
    private final OutgoingDocuments documents;
    private final Approvals approvals;
    private final Printables printables;
    private final Issuing issuing;
    private final Pages pages;
    private final JdbcClient jdbc;
    private final Clock clock;

    IssuedPlans(
            Plans plans,
            OutgoingDocuments documents,
            Approvals approvals,
            Printables printables,
            Issuing issuing,
            Pages pages,
            JdbcClient jdbc,
            Clock clock) {
        this.plans = plans;
        this.documents = documents;
        this.approvals = approvals;
        this.printables = printables;
        this.issuing = issuing;
        this.pages = pages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public LocalDate today() {
        return Today.of(clock).day();
    }

    public PlanId draft() {
        return plans.create(clerk(), plan(), today().getYear(), null, null);
    }

    public PlanId issued() {
        var id = draft();
        issue(id.document());
        return id;
    }

    /** Brings any draft through approval to issue. */
    public void issue(DocumentId id) {
        var deputy = pages.actor("phogiamdoc");
        approvals.submit(clerk(), id, mark(id), true);
        approvals.approve(deputy, id, mark(id), deputy.person(), SigningCapacity.KT);
        issuing.issue(clerk(), id, today());
    }

    private String mark(DocumentId id) {
        return printables.of(clerk(), documents.find(clerk(), id)).mark();
    }

    public Actor clerk() {
        return pages.actor("vanthu");
    }

    public PlanTask task(PlanId id, int position) {
        return plans.tasksOf(plans.find(clerk(), id)).get(position);
    }

    /** As the lead unit reports it, at this moment. */
    public void report(PlanTask task, int no, String state, @Nullable LocalDate doneOn, String words) {
        jdbc.sql("""
            insert into task_progress (id, task_id, plan_id, no, state, share_done, words, unit_id, reported_by, reported_at, done_on)
            values (:id, :task, :plan, :no, :state, null, :words, :unit, :by, :at, :doneOn)
            """)
                .param("id", Uuid7.create())
                .param("task", task.id().value())
                .param("plan", task.plan().value())
                .param("no", no)
                .param("state", state)
                .param("words", words)
                .param("unit", clerk().unit().value())
                .param("by", clerk().account().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), Today.ZONE))
                .param("doneOn", doneOn)
                .update();
    }

    public void evidence(PlanTask task, String title) {
        jdbc.sql("""
            insert into task_evidence (id, task_id, plan_id, file_id, title, unit_id, added_by, added_at)
            values (:id, :task, :plan, :file, :title, :unit, :by, :at)
            """)
                .param("id", Uuid7.create())
                .param("task", task.id().value())
                .param("plan", task.plan().value())
                .param("file", UUID.randomUUID())
                .param("title", title)
                .param("unit", clerk().unit().value())
                .param("by", clerk().account().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), Today.ZONE))
                .update();
    }

    private AdministrativeDocument plan() {
        var first = today().plusMonths(1);
        return new AdministrativeDocument(
                "Kế hoạch",
                "Sở Khoa học và Công nghệ",
                "Ủy ban nhân dân tỉnh Hoa Giang",
                null,
                "KH-SKHCN",
                "Hoa Giang",
                null,
                "Thực hiện công tác bình đẳng giới năm " + today().getYear(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Block(Block.Kind.SECTION, "I.", "NỘI DUNG THỰC HIỆN", List.of(), null),
                        new Block(Block.Kind.ITEM, "1.", "Phổ biến Luật Bình đẳng giới.", List.of(), null),
                        new Block(Block.Kind.ITEM, "2.", "Tổ chức truyền thông.", List.of(), null),
                        new Block(Block.Kind.ITEM, "3.", "Kiểm tra việc thực hiện.", List.of(), null),
                        Block.paragraph("Phân công tại Phụ lục kèm theo./.")),
                List.of(
                        task("I.1", "Phổ biến Luật Bình đẳng giới.", first),
                        task("I.2", "Tổ chức truyền thông về bình đẳng giới.", first),
                        task("I.3", "Kiểm tra việc thực hiện.", first)),
                List.of(),
                List.of("Sở Lao động - Thương binh và Xã hội", "Lãnh đạo Sở", "Lưu: VT, VP"),
                new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Vũ Quang Thắng"),
                List.of(),
                List.of());
    }

    private static DocumentTask task(String number, String text, LocalDate due) {
        return new DocumentTask(number, text, List.of("Văn phòng"), List.of(), null, due, null, null, "báo cáo", null);
    }
}
