package vn.binhdang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.access.TestSignIn;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Grant;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/**
 * Fetches pages as the people of the sample department see them. Every page it fetches is checked on the way: one title,
 * one heading, language, labelled fields, no id twice, a token in every form.
 */
@TestComponent
public class Pages {
    private final MockMvcTester mvc;
    private final JdbcClient jdbc;
    private final Clock clock;

    Pages(MockMvcTester mvc, JdbcClient jdbc, Clock clock) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The actor behind a user name of the sample department ("vanphong", "giamdoc", "qlkh" …). */
    public Actor actor(String username) {
        record Row(UUID id, UUID personId, UUID agencyId, UUID unitId, String role, UUID scopeId, boolean withBelow) {}
        List<Row> rows = jdbc.sql("""
            select a.id, a.person_id, r.agency_id, r.unit_id, r.role, r.scope_id, r.with_below
            from   account a join role_grant r on r.account_id = a.id where a.username = :name
            """).param("name", username).query(Row.class).list();
        var first = rows.getFirst();
        return new Actor(
                new AccountId(first.id()),
                new PersonId(first.personId()),
                new UnitId(first.agencyId()),
                new UnitId(first.unitId()),
                rows.stream()
                        .map(row -> new Grant(Role.valueOf(row.role()), new UnitId(row.scopeId()), row.withBelow()))
                        .collect(Collectors.toSet()));
    }

    public Visit as(String username) {
        var account = actor(username).account().value();
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", account)
                .update();
        jdbc.sql("""
            insert into sign_in (id, account_id, method, device, network, started_at, last_seen_at)
            values (:account, :account, 'PASSWORD', 'Chrome · Windows', '127.0.0.0/24', :now, :now)
            on conflict (id) do update set started_at = :now, last_seen_at = :now, confirm_needed = false, ended_at = null
            """)
                .param("account", account)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return new Visit(account);
    }

    /** One person's requests. */
    public final class Visit {
        private final UUID account;

        private Visit(UUID account) {
            this.account = account;
        }

        /** A page that is there, in Vietnamese, checked. */
        public Document get(String address) {
            return get(address, "vi");
        }

        public Document get(String address, String language) {
            var response = mvc.get()
                    .uri(address)
                    .cookie(new Cookie("language", language))
                    .with(TestSignIn.as(account))
                    .exchange()
                    .getResponse();
            assertThat(response.getStatus()).as("status of " + address).isEqualTo(200);
            var page = parse(response);
            check(page, address, language);
            return page;
        }

        /** Part of a page, as htmx asks for it. */
        public Document part(String address) {
            var response = mvc.get()
                    .uri(address)
                    .header("HX-Request", "true")
                    .with(TestSignIn.as(account))
                    .exchange()
                    .getResponse();
            assertThat(response.getStatus()).as("status of " + address).isEqualTo(200);
            return parse(response);
        }

        /** Whatever comes back: for downloads and refusals. */
        public MockHttpServletResponse fetch(String address) {
            return mvc.get()
                    .uri(address)
                    .with(TestSignIn.as(account))
                    .exchange()
                    .getResponse();
        }

        /** @param fields name, value, name, value … */
        public MockHttpServletResponse post(String address, String... fields) {
            var request = mvc.method(HttpMethod.POST)
                    .uri(address)
                    .with(TestSignIn.as(account))
                    .with(SecurityMockMvcRequestPostProcessors.csrf());
            for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
            return request.exchange().getResponse();
        }

        /** The same as the scripts of pages send it; the answer is the part of the page that changed. */
        public MockHttpServletResponse script(String address, String... fields) {
            var request = mvc.method(HttpMethod.POST)
                    .uri(address)
                    .header("HX-Request", "true")
                    .with(TestSignIn.as(account))
                    .with(SecurityMockMvcRequestPostProcessors.csrf());
            for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
            return request.exchange().getResponse();
        }

        /** Sends a file in one part before the form it belongs to. @return what the form calls it, in its field "arrived" */
        public String arrive(String name, byte[] content) throws UnsupportedEncodingException {
            var begun = post("/arriving-files", "name", name, "size", String.valueOf(content.length));
            String id = JsonMapper.shared()
                    .readTree(begun.getContentAsString(StandardCharsets.UTF_8))
                    .get("id")
                    .asString();
            send("/arriving-files/" + id + "/parts?from=0", content);
            return id;
        }

        /** A body that is no form, as the scripts of pages send parts of files. */
        public MockHttpServletResponse send(String address, byte[] body) {
            return mvc.method(HttpMethod.POST)
                    .uri(address)
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .content(body)
                    .with(TestSignIn.as(account))
                    .with(SecurityMockMvcRequestPostProcessors.csrf())
                    .exchange()
                    .getResponse();
        }

        public MockHttpServletResponse upload(String address, MockMultipartFile file, String... fields) {
            var request = mvc.post()
                    .uri(address)
                    .multipart()
                    .file(file)
                    .with(TestSignIn.as(account))
                    .with(SecurityMockMvcRequestPostProcessors.csrf());
            for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
            return request.exchange().getResponse();
        }
    }

    public static Document parse(MockHttpServletResponse response) {
        try {
            return Jsoup.parse(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(Document page, String address, String language) {
        var faults = new ArrayList<String>();
        if (!page.select("html").attr("lang").equals(language))
            faults.add("language is " + page.select("html").attr("lang"));
        if (page.title().isBlank()) faults.add("no title");
        if (page.select("h1").size() != 1) faults.add(page.select("h1").size() + " main headings");
        var ids = new HashSet<String>();
        for (Element element : page.select("[id]")) if (!ids.add(element.id())) faults.add("id twice: " + element.id());
        for (Element field : page.select("input:not([type=hidden]):not([type=submit]), select, textarea"))
            if (!labelled(page, field)) faults.add("no label: " + field.cssSelector());
        for (Element form : page.select("form[method=post]"))
            if (form.select("input[name=_csrf]").attr("value").isBlank())
                faults.add("no token: " + form.attr("action"));
        for (Element element : page.select("[style], [onclick], [onchange], script:not([src])"))
            faults.add("the content policy forbids: " + element.cssSelector());
        assertThat(faults).as(address).isEmpty();
    }

    private static boolean labelled(Document page, Element field) {
        return field.hasAttr("aria-label")
                || field.hasAttr("aria-labelledby")
                || field.closest("label") != null
                || !field.id().isEmpty()
                        && !page.select("label[for=" + field.id() + "]").isEmpty();
    }
}
