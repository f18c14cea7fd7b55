package vn.binhdang.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhdang.database.DataFolder;

/** Over the wire, as a load balancer and Prometheus ask. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MetricsTest {
    /** Everything that may tell one series from another. A new label is added here by somebody who has thought about it. */
    private static final Set<String> LABELS = Set.of(
            "action",
            "application",
            "area",
            "cause",
            "error",
            "exception",
            "gc",
            "id",
            "le",
            "level",
            "method",
            "name",
            "outcome",
            "pool",
            "result",
            "state",
            "status",
            "task",
            "type",
            "uri",
            "vendor",
            "version",
            "runtime",
            "path",
            "compiler",
            "main_application_class");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

    @LocalServerPort
    int port;

    @Autowired
    DataFolder data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void prometheus_reads_every_line() throws Exception {
        get("/sign-in", null);
        var text = metrics();
        assertThat(text.types())
                .containsKeys("jvm_memory_used_bytes", "http_server_requests_seconds", "hikaricp_connections");
        for (String gauge : new String[] {
            "binhdang_mail_waiting", "binhdang_mail_failed", "binhdang_jobs_failing", "binhdang_jobs_overdue",
            "binhdang_sessions", "binhdang_audit_rows", "binhdang_disk_free_bytes", "binhdang_database_bytes"
        }) assertThat(text.only(gauge).value()).as(gauge).isNotNaN().isGreaterThanOrEqualTo(0);
        assertThat(text.only("binhdang_backup_age_seconds").value())
                .as("no backup yet")
                .isNaN();
        assertThat(text.only("binhdang_database_bytes").value()).isPositive();
    }

    @Test
    void no_series_names_a_person_or_a_record_and_their_number_is_bounded() throws Exception {
        for (int i = 0; i < 50; i++) {
            get("/documents/" + UUID.randomUUID(), null);
            get("/nowhere/" + i, null);
            get("/webjars/" + i + ".js", null);
        }
        int before = metrics().samples().size();
        for (int i = 50; i < 80; i++) {
            get("/documents/" + UUID.randomUUID(), null);
            get("/nowhere/" + i, null);
        }
        var text = metrics();
        assertThat(text.samples().size()).isEqualTo(before).isLessThan(3000);
        var labels = new TreeSet<String>();
        for (var sample : text.samples()) {
            labels.addAll(sample.labels().keySet());
            assertThat(sample.labels().values())
                    .noneMatch(value -> ID.matcher(value).find());
        }
        assertThat(LABELS).containsAll(labels);
    }

    @Test
    void sign_ins_are_counted_by_what_became_of_them() throws Exception {
        double before = signIns("refused");
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        wrongSignIn();
        assertThat(signIns("refused")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic YTpi", "bearer"})
    void without_the_token_nothing_is_told(String authorization) throws Exception {
        var answer = get("/actuator/prometheus", authorization.isEmpty() ? null : authorization);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_token_lies_in_the_data_folder_for_its_owner_only() throws IOException {
        var file = data.path().resolve("keys/metrics-token");
        assertThat(Files.readString(file).strip()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void a_load_balancer_learns_up_or_down_and_no_more(String address) throws Exception {
        var answer = get(address, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("details", "components");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/health/db/x"})
    void nothing_else_is_there(String address) throws Exception {
        assertThat(get(address, "Bearer " + data.secret("metrics-token")).statusCode())
                .isIn(401, 403, 404);
    }

    private double signIns(String outcome) throws Exception {
        return metrics().samples().stream()
                .filter(sample -> sample.name().equals("binhdang_sign_ins_total")
                        && outcome.equals(sample.labels().get("outcome")))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void wrongSignIn() throws Exception {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        var page = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var form = org.jsoup.Jsoup.parse(page.body())
                .select("main form input[name=_csrf]")
                .attr("value");
        browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + java.net.URLEncoder.encode(form, "UTF-8")
                                + "&username=khongco&password=sai"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private ExpositionText metrics() throws Exception {
        var answer = get("/actuator/prometheus", "Bearer " + data.secret("metrics-token"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return ExpositionText.parse(answer.body());
    }

    private HttpResponse<String> get(String address, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        if (authorization != null) request.header("Authorization", authorization);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
