package vn.binhdang.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class AccountsTest {
    private static final LocalDate TODAY = LocalDate.now(vn.binhdang.calendar.Today.ZONE);

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RoleGrants grants;

    private Pages.Visit admin;

    @BeforeEach
    void administrator() {
        admin = pages.as("quantri");
    }

    @Test
    void the_list_is_found_by_name_without_diacritics_and_narrowed_by_state() {
        assertThat(admin.get("/accounts?q=hoang thu").select("tbody tr")).hasSize(1);
        assertThat(admin.get("/accounts?q=hoang thu", "en").select("tbody").text())
                .contains("Office clerk");
        assertThat(admin.get("/accounts?state=closed").select("tbody tr")).isEmpty();
        assertThat(admin.get("/accounts").select("tbody tr").first().text()).contains("Hoàng Thu An");
    }

    @Test
    void an_account_opened_for_a_person_of_the_register_shows_its_password_once_and_allows_nothing() {
        var found = admin.get("/accounts/new?q=luong bich").select("a[href^=/accounts/new?person]");
        assertThat(found).hasSize(1);
        var form = admin.get(found.attr("href"));
        assertThat(form.select("#username").val()).isEqualTo("bichlt");
        String person = form.select("input[name=person]").val();
        var opened = admin.post("/accounts", "person", person, "username", "bichlt");
        assertThat(opened.getStatus()).isEqualTo(200);
        assertThat(opened.getHeader("Cache-Control")).contains("no-store");
        String password = Pages.parse(opened).select(".first-password").text();
        assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        String account = Pages.parse(opened).select("main a.btn").attr("href");
        assertThat(admin.get(account).text()).doesNotContain(password).contains("chưa làm được gì");
        assertThat(jdbc.sql("select count(*) from role_grant where account_id = :id")
                        .param("id", id(account))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(admin.post("/accounts", "person", person, "username", "bichlt2")
                        .getStatus())
                .isEqualTo(422);
        assertThat(audited(id(account), "access.account.open")).isEqualTo(1);
    }

    @Test
    void a_user_name_that_is_taken_or_odd_comes_back_beside_its_field() {
        String person = admin.get(admin.get("/accounts/new?q=nong phuc")
                        .select("a[href^=/accounts/new?person]")
                        .attr("href"))
                .select("input[name=person]")
                .val();
        for (String odd : new String[] {"vanphong", "Có dấu", "ab", "1abc"}) {
            var again = admin.post("/accounts", "person", person, "username", odd);
            assertThat(again.getStatus()).isEqualTo(422);
            assertThat(Pages.parse(again).select(".invalid-feedback").text()).isNotBlank();
            assertThat(Pages.parse(again).select("#username").val()).isEqualTo(odd);
        }
    }

    @Test
    void a_role_given_and_ended_holds_from_the_next_request_of_the_same_session_on() {
        var member = pages.as("thongke");
        String account = account("thongke");
        assertThat(member.fetch("/plans/new").getStatus()).isEqualTo(403);
        assertThat(give(account, "OFFICE_CLERK", agency(), TODAY, "").getStatus())
                .isEqualTo(302);
        assertThat(member.fetch("/plans/new").getStatus()).isEqualTo(200);
        String grant = grant("thongke", "OFFICE_CLERK");
        assertThat(admin.post(account + "/roles/" + grant + "/end").getStatus()).isEqualTo(302);
        assertThat(member.fetch("/plans/new").getStatus()).isEqualTo(403);
        assertThat(admin.get(account).select("tbody").text()).contains("Chuyên viên văn phòng", "Đã hết");
        assertThat(audited(id(account), "access.role.give")).isPositive();
        assertThat(audited(id(account), "access.role.end")).isPositive();
    }

    @Test
    void a_role_with_a_later_first_day_does_not_hold_yet() {
        give(account("congdoan"), "OFFICE_CLERK", agency(), TODAY.plusDays(3), "");
        assertThat(pages.as("congdoan").fetch("/plans/new").getStatus()).isEqualTo(403);
        assertThat(admin.get(account("congdoan")).select("tbody").text()).contains("Sắp có hiệu lực");
    }

    @Test
    void a_form_with_gaps_comes_back_with_every_message_and_what_was_typed() {
        var again = admin.post(
                account("cds") + "/roles",
                "role",
                "",
                "scope",
                agency(),
                "from",
                TODAY.minusDays(1).toString(),
                "lastDay",
                TODAY.minusDays(2).toString(),
                "reference",
                "QĐ 12");
        assertThat(again.getStatus()).isEqualTo(422);
        var page = Pages.parse(again);
        assertThat(page.select(".invalid-feedback")).hasSize(3);
        assertThat(page.select("#reference").val()).isEqualTo("QĐ 12");
    }

    @Test
    void a_wrong_row_is_corrected_by_another_and_stays() {
        String account = account("tdc");
        give(account, "STATISTICIAN", agency(), TODAY, "");
        String wrong = grant("tdc", "STATISTICIAN");
        assertThat(admin.get(account + "/roles/" + wrong)
                        .select("#role option[selected]")
                        .val())
                .isEqualTo("STATISTICIAN");
        var corrected = admin.post(
                account + "/roles/" + wrong,
                "role",
                "PORTAL_EDITOR",
                "scope",
                agency(),
                "withBelow",
                "true",
                "from",
                TODAY.toString());
        assertThat(corrected.getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select valid_from = valid_to and corrected_by_id is not null from role_grant where id"
                                + " = :id")
                        .param("id", UUID.fromString(wrong))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(admin.get(account).select("tbody").text()).contains("Cán bộ thống kê", "Biên tập viên");
    }

    @Test
    void nobody_changes_their_own_roles_or_closes_their_own_account() {
        String own = account("quantri");
        assertThat(give(own, "HEAD", agency(), TODAY, "").getStatus()).isEqualTo(409);
        assertThat(admin.post(own + "/roles/" + grant("quantri", "SYSTEM_ADMINISTRATOR") + "/end")
                        .getStatus())
                .isEqualTo(409);
        assertThat(admin.post(own + "/close").getStatus()).isEqualTo(409);
        assertThat(admin.get(own).select("form[action$=/roles]")).isEmpty();
    }

    @Test
    void nobody_gives_what_is_outside_their_own_reach() {
        jdbc.sql("update role_grant set scope_id = unit_id, with_below = false where account_id = :id and role"
                        + " = 'SYSTEM_ADMINISTRATOR'")
                .param("id", id(account("quantri")))
                .update();
        try {
            String colleague = "/accounts/" + open("chu bien khac", "TTCNTT");
            assertThat(give(colleague, "HEAD", agency(), TODAY, "").getStatus()).isEqualTo(404);
            String unit = pages.actor("quantri").unit().toString();
            assertThat(give(colleague, "STAFF", unit, TODAY, "").getStatus())
                    .as("held for the unit alone, so not given for what is below it")
                    .isEqualTo(404);
            assertThat(admin.post(colleague + "/roles", "role", "STAFF", "scope", unit, "from", TODAY.toString())
                            .getStatus())
                    .isEqualTo(302);
            assertThat(admin.fetch(account("qlkh")).getStatus()).isEqualTo(404);
        } finally {
            jdbc.sql("update role_grant set scope_id = agency_id, with_below = true where account_id = :id and"
                            + " role = 'SYSTEM_ADMINISTRATOR'")
                    .param("id", id(account("quantri")))
                    .update();
        }
    }

    @Test
    void a_closed_account_is_out_at_the_next_request_and_its_roles_come_back_when_it_opens() {
        var member = pages.as("ttud");
        String account = account("ttud");
        assertThat(member.fetch("/").getStatus()).isEqualTo(200);
        assertThat(admin.post(account + "/close").getStatus()).isEqualTo(302);
        assertThat(member.fetch("/").getStatus()).isIn(302, 401);
        assertThat(admin.post(account + "/close").getStatus()).isEqualTo(409);
        assertThat(admin.post(account + "/reopen").getStatus()).isEqualTo(302);
        assertThat(pages.as("ttud").fetch("/").getStatus()).isEqualTo(200);
    }

    @Test
    void with_a_closed_account_its_mail_address_goes_and_what_waited_for_it() {
        String account = account("ttud");
        jdbc.sql("insert into mail_address (account_id, address, working_days_only) values (:id,"
                        + " 'ttud@example.vn', true) on conflict (account_id) do update set address ="
                        + " excluded.address")
                .param("id", id(account))
                .update();
        jdbc.sql("insert into mail (id, account_id, state, next_at, created_at)"
                        + " values (gen_random_uuid(), :id, 'WAITING', now() + interval '1 day', now())")
                .param("id", id(account))
                .update();
        assertThat(admin.post(account + "/close").getStatus()).isEqualTo(302);
        assertThat(admin.post(account + "/reopen").getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("""
            select (select count(*) from mail_address where account_id = :id and address is not null)
                   + (select count(*) from mail where account_id = :id and state = 'WAITING')
            """).param("id", id(account)).query(Long.class).single())
                .isZero();
    }

    @Test
    void two_administrators_who_take_the_role_from_each_other_at_once_leave_one() throws Exception {
        var one = pages.actor("quantri");
        give(account("ttcntt"), "SYSTEM_ADMINISTRATOR", agency(), TODAY, "");
        var two = pages.actor("ttcntt");
        var ofOne = new GrantId(UUID.fromString(grant("quantri", "SYSTEM_ADMINISTRATOR")));
        var ofTwo = new GrantId(UUID.fromString(grant("ttcntt", "SYSTEM_ADMINISTRATOR")));
        try (var both = Executors.newFixedThreadPool(2)) {
            var results = both.invokeAll(java.util.List.<Callable<Boolean>>of(
                    () -> ends(() -> grants.end(one, two.account(), ofTwo, null)),
                    () -> ends(() -> grants.end(two, one.account(), ofOne, null))));
            both.shutdown();
            assertThat(both.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(results).extracting(result -> result.get()).containsExactlyInAnyOrder(true, false);
        } finally {
            jdbc.sql("update role_grant set valid_to = null where id = :id")
                    .param("id", ofOne.value())
                    .update();
        }
    }

    @Test
    void the_last_administrator_keeps_the_role_even_with_an_end_far_away() {
        give(account("khtc"), "SYSTEM_ADMINISTRATOR", agency(), TODAY, "");
        var second = pages.actor("khtc");
        var last = new GrantId(UUID.fromString(grant("quantri", "SYSTEM_ADMINISTRATOR")));
        grants.end(
                pages.actor("quantri"),
                second.account(),
                new GrantId(UUID.fromString(grant("khtc", "SYSTEM_ADMINISTRATOR"))),
                TODAY.plusYears(1));
        assertThatThrownBy(() -> grants.end(second, pages.actor("quantri").account(), last, TODAY.plusYears(1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("access.account.lastAdministrator"));
    }

    @Test
    void a_role_of_somebody_else_is_not_ended_through_another_account() {
        assertThatThrownBy(() -> grants.end(
                        pages.actor("quantri"),
                        new AccountId(id(account("cds"))),
                        new GrantId(UUID.fromString(grant("qlkh", "STAFF"))),
                        null))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void the_auditor_looks_and_changes_nothing() {
        var auditor = pages.as("kiemtoan");
        assertThat(auditor.get(account("vanphong")).select("main form")).isEmpty();
        assertThat(auditor.post(account("vanphong") + "/close").getStatus()).isEqualTo(403);
        assertThat(pages.as("giamdoc").fetch("/accounts").getStatus()).isEqualTo(403);
    }

    @Test
    void a_person_with_roles_in_two_agencies_chooses_for_which_one_to_act() {
        var other = UUID.randomUUID();
        jdbc.sql("insert into unit (id, valid_from) values (:id, date '2020-01-01')")
                .param("id", other)
                .update();
        jdbc.sql("insert into unit_name (unit_id, kind, name, valid_from) values (:id, 'DEPARTMENT', 'Sở Tư"
                        + " pháp', date '2020-01-01')")
                .param("id", other)
                .update();
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
            values (gen_random_uuid(), :account, :agency, :agency, 'STATISTICIAN', :agency, true, current_date)
            """)
                .param("account", id(account("chidoan")))
                .param("agency", other)
                .update();
        var visit = pages.as("chidoan");
        assertThat(visit.get("/").select(".visitor-agency").text()).contains("Sở Khoa học và Công nghệ");
        assertThat(visit.get("/").select("button[name=agency]").text()).isEqualTo("Chuyển sang Sở Tư pháp");
        assertThat(visit.post("/account/agency", "agency", other.toString()).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(visit.post("/account/agency", "agency", UUID.randomUUID().toString())
                        .getStatus())
                .isEqualTo(404);
    }

    private static boolean ends(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private org.springframework.mock.web.MockHttpServletResponse give(
            String account, String role, String scope, LocalDate from, String lastDay) {
        return admin.post(
                account + "/roles",
                "role",
                role,
                "scope",
                scope,
                "withBelow",
                "true",
                "from",
                from.toString(),
                "lastDay",
                lastDay);
    }

    /** An account for a new colleague of the administrator's unit. */
    private UUID open(String name, String unit) {
        var person = UUID.randomUUID();
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (:id, :name," + " :unit, 'F')")
                .param("id", person)
                .param("name", name)
                .param("unit", unit)
                .update();
        jdbc.sql("""
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            values (gen_random_uuid(), :person, :unit, 'MEMBER', 'Kỹ sư', date '2020-01-01')
            """)
                .param("person", person)
                .param("unit", pages.actor("quantri").unit().value())
                .update();
        var opened = admin.post("/accounts", "person", person.toString(), "username", "dongnghiep");
        return id(Pages.parse(opened).select("main a.btn").attr("href"));
    }

    private String agency() {
        return pages.actor("quantri").agency().toString();
    }

    private String account(String username) {
        return "/accounts/" + pages.actor(username).account();
    }

    private static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private String grant(String username, String role) {
        return jdbc.sql("""
            select g.id from role_grant g join account a on a.id = g.account_id
            where  a.username = :name and g.role = :role order by g.given_at desc limit 1
            """)
                .param("name", username)
                .param("role", role)
                .query(UUID.class)
                .single()
                .toString();
    }

    private long audited(UUID record, String action) {
        return jdbc.sql("select count(*) from audit_row where record_id = :record and action = :action")
                .param("record", record)
                .param("action", action)
                .query(Long.class)
                .single();
    }
}
