package vn.binhdang.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.access.TestSignIn;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** What a program may with a token, and in which words it is refused. */
@PageTest
class ApiTokenTest {
    private static final String UNKNOWN = "bdt_" + "A".repeat(43);
    private static final String UNKNOWN_LIKE = "BDT_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private ProgramAddresses addresses;

    @BeforeEach
    void addresses_for_programs(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping)
            throws Exception {
        addresses = new ProgramAddresses(mapping);
        jdbc.sql("delete from api_token").update();
        jdbc.sql("delete from try_bucket").update();
        jdbc.sql("update account set asleep_since = null, closed_at = null, closed_by = null")
                .update();
    }

    @AfterEach
    void gone_again() {
        addresses.close();
    }

    @Test
    void a_program_acts_as_the_owner_for_the_agency_within_the_scopes_and_without_a_session() {
        String token = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        var owner = pages.actor("vanphong");
        var answer = get("who", token);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text(answer))
                .isEqualTo("%s for %s, reads true, enters false, reaches false, writes documents false"
                        .formatted(owner.account(), owner.agency()));
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void what_is_outside_the_scopes_is_refused_though_the_owner_may_do_it() {
        String token = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        var answer = post("write", token);
        assertThat(answer.getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"ENTER_STATISTICS\"");
        var problem = problem(answer, 403);
        assertThat(problem.get("code").asString()).isEqualTo("kernel.notAllowed.token");
        assertThat(problem.get("detail").asString()).contains("ENTER_STATISTICS");
    }

