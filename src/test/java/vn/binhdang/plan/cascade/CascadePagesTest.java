package vn.binhdang.plan.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.event.Below;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.ReceivedFromAbove;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
@Import(Communes.class)
class CascadePagesTest {
    @Autowired
    Pages pages;

    @Autowired
    Communes communes;

    @Autowired
    ApplicationContext product;

    @Autowired
    CascadeRun run;

    @Autowired
    CascadesFollowUnits follower;

    @Autowired
    UnitEvents events;

    @Autowired
    ReceivedFromAbove received;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private RunningPlan running;
    private Pages.Visit clerk;

    @BeforeEach
    void the_office_of_the_department() {
        running = new RunningPlan(product);
        clerk = pages.as("vanphong");
    }

    private PlanId issued(String subject) {
        return running.issued(
                pages.actor("vanphong"),
                subject,
                task("II.1", "Phổ biến Luật Bình đẳng giới", null, LocalDate.of(2026, 6, 30)),
                task("II.2", "Tổ chức Tháng hành động", null, null));
    }

    /** What the form of the plan sends with every clause chosen. */
    private List<String> choice(PlanId plan, String... more) {
        var fields = new ArrayList<String>();
        for (var box : clerk.get("/plans/" + plan + "/pass-down").select("input[name=clause]")) {
            fields.add("clause");
            fields.add(box.val());
        }
        fields.addAll(List.of(more));
        return fields;
    }

    private Document preview(PlanId plan, List<String> fields) {
        return Pages.parse(clerk.post("/plans/" + plan + "/pass-down/preview", fields.toArray(String[]::new)));
    }

    private CascadeId pass(PlanId plan, String... more) {
        var fields = choice(plan, more);
        String seen = preview(plan, fields).select("input[name=seen]").attr("value");
        assertThat(seen).as("the preview is shown").isNotEmpty();
        fields.addAll(List.of("seen", seen));
        return passed(clerk.post("/plans/" + plan + "/pass-down", fields.toArray(String[]::new)));
    }

