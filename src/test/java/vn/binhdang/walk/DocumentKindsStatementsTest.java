package vn.binhdang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.execution.TaskState;
import vn.binhdang.organisation.event.Below;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanWithAnnex;
import vn.binhdang.plan.Plans;
import vn.binhdang.reporting.IssuedPlans;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

/** The page of a draft of each kind, with all that can hang on it, opened by who writes it: how often it asks the database. */
@PageTest
@Import({SamplePapers.class, IssuedPlans.class})
class DocumentKindsStatementsTest {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentKindsStatementsTest.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String FINANCE = "Phòng Kế hoạch - Tài chính";
    private static final String ENDED = "Phòng Quản lý khoa học";
    private static final int MOST = 12;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Pages pages;

    @Autowired
    private IssuedPlans plans;

    @Autowired
    private UnitEvents events;

    @Autowired
    private JdbcClient jdbc;

    private Pages.Visit clerk;

    @Test
    void a_draft_of_every_kind_asks_no_more_than_twelve_times_even_when_it_names_a_unit_that_has_ended() {
        clerk = pages.as("vanphong");
        var drafts = new LinkedHashMap<String, String>();
        var urged = running("Về công văn");
        var amended = running("Về điều chỉnh");
        theBookOfNumbersGoesOn();
        drafts.put("letter", letter(urged));
        drafts.put("plan", plan());
        drafts.put("report", report());
        drafts.put("amendment", amendment(amended));
        oversight(drafts);
        endsToday(drafts);

        var asked = new LinkedHashMap<String, Integer>();
        drafts.forEach((kind, id) -> asked.put(kind, asked(kind, "/documents/" + id)));
        LOG.info("statements of drafts: {}", asked);
        assertThat(asked.entrySet())
                .as("drafts with more than %d statements", MOST)
                .allMatch(page -> page.getValue() <= MOST);
    }

    private int asked(String kind, String address) {
        var page = clerk.get(address);
        assertThat(page.select("form[action$=/submit]")).as(kind).hasSize(1);
        assertThat(page.text()).as(kind).contains("sáp nhập");
        if (kind.equals("report")) assertThat(page.text()).contains("Nhiệm vụ đã có thay đổi");
        if (kind.equals("amendment")) assertThat(page.text()).contains("cũng có trong một dự thảo điều chỉnh khác");
        var sent = Statements.sentBy(() -> clerk.get(address));
        if (sent.size() >= MOST) LOG.info("{} sends {}:\n{}", kind, sent.size() + 1, String.join("\n", sent));
        return sent.size() + 1;
    }

    /** Running plans are numbered by hand; what is issued goes on behind them. */
    private void theBookOfNumbersGoesOn() {
        jdbc.sql("""
            insert into number_series
            select :agency, :year, '', 100 + coalesce(max(number), 0) from outgoing_document
            on conflict (agency_id, year, series) do update set last_number = excluded.last_number
            """)
                .param("agency", pages.actor("vanphong").agency().value())
                .param("year", plans.today().getYear())
                .update();
    }

    private String letter(PlanId plan) {
        var sent = clerk.post(
                "/urging",
                "way",
                "LETTER",
                "words",
                "Đề nghị báo cáo tiến độ.",
                "answerBy",
                plans.today().plusDays(3).toString(),
                "task",
                task(plan, "1"));
        return id(sent.getRedirectedUrl());
    }

    /** Cites a document of the agency among its bases. */
    private String plan() {
        var cited = plans.issued();
        var number = jdbc.sql("select printed_number(number) || '/' || symbol from outgoing_document where id = :id")
                .param("id", cited.value())
                .query(String.class)
                .single();
        var words = PlanWithAnnex.of(
                "Về kế hoạch",
                RunningPlan.task(
                        "1", "Tập huấn cho công chức", FINANCE, plans.today().plusDays(40)));
        var basis = new LegalBasis(
                "Căn cứ Kế hoạch số %s ngày %s".formatted(number, DAY.format(plans.today())),
                "Kế hoạch",
                number,
                plans.today(),
                null,
                null);
        var content = new AdministrativeDocument(
                words.documentType(),
                words.issuingAgency(),
                words.parentAgency(),
                null,
                words.symbol(),
                words.place(),
                null,
                words.subjectLine(),
                List.of(),
                List.of(basis),
                List.of(),
                words.body(),
                words.tasks(),
                List.of(),
                words.recipients(),
                null,
                words.annexes(),
                List.of());
        return product.getBean(Plans.class)
                .create(pages.actor("vanphong"), content, plans.today().getYear(), null, null)
                .toString();
    }

    /** Its tasks have gone on since. */
    private String report() {
        var plan = plans.issued();
        plans.report(plans.task(plan, 0), 1, "DONE", plans.today(), "Đã phổ biến.");
        var today = plans.today();
        var compiled = clerk.post(
                "/reports/new",
                "plan",
                plan.toString(),
                "year",
                String.valueOf(today.getYear()),
                "period",
                "OTHER",
                "from",
                today.minusMonths(2).toString(),
                "to",
                today.toString());
        plans.report(plans.task(plan, 1), 1, TaskState.NOT_DONE.name(), null, "Chưa bố trí được kinh phí.");
        plans.evidence(plans.task(plan, 0), "Danh sách");
        return id(compiled.getRedirectedUrl());
    }