    @Test
    void writing_needs_no_token_of_a_form_and_the_record_names_the_token() {
        String token = TokenOf.person(pages, "vanphong", "ENTER_STATISTICS");
        var answer = post("write", token);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text(answer)).matches("written by OFFICE_CLERK,RECORDS_CLERK,STAFF,TOKEN:[0-9a-f-]{36}");
    }

    @Test
    void a_role_that_is_taken_away_is_taken_from_the_token_at_once() {
        String token = TokenOf.person(pages, "vanphong", "READ_STATISTICS", "ENTER_STATISTICS");
        assertThat(post("write", token).getStatus()).isEqualTo(200);
        var account = pages.actor("vanphong").account().value();
        jdbc.sql("update role_grant set role = 'INSPECTOR' where account_id = :account and role = 'OFFICE_CLERK'")
                .param("account", account)
                .update();
        assertThat(problem(post("write", token), 403).get("code").asString())
                .isEqualTo("kernel.notAllowed.enterStatistics");
        assertThat(get("who", token).getStatus()).isEqualTo(200);
        jdbc.sql("update role_grant set role = 'OFFICE_CLERK' where account_id = :account and role = 'INSPECTOR'")
                .param("account", account)
                .update();
        jdbc.sql("update role_grant set valid_to = valid_from where account_id = :account")
                .param("account", account)
                .update();
        unauthorised(get("who", token));
        jdbc.sql("update role_grant set valid_to = null where account_id = :account")
                .param("account", account)
                .update();
        assertThat(get("who", token).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update api_token set revoked_at = now()",
                "update api_token set valid_to = '%s'",
                "update account set closed_at = now(), closed_by = id where username = 'vanphong'",
                "update account set asleep_since = now() where username = 'vanphong'",
                "update account set must_change_password = true where username = 'vanphong'"
            })
    void a_token_that_holds_no_longer_opens_nothing(String change) {
        String token = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        assertThat(get("who", token).getStatus()).isEqualTo(200);
        jdbc.sql(change.formatted(LocalDate.now(clock))).update();
        var refused = unauthorised(get("who", token));
        var unknown = unauthorised(get("who", UNKNOWN));
        assertThat(refused.get("detail")).as("as if it had never been").isEqualTo(unknown.get("detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "bdt_", "bdt_short", UNKNOWN_LIKE, "bdt_đ"})
    void what_is_no_token_is_refused_in_the_same_words(String sent) {
        unauthorised(get("who", sent));
        unauthorised(get("nothing-there", sent));
    }

    @Test
    void the_sentences_are_in_the_language_that_the_program_asks_for() {
        assertThat(language("who", "en-GB,en;q=0.9").get("detail").asString()).startsWith("The token is wrong");
        assertThat(language("who", "fr,en;q=0.5").get("detail").asString()).startsWith("The token is wrong");
        assertThat(language("who", "fr").get("detail").asString()).startsWith("Mã truy cập không đúng");
        assertThat(unauthorised(get("who", UNKNOWN)).get("detail").asString()).startsWith("Mã truy cập không đúng");
    }

    @Test
    void many_wrong_tokens_from_one_address_are_slowed_and_right_ones_are_not() {
        String token = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        int refused = 0;
        while (refused < 60 && get("who", UNKNOWN).getStatus() == 401) refused++;
        assertThat(refused).isBetween(30, 40);
        var answer = get("who", UNKNOWN);
        assertThat(problem(answer, 429).get("code").asString()).isEqualTo("access.token.problem.tooOften");
        assertThat(answer.getHeader("Retry-After")).isEqualTo("20");
        assertThat(get("who", token).getStatus()).isEqualTo(200);
    }

    @Test
    void the_day_of_the_last_use_is_kept_once_a_day_and_so_is_the_deed() {
        String token = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        long before = uses();
        for (int i = 0; i < 3; i++) get("who", token);
        assertThat(uses() - before).isEqualTo(1);
        assertThat(jdbc.sql("select last_used_on from api_token")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.now(clock));
        jdbc.sql("update api_token set last_used_on = last_used_on - 1").update();
        get("who", token);
        assertThat(uses() - before).isEqualTo(2);
    }

    @Test
    void values_that_a_program_sends_are_looked_at_row_by_row() {
        String token = TokenOf.person(pages, "vanphong", "ENTER_STATISTICS");
        for (String type : new String[] {"application/x-ndjson", "text/csv"}) {
            var answer = mvc.method(HttpMethod.POST)
                    .uri("/api/values")
                    .header("Authorization", "Bearer " + token)
                    .contentType(type)
                    .content(
                            type.equals("text/csv")
                                    ? "form,unit,period,element,value\nKHONG_CO,1,2025,X,1\n"
                                    : "{\"form\":\"KHONG_CO\",\"unit\":\"1\",\"period\":\"2025\"}\n")
                    .exchange()
                    .getResponse();
            assertThat(answer.getStatus()).as(type).isEqualTo(200);
            assertThat(text(answer)).contains("KHONG_CO");
        }
    }

    @Test
    void an_empty_document_and_a_broken_package_are_told_and_take_nothing() {
        String token = TokenOf.person(pages, "vanphong", "ENTER_STATISTICS");
        var empty = mvc.method(HttpMethod.POST)
                .uri("/api/adx")
                .header("Authorization", "Bearer " + token)
                .contentType("application/xml")
                .exchange()
                .getResponse();
        assertThat(empty.getStatus()).isEqualTo(200);
        assertThat(text(empty)).contains("\"taken\":0", "\"refused\":1");
        var broken = mvc.method(HttpMethod.POST)
                .uri("/api/values")
                .header("Authorization", "Bearer " + token)
                .header("Content-Encoding", "gzip")
                .contentType("application/x-ndjson")
                .content("{}")
                .exchange()
                .getResponse();
        assertThat(problem(broken, 409).get("code").asString()).isEqualTo("statistics.values.notGzip");
    }

    @Test
    void a_token_opens_no_page() {
        String token = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        assertThat(mvc.get()
                        .uri("/plans")
                        .header("Authorization", "Bearer " + token)
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in");
    }

    @Test
    void who_brings_nothing_is_not_led_to_the_sign_in_and_gets_no_session() {
        for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.POST}) {
            var result = mvc.method(method).uri("/api/tried/who").exchange();
            var problem = unauthorised(result.getResponse());
            assertThat(problem.get("code").asString()).isEqualTo("access.token.problem.none");
            assertThat(result.getRequest().getSession(false)).isNull();
        }
    }

    @Test
    void a_browser_that_is_signed_in_reads_and_writes_under_the_rules_of_pages() {
        assertThat(pages.as("vanphong").fetch("/api/tried/who").getStatus()).isEqualTo(200);
        assertThat(pages.as("vanphong").post("/api/tried/write").getStatus()).isEqualTo(200);
        var account = pages.actor("vanphong").account().value();
        var forged = mvc.method(HttpMethod.POST)
                .uri("/api/tried/write")
                .with(TestSignIn.as(account))
                .exchange()
                .getResponse();
        assertThat(forged.getStatus()).isEqualTo(403);
        assertThat(text(forged)).contains("access.token.problem.form");
        assertThat(problem(pages.as("quantri").fetch("/api/tried/who"), 403)
                        .get("code")
                        .asString())
                .isEqualTo("kernel.notAllowed.readStatistics");
        jdbc.sql("update sign_in set ended_at = now() where id = :account")
                .param("account", account)
                .update();
        unauthorised(mvc.get()
                .uri("/api/tried/who")
                .with(TestSignIn.as(account))
                .exchange()
                .getResponse());
    }

    @Test
    void a_wrong_token_is_not_helped_by_a_sign_in() {
        pages.as("vanphong");
        unauthorised(mvc.get()
                .uri("/api/tried/who")
                .header("Authorization", "Bearer " + UNKNOWN)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse());
    }

    @Test
    void every_kind_of_no_is_a_problem_with_its_sentence() {
        String token = TokenOf.person(pages, "vanphong", "READ_STATISTICS");
        assertThat(problem(get("refused", token), 409).get("code").asString())
                .isEqualTo("access.account.notOwnFactors");
        assertThat(problem(get("absent", token), 404).get("detail").asString()).startsWith("Địa chỉ hoặc hồ sơ");
        assertThat(problem(get("nothing-there", token), 404).get("title").asString())
                .isEqualTo("Không tìm thấy");
        assertThat(problem(get("number", token), 400).get("detail").asString()).isEqualTo("Thiếu tham số n.");
        assertThat(problem(get("number?n=hai", token), 400).get("detail").asString())
                .isEqualTo("Giá trị của n không đọc được.");
        assertThat(problem(post("who", token), 405).get("detail").asString()).contains("POST", "GET");
        var mistake = problem(get("mistake", token), 500);
        assertThat(mistake.get("instance").asString()).matches("urn:uuid:[0-9a-f-]{36}");
        assertThat(mistake.toString()).doesNotContain("a mistake of ours");
    }

    private long uses() {
        return jdbc.sql("select count(*) from audit_row where action = 'access.token.use'")
                .query(Long.class)
                .single();
    }

    private JsonNode language(String path, String wish) {
        return problem(
                mvc.get()
                        .uri("/api/tried/" + path)
                        .header("Authorization", "Bearer " + UNKNOWN)
                        .header("Accept-Language", wish)
                        .exchange()
                        .getResponse(),
                401);
    }

    private MockHttpServletResponse get(String path, String token) {
        return mvc.get()
                .uri("/api/tried/" + path)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse post(String path, String token) {
        return mvc.method(HttpMethod.POST)
                .uri("/api/tried/" + path)
                .header("Authorization", "bearer " + token)
                .exchange()
                .getResponse();
    }

    private static JsonNode unauthorised(MockHttpServletResponse answer) {
        assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Bearer realm=\"api\"");
        return problem(answer, 401);
    }

    private static JsonNode problem(MockHttpServletResponse answer, int status) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getRedirectedUrl()).isNull();
        assertThat(answer.getCookies()).isEmpty();
        var problem = JsonMapper.shared().readTree(text(answer));
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        return problem;
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
