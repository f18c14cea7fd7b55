package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class AuditPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Checkpoints checkpoints;

    @Autowired
    private Protection protection;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private final UUID plan = Uuid7.create();
    private Actor clerk;

    @BeforeEach
    void the_clerk_issued_a_plan() {
        clerk = pages.actor("vanphong");
        record("document.issue", Map.of("number", 12, "state", Changed.of("APPROVED", "ISSUED")));
    }

    @Test
    void the_auditor_reads_in_words_who_did_what_and_what_changed() {
        var page = pages.as("kiemtoan").get("/audit?record=" + plan);
        assertThat(page.select(".deeds tbody tr")).hasSize(1);
        assertThat(page.select(".deeds").text())
                .contains("Ban hành", "Số: 12", "Trạng thái: đã duyệt → đã ban hành", "Văn phòng");
        assertThat(page.select(".deeds").text()).contains(nameOf(clerk));
    }

    @Test
    void of_a_personal_field_the_record_says_that_it_changed_and_not_how() {
        record("organisation.person.change", Map.of("birthYear", Changed.personal(1984, 1985)));
        var page = pages.as("kiemtoan").get("/audit?record=" + plan + "&action=organisation.person.change", "en");
        assertThat(page.select(".deeds").text())
                .contains("changed, values not kept")
                .doesNotContain("1985");
        assertThat(jdbc.sql("select cast(fields as text) from audit_row where record_id = :plan and action like 'org%'")
                        .param("plan", plan)
                        .query(String.class)
                        .single())
                .contains(audit.hashOf(plan, "birthYear", 1985))
                .doesNotContain("1985", audit.hashOf(Uuid7.create(), "birthYear", 1985));
    }

    @Test
    void each_condition_narrows_the_record_down() {
        var today = LocalDate.now(clock);
        for (String condition : List.of(
                "who=" + clerk.account(),
                "unit=" + UUID.randomUUID(),
                "kind=EXPORT",
                "action=plan.none",
                "request=none",
                "from=" + today.plusDays(1),
                "to=" + today.minusDays(1),
                "chain=installation"))
            assertThat(pages.as("kiemtoan")
                            .get("/audit?record=" + plan + "&" + condition)
                            .select(".deeds"))
                    .as(condition)
                    .isEmpty();
        for (String condition : List.of(
                "who=vanphong",
                "who=VAN phong",
                "who=ngoc anh",
                "unit=" + clerk.unit(),
                "kind=CHANGE",
                "action=document.issue",
                "from=" + today,
                "to=" + today,
                "kind=nonsense&from=nonsense&unit=nonsense"))
            assertThat(pages.as("kiemtoan")
                            .get("/audit?record=" + plan + "&" + condition)
                            .select(".deeds tbody tr"))
                    .as(condition)
                    .hasSize(1);
    }

    @Test
    void long_records_are_paged_and_no_row_is_lost() {
        for (int i = 0; i < 60; i++) record("document.head.edit", Map.of("number", i));
        var first = pages.as("kiemtoan").get("/audit?record=" + plan);
        var second = pages.as("kiemtoan").get(first.select("a[rel=next]").attr("href"));
        assertThat(first.select(".deeds tbody tr")).hasSize(50);
        assertThat(second.select(".deeds tbody tr")).hasSize(11);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select(".paging a").attr("href")).isEqualTo("/audit");
    }

    @Test
    void looking_at_the_record_is_in_the_record() {
        pages.as("kiemtoan").get("/audit?who=H%C3%A0");
        var row = jdbc.sql("""
            select kind || ' ' || cast(fields as text) from audit_row where action = 'audit.search' order by no desc limit 1
            """).query(String.class).single();
        assertThat(row).isEqualTo("READING {\"who\": true}");
    }

    @Test
    void the_history_of_a_record_is_for_auditors_of_its_agency() {
        assertThat(pages.as("kiemtoan")
                        .get("/audit/records/" + plan)
                        .select("h1")
                        .text())
                .isEqualTo("Lịch sử hồ sơ");
        assertThat(pages.as("kiemtoan")
                        .fetch("/audit/records/" + UUID.randomUUID())
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("kiemtoan").fetch("/audit/records/1").getStatus()).isEqualTo(404);
        for (String somebody : List.of("vanphong", "giamdoc", "quantri"))
            assertThat(pages.as(somebody).fetch("/audit/records/" + plan).getStatus())
                    .isEqualTo(403);
    }

    @Test
    void a_refusal_is_in_the_record_with_its_reason_and_without_what_was_typed() {
        pages.as("qlkh").fetch("/audit?who=abc");
        var line = pages.as("kiemtoan")
                .get("/audit?kind=REFUSAL")
                .select(".deeds tbody tr")
                .getFirst();
        assertThat(line.text()).contains("Bị từ chối", "Địa chỉ: GET /audit").doesNotContain("abc");
    }

    @Test
    void an_export_is_whole_for_whoever_has_the_public_key() throws IOException {
        var file = exported();
        var key = pages.as("kiemtoan").fetch("/audit/checkpoints/public-keys").getContentAsByteArray();
        var result = ExportFile.verify(file, List.of(new String(key, java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(result.faults()).isEmpty();
        assertThat(result.rows()).isGreaterThan(10).isEqualTo(result.last() - result.first() + 1);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry("rows.csv")).readAllBytes(), "UTF-8"))
                    .contains("\"Ban hành\"", "\"" + nameOf(clerk) + "\"");
            assertThat(new String(zip.getInputStream(zip.getEntry("README.txt")).readAllBytes(), "UTF-8"))
                    .contains(
                            "bin/binhdang audit verify --export", "Record of deeds".toUpperCase(java.util.Locale.ROOT));
        }
        assertThat(jdbc.sql("select count(*) from audit_row where kind = 'EXPORT' and action = 'audit.export'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void an_export_without_days_or_rows_says_what_to_mend() {
        var page = pages.as("kiemtoan").post("/audit/export", "from", "2026-02-01", "to", "2026-01-01");
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(page).select("#problem").text()).contains("ngày cuối không trước ngày đầu");
        assertThat(Pages.parse(pages.as("kiemtoan").post("/audit/export", "from", "2001-01-01", "to", "2001-01-02"))
                        .select("#problem")
                        .text())
                .contains("Không có việc nào");
    }

    @Test
    void a_checkpoint_is_a_page_to_print_and_a_file_to_keep() {
        var checkpoint = checkpoints.take();
        var page = pages.as("quantri").get("/audit/checkpoints/" + checkpoint.no());
        assertThat(page.select("pre").text())
                .contains("no " + checkpoint.no(), clerk.agency().toString());
        assertThat(page.select("svg path").attr("d")).startsWith("M");
        var file = pages.as("quantri").fetch("/audit/checkpoints/" + checkpoint.no() + "/file");
        assertThat(file.getHeader("Content-Disposition")).contains("checkpoint-" + checkpoint.no() + ".jsonl");
        assertThat(pages.as("kiemtoan").get("/audit/checkpoints").select("tbody tr"))
                .isNotEmpty();
        assertThat(pages.as("kiemtoan").fetch("/audit/checkpoints/999999").getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_product_is_entered_with_an_account_that_cannot_rewrite_the_record() {
        assertThat(protection.weak()).isFalse();
        assertThat(pages.as("kiemtoan").get("/audit").select(".alert")).isEmpty();
    }

    private Path exported() throws IOException {
        var today = LocalDate.now(clock).toString();
        var response = pages.as("kiemtoan").post("/audit/export", "from", today, "to", today);
        assertThat(response.getStatus()).isEqualTo(200);
        return Files.write(folder.resolve("export.zip"), response.getContentAsByteArray());
    }

    private void record(String action, Map<String, ?> fields) {
        transaction.executeWithoutResult(t -> audit.record(clerk, action, plan, fields));
    }

    private String nameOf(Actor actor) {
        return jdbc.sql("select family_name || ' ' || given_name from person where id = :id")
                .param("id", actor.person().value())
                .query(String.class)
                .single();
    }
}
