package vn.binhdang.statistics.exchange.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.web.Text;

/** What goes out as SDMX-CSV comes in again, through the checks of all values. */
@PageTest
class SdmxCsvImportTest {
    private static final String HEAD =
            "STRUCTURE,STRUCTURE_ID,ACTION,UNIT,ELEMENT,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS";

    @Autowired
    ValuesApiController api;

    @Autowired
    Submissions submissions;

    @Autowired
    JdbcClient jdbc;

    InventedProvinces land;
    Actor statistician;

    @BeforeEach
    void invent() {
        land = new InventedProvinces(jdbc, 1, 2);
        statistician = InventedProvinces.actor(land.country, Role.STATISTICIAN);
    }

    private Answer take(String document) throws IOException {
        var request = new MockHttpServletRequest();
        request.setContentType("application/vnd.sdmx.data+csv;version=2.0.0");
        request.setContent(document.getBytes(StandardCharsets.UTF_8));
        return java.util.Objects.requireNonNull(api.take("accepted", request, statistician, Text.in(Text.VIETNAMESE))
                .getBody());
    }

    private Answer rows(String... rows) throws IOException {
        return take(HEAD + "\n" + String.join("\n", rows) + "\n");
    }

    private String row(String action, String sex, String time, String value, String status) {
        return "dataflow,BINHDANG:%s(1.0.0),%s,%s,%s,%s,%s,%s,%s"
                .formatted(
                        land.formCode(), action, land.communes.get(0).get(0), land.staff(), sex, time, value, status);
    }

    private Cells stored(int commune) {
        return submissions
                .revisions(
                        statistician,
                        land.form,
                        InventedProvinces.HALF,
                        land.communes.get(0).get(commune),
                        Action.READ_STATISTICS)
                .getLast()
                .cells();
    }

    @Test
    void values_of_the_days_of_the_report_are_taken_changed_and_taken_away() throws IOException {
        var answer = rows(row("I", "F", "2024-12-15/P6M", "12.00", "A"), row("I", "M", "2024-12-15/P6M", "", "M"));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.taken()).isEqualTo(2);
        assertThat(stored(0).value(0)).isEqualTo(12);
        assertThat(stored(0).state(1)).isEqualTo(CellState.NOT_APPLICABLE);
        assertThat(rows(row("D", "F", "2024-12-15/P6M", "", ""), row("I", "M", "2024-12-15/P6M", "7", "A"))
                        .taken())
                .isEqualTo(2);
        assertThat(stored(0).state(0)).isEqualTo(CellState.MISSING);
        assertThat(stored(0).value(1)).isEqualTo(7);
    }

    @Test
    void what_is_wrong_is_told_by_line_and_the_rest_is_taken() throws IOException {
        var answer = rows(
                row("I", "F", "2025-01-01/P6M", "12", "A"),
                row("I", "F", "2024-12-15/P6M", "mười", "A"),
                row("X", "F", "2024-12-15/P6M", "1", "A"),
                row("I", "Z", "2024-12-15/P6M", "1", "A"),
                "dataflow,BINHDANG:NONE(1.0.0),I,x,y,F,2024-12-15/P6M,1,A",
                "dataflow,short",
                row("I", "M", "2024-12-15/P6M", "8", "A"));
        assertThat(answer.errors())
                .extracting(Answer.Error::code)
                .containsExactly("noReport", "number", "action", "slot", "form", "columns");
        assertThat(answer.errors().getFirst().message()).contains("2:", "2025-01-01/P6M");
        assertThat(answer.taken()).isEqualTo(1);
        assertThat(take("form,unit\nA,B\n").errors())
                .extracting(Answer.Error::code)
                .containsExactly("notSdmxCsv");
    }
}
