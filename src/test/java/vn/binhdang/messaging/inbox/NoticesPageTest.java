package vn.binhdang.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.messaging.NoticeArgument.Code;
import vn.binhdang.messaging.NoticeArgument.Word;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.NoticeKinds;
import vn.binhdang.messaging.Notices;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class NoticesPageTest {
    @Autowired
    Notices notices;

    @Autowired
    NoticeKinds kinds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pages pages;

    @BeforeEach
    void nobody_was_told_anything() {
        jdbc.sql("delete from notice").update();
    }

    @Test
    void an_empty_list_says_what_will_be_there() {
        assertThat(pages.as("qlkh").get("/notices").select(".empty-state").text())
                .contains("Chưa có thông báo nào");
        assertThat(pages.as("qlkh").get("/notices", "en").select(".empty-state").text())
                .contains("No notices yet");
    }

    @Test
    void the_list_pages_by_key_and_no_notice_is_left_out_or_shown_twice() {
        tell("qlkh", 70, "document.notice.sentBack");
        var seen = new java.util.ArrayList<String>();
        String address = "/notices";
        while (!address.isEmpty()) {
            var page = pages.as("qlkh").get(address);
            seen.addAll(page.select(".notice").eachAttr("id"));
            address = page.select("a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(70).doesNotHaveDuplicates();
    }

    @Test
    void the_bell_says_so_when_there_are_very_many() {
        tell("qlkh", 130, "document.notice.sentBack");
        assertThat(pages.as("qlkh").get("/notices").select(".bell b").text()).isEqualTo("99+");
    }

    @Test
    void a_filter_shows_one_kind_or_what_is_unread() {
        tell("qlkh", 2, "document.notice.sentBack");
        tell("qlkh", 1, "document.notice.issued");
        assertThat(pages.as("qlkh").get("/notices?kind=document.notice.issued").select(".notice"))
                .hasSize(1);
        var first = pages.as("qlkh").get("/notices").select(".notice form").attr("action");
        assertThat(pages.as("qlkh").post(first).getStatus()).isEqualTo(302);
        assertThat(pages.as("qlkh").get("/notices?show=unread").select(".notice"))
                .hasSize(2);
        assertThat(pages.as("qlkh").get("/notices").select(".notice")).hasSize(3);
        assertThat(pages.as("qlkh")
                        .get("/notices?show=unread&kind=document.notice.approved")
                        .text())
                .contains("Không có thông báo nào như vậy");
    }

    @Test
    void what_was_read_can_be_marked_as_unread_again() {
        tell("qlkh", 1, "document.notice.sentBack");
        pages.as("qlkh")
                .post(pages.as("qlkh").get("/notices").select(".notice form").attr("action"));
        assertThat(pages.as("qlkh").get("/").select(".bell b").text()).isEmpty();
        pages.as("qlkh")
                .post(pages.as("qlkh").get("/notices").select(".notice form").attr("action"));
        assertThat(pages.as("qlkh").get("/").select(".bell b").text()).isEqualTo("1");
    }

    @Test
    void all_read_leaves_what_came_in_after_the_page_was_opened() {
        tell("qlkh", 3, "document.notice.sentBack");
        var upTo = pages.as("qlkh").get("/notices").select("input[name=upTo]").attr("value");
        tell("qlkh", 1, "document.notice.issued");
        pages.as("qlkh").post("/notices/read-all", "upTo", upTo);
        assertThat(pages.as("qlkh").get("/").select(".bell b").text()).isEqualTo("1");
    }

    @Test
    void a_notice_of_somebody_else_is_not_there() {
        tell("qlkh", 1, "document.notice.sentBack");
        String id =
                pages.as("qlkh").get("/notices").select(".notice").attr("id").substring("notice-".length());
        for (String wrong : List.of(id, UUID.randomUUID().toString(), "x")) {
            assertThat(pages.as("qlcn").fetch("/notices/" + wrong).getStatus()).isEqualTo(404);
            assertThat(pages.as("qlcn").post("/notices/" + wrong + "/read").getStatus())
                    .isEqualTo(404);
            assertThat(pages.as("qlcn").post("/notices/" + wrong + "/unread").getStatus())
                    .isEqualTo(404);
        }
        assertThat(pages.as("qlkh").get("/").select(".bell b").text()).isEqualTo("1");
    }

    private void tell(String username, int times, String kind) {
        NoticeKind known = kinds.of(kind).orElseThrow();
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < times; i++)
                notices.send(
                        known,
                        List.of(pages.actor(username).account()),
                        "/documents",
                        "test/" + UUID.randomUUID(),
                        new Word("document.kind.plan"),
                        new Code("2026"));
        });
    }
}
