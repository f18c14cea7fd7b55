package vn.binhdang.statistics.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the field guide of SDMX-CSV 2.0 allows others to send, beside what this product writes itself. */
class SdmxCsvReaderTest {

    private static final String ROW = "dataflow,SNV_TN:NU_LANH_DAO(1.0.0),";
    private static final Map<String, String> ONE =
            Map.of("UNIT", "T24", "TIME_PERIOD", "2023-12-15/P1Y", "OBS_VALUE", "12.4", "OBS_STATUS", "A");

    private final List<SdmxCsvReader.Row> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private void read(String... lines) throws IOException {
        rows.clear();
        faults.clear();
        var reader = new SdmxCsvReader(
                new ByteArrayInputStream(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8)));
        for (var item = reader.next(); item.isPresent(); item = reader.next())
            switch (item.get()) {
                case SdmxCsvReader.Row row -> rows.add(row);
                case Fault fault ->
                    faults.add(fault.place() + " "
                            + fault.messageKey().substring("statistics.exchange.fault.".length())
                            + fault.arguments());
            }
    }

    private void assertOne() {
        assertThat(faults).isEmpty();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.structure()).isEqualTo("SNV_TN:NU_LANH_DAO(1.0.0)");
            assertThat(row.action()).isEqualTo("I");
            assertThat(row.fields()).isEqualTo(ONE);
        });
    }

    @Test
    void without_a_column_for_it_the_action_is_information() throws IOException {
        read("STRUCTURE,STRUCTURE_ID,UNIT,TIME_PERIOD,OBS_VALUE,OBS_STATUS", ROW + "T24,2023-12-15/P1Y,12.4,A");
        assertOne();
    }

    @Test
    void columns_come_in_any_order() throws IOException {
        read(
                "STRUCTURE,STRUCTURE_ID,ACTION,OBS_STATUS,OBS_VALUE,TIME_PERIOD,UNIT",
                ROW + "I,A,12.4,2023-12-15/P1Y,T24");
        assertOne();
    }

    @Test
    void the_separator_is_what_follows_the_first_word() throws IOException {
        for (String separator : List.of(";", "|", "\t"))
            for (String first : List.of("STRUCTURE", "STRUCTURE[~]", "\"STRUCTURE\"")) {
                read(
                        first + ",STRUCTURE_ID,ACTION,UNIT,TIME_PERIOD,OBS_VALUE,OBS_STATUS".replace(",", separator),
                        (ROW + "I,T24,2023-12-15/P1Y,12.4,A").replace(",", separator));
                assertOne();
            }
        read("STRUCTURE[;],STRUCTURE_ID,UNIT,TIME_PERIOD,OBS_VALUE,OBS_STATUS", ROW + "T24,2023-12-15/P1Y,12.4,A");
        assertOne();
    }

    @Test
    void where_the_comma_does_not_separate_fields_it_may_separate_decimals() throws IOException {
        read(
                "STRUCTURE;STRUCTURE_ID;UNIT;TIME_PERIOD;OBS_VALUE;OBS_STATUS",
                "dataflow;SNV_TN:NU_LANH_DAO(1.0.0);T24;2023-12-15/P1Y;12,4;A");
        assertOne();
    }

    @Test
    void names_and_keys_beside_the_codes_are_passed_over() throws IOException {
        read(
                "STRUCTURE,STRUCTURE_ID,ACTION,SERIES_KEY,OBS_KEY,UNIT: Đơn vị,TIME_PERIOD: Kỳ,OBS_VALUE: Giá"
                        + " trị,OBS_STATUS: Tình trạng",
                ROW.replace("),", "): Nữ lãnh đạo: các cấp,")
                        + "I,T24,T24.2023-12-15/P1Y,T24: Tỉnh: thử,2023-12-15/P1Y: 2024,12.4,A: Bình thường");
        assertOne();
        read(
                "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,UNIT,Đơn vị,TIME_PERIOD,Đơn vị,OBS_VALUE,Giá"
                        + " trị,OBS_STATUS,OBS_STATUS",
                ROW + "Nữ lãnh đạo,I,T24,,2023-12-15/P1Y,,12.4,,A,Bình thường");
        assertOne();
    }

    @Test
    void a_comment_keeps_its_colon() throws IOException {
        read("STRUCTURE,STRUCTURE_ID,UNIT: Đơn vị,COMMENT: Ghi chú", ROW + "T24: Tỉnh,Nguồn: báo cáo");
        assertThat(rows.getFirst().fields()).containsEntry("COMMENT", "Nguồn: báo cáo");
    }

    @Test
    void several_values_in_one_field_are_refused_by_name() throws IOException {
        for (String column : List.of("COMMENT[vi;en]", "D1[]", "CONTACT[].NAME")) {
            read("STRUCTURE[;],STRUCTURE_ID,ACTION,UNIT," + column, ROW + "I,T24,x");
            assertThat(rows).isEmpty();
            assertThat(faults).containsExactly("1 severalValues[" + column + "]");
        }
    }

    @Test
    void a_row_says_what_kind_of_structure_it_belongs_to() throws IOException {
        read(
                "STRUCTURE,STRUCTURE_ID,ACTION,UNIT",
                "dataflow,A:B(1.0.0),I,T24",
                "datastructure,A:B,R,T24",
                "dataprovision,A:B(1.0.0),D,",
                "metadataflow,A:B(1.0.0),I,T24",
                "dataflow,A:B(1.0.0),M,T24");
        assertThat(rows).extracting(SdmxCsvReader.Row::action).containsExactly("I", "R", "D");
        assertThat(faults).containsExactly("5 structure[metadataflow]", "6 action[M]");
    }

    @Test
    void what_is_no_sdmx_csv_is_said_once() throws IOException {
        for (String head : List.of(
                "",
                "STRUCTURE",
                "STRUCTURES,STRUCTURE_ID,X",
                "DATAFLOW,FREQ,OBS_VALUE",
                "STRUCTURE[;,STRUCTURE_ID,X",
                "[")) {
            read(head, ROW + "I,T24");
            assertThat(faults).as(head).containsExactly("1 notSdmxCsv[]");
        }
        read("STRUCTURE,STRUCTURE_ID,UNIT,UNIT", ROW + "a,b");
        assertThat(faults).containsExactly("1 columnTwice[]");
    }
}
