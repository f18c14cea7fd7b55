package vn.binhdang.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class AccountsTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    private Pages.Visit admin;
    private RoleForms forms;

    @BeforeEach
    void administrator() {
        admin = pages.as("quantri");
        forms = new RoleForms(pages, jdbc);
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
                        .param("id", RoleForms.id(account))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(admin.post("/accounts", "person", person, "username", "bichlt2")
                        .getStatus())
                .isEqualTo(422);
        assertThat(forms.audited(RoleForms.id(account), "access.account.open")).isEqualTo(1);
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
    void a_closed_account_is_out_at_the_next_request_and_its_roles_come_back_when_it_opens() {
        var member = pages.as("ttud");
        String account = forms.account("ttud");
        assertThat(member.fetch("/").getStatus()).isEqualTo(200);
        assertThat(admin.post(account + "/close").getStatus()).isEqualTo(302);
        assertThat(member.fetch("/").getStatus()).isIn(302, 401);
        assertThat(admin.post(account + "/close").getStatus()).isEqualTo(409);
        assertThat(admin.post(account + "/reopen").getStatus()).isEqualTo(302);
        assertThat(pages.as("ttud").fetch("/").getStatus()).isEqualTo(200);
    }

    @Test
    void the_auditor_looks_and_changes_nothing() {
        var auditor = pages.as("kiemtoan");
        assertThat(auditor.get(forms.account("vanphong")).select("main form")).isEmpty();
        assertThat(auditor.post(forms.account("vanphong") + "/close").getStatus())
                .isEqualTo(403);
        assertThat(pages.as("giamdoc").fetch("/accounts").getStatus()).isEqualTo(403);
    }

    @Test
    void with_a_closed_account_its_mail_address_goes_and_what_waited_for_it() {
        String account = forms.account("ttud");
        jdbc.sql("insert into mail_address (account_id, address, working_days_only) values (:id,"
                        + " 'ttud@example.vn', true) on conflict (account_id) do update set address ="
                        + " excluded.address")
                .param("id", RoleForms.id(account))
                .update();
        jdbc.sql("insert into mail (id, account_id, state, next_at, created_at)"
                        + " values (gen_random_uuid(), :id, 'WAITING', now() + interval '1 day', now())")
                .param("id", RoleForms.id(account))
                .update();
        assertThat(admin.post(account + "/close").getStatus()).isEqualTo(302);
        assertThat(admin.post(account + "/reopen").getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("""
            select (select count(*) from mail_address where account_id = :id and address is not null)
                   + (select count(*) from mail where account_id = :id and state = 'WAITING')
            """)
                        .param("id", RoleForms.id(account))
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
