package vn.binhdang.walk;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.access.Accounts;
import vn.binhdang.access.Keys;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.execution.initiative.InitiativeRecords;
import vn.binhdang.execution.oversight.OversightRecords;
import vn.binhdang.files.Files;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.reporting.IssuedPlans;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.disclosure.PublicationRecords;
import vn.binhdang.testing.Pages;

/**
 * Two agencies with one record of each kind, made through the product: the own one with the people who walk, and a foreign
 * one. A record of another unit lies in the own agency and belongs to a unit that a role for one unit does not reach.
 */
@TestComponent
public class WalkedRecords {
    /** The unit for which the walkers with a role for one unit hold it, and another one. */
    private static final String ONE_UNIT = "khtc";

    private static final String OTHER_UNIT = "qlkh";

    /** Somebody with every role and with things of their own; nobody else walks with this account. */
    static final String OWNER = "walks.owner";

    /** Records that forms name and that are there for {@link #OWNER} alone. */
    static final Set<String> OF_ONE_PERSON = Set.of("identity", "arriving file");

    static final String ISSUER = "https://sso.example.gov.vn";

    private final Pages pages;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SampleDepartment department;
    private final SamplePapers papers;
    private final IssuedPlans plans;
    private final OutgoingDocuments documents;
    private final Files files;
    private final ApplicationContext product;
    private final Map<String, String> own = new HashMap<>();
    private final Map<String, String> otherUnit = new HashMap<>();
    private final Map<String, String> foreign = new HashMap<>();
    private @Nullable OwnersThings ofOwner;

    WalkedRecords(
            Pages pages,
            JdbcClient jdbc,
            Accounts accounts,
            SampleDepartment department,
            SamplePapers papers,
            IssuedPlans plans,
            OutgoingDocuments documents,
            Files files,
            ApplicationContext product) {
        this.pages = pages;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.department = department;
        this.papers = papers;
        this.plans = plans;
        this.documents = documents;
        this.files = files;
        this.product = product;
    }

    Map<String, String> own() {
        return own;
    }

    Map<String, String> otherUnit() {
        return otherUnit;
    }

    Map<String, String> foreign() {
        return foreign;
    }

    /** What belongs to the owner's account alone. */
    Map<String, String> ofOwner() {
        return ofOwner == null ? Map.of() : ofOwner.ids();
    }

    Map<String, String> thingsOfOwner() {
        return ofOwner == null ? Map.of() : ofOwner.rows();
    }

    void make() {
        fill(own);
        fillOtherUnit();
        walkers();
        // The second department has the same user names, so those of the first stand aside while it is made.
        rename("", "own.");
        department.found("một mật khẩu để bắt đầu");
        fill(foreign);
        rename("", "foreign.");
        rename("own.", "");
    }

    private void rename(String from, String to) {
        jdbc.sql("""
            update account set username = :to || substr(username, length(:from) + 1)
            where  starts_with(username, :from) and not starts_with(username, 'foreign.')
                   and (:from <> '' or not starts_with(username, 'own.'))
            """).param("from", from).param("to", to).update();
    }

