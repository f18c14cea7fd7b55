package vn.binhdang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DataTableTest {

    @Test
    void quoted_cells_keep_commas_and_quotes() throws IOException {
        assertThat(parse("name,day\n\"Tết, \"\"Nguyên đán\"\"\",2026-02-17\n", row -> row.text("name")))
                .containsExactly("Tết, \"Nguyên đán\"");
    }

    @Test
    void a_bad_value_names_file_line_and_column() {
        assertThatThrownBy(() -> parse("name,day\nTết,2026-02-17\nGiỗ Tổ,10/3\n", row -> row.date("day")))
                .hasMessage("days.csv, line 3: day is not a date");
    }

    @Test
    void a_row_of_another_length_is_refused() {
        assertThatThrownBy(() -> parse("name,day\nTết,2026-02-17,rest\n", row -> row.text("name")))
                .hasMessage("days.csv, line 2: 3 values for 2 columns");
    }

    @Test
    void other_columns_are_refused() {
        assertThatThrownBy(() -> parse("day,name\n", row -> row.text("name")))
                .hasMessageContaining("line 1: columns are [day, name]");
    }

    @Test
    void an_empty_cell_is_refused_where_a_value_is_needed_and_absent_where_not() throws IOException {
        assertThatThrownBy(() -> parse("name,day\n,2026-02-17\n", row -> row.text("name")))
                .hasMessage("days.csv, line 2: name is empty");
        assertThat(parse("name,day\nTết,\n", row -> row.optionalDate("day") == null))
                .containsExactly(true);
    }

    @Test
    void a_quote_that_is_not_closed_is_refused() {
        assertThatThrownBy(() -> parse("name,day\n\"Tết,2026-02-17\n", row -> row.text("name")))
                .hasMessageContaining("a quote is not closed");
    }

    private static <T> List<T> parse(String csv, Function<DataTable.Row, T> row) throws IOException {
        return DataTable.parse("days.csv", new BufferedReader(new StringReader(csv)), List.of("name", "day"), row);
    }
}
