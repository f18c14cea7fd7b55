package vn.binhdang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class ChoosingAnAgencyTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_person_with_roles_in_two_agencies_chooses_for_which_one_to_act_and_both_read_it_in_their_record() {
        var other = UUID.randomUUID();
        var account = pages.actor("chidoan").account().value();
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
            """).param("account", account).param("agency", other).update();
        var visit = pages.as("chidoan");
        assertThat(visit.get("/").select(".visitor-agency").text()).contains("Sở Khoa học và Công nghệ");
        assertThat(visit.get("/").select("button[name=agency]").text()).isEqualTo("Chuyển sang Sở Tư pháp");
        assertThat(visit.post("/account/agency", "agency", other.toString()).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(visit.post("/account/agency", "agency", UUID.randomUUID().toString())
                        .getStatus())
                .isEqualTo(404);
        assertThat(recorded(account, pages.actor("quantri").agency().value())).isEqualTo(1);
        assertThat(recorded(account, other)).isEqualTo(1);
        jdbc.sql("delete from role_grant where agency_id = :other")
                .param("other", other)
                .update();
    }

    private long recorded(UUID account, UUID agency) {
        return jdbc.sql("""
            select count(*) from audit_row
            where  action = 'access.agency.choose' and account_id = :account and agency_id = :agency
            """)
                .param("account", account)
                .param("agency", agency)
                .query(Long.class)
                .single();
    }
}