    private void fill(Map<String, String> made) {
        var clerk = pages.actor("vanphong");
        made.put("absent", Uuid7.create().toString());
        var draft = papers.draft("về việc đi qua");
        made.put("draft", draft.toString());
        made.put("block", first("select id from document_block where document_id = :id", draft.value()));
        made.put("submitted", papers.submitted("về việc trình").toString());
        made.put("approved", papers.approved("về việc duyệt").toString());
        var plan = plans.draft();
        made.put("plan", plan.toString());
        made.put("task", first("select id from plan_task where plan_id = :id", plan.value()));
        var issued = plans.issued();
        made.put("issued", issued.toString());
        made.put("report", report(issued.toString()));
        var running = new RunningPlan(product);
        var going = running.issued(
                clerk,
                "về việc đang chạy",
                RunningPlan.task("I.1", "Của đơn vị", "Phòng Kế hoạch - Tài chính", null),
                RunningPlan.task("I.2", "Làm trước", "Phòng Kế hoạch - Tài chính", null));
        made.put("running", going.toString());
        made.put("running task", running.taskOf(going, "I.1").toString());
        made.put("earlier task", running.taskOf(going, "I.2").toString());
        leads(made.get("running task"), pages.actor(ONE_UNIT).unit());
        made.put("evidence", evidence(clerk, made, pages.actor(ONE_UNIT).unit()));
        urging(clerk, made, made.get("running task"), pages.actor(ONE_UNIT).unit());
        made.put("urging template", template(clerk));
        made.put("sub-task", subTask(clerk, made, pages.actor(ONE_UNIT).unit()));
        made.put(
                "brought", first("select id from plan where import_id is not null and agency_id = :id", agency(clerk)));
        made.put(
                "import",
                first("select import_id from plan where import_id is not null and agency_id = :id", agency(clerk)));
        made.put("account", pages.actor("khtc").account().toString());
        made.put(
                "grant",
                first(
                        "select id from role_grant where account_id = :id and role = 'STAFF'",
                        pages.actor("khtc").account().value()));
        made.put("delegation", delegation(pages.actor("giamdoc"), pages.actor("khtc")));
        var head = pages.actor("khtc");
        made.put("unit", head.unit().toString());
        made.put("indicator", shipped("select id from stat_indicator where code = :code", "NQ28-1.1"));
        made.put("element", shipped("select id from stat_element where code = :code", "STAFF"));
        made.put("person", head.person().toString());
        made.put(
                "office",
                first(
                        "select id from office_held where person_id = :id",
                        head.person().value()));
        made.put("event", event(clerk, head.unit()));
        made.put("data request", dataRequest(head));
        made.putAll(amendment(clerk, clerk.unit(), issued));
        cascade(clerk, made, head.unit());
        made.putAll(OversightRecords.make(jdbc, clerk, head.unit()));
        made.putAll(InitiativeRecords.make(jdbc, clerk, head.unit()));
        made.put(
                "form",
                jdbc.sql("select id from stat_form where code = 'BDG-01'")
                        .query(UUID.class)
                        .single()
                        .toString());
        made.put("submission", submission(clerk, made.get("form"), head.unit()));
        made.putAll(PublicationRecords.make(jdbc, clerk, true));
        made.put("dashboard", dashboard(clerk, head.unit()));
        made.put("agency token", token(head));
        fillForms(made, head);
    }

    /** Of a plan, with one task that it takes out; drafted in a unit. */
    private Map<String, String> amendment(Actor by, UnitId unit, PlanId plan) {
        var id = documents.create(
                by, DocumentKind.AMENDMENT, documents.content(by, plan.document()), 2026, plan.document());
        jdbc.sql("update outgoing_document set drafting_unit_id = :unit where id = :id")
                .param("unit", unit.value())
                .param("id", id.value())
                .update();
        jdbc.sql("insert into plan_amendment (id, plan_id, agency_id) values (:id, :plan, :agency)")
                .param("id", id.value())
                .param("plan", plan.value())
                .param("agency", by.agency().value())
                .update();
        String task = first("select id from plan_task where plan_id = :id", plan.value());
        jdbc.sql("""
            insert into plan_task_change (id, amendment_id, plan_id, position, kind, task_id, before, reason, closed, units,
                                          version, changed_by, changed_at)
            values (gen_random_uuid(), :id, :plan, 0, 'DROP', cast(:task as uuid),
                    '{"text": "Việc", "coordinating": []}', 'Không cần nữa', false, '{}', 1, :by, now())
            """)
                .param("id", id.value())
                .param("plan", plan.value())
                .param("task", task)
                .param("by", by.account().value())
                .update();
        String part = Uuid7.create().toString();
        jdbc.sql("""
            insert into plan_part_change (id, amendment_id, plan_id, position, part, kind, part_id, home, after, reason,
                                          version, changed_by, changed_at)
            values (gen_random_uuid(), :id, :plan, 0, 'TARGET', 'ADD', cast(:part as uuid),
                    jsonb_build_object('id', cast(:plan as uuid), 'kind', 'TARGET', 'number', '', 'title', 'Chỉ tiêu',
                                       'columns', jsonb_build_array()),
                    '{"cells": ["60% công chức được tập huấn"]}', '', 1, :by, now())
            """)
                .param("id", id.value())
                .param("plan", plan.value())
                .param("part", part)
                .param("by", by.account().value())
                .update();
        return Map.of("amendment", id.toString(), "amended task", task, "amended part", part);
    }

