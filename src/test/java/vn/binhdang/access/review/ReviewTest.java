package vn.binhdang.access.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class ReviewTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nobody_has_looked_yet() {
        jdbc.sql("delete from account_review").update();
        jdbc.sql("update account set closed_at = null, closed_by = null").update();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01,2026-1", "2026-06-30,2026-1", "2026-07-01,2026-2", "2026-12-31,2026-2"})
    void a_year_has_two_reviews(LocalDate day, String code) {
        assertThat(ReviewPeriod.on(day).code()).isEqualTo(code);
    }

    @Test
    void every_account_is_there_with_its_roles_and_the_page_says_how_far_the_review_is() {
        var page = pages.as("quantri").get("/accounts/review");
        int all = jdbc.sql("select count(*) from account").query(Integer.class).single();
        assertThat(page.select("tbody tr")).hasSize(all);
        assertThat(page.text()).contains("0/" + all, "Quản trị hệ thống", "giamdoc");
        assertThat(pages.as("kiemtoan").get("/accounts/review", "en").select("tbody form"))
                .isEmpty();
        assertThat(pages.as("vanphong").fetch("/accounts/review").getStatus()).isEqualTo(403);
    }

    @Test
    void a_confirmed_account_goes_out_of_the_list_of_open_ones_and_keeps_who_confirmed_it() {
        var id = pages.actor("thongke").account();
        var admin = pages.as("quantri");
        admin.post("/accounts/review/" + id + "/confirm");
        assertThat(admin.get("/accounts/review?undecided=true").text()).doesNotContain("thongke");
        var row = admin.get("/accounts/review?search=thongke").select("tbody tr");
        assertThat(row).hasSize(1);
        assertThat(row.text()).contains("Còn cần");
        assertThat(jdbc.sql("select decided_by from account_review where account_id = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(pages.actor("quantri").account().value());
    }

    @Test
    void an_ended_account_is_closed_and_its_owner_is_out() {
        var owner = pages.as("thongke");
        assertThat(owner.fetch("/plans").getStatus()).isEqualTo(200);
        var id = pages.actor("thongke").account();
        pages.as("quantri").post("/accounts/review/" + id + "/end");
        assertThat(owner.fetch("/plans").getRedirectedUrl()).isEqualTo("/sign-in?expired");
    }

    @Test
    void nobody_ends_the_own_account_and_who_only_reads_decides_nothing() {
        var own = pages.actor("quantri").account();
        assertThat(pages.as("quantri").post("/accounts/review/" + own + "/end").getStatus())
                .isEqualTo(409);
        assertThat(pages.as("kiemtoan")
                        .post("/accounts/review/" + own + "/confirm")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void an_account_beyond_reach_and_one_that_never_was_are_the_same_404() {
        var stranger = UUID.randomUUID();
        jdbc.sql("""
            insert into account (id, person_id, username, password_hash, must_change_password, created_at, agency_id, unit_id)
            values (:id, :id, 'elsewhere', '', false, now(), :id, :id)
            """).param("id", stranger).update();
        var admin = pages.as("quantri");
        for (String id : new String[] {stranger.toString(), UUID.randomUUID().toString()}) {
            assertThat(admin.fetch("/accounts/" + id + "/sign-in").getStatus()).isEqualTo(404);
            for (String deed : new String[] {"/sign-in/wake", "/sign-in/end", "/sign-in/reset-factors"})
                assertThat(admin.post("/accounts/" + id + deed).getStatus()).isEqualTo(404);
            assertThat(admin.post("/accounts/review/" + id + "/end").getStatus())
                    .isEqualTo(404);
        }
        assertThat(admin.get("/accounts/review").text()).doesNotContain("elsewhere");
        jdbc.sql("delete from account where id = :id").param("id", stranger).update();
    }

    @Test
    void the_list_goes_out_as_a_table_with_its_audit_row() throws IOException {
        var admin = pages.as("quantri");
        int all = jdbc.sql("select count(*) from account").query(Integer.class).single();
        var csv = admin.fetch("/accounts/review/export.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(all + 1);
        assertThat(csv).startsWith("\ufeff\"Tên đăng nhập\"").contains("\"giamdoc\"");
        var xlsx = admin.fetch("/accounts/review/export.xlsx").getContentAsByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(all);
        }
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'access.review.export'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void an_administrator_takes_lost_factors_away_and_the_person_is_told_once() {
        var id = pages.actor("khtc").account();
        jdbc.sql("""
            insert into totp_secret (account_id, secret, shown_to, created_at, confirmed_at)
            values (:id, '\\x00', :id, now(), now()) on conflict do nothing
            """).param("id", id.value()).update();
        var admin = pages.as("quantri");
        admin.post("/accounts/" + id + "/sign-in/reset-factors");
        assertThat(jdbc.sql("select count(*) from totp_secret where account_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        var owner = pages.as("khtc");
        assertThat(owner.get("/account/factors").select("main [role=status]").text())
                .contains("đã đặt lại xác thực hai bước");
        assertThat(owner.get("/account/factors").select("main [role=status]")).isEmpty();
        var own = pages.actor("quantri").account();
        assertThat(admin.post("/accounts/" + own + "/sign-in/reset-factors").getStatus())
                .isEqualTo(409);
    }
}
