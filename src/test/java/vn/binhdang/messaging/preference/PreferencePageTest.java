package vn.binhdang.messaging.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.messaging.mail.MailServer;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PreferencePageTest {
    static final MailServer server = MailServer.plain();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", server::port);
        settings.add("binhdang.messaging.from", () -> MailServer.NAME);
    }

    @AfterAll
    static void switchOff() {
        server.off();
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Autowired
    Pages pages;

    @BeforeEach
    void nothing_is_chosen_yet() {
        jdbc.sql("delete from mail_address").update();
        jdbc.sql("delete from notice_preference").update();
        server.forget();
    }

    @Test
    void the_standard_is_shown_until_somebody_chooses() {
        var page = pages.as("giamdoc").get("/account/notices");
        assertThat(chosen(page, "document.notice.submitted")).isEqualTo("AT_ONCE");
        assertThat(page.select("#quietFrom").attr("value")).isEqualTo("20:00");
        assertThat(page.select("#quietTo").attr("value")).isEqualTo("07:00");
        assertThat(page.select("input[name=workingDaysOnly]").hasAttr("checked"))
                .isTrue();
        pages.as("giamdoc").get("/account/notices", "en");
    }

    @Test
    void a_choice_is_kept_and_recorded() {
        store("way.document.notice.issued", "WEEKLY", "language", "en", "quietFrom", "", "quietTo", "");
        var page = pages.as("giamdoc").get("/account/notices");
        assertThat(chosen(page, "document.notice.issued")).isEqualTo("WEEKLY");
        assertThat(page.select("input[name=quiet]").hasAttr("checked")).isFalse();
        assertThat(page.select("input[name=language][value=en]").hasAttr("checked"))
                .isTrue();
        var head = pages.actor("giamdoc");
        assertThat(audit.historyOf(head.agency(), head.account().value()))
                .extracting(AuditTrail.Deed::action)
                .contains("messaging.preference.change");
    }

    @Test
    void what_is_required_cannot_be_switched_off() {
        assertThat(pages.as("giamdoc")
                        .get("/account/notices")
                        .select("select[name='way.document.notice.submitted'] option[value=OFF]"))
                .isEmpty();
        store("way.document.notice.submitted", "OFF", "way.document.notice.issued", "OFF");
        var page = pages.as("giamdoc").get("/account/notices");
        assertThat(chosen(page, "document.notice.submitted")).isEqualTo("AT_ONCE");
        assertThat(chosen(page, "document.notice.issued")).isEqualTo("OFF");
    }

    @Test
    void a_wrong_hour_is_said_beside_its_field_and_what_was_typed_stays() {
        var answer = pages.as("giamdoc")
                .post(
                        "/account/notices",
                        "quiet",
                        "yes",
                        "quietFrom",
                        "25:00",
                        "quietTo",
                        "",
                        "way.document.notice.issued",
                        "DAILY");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = parse(answer);
        assertThat(page.select("#quietFrom-problem").text()).contains("20:00");
        assertThat(page.select("#quietTo-problem").text()).isNotEmpty();
        assertThat(page.select("#quietFrom").attr("value")).isEqualTo("25:00");
        assertThat(chosen(page, "document.notice.issued")).isEqualTo("DAILY");
    }

    @Test
    void an_address_is_confirmed_by_the_code_that_was_sent_to_it() throws Exception {
        ask("ha.dang@hoagiang.gov.vn");
        var page = pages.as("giamdoc").get("/account/notices?done=sent");
        assertThat(page.text()).contains("ha.dang@hoagiang.gov.vn").doesNotContain("Đã xác nhận ha.dang");
        assertThat(server.letters().getFirst().getSubject()).isEqualTo("Bình Đẳng: mã xác nhận địa chỉ thư điện tử");
        String code = code();
        confirm(code.substring(0, 4) + " " + code.substring(4));
        assertThat(jdbc.sql("select address from mail_address")
                        .query(String.class)
                        .single())
                .isEqualTo("ha.dang@hoagiang.gov.vn");
        assertThat(pages.as("giamdoc").get("/account/notices").text()).contains("Bỏ địa chỉ này");
        pages.as("giamdoc").post("/account/notices/address/remove");
        assertThat(jdbc.sql("select count(*) from mail_address where address is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void five_wrong_codes_end_the_code() {
        ask("ha.dang@hoagiang.gov.vn");
        String code = code();
        String wrong = code.startsWith("1") ? "20000000" : "10000000";
        for (int i = 0; i < 5; i++)
            assertThat(parse(confirm(wrong)).select("#code-problem").text()).contains("Mã chưa đúng");
        assertThat(parse(confirm(code)).select("#code-problem").text()).contains("hết hiệu lực");
    }

    @Test
    void a_code_holds_for_half_an_hour() {
        ask("ha.dang@hoagiang.gov.vn");
        jdbc.sql("update mail_address set code_sent_at = code_sent_at - interval '31 minutes'")
                .update();
        assertThat(parse(confirm(code())).select("#code-problem").text()).contains("hết hiệu lực");
    }

    @Test
    void nobody_can_flood_a_letter_box_with_codes() {
        for (int i = 0; i < 5; i++) ask("nguoi.khac@hoagiang.gov.vn");
        assertThat(parse(ask("nguoi.khac@hoagiang.gov.vn"))
                        .select("#address-problem")
                        .text())
                .contains("ngày mai");
        assertThat(server.letters()).hasSize(5);
    }

    @Test
    void a_mistyped_address_is_said_and_stays_typed() {
        for (String typed :
                new String[] {"", "ha.dang", "ha dang@hoagiang.gov.vn", "a@b", "a@b.vn, c@d.vn", "a@b.vn\nBcc: c@d.vn"
                }) {
            var answer = ask(typed);
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(parse(answer).select("#address-problem").text()).isNotEmpty();
        }
        assertThat(parse(ask("ha.dang")).select("#address").attr("value")).isEqualTo("ha.dang");
        assertThat(server.letters()).isEmpty();
    }

    @Test
    void a_server_that_is_down_is_said_and_the_address_stays() {
        server.off();
        try {
            var answer = ask("ha.dang@hoagiang.gov.vn");
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(parse(answer).select("#address-problem").text()).contains("trục trặc");
            assertThat(parse(answer).select("#address").attr("value")).isEqualTo("ha.dang@hoagiang.gov.vn");
        } finally {
            server.on();
        }
    }

    @Test
    void an_address_is_nowhere_in_the_record_of_deeds() {
        ask("ha.dang@hoagiang.gov.vn");
        confirm(code());
        assertThat(jdbc.sql("select count(*) from audit_row where cast(fields as text) like '%ha.dang%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private MockHttpServletResponse ask(String address) {
        return pages.as("giamdoc").post("/account/notices/address", "address", address);
    }

    private MockHttpServletResponse confirm(String code) {
        return pages.as("giamdoc").post("/account/notices/address/confirm", "code", code);
    }

    private void store(String... fields) {
        assertThat(pages.as("giamdoc").post("/account/notices", fields).getRedirectedUrl())
                .isEqualTo("/account/notices?done=stored");
    }

    private static String code() {
        var found = Pattern.compile("\\b\\d{8}\\b")
                .matcher(MailServer.text(server.letters().getLast()));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String chosen(Document page, String kind) {
        return page.select("select[name='way." + kind + "'] option[selected]").attr("value");
    }

    private static Document parse(MockHttpServletResponse answer) {
        try {
            return Jsoup.parse(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
