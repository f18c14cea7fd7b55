package vn.binhdang.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class RolesGivenTest {
    private static final LocalDate TODAY = LocalDate.now(vn.binhdang.calendar.Today.ZONE);

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RoleGrants grants;

    private Pages.Visit admin;
    private RoleForms forms;

    @BeforeEach
    void administrator() {
        admin = pages.as("quantri");
        forms = new RoleForms(pages, jdbc);
    }

    @Test
    void a_role_given_and_ended_holds_from_the_next_request_of_the_same_session_on() {
        var member = pages.as("thongke");
        String account = forms.account("thongke");
        assertThat(member.fetch("/plans/new").getStatus()).isEqualTo(403);
        assertThat(forms.give(account, "OFFICE_CLERK", forms.agency(), TODAY, "")
                        .getStatus())
                .isEqualTo(302);
        assertThat(member.fetch("/plans/new").getStatus()).isEqualTo(200);
        String grant = forms.grant("thongke", "OFFICE_CLERK");
        assertThat(admin.post(account + "/roles/" + grant + "/end").getStatus()).isEqualTo(302);
        assertThat(member.fetch("/plans/new").getStatus()).isEqualTo(403);
        assertThat(admin.get(account).select("tbody").text()).contains("Chuyên viên văn phòng", "Đã hết");
        assertThat(forms.audited(RoleForms.id(account), "access.role.give")).isPositive();
        assertThat(forms.audited(RoleForms.id(account), "access.role.end")).isPositive();
    }

    @Test
    void a_role_with_a_later_first_day_does_not_hold_yet() {
        forms.give(forms.account("congdoan"), "OFFICE_CLERK", forms.agency(), TODAY.plusDays(3), "");
        assertThat(pages.as("congdoan").fetch("/plans/new").getStatus()).isEqualTo(403);
        assertThat(admin.get(forms.account("congdoan")).select("tbody").text()).contains("Sắp có hiệu lực");
    }

    @Test
    void a_form_with_gaps_comes_back_with_every_message_and_what_was_typed() {
        var again = admin.post(
                forms.account("cds") + "/roles",
                "role",
                "",
                "scope",
                forms.agency(),
                "from",
                TODAY.minusDays(1).toString(),
                "lastDay",
                TODAY.minusDays(2).toString(),
                "reference",
                "QĐ 12");
        assertThat(again.getStatus()).isEqualTo(422);
        var page = Pages.parse(again);
        assertThat(page.select(".invalid-feedback, .field-problem")).hasSize(3);
        assertThat(page.select("#reference").val()).isEqualTo("QĐ 12");
    }

    @Test
    void a_last_day_that_is_none_is_refused_at_its_field_and_ends_nothing() {
        String account = forms.account("cds");
        forms.give(account, "STATISTICIAN", forms.agency(), TODAY, "");
        String grant = forms.grant("cds", "STATISTICIAN");
        var again = admin.post(account + "/roles/" + grant + "/end", "lastDay", "31/4/2026");
        assertThat(again.getStatus()).isEqualTo(422);
        var form = Pages.parse(again).select("details[open] form[action$=" + grant + "/end]");
        assertThat(form.select("[name=lastDay]").val()).isEqualTo("31/4/2026");
        assertThat(form.select(".field-problem").text()).contains("nhập ngày đúng");
        assertThat(forms.audited(RoleForms.id(account), "access.role.end")).isZero();
        String keypad = "%1$td%1$tm%1$tY".formatted(TODAY.plusDays(2));
        assertThat(admin.post(account + "/roles/" + grant + "/end", "lastDay", keypad)
                        .getStatus())
                .isEqualTo(302);
        assertThat(admin.get(account).select("tbody").text())
                .contains("%1$td/%1$tm/%1$tY".formatted(TODAY.plusDays(2)));
    }

    @Test
    void a_wrong_row_is_corrected_by_another_and_stays() {
        String account = forms.account("tdc");
        forms.give(account, "STATISTICIAN", forms.agency(), TODAY, "");
        String wrong = forms.grant("tdc", "STATISTICIAN");
        assertThat(admin.get(account + "/roles/" + wrong)
                        .select("#role option[selected]")
                        .val())
                .isEqualTo("STATISTICIAN");
        var corrected = admin.post(
                account + "/roles/" + wrong,
                "role",
                "PORTAL_EDITOR",
                "scope",
                forms.agency(),
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
        String own = forms.account("quantri");
        assertThat(forms.give(own, "HEAD", forms.agency(), TODAY, "").getStatus())
                .isEqualTo(409);
        assertThat(admin.post(own + "/roles/" + forms.grant("quantri", "SYSTEM_ADMINISTRATOR") + "/end")
                        .getStatus())
                .isEqualTo(409);
        assertThat(admin.post(own + "/close").getStatus()).isEqualTo(409);
        assertThat(admin.get(own).select("form[action$=/roles]")).isEmpty();
    }

    @Test
    void nobody_gives_what_is_outside_their_own_reach() {
        jdbc.sql("update role_grant set scope_id = unit_id, with_below = false where account_id = :id and role"
                        + " = 'SYSTEM_ADMINISTRATOR'")
                .param("id", RoleForms.id(forms.account("quantri")))
                .update();
        try {
            String colleague = "/accounts/" + open("chu bien khac", "TTCNTT");
            assertThat(forms.give(colleague, "HEAD", forms.agency(), TODAY, "").getStatus())
                    .isEqualTo(404);
            String unit = pages.actor("quantri").unit().toString();
            assertThat(forms.give(colleague, "STAFF", unit, TODAY, "").getStatus())
                    .as("held for the unit alone, so not given for what is below it")
                    .isEqualTo(404);
            assertThat(admin.post(colleague + "/roles", "role", "STAFF", "scope", unit, "from", TODAY.toString())
                            .getStatus())
                    .isEqualTo(302);
            assertThat(admin.fetch(forms.account("qlkh")).getStatus()).isEqualTo(404);
        } finally {
            jdbc.sql("update role_grant set scope_id = agency_id, with_below = true where account_id = :id and"
                            + " role = 'SYSTEM_ADMINISTRATOR'")
                    .param("id", RoleForms.id(forms.account("quantri")))
                    .update();
        }
    }

    @Test
    void a_role_of_somebody_else_is_not_ended_through_another_account() {
        assertThatThrownBy(() -> grants.end(
                        pages.actor("quantri"),
                        new AccountId(RoleForms.id(forms.account("cds"))),
                        new GrantId(UUID.fromString(forms.grant("qlkh", "STAFF"))),
                        null))
                .isInstanceOf(NotVisible.class);
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
        return RoleForms.id(Pages.parse(opened).select("main a.btn").attr("href"));
    }
}