    private CascadeId passed(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(302);
        String address = String.valueOf(answer.getRedirectedUrl());
        var id = CascadeId.of(address.substring(address.lastIndexOf('/') + 1));
        run.run(id, () -> false);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("DONE"));
        return id;
    }

    private String state(CascadeId id) {
        return jdbc.sql("select state from plan_cascade where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private int count(String sql, CascadeId id) {
        return jdbc.sql(sql).param("id", id.value()).query(Integer.class).single();
    }

    @Test
    void each_division_gets_its_task_in_the_same_plan_and_the_parent_view_shows_who_confirmed_and_reported() {
        var plan = issued("về việc giao cho các phòng");
        var shown = preview(plan, choice(plan, "kind", "DIVISION", "replyBy", ""));
        assertThat(shown.select("h1").text()).isEqualTo("Giao cho 4 đơn vị?");
        assertThat(shown.select(".cascade-names li").eachText()).contains("Phòng Quản lý khoa học");
        var id = pass(plan, "kind", "DIVISION");
        assertThat(count("""
            select count(*) from plan_task t join plan_addressee a on a.id = t.addressee_id
            where  a.cascade_id = :id and t.lead_unit_id = a.unit_id and t.from_task_id is not null
            """, id)).isEqualTo(8);

        var division = pages.as("qlkh");
        var inbox = division.get("/received");
        assertThat(inbox.select("h2").eachText()).contains("về việc giao cho các phòng");
        division.get("/received?show=all", "en");
        assertThat(division.get("/notices").text()).contains("Cấp trên vừa giao");
        assertThat(division.get("/")
                        .select("#duty-ANSWER + ul .work:contains(giao cho các phòng)")
                        .text())
                .contains("Cấp trên giao, chờ xác nhận đã nhận", "Hạn 30/06/2026");
        String confirm = inbox.select("li:contains(giao cho các phòng) form").attr("action");
        assertThat(division.post(confirm).getStatus()).isEqualTo(302);
        assertThat(pages.as("khtc").post(confirm).getStatus()).isEqualTo(404);
        assertThat(division.get("/").select("#duty-ANSWER + ul").text()).doesNotContain("giao cho các phòng");
        assertThat(pages.as("khtc")
                        .get("/", "en")
                        .select("#duty-ANSWER + ul a[href=/received]")
                        .text())
                .contains("giao cho các phòng");
        assertThat(pages.as("giamdoc").get("/").select("a[href=/received]").text())
                .as("no division of the head's")
                .doesNotContain("giao cho các phòng");

        var view = clerk.get("/cascades/" + id);
        assertThat(view.select(".cascade-figure").eachText()).contains("4 đơn vị được giao", "1/4 Đã xác nhận");
        assertThat(view.select(".cascade-nobody")).isEmpty();
        assertThat(clerk.get("/cascades/" + id + "?stage=NOT_CONFIRMED").select("tbody tr"))
                .hasSize(3);
        assertThat(clerk.get("/cascades/" + id + "?words=quan ly khoa").select("tbody tr"))
                .hasSize(1);
        clerk.get("/cascades/" + id, "en");
        clerk.get("/cascades", "en");
    }

    @Test
    void what_waits_is_shown_page_by_page_to_the_last() {
        var id = pass(issued("về việc thứ nhất"), "kind", "DIVISION");
        // Every second has a day for the answer, and many have the same.
        jdbc.sql("""
            with acts as (
                insert into plan_cascade (id, plan_id, agency_id, above, state, on_day, reply_by, follows_until, kinds,
                                          follows_kinds, passed_by, passed_at)
                select cast('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), c.plan_id, c.agency_id,
                       c.above, 'DONE', c.on_day, case when n % 2 = 0 then c.on_day + n % 5 end, c.follows_until,
                       c.kinds, c.follows_kinds, c.passed_by, c.passed_at
                from   plan_cascade c, generate_series(1, 119) n
                where  c.id = :id
                returning id)
            insert into plan_addressee (id, cascade_id, unit_id, unit_name, place, inside, given_on, made_at, plan_id)
            select acts.id, acts.id, a.unit_id, a.unit_name, a.place, a.inside, a.given_on, a.made_at, a.plan_id
            from   acts, plan_addressee a where a.cascade_id = :id and a.unit_name = 'Phòng Quản lý khoa học'
            """).param("id", id.value()).update();

        var division = pages.as("qlkh");
        var seen = new ArrayList<String>();
        int read = 0;
        for (String next = "/received"; !next.isEmpty(); read++) {
            var page = division.get(next);
            seen.addAll(page.select(".received-list form").eachAttr("action"));
            if (read == 0) division.post(seen.getLast());
            next = page.select("a[rel=next]").attr("href");
        }
        assertThat(read).isEqualTo(3);
        assertThat(seen)
                .doesNotHaveDuplicates()
                .filteredOn(one -> one.contains("/01900000-"))
                .hasSize(119);
    }

    @Test
    void each_commune_gets_a_draft_plan_whose_tasks_are_linked_to_the_clauses_of_the_parent() throws Exception {
        var first = communes.found("Xã Bản Lầu");
        communes.found("Xã Nậm Chảy");
        var actor = communes.clerk(first, "xabanlau");
        var plan = issued("Kế hoạch hướng dẫn các xã");
        var id = pass(plan, "names", "xa ban lau\nXã Nậm Chảy", "replyBy", "01/02/2026");
        assertThat(count("""
            select count(*) from plan_addressee a join plan_task t on t.plan_id = a.plan_id
            join   plan_task p on p.id = t.from_task_id and p.plan_id <> t.plan_id
            where  a.cascade_id = :id and not a.inside
            """, id)).isEqualTo(4);

        var commune = pages.as("xabanlau");
        var waiting = commune.get("/received");
        assertThat(waiting.select("h2").eachText()).containsExactly("Kế hoạch hướng dẫn các xã");
        assertThat(received.open(actor, LocalDate.now(clock), null, 2))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.division()).isFalse();
                    assertThat(one.tasks()).isEqualTo(2);
                });
        var draft = waiting.select(".received-list .actions a").attr("href");
        var editor = commune.get(draft);
        assertThat(editor.text()).contains("Căn cứ Kế hoạch số").contains("Phổ biến Luật Bình đẳng giới");
        assertThat(editor.select("[id^=task-]").size()).isPositive();
        assertThat(commune.get("/")
                        .select("#duty-ANSWER + ul .work a[href=/received]")
                        .text())
                .isEqualTo("Kế hoạch hướng dẫn các xã");
        commune.post(waiting.select(".received-list form").attr("action"));
        assertThat(commune.get("/")
                        .select("#duty-DO + ul .work:has(a[href=" + draft + "])")
                        .text())
                .contains("Kế hoạch hướng dẫn các xã", "Lập kế hoạch của mình", "Hạn 01/02/2026");

        var view = clerk.get("/cascades/" + id);
        assertThat(view.select(".cascade-figure").eachText())
                .contains(
                        "2 đơn vị được giao",
                        "1/2 Đã xác nhận",
                        "0/2 Đã ban hành kế hoạch",
                        "2/2 Quá hạn ban hành kế hoạch");
        assertThat(view.select(".cascade-nobody")).hasSize(2);

        running.issue(PlanId.of(draft.replaceAll("/plans/|/edit", "")));
        var after = clerk.get("/cascades/" + id);
        assertThat(after.select(".cascade-figure").eachText()).contains("1/2 Đã ban hành kế hoạch");
        assertThat(after.select(".cascade-nobody")).isEmpty();
        assertThat(commune.get("/received").select(".received-list")).isEmpty();
        assertThat(commune.get("/").select("[id^=duty-] + ul").text()).doesNotContain("hướng dẫn các xã");

        var answer = clerk.fetch("/cascades/" + id + "/addressees.xlsx?stage=ISSUED");
        try (var book = new XSSFWorkbook(new java.io.ByteArrayInputStream(answer.getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(1);
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("Xã Bản Lầu");
        }
        assertThat(commune.fetch("/cascades/" + id).getStatus())
                .as("another agency")
                .isEqualTo(404);
    }

    @Test
    void the_superior_looks_through_to_the_lowest_level() {
        var middle = communes.found("Xã Trung Gian");
        communes.clerk(middle, "xatrunggian");
        communes.found(UnitKind.SCHOOL, "Trường Tiểu học Trung Gian", middle, LocalDate.of(2020, 1, 1));
        var plan = issued("Kế hoạch ba cấp");
        var top = pass(plan, "names", "Xã Trung Gian");
        var commune = pages.as("xatrunggian");
        var draft = PlanId.of(commune.get("/received")
                .select(".received-list .actions a")
                .attr("href")
                .replaceAll("/plans/|/edit", ""));
        assertThat(commune.fetch("/plans/" + draft + "/pass-down").getStatus())
                .as("a draft of its own")
                .isEqualTo(409);
        running.issue(draft);
        clerk = commune;
        var below = pass(draft, "kind", "SCHOOL");
        clerk = pages.as("vanphong");

        var view = clerk.get("/cascades/" + top);
        assertThat(view.select("tbody a").attr("href")).isEqualTo("/cascades/" + below);
        assertThat(view.select(".cascade-whole").text()).contains("2 đơn vị", "1 đã ban hành");
        var deep = clerk.get("/cascades/" + below);
        assertThat(deep.select("tbody tr").text()).contains("Trường Tiểu học Trung Gian");
        assertThat(deep.select(".cascade-recall")).isEmpty();
        assertThat(clerk.post("/cascades/" + below + "/recall", "reason", "x").getStatus())
                .isEqualTo(404);
        assertThat(clerk.post("/cascades/" + top + "/recall", "reason", "nhầm").getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_cascade_is_recalled_while_nobody_has_touched_it_and_its_drafts_are_gone() {
        var commune = communes.found("Xã Thu Hồi");
        communes.clerk(commune, "xathuhoi");
        var plan = issued("Kế hoạch giao nhầm");
        var id = pass(plan, "names", "Xã Thu Hồi", "kind", "DIVISION");
        var draft = pages.as("xathuhoi")
                .get("/received")
                .select(".received-list .actions a")
                .attr("href");
        assertThat(clerk.post("/cascades/" + id + "/recall", "reason", " ").getStatus())
                .isEqualTo(409);
        assertThat(clerk.post("/cascades/" + id + "/recall", "reason", "giao nhầm")
                        .getStatus())
                .isEqualTo(302);
        assertThat(pages.as("xathuhoi").get("/received").select(".received-list"))
                .isEmpty();
        assertThat(pages.as("xathuhoi").fetch(draft).getStatus()).isEqualTo(404);
        assertThat(count("""
            select count(*) from plan_task t join plan_addressee a on a.id = t.addressee_id
            where  a.cascade_id = :id and a.inside
            """, id)).isZero();
        assertThat(clerk.get("/cascades/" + id).text()).contains("Đã rút lại");
        // and may go down again, the right way
        pass(plan, "kind", "DIVISION");
    }

    @Test
    void what_was_edited_or_confirmed_below_is_not_taken_away() {
        var commune = communes.found("Xã Đã Sửa");
        communes.clerk(commune, "xadasua");
        var plan = issued("Kế hoạch đã sửa");
        var id = pass(plan, "names", "Xã Đã Sửa");
        var draft = pages.as("xadasua")
                .get("/received")
                .select(".received-list .actions a")
                .attr("href");
        pages.as("xadasua").post(draft.replace("/edit", "/tasks"));
        var refused = clerk.post("/cascades/" + id + "/recall", "reason", "nhầm");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).text()).contains("1 cơ quan đã sửa");
    }

    @Test
    void nothing_is_passed_twice_to_the_same_unit_and_mistakes_are_said_all_at_once() {
        var plan = issued("Kế hoạch giao một lần");
        pass(plan, "kind", "DIVISION");
        var again = preview(plan, choice(plan, "kind", "DIVISION", "names", "Phòng Không Có\nSở Nội vụ"));
        assertThat(again.select(".alert-danger li").eachText()).anyMatch(line -> line.contains("Phòng Không Có"));
        assertThat(again.select("textarea").text()).contains("Sở Nội vụ");
        var rest = preview(plan, choice(plan, "kind", "DIVISION", "names", "Sở Nội vụ"));
        assertThat(rest.select("h1").text()).isEqualTo("Giao cho 1 đơn vị?");
        assertThat(rest.text()).contains("4 đơn vị đã được giao kế hoạch này");
        var nobody = preview(plan, List.of("kind", "DIVISION", "replyBy", "32/13/2026"));
        assertThat(nobody.select(".alert-danger li")).hasSize(2);
        assertThat(nobody.select("#replyBy-hint").text()).contains("32/13/2026");
        var changed = choice(plan, "names", "Sở Nội vụ", "seen", "7");
        assertThat(Pages.parse(clerk.post("/plans/" + plan + "/pass-down", changed.toArray(String[]::new)))
                        .text())
                .contains("vừa thay đổi");
    }

    @Test
    void a_saved_group_is_chosen_again_and_deleted() {
        communes.found("Xã Nhóm Một");
        communes.found("Xã Nhóm Hai");
        var plan = issued("Kế hoạch theo nhóm");
        var fields = choice(plan, "names", "Xã Nhóm Một\nXã Nhóm Hai", "groupName", "Cụm thi đua số 1");
        clerk.post("/plans/" + plan + "/pass-down/group", fields.toArray(String[]::new));
        var form = clerk.get("/plans/" + plan + "/pass-down", "en");
        assertThat(form.select("input[name=group] + span").eachText()).containsExactly("Cụm thi đua số 1 (2 units)");
        var shown = preview(
                plan, choice(plan, "group", form.select("input[name=group]").val()));
        assertThat(shown.select("h1").text()).isEqualTo("Giao cho 2 đơn vị?");
        String delete = clerk.get("/cascades").select(".cascade-groups form").attr("action");
        assertThat(clerk.post(delete).getStatus()).isEqualTo(302);
        assertThat(clerk.get("/cascades").select(".cascade-groups")).isEmpty();
    }

    @Test
    void a_unit_founded_later_gets_its_own_and_one_that_ends_hands_over_to_its_successor() {
        var today = LocalDate.now(clock);
        var agency = pages.actor("vanphong").agency();
        var old = communes.found(UnitKind.CENTRE, "Trung tâm Cũ", agency, LocalDate.of(2020, 1, 1));
        var heir = communes.found(UnitKind.CENTRE, "Trung tâm Kế Thừa", agency, LocalDate.of(2020, 1, 1));
        var plan = issued("Kế hoạch qua sắp xếp");
        var id = pass(plan, "names", "Trung tâm Cũ", "kind", "INSPECTORATE", "follow", "true");
        var newcomer = communes.found(UnitKind.INSPECTORATE, "Thanh tra mới", agency, today);
        var merged = events.enter(
                pages.actor("vanphong"),
                EventFacts.on(today, "QĐ 1"),
                new UnitChange.MergeInto(List.of(old), heir, Below.FOLLOW));
        follower.follow();
        run.run(id, () -> false);
        assertThat(leads(id)).containsExactlyInAnyOrder(heir, heir, newcomer, newcomer);
        var view = clerk.get("/cascades/" + id + "?stage=HANDED_OVER");
        assertThat(view.select("tbody tr").text()).contains("Trung tâm Cũ").contains("do Trung tâm Kế Thừa kế thừa");
        follower.follow();
        assertThat(leads(id)).hasSize(4);

        events.undo(pages.actor("quantri"), merged);
        follower.follow();
        assertThat(leads(id)).containsExactlyInAnyOrder(old, old, newcomer, newcomer);
        assertThat(clerk.get("/cascades/" + id).select("tbody tr")).hasSize(2);
    }

    private List<UnitId> leads(CascadeId id) {
        return jdbc.sql("""
            select t.lead_unit_id from plan_task t join plan_addressee a on a.id = t.addressee_id
            where  a.cascade_id = :id and a.handed_over_on is null
            """).param("id", id.value()).query(UUID.class).list().stream()
                .map(UnitId::new)
                .toList();
    }

    @Test
    void the_unfinished_draft_of_a_merged_commune_goes_on_at_its_successor() {
        var today = LocalDate.now(clock);
        var ends = communes.found("Xã Sẽ Sáp Nhập");
        var goesOn = communes.found("Xã Nhận Sáp Nhập");
        communes.clerk(goesOn, "xanhan");
        communes.letterhead(ends, "SSN", "Sẽ Sáp Nhập");
        communes.letterhead(goesOn, "NSN", "Nhận Sáp Nhập");
        var plan = issued("Kế hoạch xã sáp nhập");
        var id = pass(plan, "names", "Xã Sẽ Sáp Nhập");
        var merged = events.enter(
                pages.actor("vanphong"),
                EventFacts.on(today, "NQ 1"),
                new UnitChange.MergeInto(List.of(ends), goesOn, Below.FOLLOW));
        follower.follow();
        var commune = pages.as("xanhan");
        var draft = commune.get("/received").select(".received-list .actions a").attr("href");
        assertThat(commune.get(draft).select("h1")).isNotEmpty();
        var written = PlanId.of(draft.replaceAll("/plans/|/edit", ""));
        assertThat(commune.get("/documents/" + written).text())
                .contains("KH-NSN", "Nhận Sáp Nhập, ngày", "CHỦ TỊCH")
                .doesNotContain("KH-SSN");
        assertThat(commune.get("/documents/" + written + "/history").text())
                .contains("đầu văn bản trước đó: UBND tỉnh · Xã Sẽ Sáp Nhập · KH-SSN · Sẽ Sáp Nhập");
        assertThat(clerk.get("/cascades/" + id).select(".cascade-figure").eachText())
                .contains("1 đơn vị được giao", "1 Đã bàn giao cho đơn vị kế thừa");

        events.undo(communes.administrator(), merged);
        follower.follow();
        assertThat(commune.fetch("/documents/" + written).getStatus())
                .as("back at the commune that goes on after all")
                .isEqualTo(404);
        assertThat(jdbc.sql("select head ->> 'symbol' from outgoing_document where id = :id")
                        .param("id", written.value())
                        .query(String.class)
                        .single())
                .isEqualTo("KH-SSN");
    }

    @Test
    void from_the_ministry_to_the_commune_everybody_sees_down_but_not_up() {
        var government = communes.root(UnitKind.GOVERNMENT, "Chính phủ thử");
        var ministry = communes.found(UnitKind.MINISTRY, "Bộ thử", government, LocalDate.of(2020, 1, 1));
        var province =
                communes.found(UnitKind.PEOPLES_COMMITTEE, "UBND tỉnh thử", government, LocalDate.of(2020, 1, 1));
        var commune = communes.found(UnitKind.COMMUNE, "Xã cuối cùng", province, LocalDate.of(2020, 1, 1));
        var top = communes.clerk(ministry, "bothu");
        communes.clerk(province, "tinhthu");
        communes.clerk(commune, "xathu");
        var letter = running.issued(top, "Hướng dẫn của Bộ", task("1", "Phổ biến Luật", null, null));
        clerk = pages.as("bothu");
        var first = pass(letter, "kind", "PEOPLES_COMMITTEE");
        clerk = pages.as("tinhthu");
        var plan = PlanId.of(draftOf("tinhthu"));
        running.issue(plan);
        var second = pass(plan, "kind", "COMMUNE");
        var last = PlanId.of(draftOf("xathu"));
        running.issue(last);

        var above = pages.as("bothu");
        String down = above.get("/cascades/" + first).select("tbody a").attr("href");
        assertThat(down).isEqualTo("/cascades/" + second);
        assertThat(above.get(down, "en").select("tbody tr").text()).contains("Xã cuối cùng");
        assertThat(above.fetch("/documents/" + last).getStatus())
                .as("what another agency wrote")
                .isEqualTo(404);
        assertThat(pages.as("tinhthu").fetch("/cascades/" + first).getStatus())
                .as("the ministry's own view")
                .isEqualTo(404);
        assertThat(pages.as("xathu").fetch("/cascades/" + second).getStatus()).isEqualTo(404);
        assertThat(pages.as("xathu").fetch("/cascades/" + first).getStatus()).isEqualTo(404);
    }

    private String draftOf(String username) {
        return pages.as(username)
                .get("/received")
                .select(".received-list .actions a")
                .attr("href")
                .replaceAll("/plans/|/edit", "");
    }

    @Test
    void a_letter_is_cited_with_the_name_of_its_agency_and_the_draft_can_be_submitted_once_its_tasks_are_led() {
        var commune = communes.found("Xã Trình Ký");
        communes.letterhead(commune, "TK", "Trình Ký");
        communes.clerk(commune, "xatrinhky");
        var plan = issued("Kế hoạch có phụ lục");
        jdbc.sql("""
            update plan_task set due_on = date '2026-12-15' where plan_id = :id
            """).param("id", plan.value()).update();
        pass(plan, "names", "Xã Trình Ký");
        String draft = draftOf("xatrinhky");
        assertThat(pages.as("xatrinhky")
                        .get("/documents/" + draft)
                        .select(".finding-error")
                        .eachText())
                .allMatch(finding -> finding.contains("đơn vị chủ trì"));
    }

    @Test
    void no_page_of_a_cascade_asks_more_than_twelve_questions() {
        communes.clerk(communes.found("Xã Đếm Câu Hỏi"), "xadem");
        communes.many("Xã Đếm", 60);
        var plan = issued("Kế hoạch đếm câu hỏi");
        var id = pass(
                plan,
                "names",
                "Xã Đếm Câu Hỏi\n"
                        + String.join(
                                "\n",
                                java.util.stream.IntStream.rangeClosed(1, 60)
                                        .mapToObj("Xã Đếm %03d"::formatted)
                                        .toList()),
                "kind",
                "DIVISION");
        var office = pages.as("vanphong");
        var below = pages.as("xadem");
        var asked = new TreeMap<String, Integer>();
        asked.put("list", Statements.of(() -> office.get("/cascades")));
        asked.put("view", Statements.of(() -> office.get("/cascades/" + id)));
        asked.put("filtered", Statements.of(() -> office.get("/cascades/" + id + "?stage=LATE&words=xa")));
        // A form, not a list: it prepares the letter as well.
        assertThat(Statements.of(() -> office.get("/plans/" + plan + "/pass-down")))
                .isLessThanOrEqualTo(14);
        asked.put("received", Statements.of(() -> below.get("/received")));
        asked.put("all received", Statements.of(() -> below.get("/received?show=all")));
        System.out.println("statements of cascade pages: " + asked);
        assertThat(asked.values()).allMatch(count -> count <= 12);
    }

    @Test
    void what_was_cut_off_goes_on_where_it_stood_and_nobody_gets_two() {
        communes.many("Xã Hàng Loạt", 450);
        var plan = issued("Kế hoạch bị ngắt");
        var fields = choice(
                plan,
                "names",
                String.join(
                        "\n",
                        java.util.stream.IntStream.rangeClosed(1, 450)
                                .mapToObj("Xã Hàng Loạt %03d"::formatted)
                                .toList()),
                "seen",
                "450");
        var answer = clerk.post("/plans/" + plan + "/pass-down", fields.toArray(String[]::new));
        String address = String.valueOf(answer.getRedirectedUrl());
        var id = CascadeId.of(address.substring(address.lastIndexOf('/') + 1));
        try {
            run.run(id, () -> true);
        } catch (RuntimeException cutOff) {
            assertThat(count("select count(*) from plan_addressee where cascade_id = :id and made_at is not null", id))
                    .isPositive();
        }
        run.run(id, () -> false);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("DONE"));
        assertThat(count("select count(distinct plan_id) from plan_addressee where cascade_id = :id", id))
                .isEqualTo(450);
        assertThat(count("""
            select count(*) from outgoing_document where created_at >= (select passed_at from plan_cascade where id = :id)
            and    subject like '%kế hoạch bị ngắt%'
            """, id)).isEqualTo(450);
        var page = clerk.get("/cascades/" + id);
        assertThat(page.select("tbody tr")).hasSize(CascadePages.PAGE);
        String next = page.select("a[rel=next]").attr("href").replaceAll("#.*", "");
        assertThat(clerk.get(next).select("tbody tr td:first-child b").first().text())
                .isEqualTo("Xã Hàng Loạt 041");
    }
}