    /** Changes a task and a part that another draft changes too. */
    private String amendment(PlanId plan) {
        String mine = String.valueOf(begin(plan));
        for (String draft : List.of(mine, begin(plan))) {
            var form = "/amendments/" + draft + "/tasks/" + task(plan, "1");
            var seen = Pages.parse(clerk.fetch(form)).select("[name=seen]").val();
            var fields = new LinkedHashMap<>(Map.of("version", "0", "seen", seen, "text", "Tập huấn"));
            fields.putAll(Map.of("number", "1", "lead", FINANCE, "reason", "Đổi đơn vị"));
            fields.put("due", DAY.format(plans.today().plusDays(60)));
            assertThat(clerk.post(form, flat(fields)).getRedirectedUrl()).contains("?done=stored");
        }
        return mine;
    }

    private static String[] flat(Map<String, String> fields) {
        var flat = new ArrayList<String>();
        fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return flat.toArray(String[]::new);
    }

    private String begin(PlanId plan) {
        return id(clerk.post("/plans/" + plan + "/amendments", "form", "PLAN").getRedirectedUrl());
    }

    private void oversight(Map<String, String> drafts) {
        String mission = mission();
        drafts.put("decision", id(clerk.post(mission + "/decision").getRedirectedUrl()));
        mission = mission();
        plans.issue(vn.binhdang.document.DocumentId.of(
                id(clerk.post(mission + "/decision").getRedirectedUrl())));
        member(mission, "khtc", "no");
        drafts.put("supplement", id(clerk.post(mission + "/supplement").getRedirectedUrl()));
        String visit = jdbc.sql("select id from oversight_visit where mission_id = :id")
                .param("id", UUID.fromString(mission.substring(mission.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single()
                .toString();
        jdbc.sql("update oversight_visit set visited_on = :today where id = :id")
                .param("today", plans.today())
                .param("id", UUID.fromString(visit))
                .update();
        var by = pages.actor("vanphong");
        jdbc.sql("""
            insert into oversight_finding (id, visit_id, no, grade, text, recorded_by, recorded_at, version)
            values (gen_random_uuid(), :visit, 1, 'SHORTCOMING', 'Chưa có minh chứng', :by, now(), 1)
            """)
                .param("visit", UUID.fromString(visit))
                .param("by", by.account().value())
                .update();
        drafts.put("conclusion", id(clerk.post(mission + "/conclusion").getRedirectedUrl()));
    }

    private String mission() {
        var made = clerk.post(
                "/oversight/missions/new",
                "kind",
                "CHECK",
                "subject",
                "Việc thực hiện kế hoạch",
                "from",
                DAY.format(plans.today()),
                "to",
                DAY.format(plans.today().plusDays(9)),
                "checklist",
                "01970000-0000-7000-8000-000000000002",
                "unit",
                FINANCE);
        String mission = String.valueOf(made.getRedirectedUrl()).replaceAll("\\?.*", "");
        member(mission, "giamdoc", "yes");
        return mission;
    }

    private void member(String mission, String user, String leads) {
        clerk.post(mission + "/members", "person", pages.actor(user).person().toString(), "leads", leads);
    }

    /** A unit that every draft is sent to is merged today; the drafts are of last month. */
    private void endsToday(Map<String, String> drafts) {
        var month = plans.today().minusMonths(1);
        for (String id : drafts.values())
            jdbc.sql("""
                update outgoing_document
                set    head = jsonb_set(jsonb_set(head, '{recipients}', jsonb_build_array(cast(:unit as text))), '{date}',
                                        jsonb_build_object('year', cast(:year as int), 'month', cast(:month as int)))
                where  id = :id
                """)
                    .param("unit", ENDED)
                    .param("year", month.getYear())
                    .param("month", month.getMonthValue())
                    .param("id", UUID.fromString(id))
                    .update();
        events.record(
                pages.actor("vanthu"),
                EventFacts.on(plans.today(), "Quyết định số 1"),
                new UnitChange.MergeInto(
                        List.of(pages.actor("qlkh").unit()), pages.actor("khtc").unit(), Below.FOLLOW));
    }

    private PlanId running(String subject) {
        LocalDate due = plans.today().plusDays(30);
        return new RunningPlan(product)
                .issued(
                        pages.actor("vanphong"),
                        subject + UUID.randomUUID(),
                        RunningPlan.task("1", "Tập huấn cho công chức", ENDED, due),
                        RunningPlan.task("2", "Rà soát số liệu", FINANCE, due));
    }

    private String task(PlanId plan, String number) {
        return new RunningPlan(product).taskOf(plan, number).toString();
    }

    private static String id(@org.jspecify.annotations.Nullable String address) {
        return Objects.requireNonNull(address).replaceAll("\\?.*|/edit", "").replaceAll(".*/", "");
    }
}
