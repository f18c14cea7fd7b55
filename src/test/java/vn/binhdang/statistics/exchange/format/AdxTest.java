package vn.binhdang.statistics.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdxTest {

    static final class Read implements AdxReader.Sink {
        final List<AdxValue> values = new ArrayList<>();
        final List<String> faults = new ArrayList<>();

        @Override
        public void value(AdxValue value) {
            values.add(value);
        }

        @Override
        public void fault(Fault fault) {
            faults.add(fault.place().line() + " "
                    + fault.messageKey().substring(fault.messageKey().lastIndexOf('.') + 1) + " "
                    + String.join(",", fault.arguments()));
        }
    }

    static Read read(String document) throws IOException {
        Read read = new Read();
        AdxReader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), read);
        return read;
    }

    private static String adx(String groups) {
        return "<?xml version='1.0' encoding='UTF-8'?>\n"
                + "<adx xmlns='urn:ihe:qrph:adx:2015' exported='2026-01-05T00:00:00Z'>\n"
                + groups + "</adx>";
    }

    @Test
    void a_message_as_dhis2_writes_it_is_understood() throws IOException {
        Read read = read(adx("""
            <group orgUnit="T24.01" period="2024-01-01/P1Y" dataSet="LANH_DAO" completeDate="2025-01-03">
              <dataValue dataElement="LD" SEX="F" AGE="U30" value="12"/>
              <dataValue dataElement="LD" AGE="U30" SEX="M" value="20.5" comment="ước tính" storedBy="admin"/>
              <dataValue dataElement="LD" value="-3"/>
            </group>
            <group orgUnit="T24.02" period="2024-12-15/P6M" dataSet="LANH_DAO"/>
            """));
        assertThat(read.faults).isEmpty();
        assertThat(read.values)
                .extracting(
                        AdxValue::unit,
                        AdxValue::element,
                        AdxValue::combination,
                        v -> v.value().toPlainString())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("T24.01", "LD", "AGE=U30;SEX=F", "12"),
                        org.assertj.core.api.Assertions.tuple("T24.01", "LD", "AGE=U30;SEX=M", "20.5"),
                        org.assertj.core.api.Assertions.tuple("T24.01", "LD", "", "-3"));
        assertThat(PeriodNames.match(read.values.getFirst().period())
                        .orElseThrow()
                        .calendar())
                .isTrue();
    }

    @Test
    void everything_wrong_is_said_by_its_line_and_the_rest_is_read() throws IOException {
        Read read = read(adx("""
            <group period="2024-01-01/P1Y" dataSet="LANH_DAO">
              <dataValue dataElement="LD" value="1"/>
            </group>
            <group orgUnit="A" period="2024" dataSet="LANH_DAO"/>
            <group orgUnit="A" period="2023-12-15/P1Y" dataSet="LANH_DAO">
              <dataValue dataElement="LD" value="hai"/>
              <dataValue dataElement="LD"/>
              <dataValue value="4"/>
              <dataValue dataElement="LD" SEX="" value="5"/>
              <dataValue dataElement="LD" value="6"/>
              <dataValue dataElement="LD" value="7"/>
              <other/>
              <dataValue dataElement="LD2" value="1e3"/>
              <dataValue dataElement="LD2" value="8"/>
            </group>
            <extra/>
            """));
        assertThat(read.faults)
                .containsExactly(
                        "3 missing orgUnit,group",
                        "6 period 2024",
                        "8 number hai,LD",
                        "9 missing value,dataValue",
                        "10 missing dataElement,dataValue",
                        "11 category SEX",
                        "13 twice LD,",
                        "14 element other",
                        "15 number 1e3,LD2",
                        "18 element extra");
        assertThat(read.values).extracting(v -> v.value().intValue()).containsExactly(6, 8);
    }

    @Test
    void a_document_that_is_none_or_breaks_off_is_said_so() throws IOException {
        assertThat(read("<dataValueSet xmlns='http://dhis2.org/schema/dxf/2.0'/>").faults)
                .containsExactly("1 notAdx dataValueSet");
        assertThat(read("").faults).hasSize(1);
        assertThat(read("no xml").faults).hasSize(1);
        Read half = read("""
            <adx xmlns='urn:ihe:qrph:adx:2015'>
            <group orgUnit="A" period="2023-12-15/P1Y" dataSet="D">
            <dataValue dataElement="LD" value="1"/>
            <dataValue dataElement="LD2" val\
            """);
        assertThat(half.values).hasSize(1);
        assertThat(half.faults).containsExactly("4 malformed ");
    }

    @Test
    void a_hostile_document_opens_no_file_and_does_not_grow() throws IOException {
        String entity = "<!DOCTYPE adx [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>\n"
                + "<adx xmlns='urn:ihe:qrph:adx:2015'><group orgUnit='&f;' period='2023-12-15/P1Y' dataSet='D'>"
                + "<dataValue dataElement='&f;' value='1'/></group></adx>";
        assertThat(read(entity).values).isEmpty();
        assertThat(read(entity).faults).containsExactly("1 doctype ");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE adx [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) laughs.append("<!ENTITY a%d '&a%d;&a%d;&a%d;'>".formatted(i, i - 1, i - 1, i - 1));
        laughs.append("]><adx xmlns='urn:ihe:qrph:adx:2015'><group orgUnit='&a29;'/></adx>");
        assertThat(read(laughs.toString()).values).isEmpty();
        assertThat(read(adx("<group orgUnit='" + "x".repeat(100_000) + "' period='2023-12-15/P1Y' dataSet='D'/>"))
                        .faults)
                .containsExactly("3 long orgUnit");
        assertThat(read(adx("<a>".repeat(5_000))).faults).isNotEmpty();
    }

    @Test
    void values_come_back_as_they_went() throws IOException {
        int cubes = 0;
        for (int seed = 0; seed < 300; seed++) {
            DataCube cube = Cubes.random(seed);
            if (cube.metric().isEmpty()) continue;
            cubes++;
            Map<String, String> sent = new TreeMap<>();
            int element = cube.dimensions().indexOf(cube.metric().get());
            cube.each(cell -> {
                if (cell.measured().isEmpty()) return;
                Map<String, String> categories = new TreeMap<>();
                for (int i = 1; i < cube.dimensions().size() - 1; i++)
                    if (i != element && !cube.category(cell.cell(), i).code().equals(AdxWriter.TOTAL))
                        categories.put(
                                cube.dimensions().get(i).id(),
                                cube.category(cell.cell(), i).code());
                sent.put(
                        cube.category(cell.cell(), 0).code() + "|"
                                + TimeRange.text(cube.category(
                                                cell.cell(), cube.dimensions().size() - 1)
                                        .days()) + "|"
                                + cube.category(cell.cell(), element).code() + "|" + categories,
                        cell.number());
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new AdxWriter(AdxWriter.Periods.WINDOWS).write(cube, out);
            Read read = read(out.toString(StandardCharsets.UTF_8));
            Map<String, String> came = new TreeMap<>();
            read.values.forEach(v -> came.put(
                    v.unit() + "|" + TimeRange.text(v.period()) + "|" + v.element() + "|" + v.categories(),
                    v.value().toPlainString()));
            assertThat(read.faults).isEmpty();
            assertThat(came).isEqualTo(sent);
        }
        assertThat(cubes).isGreaterThan(200);
    }

    @Test
    void for_dhis2_the_half_year_is_called_by_the_calendar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AdxWriter(AdxWriter.Periods.CALENDAR).write(Cubes.sample(), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("period=\"2024-01-01/P1Y\"", "period=\"2025-01-01/P6M\"", "period=\"2025-01-01/P9M\"")
                .doesNotContain("12-15");
    }
}
