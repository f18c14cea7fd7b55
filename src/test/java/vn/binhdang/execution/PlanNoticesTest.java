package vn.binhdang.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PlanNoticesTest {
    @Autowired
    Pages pages;

    @Autowired
    PlanNotices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext product;

    @Test
    void each_unit_with_tasks_learns_how_many_and_the_others_learn_nothing() {
        var plan = new RunningPlan(product);
        var id = plan.issued(
                pages.actor("vanphong"),
                "Kế hoạch bình đẳng giới",
                task("1", "Tập huấn", "Phòng Chuyển đổi số", LocalDate.of(2026, 6, 30)),
                task("2", "Rà soát", "Văn phòng", LocalDate.of(2026, 6, 30), List.of("Phòng Chuyển đổi số")));
        transaction.executeWithoutResult(_ -> notices.issued(id)); // the event comes twice
        var page = pages.as("cds").get("/notices");
        assertThat(page.select(".notice .notice-words > a").eachText())
                .containsExactly("Kế hoạch năm 2026 đã ban hành giao cho đơn vị bạn 2 nhiệm vụ.");
        assertThat(pages.as("cds").fetch(page.select(".notice a").attr("href")).getRedirectedUrl())
                .isEqualTo("/plans/" + id);
        assertThat(pages.as("qlkh").get("/notices").select(".notice")).isEmpty();
    }
}
