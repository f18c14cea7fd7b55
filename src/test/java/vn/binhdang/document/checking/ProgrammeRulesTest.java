package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codesOf;
import static vn.binhdang.document.checking.Findings.only;
import static vn.binhdang.document.checking.PlanBuilder.item;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProgrammeRulesTest {
    private static final Consumer<PlanBuilder> PROGRAMME_TO_2025 = plan -> plan.body(
            item("1.", "Thực hiện Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030"),
            item("2.", "Chương trình phòng ngừa bạo lực trên cơ sở giới giai đoạn 2021 - 2025 và đến năm 2030"),
            item("3.", "các chương trình giai đoạn 2021-2025 tại cơ quan, đơn vị"));

    @Test
    void a_plan_of_2024_hears_once_that_the_programme_ends_in_2025() {
        var found = only(PROGRAMME_TO_2025);
        assertThat(found.code()).endsWith("programmeEnds");
        assertThat(found.arguments()).containsExactly("giai đoạn 2021 - 2025", "2025");
    }

    @Test
    void a_plan_of_2026_hears_that_it_has_ended() {
        codesOf(PROGRAMME_TO_2025.andThen(plan -> {
                    plan.dated("2026-04-16");
                    plan.subject = "Thực hiện công tác bình đẳng giới năm 2026";
                }))
                .containsExactly("programmeEnded");
    }

    @Test
    void a_plan_of_2022_has_time() {
        codesOf(PROGRAMME_TO_2025.andThen(plan -> {
                    plan.dated("2022-04-18");
                    plan.subject = "Thực hiện công tác bình đẳng giới năm 2022";
                }))
                .isEmpty();
    }

    @Test
    void a_plan_for_the_period_itself_is_not_asked() {
        codesOf(PROGRAMME_TO_2025.andThen(plan -> {
                    plan.dated("2022-04-18");
                    plan.subject = "Thực hiện Chương trình phòng ngừa bạo lực giai đoạn 2021-2025";
                }))
                .isEmpty();
    }

    @Test
    void a_programme_is_also_known_by_its_number_and_year() {
        codesOf(plan -> {
                    plan.dated("2026-04-16");
                    plan.subject = "Thực hiện công tác bình đẳng giới năm 2026";
                    plan.cited("Quyết định", "2232/QĐ-TTg", "2020-12-28", "Thủ tướng Chính phủ");
                })
                .containsExactly("programmeEnded");
        codesOf(plan -> {
                    plan.dated("2026-04-16");
                    plan.subject = "Thực hiện công tác bình đẳng giới năm 2026";
                    plan.cited("Quyết định", "2232/QĐ-TTg", "2019-12-27", "Thủ tướng Chính phủ");
                })
                .isEmpty();
    }

    @Test
    void a_period_that_no_programme_names_is_only_a_stretch_of_time() {
        codesOf(plan -> plan.body(item("1.", "Số liệu giai đoạn 2018 - 2022 của đơn vị")))
                .isEmpty();
    }
}
