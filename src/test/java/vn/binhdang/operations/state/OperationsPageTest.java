package vn.binhdang.operations.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.web.Text;

@PageTest
class OperationsPageTest {
    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scheduler jobs;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    AuditTrail audit;

    @Autowired
    DiskFacts disk;

    @Autowired
    Clock clock;

    @BeforeEach
    void nothing_is_wrong() {
        jobs.pause();
        for (String table : List.of("mail_item", "mail", "backup_run"))
            jdbc.sql("delete from " + table).update();
        jdbc.sql("update scheduled_tasks set consecutive_failures = 0, picked = false, execution_time = now() +"
                        + " interval '1 hour'")
                .update();
    }

    @Test
    void only_who_operates_sees_it() {
        for (String other : List.of("giamdoc", "vanphong", "qlkh", "thongke", "kiemtoan")) {
            assertThat(pages.as(other).fetch("/operations").getStatus()).isEqualTo(403);
            assertThat(pages.as(other).fetch("/operations/state").getStatus()).isEqualTo(403);
            assertThat(pages.as(other)
                            .post("/operations/jobs/run", "task", "mail-delivery", "instance", "recurring")
                            .getStatus())
                    .isEqualTo(403);
            assertThat(pages.as(other)
                            .post("/operations/mail/" + UUID.randomUUID() + "/retry")
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(pages.as("quantri")
                        .get("/operations")
                        .select(".visitor-menu a")
                        .eachText())
                .contains("Vận hành");
        assertThat(pages.as("vanphong").get("/").select(".visitor-menu a").eachText())
                .doesNotContain("Vận hành");
    }

    @Test
    void it_shows_the_state_of_every_part_in_both_languages() {
        var page = pages.as("quantri").get("/operations");
        assertThat(page.select(".operations-group h2").eachText())
                .containsExactly(
                        "Cơ sở dữ liệu",
                        "Chương trình",
                        "Ổ đĩa",
                        "Sao lưu",
                        "Nhật ký việc làm",
                        "Quét vi rút",
                        "Thư điện tử",
                        "Công việc tự chạy");
        assertThat(line(page, "Nâng cấp bảng dữ liệu còn chờ")).startsWith("0 Tốt");
        assertThat(line(page, "Đồng hồ")).contains("lệch 0,");
        assertThat(pages.as("quantri").get("/operations", "en").text()).contains("Time to answer");
    }

    @Test
    void the_part_that_looks_again_has_no_buttons() {
        var part = pages.as("quantri").part("/operations/state");
        assertThat(part.select(".operations-group")).hasSize(8);
        assertThat(part.select("button, a, input")).isEmpty();
        assertThat(pages.as("quantri")
                        .get("/operations")
                        .select("[hx-get=/operations/state]")
                        .attr("hx-trigger"))
                .isEqualTo("every 30s");
    }

    @Test
    void without_a_backup_the_page_is_red_and_says_how_to_make_one() {
        var page = pages.as("quantri").get("/operations");
        assertThat(page.select(".operations-sum .state").text()).isEqualTo("Phải xử lý");
        assertThat(line(page, "Bản mới nhất")).contains("chưa có").contains("bin/backup");
    }

    @Test
    void a_backup_of_today_is_good_and_one_of_last_week_is_red() {
        backup(OffsetDateTime.now(clock).minusHours(3), null);
        assertThat(line(pages.as("quantri").get("/operations"), "Bản mới nhất"))
                .contains("cách đây 3 giờ")
                .contains("Tốt");
        jdbc.sql("delete from backup_run").update();
        backup(OffsetDateTime.now(clock).minusDays(7), null);
        assertThat(line(pages.as("quantri").get("/operations"), "Bản mới nhất"))
                .contains("cách đây 7 ngày")
                .contains("Phải xử lý")
                .contains("quá cũ");
    }

    @Test
    void a_try_that_failed_after_a_good_backup_is_told_with_its_reason() {
        backup(OffsetDateTime.now(clock).minusHours(3), null);
        backup(OffsetDateTime.now(clock).minusHours(1), "operations.backup.key.none");
        assertThat(line(pages.as("quantri").get("/operations"), "Lần sao lưu gần đây hỏng"))
                .contains("Chưa có khóa sao lưu");
    }

    @Test
    void a_disk_that_fills_up_is_yellow_then_red() {
        assertThat(disk.free(50, 100).level()).isEqualTo(Level.GOOD);
        assertThat(disk.free(14, 100).level()).isEqualTo(Level.WARNING);
        assertThat(disk.free(4, 100).level()).isEqualTo(Level.BAD);
    }

    @Test
    void a_record_that_the_product_could_rewrite_is_yellow_and_says_what_to_do() {
        assertThat(line(pages.as("quantri").get("/operations"), "Quyền trong cơ sở dữ liệu"))
                .contains("chỉ thêm được dòng")
                .contains("Tốt");
        var unguarded = RecordFacts.guard(true);
        assertThat(unguarded.level()).isEqualTo(Level.WARNING);
        assertThat(unguarded.advice(Text.in(Text.VIETNAMESE))).contains("tài khoản không sở hữu các bảng");
    }

    @Test
    void a_job_that_fails_and_one_that_nobody_runs_are_red() {
        jdbc.sql("update scheduled_tasks set consecutive_failures = 3, last_failure = now() where task_name ="
                        + " 'mail-delivery'")
                .update();
        jdbc.sql("update scheduled_tasks set execution_time = now() - interval '1 day' where task_name ="
                        + " 'notice-retention'")
                .update();
        var page = pages.as("quantri").get("/operations");
        assertThat(line(page, "Hỏng liên tiếp")).startsWith("1 việc").contains("nhật ký");
        assertThat(line(page, "Quá giờ")).startsWith("1 việc").contains("khởi động lại");
        assertThat(page.select("table tbody tr").first().text())
                .startsWith("Gửi thư Phải xử lý")
                .contains("(3 lần liền)");
    }

    @Test
    void every_job_has_a_name_in_both_languages() {
        assertThat(tasks)
                .extracting(Task::getName)
                .contains("mail-delivery", "urging")
                .allSatisfy(name -> {
                    assertThat(Text.in(Text.VIETNAMESE).has("operations.job." + name))
                            .isTrue();
                    assertThat(Text.in(Text.ENGLISH).has("operations.job." + name))
                            .isTrue();
                });
    }

    @Test
    void a_job_is_run_at_once_and_that_is_recorded() {
        jobs.resume();
        assertThat(pages.as("quantri")
                        .post("/operations/jobs/run", "task", "notice-retention", "instance", "recurring")
                        .getRedirectedUrl())
                .isEqualTo("/operations?done=jobStarted");
        await().until(() -> jdbc.sql(
                        "select last_success is not null from scheduled_tasks where task_name = 'notice-retention'")
                .query(Boolean.class)
                .single());
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'operations.job.run'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_job_that_runs_is_not_started_twice_and_one_that_is_not_there_is_not_found() {
        jdbc.sql("update scheduled_tasks set picked = true where task_name = 'notice-retention'")
                .update();
        assertThat(pages.as("quantri")
                        .post("/operations/jobs/run", "task", "notice-retention", "instance", "recurring")
                        .getStatus())
                .isEqualTo(409);
        assertThat(pages.as("quantri")
                        .post("/operations/jobs/run", "task", "no-such-job", "instance", "recurring")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_mail_laid_aside_is_sent_again_or_discarded() {
        var again = failedMail("ADDRESS");
        var gone = failedMail("REFUSED");
        var page = pages.as("quantri").get("/operations");
        assertThat(page.text()).contains("Không có hộp thư này").contains("Máy chủ nhận từ chối");
        assertThat(pages.as("quantri")
                        .post("/operations/mail/" + again + "/retry")
                        .getStatus())
                .isEqualTo(302);
        assertThat(pages.as("quantri")
                        .post("/operations/mail/" + gone + "/discard")
                        .getStatus())
                .isEqualTo(302);
        assertThat(state(again)).isEqualTo("WAITING");
        assertThat(state(gone)).isEqualTo("DISCARDED");
        assertThat(pages.as("quantri")
                        .post("/operations/mail/" + gone + "/retry")
                        .getStatus())
                .isEqualTo(409);
        var operator = pages.actor("quantri");
        assertThat(audit.historyOf(operator.agency(), gone)).hasSize(1);
    }

    @Test
    void mail_that_waits_for_a_broken_way_is_red_with_the_reason() {
        jdbc.sql("""
            insert into mail (id, account_id, state, next_at, created_at, failure, failed_at)
            values (gen_random_uuid(), gen_random_uuid(), 'WAITING', now(), now(), 'AUTHENTICATION', now())
            """).update();
        assertThat(line(pages.as("quantri").get("/operations"), "Đang chờ gửi"))
                .startsWith("1; lần thử gần đây: Máy chủ thư không nhận tên hoặc mật khẩu")
                .contains("spring.mail.password");
    }

    private void backup(OffsetDateTime at, String error) {
        jdbc.sql("""
            insert into backup_run (id, started_at, ended_at, by_hand, file, bytes, row_count, file_count, damaged_files,
                                    error_key, error_values)
            values (:id, :at, :at, false, 'f', 1000000, 5000, 12, 0, :error, '{}')
            """)
                .param("id", Uuid7.create())
                .param("at", at)
                .param("error", error)
                .update();
    }

    private UUID failedMail(String failure) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into mail (id, account_id, state, attempts, refusals, next_at, created_at, failure, failed_at)
            values (:id, gen_random_uuid(), 'FAILED', 8, 8, now(), now(), :failure, now())
            """).param("id", id).param("failure", failure).update();
        return id;
    }

    private String state(UUID mail) {
        return jdbc.sql("select state from mail where id = :id")
                .param("id", mail)
                .query(String.class)
                .single();
    }

    private static String line(Document page, String name) {
        return page.select(".operations-line").stream()
                .filter(line -> line.select("dt").text().equals(name))
                .map(line -> line.select("dd").text())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + name));
    }
}
