package vn.binhdang.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class AgencyTokensPageTest {
    private static final String HERE = "/accounts/tokens";

    @Autowired
    private Pages pages;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private String secret;

    @BeforeEach
    void somebody_of_the_office_made_a_token() {
        jdbc.sql("delete from api_token").update();
        secret = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
    }

    @Test
    void an_administrator_sees_who_made_it_and_what_it_may_do_but_never_the_secret() {
        var page = pages.as("quantri").get(HERE);
        assertThat(page.text())
                .contains("Máy chủ báo cáo", "vanphong", "Xem số liệu thống kê chưa công bố", "Chưa dùng")
                .doesNotContain("bdt_");
        assertThat(pages.as("quantri").get(HERE, "en").text()).contains("Access tokens of the agency", "Never used");
        assertThat(pages.as("quantri").get(HERE + "?q=may chu").select("tbody tr"))
                .hasSize(1);
        assertThat(pages.as("quantri").get(HERE + "?q=VANPHONG 100%25").select("tbody tr"))
                .isEmpty();
        assertThat(pages.as("quantri").get("/accounts").select("a[href=" + HERE + "]"))
                .hasSize(1);
    }

    @Test
    void it_is_revoked_with_a_reason_that_its_owner_reads_and_is_told_of() {
        String address = HERE + "/" + id() + "/revoke";
        assertThat(tokens.actor(secret)).isPresent();
        var answer = pages.as("quantri").post(address, "reason", "  ");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(answer).select(".field-problem").text()).contains("Hãy ghi lý do");
        var tooLong = pages.as("quantri").post(address, "reason", "x".repeat(301));
        assertThat(Pages.parse(tooLong)
                        .select("details[open] input[name=reason]")
                        .attr("value"))
                .hasSize(301);
        assertThat(tokens.actor(secret)).isPresent();

        assertThat(pages.as("quantri")
                        .post(address, "reason", "Máy chủ <cũ> đã bỏ")
                        .getStatus())
                .isEqualTo(302);
        assertThat(tokens.actor(secret)).isEmpty();
        assertThat(pages.as("vanphong").get("/account/tokens").text())
                .contains("Người quản trị thu hồi: Máy chủ <cũ> đã bỏ");
        assertThat(pages.as("quantri").get(HERE).select("tbody tr")).isEmpty();
        assertThat(pages.as("quantri").get(HERE + "?state=all").text()).contains("Đã thu hồi", "Máy chủ <cũ> đã bỏ");
        assertThat(pages.as("vanphong").get("/notices").text()).contains("Người quản trị vừa thu hồi một mã truy cập");
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'access.token.take'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(pages.as("quantri").post(address, "reason", "Lần nữa").getStatus())
                .isEqualTo(409);
    }

    @Test
    void who_is_no_administrator_of_that_agency_neither_sees_nor_revokes_it() {
        assertThat(pages.as("vanphong").fetch(HERE).getStatus()).isEqualTo(403);
        assertThat(pages.as("thongke")
                        .post(HERE + "/" + id() + "/revoke", "reason", "Thử")
                        .getStatus())
                .isEqualTo(403);
        jdbc.sql("update api_token set agency_id = :other")
                .param("other", Uuid7.create())
                .update();
        assertThat(pages.as("quantri").get(HERE).select("tbody tr")).isEmpty();
        assertThat(pages.as("quantri")
                        .post(HERE + "/" + id() + "/revoke", "reason", "")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_list_goes_on_by_its_key() {
        jdbc.sql("""
            insert into api_token (id, account_id, agency_id, name, scopes, secret_hash, made_at, valid_to)
            select gen_random_uuid(), t.account_id, t.agency_id, 'Máy ' || n, t.scopes, convert_to('m' || n, 'UTF8'),
                   t.made_at, t.valid_to
            from   api_token t, generate_series(1, 55) n
            """).update();
        var first = pages.as("quantri").get(HERE);
        var second = pages.as("quantri")
                .get(java.net.URLDecoder.decode(
                        first.select("a[rel=next]").attr("href"), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(first.select("tbody tr")).hasSize(AgencyTokens.PAGE);
        assertThat(second.select("tbody tr")).hasSize(6);
        assertThat(second.select("td b").eachText())
                .doesNotContainAnyElementsOf(first.select("td b").eachText());
    }

    private String id() {
        return jdbc.sql("select cast(id as text) from api_token limit 1")
                .query(String.class)
                .single();
    }
}
