package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** Whoever may see a person, a unit, an account or a document reads beside it who changed what. */
@PageTest
class RecordHistoryPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Actor clerk;

    @BeforeEach
    void clerk() {
        clerk = pages.actor("vanphong");
    }

    @Test
    void of_a_person_it_says_that_personal_fields_changed_and_which_unit_by_its_name() {
        var person = clerk.person().value();
        record(clerk, "organisation.person.correct", person, Map.of("birthYear", Changed.personal(1984, 1985)));
        record(
                clerk,
                "organisation.person.move",
                person,
                Map.of("unit", clerk.unit().toString()));
        var page = pages.as("giamdoc").get("/people/" + person);
        var history = pages.as("giamdoc")
                .get(page.select("a[href$=/history]").getFirst().attr("href"));
        assertThat(history.select(".deeds").text())
                .contains("đã đổi, không lưu giá trị", "Đơn vị: Văn phòng")
                .doesNotContain("1984", "1985", "hmac", clerk.unit().toString());
        assertThat(history.title()).doesNotContain(history.select(".lead").text());
    }

    @Test
    void who_looked_at_a_person_is_not_in_it_but_that_it_was_looked_at_goes_into_the_record() {
        var person = clerk.person().value();
        audit.read(clerk, "organisation.person.read", person, Map.of("reader", "x"));
        long before = readingsOf(person);
        assertThat(pages.as("giamdoc").get("/people/" + person + "/history").text())
                .doesNotContain("reader");
        assertThat(readingsOf(person)).isEqualTo(before + 1);
    }

    @Test
    void of_a_unit_it_tells_its_events_and_its_codes_also_what_another_agency_did() {
        var unit = clerk.agency().value();
        var province = Actor.of(
                AccountId.create(), PersonId.create(), UnitId.create(), UnitId.create(), java.util.Set.of(Role.HEAD));
        record(province, "organisation.unit.setCode", unit, Map.of("code", "H56.7", "from", "2026-07-01"));
        var page = pages.as("qlkh").get("/units/" + unit);
        var history =
                pages.as("qlkh").get(page.select("a[href$=/history]").getFirst().attr("href"));
        assertThat(history.select(".deeds tbody tr").getFirst().text()).contains("H56.7", "01/07/2026");
    }

    @Test
    void of_an_account_it_tells_roles_and_not_the_sign_ins() {
        record(clerk, "access.role.give", clerk.account().value(), Map.of("role", "HEAD"));
        record(clerk, "access.signIn", clerk.account().value(), Map.of("method", "PASSWORD"));
        var page = pages.as("quantri").get("/accounts/" + clerk.account());
        var history = pages.as("quantri")
                .get(page.select("a[href$=/history]").getFirst().attr("href"));
        assertThat(history.select(".deeds tbody tr").getFirst().text()).containsIgnoringCase("vai trò");
        assertThat(history.select(".deeds").text()).doesNotContain("PASSWORD");
    }

    @Test
    void it_is_read_page_by_page_and_no_deed_is_lost_or_told_twice() {
        var unit = pages.actor("qlkh").unit().value();
        for (int i = 0; i < 120; i++)
            record(clerk, "organisation.unit.setCode", unit, Map.of("code", "page-" + i, "from", "2026-07-01"));
        var told = new ArrayList<String>();
        var page = pages.as("qlkh").get("/units/" + unit + "/history");
        assertThat(page.select(".deeds tbody tr")).hasSize(50);
        while (true) {
            told.addAll(page.select(".deeds li:contains(page-)").eachText());
            var older = page.select("a[rel=next]");
            if (older.isEmpty()) break;
            page = pages.as("qlkh").get(older.attr("href"));
        }
        assertThat(told).hasSize(120).doesNotHaveDuplicates();
        assertThat(told.getFirst()).contains("page-119");
        assertThat(page.select(".paging a").attr("href")).isEqualTo("/units/" + unit + "/history");
        assertThat(pages.as("qlkh")
                        .get("/units/" + unit + "/history?before=nonsense")
                        .select(".deeds tbody tr"))
                .hasSize(50);
    }

    @Test
    void the_auditors_history_of_a_record_is_paged_too() {
        var record = UUID.randomUUID();
        for (int i = 0; i < 60; i++) record(clerk, "document.head.edit", record, Map.of("number", i));
        var first = pages.as("kiemtoan").get("/audit/records/" + record);
        var second = pages.as("kiemtoan").get(first.select("a[rel=next]").attr("href"));
        assertThat(first.select(".deeds tbody tr")).hasSize(50);
        assertThat(second.select(".deeds tbody tr")).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void of_a_document_it_is_reached_from_its_page_and_read_page_by_page() {
        var begun = pages.as("vanphong").post("/plans/new", "year", "2027", "subject", "Lịch sử dài");
        String id = begun.getHeader("Location").replaceAll(".*/plans/([0-9a-f-]{36}).*", "$1");
        for (int i = 0; i < 250; i++) record(clerk, "plan.task.add", UUID.fromString(id), Map.of("number", "n" + i));
        var history = pages.as("vanphong").get("/documents/" + id);
        assertThat(history.select("a[href$=/history]")).hasSize(1);
        Document newest = pages.as("vanphong").get("/documents/" + id + "/history");
        assertThat(newest.text()).contains("Thêm nhiệm vụ n249").doesNotContain("Thêm nhiệm vụ n10 ");
        Document older = pages.as("vanphong").get(newest.select("a[rel=next]").attr("href"));
        assertThat(newest.select("tbody tr").size() + older.select("tbody tr").size())
                .isGreaterThanOrEqualTo(250);
        assertThat(older.text()).contains("Thêm nhiệm vụ n10 ").doesNotContain("Thêm nhiệm vụ n249");
        assertThat(older.select("a[rel=next]")).isEmpty();
    }

    private void record(Actor actor, String action, UUID id, Map<String, ?> fields) {
        transaction.executeWithoutResult(t -> audit.record(actor, action, id, fields));
    }

    private long readingsOf(UUID person) {
        return jdbc.sql("select count(*) from audit_row where record_id = :id and kind = 'READING'")
                .param("id", person)
                .query(Long.class)
                .single();
    }
}
