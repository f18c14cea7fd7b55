package vn.binhdang.statistics.exchange.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.web.Text;

/** ADX goes the way of all values: the same checks, the same answer, the same once. */
@PageTest
class AdxImportTest {
    @Autowired
    ValuesImport values;

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

    private Answer take(String period, boolean calendar, String... dataValues) throws IOException {
        String document =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <adx xmlns="urn:ihe:qrph:adx:2015" exported="2025-07-01T00:00:00Z">
                <group orgUnit="%s" period="%s" dataSet="%s">
                %s
                </group>
                </adx>
                """.formatted(land.communes.get(0).get(0), period, land.formCode(), String.join("\n", dataValues));
        return values.take(
                statistician,
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                calendar ? AdxRows.TYPE + ";calendar" : AdxRows.TYPE,
                ValuesImport.As.ACCEPTED,
                Text.in(Text.VIETNAMESE));
    }

    private String value(String sex, String value) {
        return "<dataValue dataElement=\"%s\" SEX=\"%s\" value=\"%s\"/>".formatted(land.staff(), sex, value);
    }

    private Submission stored() {
        return submissions
                .revisions(
                        statistician,
                        land.form,
                        InventedProvinces.HALF,
                        land.communes.get(0).get(0),
                        Action.READ_STATISTICS)
                .getLast();
    }

    @Test
    void values_of_the_days_of_the_report_are_taken_once() throws IOException {
        var answer = take("2024-12-15/P6M", false, value("F", "12"), value("M", "8.0"));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.taken()).isEqualTo(2);
        assertThat(stored().cells().value(0)).isEqualTo(12);
        assertThat(stored().cells().value(1)).isEqualTo(8);
        assertThat(take("2024-12-15/P6M", false, value("F", "12"), value("M", "8.0"))
                        .repeated())
                .isTrue();
    }

    @Test
    void a_period_of_the_calendar_is_only_taken_when_the_sender_says_what_it_means() throws IOException {
        var refused = take("2025-01-01/P6M", false, value("F", "12"));
        assertThat(refused.taken()).isZero();
        assertThat(refused.errors().getFirst().code()).isEqualTo("calendar");
        assertThat(refused.errors().getFirst().message()).contains("2024-12-15/P6M", "calendar=true");
        assertThat(take("2025-01-01/P6M", true, value("F", "12")).taken()).isEqualTo(1);
        assertThat(take("2025-02-01/P6M", true, value("F", "12"))
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo("noReport");
    }

    @Test
    void what_is_wrong_is_told_by_line_and_the_rest_is_taken() throws IOException {
        var answer = take(
                "2024-12-15/P6M",
                false,
                value("F", "mười"),
                value("X", "1"),
                "<dataValue dataElement=\"NONE\" value=\"1\"/>",
                value("M", "8"),
                value("M", "9"));
        assertThat(answer.taken()).isEqualTo(1);
        assertThat(answer.errors())
                .extracting(Answer.Error::code)
                .containsExactly("number", "slot", "element", "twice");
        assertThat(answer.errors().getFirst().message()).contains("4:", "mười");
        assertThat(stored().cells().value(1)).isEqualTo(8);
    }
}