    private String dashboard(Actor by, UnitId unit) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into stat_dashboard (id, unit_id, name, codes, charts, version, changed_at, changed_by)
            values (:id, :unit, 'Bảng của phòng', '{STAFF,STAFF}', '{LINES,SIDES}', 1, now(), :by)
            """)
                .param("id", id)
                .param("unit", unit.value())
                .param("by", by.account().value())
                .update();
        return id.toString();
    }

    private void cascade(Actor by, Map<String, String> made, UnitId division) {
        var cascade = Uuid7.create();
        var addressee = Uuid7.create();
        var group = Uuid7.create();
        jdbc.sql("""
            insert into plan_cascade (id, plan_id, agency_id, above, state, on_day, follows_until, kinds, follows_kinds,
                                      passed_by, passed_at)
            values (:id, :plan, :agency, '{}', 'DONE', current_date, current_date, '{}', false, :by, now())
            """)
                .param("id", cascade)
                .param("plan", UUID.fromString(made.get("issued")))
                .param("agency", agency(by))
                .param("by", by.account().value())
                .update();
        jdbc.sql("""
            insert into plan_addressee (id, cascade_id, unit_id, unit_name, place, inside, given_on, made_at, plan_id)
            values (:id, :cascade, :unit, 'Phòng', '', true, current_date, now(), :plan)
            """)
                .param("id", addressee)
                .param("cascade", cascade)
                .param("unit", division.value())
                .param("plan", UUID.fromString(made.get("issued")))
                .update();
        jdbc.sql("insert into addressee_group (id, agency_id, name, created_by, created_at) values (:id,"
                        + " :agency, 'Cụm', :by, now())")
                .param("id", group)
                .param("agency", agency(by))
                .param("by", by.account().value())
                .update();
        made.put("cascade", cascade.toString());
        made.put("addressee", addressee.toString());
        made.put("group", group.toString());
    }

    private void urging(Actor by, Map<String, String> made, String task, UnitId unit) {
        var id = Uuid7.create();
        var item = Uuid7.create();
        jdbc.sql("""
            insert into urging (id, agency_id, by_unit, by_account, automatic, unit_id, recipient, way, words, created_at,
                                urged_at, answer_by, items)
            values (:id, :agency, :agency, :by, false, :unit, 'UNIT', 'APP', 'Đề nghị trả lời', now(), now(), current_date, 1)
            """)
                .param("id", id)
                .param("agency", agency(by))
                .param("by", by.account().value())
                .param("unit", unit.value())
                .update();
        jdbc.sql("""
            insert into urging_item (id, urging_id, no, kind, subject_id, unit_id, waiting)
            values (:item, :id, 1, 'TASK', :task, :unit, false)
            """)
                .param("item", item)
                .param("id", id)
                .param("task", UUID.fromString(task))
                .param("unit", unit.value())
                .update();
        made.put("urging", id.toString());
        made.put("urging item", item.toString());
        made.put("heard answer", heardAnswer(by, item, unit));
    }

    private String heardAnswer(Actor by, UUID item, UnitId unit) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into urging_answer (id, item_id, kind, words, unit_id, account_id, answered_at)
            values (:id, :item, 'NOT_YET', 'Chưa có kinh phí', :unit, :by, now())
            """)
                .param("id", id)
                .param("item", item)
                .param("unit", unit.value())
                .param("by", by.account().value())
                .update();
        jdbc.sql("insert into urging_heard values (:id, 'TELEPHONE', 'Phó trưởng phòng', current_date, now())")
                .param("id", id)
                .update();
        return id.toString();
    }

    private String template(Actor of) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into urging_template (id, agency_id, occasion, name, words, version, changed_at)
            values (:id, :agency, 'LATE', 'Mẫu', 'Đề nghị', 1, now())
            """).param("id", id).param("agency", agency(of)).update();
        return id.toString();
    }

    /** A division's own answer, still being filled in. */
    private String submission(Actor by, String form, UnitId unit) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into stat_submission (id, form_id, period, unit_id, state, reference_day, cells, changed_at, changed_by)
            values (:id, :form, 202151, :unit, 'DRAFT', date '2021-12-14', :cells, now(), :by)
            """)
                .param("id", id)
                .param("form", UUID.fromString(form))
                .param("unit", unit.value())
                .param("cells", new Cells(0).pack())
                .param("by", by.account().value())
                .update();
        return id.toString();
    }

    /** What only forms name. */
    private String token(Actor owner) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into api_token (id, account_id, agency_id, name, scopes, secret_hash, made_at, valid_to)
            values (:id, :account, :agency, 'Máy chủ báo cáo', array['READ_STATISTICS'], convert_to(cast(:id as text), 'UTF8'),
                    now(), current_date + 30)
            """)
                .param("id", id)
                .param("account", owner.account().value())
                .param("agency", owner.agency().value())
                .update();
        return id.toString();
    }

    private void fillForms(Map<String, String> made, Actor head) {
        made.put("agency", head.agency().toString());
        made.put("clerk", pages.actor("vanphong").account().toString());
        made.put("newcomer", person(head.unit()).toString());
        made.put("clause", first("select id from plan_task where plan_id = :id", UUID.fromString(made.get("issued"))));
        made.put("proposal", proposal(head, made.get("running task")));
        made.put(
                "revision",
                jdbc.sql("select cast(revision as text) from person where id = :id")
                        .param("id", head.person().value())
                        .query(String.class)
                        .single());
        var approval = pages.as("giamdoc").get("/documents/" + made.get("submitted"));
        made.put("mark", approval.select("form[action$=/approve] [name=mark]").val());
        made.put("signer", pages.actor("giamdoc").person().toString());
        var editor = pages.as("vanphong").get("/documents/" + made.get("draft") + "/edit");
        made.put(
                "signature mark",
                editor.select("form[action$=/signature] [name=version]").val());
    }

    private String proposal(Actor of, String task) {
        var id = Uuid7.create();
        var rule = Uuid7.create();
        jdbc.sql("""
            insert into urging_rule (id, agency_id, valid_from, valid_to, automatic, by_mail, shift, answer_days, source)
            values (:id, :agency, date '1990-01-01', date '1990-02-01', false, false, 'BEFORE', 5, 'QĐ 8')
            """).param("id", rule).param("agency", agency(of)).update();
        jdbc.sql("""
            insert into urging_proposal (id, agency_id, rule_id, task_id, unit_id, due_on, days, recipient, proposed_on, state)
            values (:id, :agency, :rule, :task, :unit, current_date, 0, 'UNIT', current_date, 'OPEN')
            """)
                .param("id", id)
                .param("agency", agency(of))
                .param("rule", rule)
                .param("task", UUID.fromString(task))
                .param("unit", of.unit().value())
                .update();
        return id.toString();
    }

    private String dataRequest(Actor of) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into person_data_request (id, person_id, field, words, asked_at, due_on, state)
            values (:id, :person, 'NAME', 'Sửa họ tên', now(), current_date + 2, 'OPEN')
            """).param("id", id).param("person", of.person().value()).update();
        return id.toString();
    }

    private String event(Actor by, UnitId unit) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into unit_event (id, kind, happens_on, account_id, agency_id, recorded_at)
            values (:id, 'RENAME', current_date, :by, :agency, now())
            """)
                .param("id", id)
                .param("by", by.account().value())
                .param("agency", agency(by))
                .update();
        jdbc.sql("insert into unit_event_unit (event_id, unit_id, role) values (:id, :unit, 'SUBJECT')")
                .param("id", id)
                .param("unit", unit.value())
                .update();
        return id.toString();
    }

    private void fillOtherUnit() {
        var clerk = pages.actor("vanphong");
        var there = pages.actor(OTHER_UNIT);
        var writer = new Actor(clerk.account(), clerk.person(), clerk.agency(), there.unit(), clerk.grants());
        for (String state : new String[] {"draft", "submitted", "approved"}) {
            var id = documents.create(
                    writer,
                    DocumentKind.ERRATUM,
                    documents.content(clerk, new DocumentId(UUID.fromString(own.get("draft")))),
                    2026,
                    null);
            if (!state.equals("draft")) papers.submit(id);
            if (state.equals("approved")) papers.approve(id);
            otherUnit.put(state, id.toString());
        }
        var plan = plans.draft();
        jdbc.sql("update outgoing_document set drafting_unit_id = :unit where id = :id")
                .param("unit", there.unit().value())
                .param("id", plan.value())
                .update();
        otherUnit.put("plan", plan.toString());
        otherUnit.putAll(amendment(clerk, there.unit(), PlanId.of(own.get("issued"))));
        var running = new RunningPlan(product);
        var going = running.issued(
                clerk, "về việc của đơn vị khác", RunningPlan.task("I.1", "Của đơn vị khác", "Văn phòng", null));
        otherUnit.put("running", going.toString());
        otherUnit.put("running task", running.taskOf(going, "I.1").toString());
        otherUnit.put("earlier task", otherUnit.get("running task"));
        leads(otherUnit.get("running task"), there.unit());
        otherUnit.put("evidence", evidence(clerk, otherUnit, there.unit()));
        urging(clerk, otherUnit, otherUnit.get("running task"), there.unit());
        otherUnit.put("sub-task", subTask(clerk, otherUnit, there.unit()));
        otherUnit.put("account", there.account().toString());
        otherUnit.put("unit", there.unit().toString());
        otherUnit.put("person", there.person().toString());
        otherUnit.put("data request", dataRequest(there));
        otherUnit.putAll(OversightRecords.make(jdbc, clerk, there.unit()));
        otherUnit.put("form", own.get("form"));
        otherUnit.put("submission", submission(clerk, own.get("form"), there.unit()));
        otherUnit.putAll(InitiativeRecords.make(jdbc, clerk, there.unit()));
        otherUnit.put("delegation", delegation(pages.actor("giamdoc"), there));
        otherUnit.put("agency", there.unit().toString());
        otherUnit.put("newcomer", person(there.unit()).toString());
    }

    /** For each role somebody who holds it for the whole agency, and somebody who holds it for one unit alone. */
    private void walkers() {
        var by = pages.actor("quantri");
        var unit = pages.actor(ONE_UNIT).unit();
        accounts.open(by, OWNER, person(unit), "một mật khẩu để bắt đầu", unit, Set.of(Role.values()));
        ofOwner = new OwnersThings(jdbc, pages.actor(OWNER));
        for (String record : OF_ONE_PERSON) {
            own.put(record, ofOwner.ids().get(record));
            foreign.put(record, ofOwner.ids().get(record));
        }
        for (var role : Role.values()) {
            accounts.open(by, whole(role), person(unit), "một mật khẩu để bắt đầu", unit, Set.of(role));
            accounts.open(by, ofUnit(role), person(unit), "một mật khẩu để bắt đầu", unit, Set.of(role));
            jdbc.sql("""
                update role_grant set scope_id = case when a.username = :whole then role_grant.agency_id else :unit end
                from   account a where a.id = role_grant.account_id and a.username in (:whole, :one)
                """)
                    .param("whole", whole(role))
                    .param("one", ofUnit(role))
                    .param("unit", unit.value())
                    .update();
        }
    }

    static String whole(Role role) {
        return "walks." + role.name().toLowerCase(Locale.ROOT);
    }

    static String ofUnit(Role role) {
        return "unit." + role.name().toLowerCase(Locale.ROOT);
    }

    private PersonId person(UnitId unit) {
        var id = PersonId.create();
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (:id, 'Người', 'Đi', 'U')")
                .param("id", id.value())
                .update();
        jdbc.sql("""
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            values (gen_random_uuid(), :person, :unit, 'MEMBER', 'Chuyên viên', date '2020-01-01')
            """).param("person", id.value()).param("unit", unit.value()).update();
        return id;
    }

    private void leads(String task, UnitId unit) {
        jdbc.sql("update plan_task set lead_unit_id = :unit where id = :id")
                .param("unit", unit.value())
                .param("id", UUID.fromString(task))
                .update();
    }

    private String evidence(Actor clerk, Map<String, String> made, UnitId unit) {
        var file = files.store(
                clerk, new ByteArrayInputStream(new byte[] {1}), "application/octet-stream", "bang-chung.bin");
        var id = Uuid7.create();
        jdbc.sql("""
            insert into task_evidence (id, task_id, plan_id, file_id, title, unit_id, added_by, added_at)
            values (:id, :task, :plan, :file, 'bằng chứng', :unit, :by, now())
            """)
                .param("id", id)
                .param("task", UUID.fromString(made.get("running task")))
                .param("plan", UUID.fromString(made.get("running")))
                .param("file", file.id().value())
                .param("unit", unit.value())
                .param("by", clerk.account().value())
                .update();
        var original = files.store(
                clerk,
                new ByteArrayInputStream(product.getBean(Keys.class)
                        .seal("evidence-original", file.id().toString(), new byte[] {2})),
                "application/octet-stream",
                "bang-chung.bin");
        jdbc.sql("""
            insert into evidence_photo (file_id, thumbnail_id, original_id, original_name, original_type, original_sha256)
            values (:file, :file, :original, 'bang-chung.bin', 'image/jpeg', repeat('0', 64))
            """)
                .param("file", file.id().value())
                .param("original", original.id().value())
                .update();
        return id.toString();
    }

    private String subTask(Actor clerk, Map<String, String> made, UnitId unit) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into sub_task (id, task_id, plan_id, agency_id, unit_id, text, to_unit_id, no_due_reason, state, words,
                                  version, changed_by, changed_at)
            values (:id, :task, :plan, :agency, :unit, 'việc nhỏ', :unit, 'thường xuyên', 'NOT_STARTED', '', 1, :by, now())
            """)
                .param("id", id)
                .param("task", UUID.fromString(made.get("running task")))
                .param("plan", UUID.fromString(made.get("running")))
                .param("agency", clerk.agency().value())
                .param("unit", unit.value())
                .param("by", clerk.account().value())
                .update();
        return id.toString();
    }

    private String delegation(Actor from, Actor to) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into role_delegation (id, agency_id, kind, from_account, to_account, unit_id, with_below, reference,
                                         valid_from, valid_to, given_by, given_at)
            values (:id, :agency, 'SUBSTITUTE', :from, :to, :unit, false, 'QĐ 1', :day, :end, :from, now())
            """)
                .param("id", id)
                .param("agency", agency(from))
                .param("from", from.account().value())
                .param("to", to.account().value())
                .param("unit", to.unit().value())
                .param("day", LocalDate.now(Today.ZONE).plusDays(30))
                .param("end", LocalDate.now(Today.ZONE).plusDays(40))
                .update();
        return id.toString();
    }

    private String report(String plan) {
        String year = String.valueOf(plans.today().getYear());
        var compiled = pages.as("vanphong").post("/reports/new", "plan", plan, "year", year, "period", "YEAR-1");
        String address = String.valueOf(compiled.getRedirectedUrl());
        return address.replaceAll("^/reports/|\\?.*$", "");
    }

    private static UUID agency(Actor actor) {
        return actor.agency().value();
    }

    private String shipped(String sql, String code) {
        return jdbc.sql(sql).param("code", code).query(UUID.class).single().toString();
    }

    private String first(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(UUID.class).list().getFirst().toString();
    }
}
