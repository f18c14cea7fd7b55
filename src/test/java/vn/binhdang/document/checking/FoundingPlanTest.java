package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.web.Text;

/** The plan with which this work began, a text copied without its heading: what a clerk is told about it. */
class FoundingPlanTest {
    private final ReadDocument read = read();
    private final List<Finding> checked = Findings.of(read);

    @Test
    void the_checker_warns_of_two_sundays_a_programme_that_ends_and_tasks_without_deadline() {
        assertThat(checked.stream().filter(finding -> finding.severity() == Severity.WARNING))
                .extracting(Finding::code, Finding::line, Finding::arguments)
                .containsExactly(
                        tuple(
                                "document.checking.citedOnSunday",
                                11,
                                List.of("Công văn 1122/SLĐTBXH-TEBĐG", "14/4/2024")),
                        tuple("document.checking.citedOnSunday", 31, List.of("Kế hoạch 183/KH-UBND", "13/3/2022")),
                        tuple("document.checking.programmeEnds", 17, List.of("giai đoạn 2021 - 2025", "2025")),
                        tuple(
                                "document.checking.taskWithoutDeadline.many",
                                31,
                                List.of("5", "II.1, II.2, II.4, III.1, III.2", "6")));
    }

    @Test
    void it_proposes_leads_and_results_and_finds_no_error() {
        assertThat(checked.stream().filter(finding -> finding.severity() != Severity.WARNING))
                .extracting(
                        Finding::code,
                        Finding::severity,
                        finding -> finding.arguments().get(1))
                .containsExactly(
                        tuple("document.checking.taskWithoutLead.many", Severity.PROPOSAL, "II.1, II.2, II.3, II.4"),
                        tuple(
                                "document.checking.taskWithoutOutput.many",
                                Severity.PROPOSAL,
                                "II.1, II.2, II.3, II.4, III.1"));
    }

    @Test
    void together_with_the_reader_every_warning_is_said_once() {
        assertThat(Stream.concat(read.document().findings().stream(), checked.stream())
                        .filter(finding -> finding.severity() == Severity.WARNING)
                        .map(finding -> finding.code().replaceFirst("document\\.\\w+\\.", "")))
                .containsExactlyInAnyOrder(
                        "numberMissing",
                        "dayMissing",
                        "nationalNameMissing",
                        "citedOnSunday",
                        "citedOnSunday",
                        "programmeEnds",
                        "taskWithoutDeadline.many");
    }

    @Test
    void the_sentence_names_the_day_as_a_clerk_would() {
        assertThat(Text.in(Text.VIETNAMESE)
                        .of(
                                checked.getFirst().code(),
                                checked.getFirst().arguments().toArray()))
                .isEqualTo("Công văn 1122/SLĐTBXH-TEBĐG ghi ngày 14/4/2024, là Chủ nhật. Hãy kiểm tra lại ngày.");
    }

    private static ReadDocument read() {
        try (var text = FoundingPlanTest.class.getResourceAsStream("/seed-plan-2024.txt")) {
            return new DocumentReader().read("seed-plan-2024.txt", text);
        } catch (IOException | UnreadableDocument e) {
            throw new AssertionError(e);
        }
    }
}
