package vn.binhdang.access.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.calendar.Today;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class RoleDelegationsTest {
    private static final LocalDate TODAY = LocalDate.now(Today.ZONE);
    private static final String REFERENCE = "Quyết định 12/QĐ-SKHCN";

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothing_is_handed_to_anybody() {
        jdbc.sql("delete from role_delegation").update();
    }

    @Test
    void a_substitute_holds_the_roles_of_the_absent_on_those_days_and_says_for_whom() {
        assertThat(pages.as("qlkh").fetch("/documents/delegations").getStatus()).isEqualTo(403);
        assertThat(substitute("giamdoc", "", "qlkh", TODAY, TODAY.plusDays(6)).getStatus())
                .isEqualTo(302);
        var held = pages.as("qlkh").get("/permissions").select("section").first();
        assertThat(held.text()).contains("Người đứng đầu", "thay cho Đặng Thị Minh Hà");
        assertThat(pages.as("qlkh").fetch("/documents/delegations").getStatus()).isEqualTo(200);
        pages.as("qlkh").post("/documents/delegations", "capacity", "TL", "to", "x", "scope", "x", "reference", "x");
        assertThat(pages.as("qlkh").get("/delegations/roles").text()).contains("Mọi vai trò", REFERENCE);
        assertThat(pages.as("giamdoc").post(end()).getStatus()).isEqualTo(302);
        assertThat(pages.as("qlkh").fetch("/documents/delegations").getStatus()).isEqualTo(403);
    }

    @Test
    void what_a_substitute_does_is_recorded_with_the_capacity_and_whose_role_it_was() {
        substitute("giamdoc", "", "qlkh", TODAY, TODAY.plusDays(6));
        substitute("qlkh", "", "khtc", TODAY, TODAY);
        String roles = jdbc.sql("""
            select roles from audit_row where action = 'access.delegation.give' and account_id = :account
            order by no desc limit 1
            """)
                .param("account", pages.actor("qlkh").account().value())
                .query(String.class)
                .single();
        assertThat(roles).contains("HEAD:SUBSTITUTE:" + pages.actor("giamdoc").account(), "DIVISION_HEAD", "STAFF");
    }

    @Test
    void before_and_after_those_days_nothing_is_held() {
        substitute("giamdoc", "", "qlkh", TODAY.plusDays(1), TODAY.plusDays(6));
        assertThat(pages.as("qlkh").fetch("/documents/delegations").getStatus()).isEqualTo(403);
        assertThat(held("qlkh", TODAY.plusDays(1))).contains("HEAD");
        assertThat(held("qlkh", TODAY.plusDays(6))).contains("HEAD");
        assertThat(held("qlkh", TODAY.plusDays(7))).doesNotContain("HEAD");
    }

    @Test
    void what_was_received_is_not_passed_on() {
        authorise("giamdoc", "chanhvanphong", "HEAD", TODAY.plusDays(30));
        assertThat(held("chanhvanphong", TODAY)).contains("HEAD");
        assertThat(problem(authorise("chanhvanphong", "vanphong", "HEAD", TODAY.plusDays(3))))
                .contains("không được giao lại");
        substitute("chanhvanphong", "", "vanphong", TODAY, TODAY.plusDays(3));
        assertThat(held("vanphong", TODAY))
                .as("the substitute of somebody who was authorised is not authorised")
                .contains("DIVISION_HEAD")
                .doesNotContain("HEAD");
        substitute("giamdoc", "", "qlcn", TODAY, TODAY.plusDays(3));
        assertThat(problem(authorise("qlcn", "vanthu", "HEAD", TODAY.plusDays(3))))
                .contains("không được giao lại");
        assertThat(substitute("qlcn", account("vanphong"), "vanthu", TODAY, TODAY.plusDays(3))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void an_authorisation_has_an_end_and_a_document_and_ends_with_the_role_it_came_from() {
        var gaps = pages.as("giamdoc")
                .post(
                        "/delegations/roles",
                        "kind",
                        "BY_AUTHORISATION",
                        "to",
                        account("vanthu"),
                        "role",
                        "HEAD",
                        "scope",
                        agency(),
                        "from",
                        TODAY.minusDays(1).toString());
        assertThat(gaps.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(gaps).select(".invalid-feedback, .field-problem"))
                .hasSize(3);
        authorise("giamdoc", "vanthu", "HEAD", TODAY.plusDays(3));
        assertThat(held("vanthu", TODAY)).contains("HEAD");
        jdbc.sql("update role_grant set valid_to = :to where account_id = :account and role = 'HEAD'")
                .param("to", TODAY.plusDays(1))
                .param("account", pages.actor("giamdoc").account().value())
                .update();
        assertThat(held("vanthu", TODAY.plusDays(2))).doesNotContain("HEAD");
        jdbc.sql("update role_grant set valid_to = null where account_id = :account and role = 'HEAD'")
                .param("account", pages.actor("giamdoc").account().value())
                .update();
    }

    @Test
    void by_order_the_heads_of_units_act_and_nobody_else() {
        assertThat(problem(give("giamdoc", "BY_ORDER", "thongke", "HEAD", agency(), "")))
                .contains("người đứng đầu đơn vị");
        assertThat(give("giamdoc", "BY_ORDER", "khtc", "HEAD", unit("khtc"), "").getStatus())
                .isEqualTo(302);
        assertThat(held("khtc", TODAY)).contains("HEAD");
    }

    @Test
    void nobody_hands_on_what_they_do_not_hold_or_for_more_than_they_hold_it() {
        assertThat(problem(give("qlkh", "BY_AUTHORISATION", "thongke", "HEAD", unit("qlkh"), TODAY.plusDays(1) + "")))
                .contains("không giữ vai trò này");
        assertThat(problem(give(
                        "qlkh", "BY_AUTHORISATION", "thongke", "DIVISION_HEAD", unit("khtc"), TODAY.plusDays(1) + "")))
                .contains("không giữ vai trò này");
        assertThat(give("qlkh", "BY_AUTHORISATION", "thongke", "DIVISION_HEAD", unit("qlkh"), TODAY.plusDays(1) + "")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void an_acting_head_is_named_from_above_for_a_vacant_post() {
        assertThat(problem(give("giamdoc", "ACTING", "thongke", "", unit("qlkh"), "")))
                .contains("đang có người đứng đầu");
        jdbc.sql("update office_held set valid_to = :today where unit_id = :unit and rank = 'HEAD'")
                .param("today", TODAY)
                .param("unit", pages.actor("cds").unit().value())
                .update();
        assertThat(give("cds", "ACTING", "thongke", "", unit("cds"), "").getStatus())
                .isEqualTo(409);
        assertThat(give("giamdoc", "ACTING", "thongke", "", unit("cds"), "").getStatus())
                .isEqualTo(302);
        assertThat(held("thongke", TODAY)).contains("DIVISION_HEAD");
        assertThat(pages.as("thongke").get("/permissions").text())
                .contains("quyền, theo phân công của Đặng Thị Minh Hà");
    }

    @Test
    void somebody_above_names_a_substitute_for_those_below_and_not_the_other_way_round() {
        assertThat(substitute("giamdoc", account("qlkh"), "thongke", TODAY, TODAY.plusDays(2))
                        .getStatus())
                .isEqualTo(302);
        assertThat(held("thongke", TODAY)).contains("DIVISION_HEAD");
        assertThat(problem(substitute("phogiamdoc", account("giamdoc"), "qlkh", TODAY, TODAY.plusDays(2))))
                .contains("lãnh đạo cấp trên");
        assertThat(substitute("qlkh", account("khtc"), "thongke", TODAY, TODAY.plusDays(2))
                        .getStatus())
                .isEqualTo(404);
        assertThat(problem(substitute("giamdoc", account("qlkh"), "khtc", TODAY.plusDays(1), TODAY.plusDays(3))))
                .contains("đã có người thay thế");
    }

    @Test
    void administration_is_not_handed_on_even_for_an_absence() {
        jdbc.sql("""
            insert into role_delegation (id, agency_id, kind, from_account, to_account, unit_id, with_below, reference,
                                         valid_from, valid_to, given_by, given_at)
            values (gen_random_uuid(), :agency, 'SUBSTITUTE', :from, :to, :unit, false, 'x', :today, :end, :from, now())
            """)
                .param("agency", pages.actor("quantri").agency().value())
                .param("from", pages.actor("quantri").account().value())
                .param("to", pages.actor("congdoan").account().value())
                .param("unit", pages.actor("congdoan").unit().value())
                .param("today", TODAY)
                .param("end", TODAY.plusDays(2))
                .update();
        assertThat(held("congdoan", TODAY))
                .doesNotContain("SYSTEM_ADMINISTRATOR")
                .contains("STAFF");
        assertThat(pages.as("congdoan").fetch("/accounts").getStatus()).isEqualTo(403);
    }

    @Test
    void only_who_gave_it_or_leads_there_ends_it() {
        authorise("giamdoc", "khtc", "HEAD", TODAY.plusDays(3));
        assertThat(pages.as("qlkh").post(end()).getStatus()).isEqualTo(404);
        assertThat(pages.as("khtc").post(end()).getStatus())
                .as("not by the one who received it")
                .isEqualTo(404);
        assertThat(pages.as("phogiamdoc").post(end()).getStatus()).isEqualTo(302);
        assertThat(pages.as("giamdoc").post(end()).getStatus())
                .as("a second time there is nothing to end")
                .isEqualTo(404);
    }

    @Test
    void every_kind_has_its_form_in_both_languages() {
        for (String kind : new String[] {"SUBSTITUTE", "BY_AUTHORISATION", "BY_ORDER", "ACTING", "nonsense"}) {
            pages.as("giamdoc").get("/delegations/roles/new?kind=" + kind);
            pages.as("giamdoc").get("/delegations/roles/new?kind=" + kind, "en");
        }
        assertThat(pages.as("thongke").fetch("/delegations/roles").getStatus()).isEqualTo(403);
    }

    @Test
    void more_people_than_a_list_can_hold_are_typed_by_name_and_told_apart_by_their_units() {
        crowd();
        try {
            var head = pages.as("giamdoc");
            var form = head.get("/delegations/roles/new?kind=SUBSTITUTE");
            assertThat(form.select("input#to, input#absent")).hasSize(2);
            assertThat(head.part("/delegations/people?q=dong nguoi").select("button"))
                    .hasSize(12);
            assertThat(substituteTyped("Hoàng Thu An").getStatus()).isEqualTo(302);
            var several = substituteTyped("Đông Người 7");
            assertThat(several.getStatus()).isEqualTo(422);
            String said = Pages.parse(several).select("#mistake-to").text();
            assertThat(said).contains("Không có đúng một người", "Đông Người 7 (", ", nguoi7)", ", nguoi7b)");
            assertThat(Pages.parse(several).select("#to").val()).isEqualTo("Đông Người 7");
            String exact = said.replaceFirst(".*?(Đông Người 7 \\([^)]*, nguoi7b\\)).*", "$1");
            assertThat(substituteTyped(exact.toLowerCase(java.util.Locale.ROOT)).getStatus())
                    .as("a name is typed in any case")
                    .isIn(302, 409);
            assertThat(Pages.parse(substituteTyped("Chẳng Có Ai"))
                            .select("#mistake-to")
                            .text())
                    .contains("Không có đúng một người");
        } finally {
            jdbc.sql("delete from role_delegation").update();
            jdbc.sql("delete from account where username like 'nguoi%'").update();
        }
    }

    /** Three hundred more, two of them with one name in one unit. */
    private void crowd() {
        for (String suffix : new String[] {"", "b"})
            jdbc.sql("""
                with made as (
                    insert into person (id, family_name, given_name, sex)
                    select gen_random_uuid(), 'Đông', 'Người ' || i, 'U'
                    from   generate_series(1, case when :suffix = '' then 300 else 10 end) i
                    returning id, given_name)
                insert into account (id, person_id, username, password_hash, must_change_password, created_at, agency_id,
                                     unit_id)
                select gen_random_uuid(), m.id, 'nguoi' || substr(m.given_name, 7) || :suffix, '', false, now(), a.agency_id,
                       a.unit_id
                from   made m, account a where a.username = 'thongke'
                """).param("suffix", suffix).update();
    }

    private MockHttpServletResponse substituteTyped(String name) {
        return pages.as("giamdoc")
                .post(
                        "/delegations/roles",
                        "kind",
                        "SUBSTITUTE",
                        "absent",
                        "",
                        "to",
                        name,
                        "from",
                        TODAY.toString(),
                        "lastDay",
                        TODAY.plusDays(1).toString(),
                        "reference",
                        REFERENCE);
    }

    private MockHttpServletResponse substitute(String by, String absent, String to, LocalDate from, LocalDate lastDay) {
        return pages.as(by)
                .post(
                        "/delegations/roles",
                        "kind",
                        "SUBSTITUTE",
                        "absent",
                        absent,
                        "to",
                        account(to),
                        "from",
                        from.toString(),
                        "lastDay",
                        lastDay.toString(),
                        "reference",
                        REFERENCE);
    }

    private MockHttpServletResponse authorise(String by, String to, String role, LocalDate lastDay) {
        return give(by, "BY_AUTHORISATION", to, role, agency(), lastDay.toString());
    }

    private MockHttpServletResponse give(String by, String kind, String to, String role, String scope, String lastDay) {
        return pages.as(by)
                .post(
                        "/delegations/roles",
                        "kind",
                        kind,
                        "to",
                        account(to),
                        "role",
                        role,
                        "scope",
                        scope,
                        "withBelow",
                        "true",
                        "from",
                        TODAY.toString(),
                        "lastDay",
                        lastDay,
                        "reference",
                        REFERENCE);
    }

    private static String problem(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isEqualTo(409);
        return Pages.parse(response).select("[role=alert]").text();
    }

    /** The form that ends the newest. */
    private String end() {
        return "/delegations/roles/"
                + jdbc.sql("select id from role_delegation order by given_at desc, id desc limit 1")
                        .query(UUID.class)
                        .single()
                + "/end";
    }

    private List<String> held(String username, LocalDate day) {
        return jdbc.sql("select role from roles_held(:account, :day)")
                .param("account", pages.actor(username).account().value())
                .param("day", day)
                .query(String.class)
                .list();
    }

    private String account(String username) {
        return pages.actor(username).account().toString();
    }

    private String agency() {
        return pages.actor("giamdoc").agency().toString();
    }

    private String unit(String username) {
        return pages.actor(username).unit().toString();
    }
}
