package vn.binhdang.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** Who sets a password acts in every role of the account, so the reach of the roles counts, not only that of the account. */
@PageTest
class AdministratorOfOneUnitTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    private final UUID grant = Uuid7.create();
    private final UUID second = Uuid7.create();
    private UUID clerk;

    @BeforeEach
    void an_administrator_for_the_unit_where_a_clerk_of_the_whole_agency_sits() {
        clerk = jdbc.sql("select id from account where username = 'vanphong'")
                .query(UUID.class)
                .single();
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
            select :id, me.id, a.agency_id, me.unit_id, 'SYSTEM_ADMINISTRATOR', a.unit_id, true, date '2025-01-01'
            from   account a, account me where a.id = :clerk and me.username = 'thongke'
            """).param("id", grant).param("clerk", clerk).update();
    }

    @AfterEach
    void no_administrator_any_more() {
        jdbc.sql("delete from role_grant where id in (:ids)")
                .param("ids", List.of(grant, second))
                .update();
    }

    @Test
    void opens_no_door_into_an_account_that_acts_for_the_whole_agency() {
        var local = pages.as("thongke");
        String before = password();
        assertThat(local.fetch("/accounts/" + clerk).getStatus()).isEqualTo(200);
        assertThat(local.post("/accounts/" + clerk + "/first-password").getStatus())
                .isEqualTo(409);
        assertThat(local.post("/accounts/" + clerk + "/sign-in/reset-factors").getStatus())
                .isEqualTo(409);
        assertThat(password()).isEqualTo(before);
    }

    @Test
    void the_administrator_of_the_agency_does_and_the_owner_is_told() {
        assertThat(pages.as("quantri")
                        .post("/accounts/" + clerk + "/first-password")
                        .getStatus())
                .isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from notice where account_id = :clerk and kind = 'access.notice.password'")
                        .param("clerk", clerk)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void finds_each_account_of_the_list_in_the_review_too_and_no_other() {
        var local = pages.as("thongke");
        var elsewhere = pages.actor("qlkh").account();
        assertThat(local.fetch("/accounts/" + elsewhere).getStatus()).isEqualTo(404);
        assertThat(local.fetch("/accounts/" + elsewhere + "/sign-in").getStatus())
                .isEqualTo(404);
        String unit = pages.actor("vanphong").unit().toString();
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
            select :id, a.id, a.agency_id, a.unit_id, 'STATISTICIAN', :unit, false, date '2025-01-01'
            from   account a where a.username = 'qlkh'
            """).param("id", second).param("unit", UUID.fromString(unit)).update();
        assertThat(local.fetch("/accounts/" + elsewhere).getStatus()).isEqualTo(200);
        assertThat(local.fetch("/accounts/" + elsewhere + "/sign-in").getStatus())
                .isEqualTo(200);
        var listed = names(local.get("/accounts").select("tbody tr"));
        assertThat(names(local.get("/accounts/review").select("tbody tr")))
                .containsExactlyInAnyOrderElementsOf(listed)
                .contains("qlkh", "vanphong");
    }

    private List<String> names(Elements rows) {
        return jdbc.sql("select username from account").query(String.class).list().stream()
                .filter(name -> rows.stream().anyMatch(row -> row.text().matches("(.* )?" + name + "( .*)?")))
                .toList();
    }

    private String password() {
        return jdbc.sql("select password_hash from account where id = :id")
                .param("id", clerk)
                .query(String.class)
                .single();
    }
}
