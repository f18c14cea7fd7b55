package vn.binhdang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

/** A page that asks the database once more for each of its rows is slow for whoever has many; nobody sees it on a sample. */
@PageTest
class StatementsTest {
    private static final Logger LOG = LoggerFactory.getLogger(StatementsTest.class);

    private static final int MOST = 12;

    /** Lists, boards, searches and the pages one works from. */
    private static final List<String> PLACES = List.of(
            "/",
            "/work",
            "/work?show=OPEN",
            "/work?show=NOT_DONE",
            "/work?show=OPEN&q=gioi+nu",
            "/work?show=OPEN&unit=Văn+phòng",
            "/plans",
            "/plans?words=binh+dang",
            "/documents",
            "/documents?q=binh+dang",
            "/cascades",
            "/received",
            "/received?show=all",
            "/urging",
            "/urging/tasks",
            "/urging/log",
            "/urging/units",
            "/oversight",
            "/oversight/recommendations",
            "/initiatives",
            "/calendar",
            "/notices",
            "/people",
            "/people?q=nguyen",
            "/units",
            "/units?q=phong");

    /** What these lists lead to: a plan, its board, a task, a unit's work. */
    private static final List<String> LED_TO = List.of("/plans/", "/work/units/");

    @Autowired
    private Pages pages;

    @Test
    void no_page_that_people_work_with_asks_more_than_twelve_times() {
        var asked = new TreeMap<String, Integer>();
        for (String user : List.of("giamdoc", "vanphong", "khtc", "qlkh", "congdoan")) {
            var visit = pages.as(user);
            var addresses = new LinkedHashSet<>(PLACES);
            addresses.addAll(ledTo(visit));
            for (String address : addresses) {
                if (visit.fetch(address).getStatus() != 200) continue;
                var sent = Statements.sentBy(() -> visit.fetch(address));
                String place = user + " " + address.replaceAll("[0-9a-f-]{36}", "…");
                asked.merge(place, sent.size() + 1, Math::max);
                if (sent.size() >= MOST) LOG.info("{} sends {}", place, String.join("\n", sent));
            }
        }
        LOG.info("statements of pages: {}", asked);
        assertThat(asked).hasSizeGreaterThan(PLACES.size());
        assertThat(asked.entrySet())
                .as("pages with more than %d statements", MOST)
                .allMatch(page -> page.getValue() <= MOST);
    }

    private static Set<String> ledTo(Pages.Visit visit) {
        var found = new LinkedHashSet<String>();
        for (String list : List.of("/", "/work?show=OPEN", "/plans")) {
            if (visit.fetch(list).getStatus() != 200) continue;
            var kinds = new ArrayList<String>();
            for (var link : visit.get(list).select("main a[href]")) {
                String address = link.attr("href");
                String kind = address.replaceAll("[0-9a-f-]{36}", "…");
                if (kind.contains("…")
                        && !kind.endsWith("/edit")
                        && LED_TO.stream().anyMatch(address::startsWith)
                        && !kinds.contains(kind)) {
                    kinds.add(kind);
                    found.add(address);
                    if (kind.equals("/plans/…")) found.add(address + "?view=board");
                }
            }
        }
        return found;
    }
}
