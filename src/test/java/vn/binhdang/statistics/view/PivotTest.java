package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.binhdang.statistics.view.Pivot.Field;
import vn.binhdang.statistics.view.Pivot.Head;

class PivotTest {
    private static final Map<Field, List<Head>> HEADS = Map.of(
            Field.INDICATOR, List.of(new Head(0, "Cán bộ")),
            Field.UNIT, List.of(new Head(0, "Tỉnh A"), new Head(1, "Tỉnh B")),
            Field.PERIOD, List.of(new Head(0, "2023"), new Head(1, "2024"), new Head(2, "2025")),
            Field.CATEGORY, List.of(new Head(1, "Nữ")));

    @Test
    void each_cell_is_asked_for_by_itself_and_the_fields_left_out_stand_still() {
        var table = Pivot.of(Field.UNIT, Field.PERIOD, HEADS, at -> at);
        assertThat(table.rowHeads()).extracting(Head::name).containsExactly("Tỉnh A", "Tỉnh B");
        assertThat(table.cells()).hasSize(2).allMatch(row -> row.size() == 3);
        assertThat(table.cells().get(1).get(2)).isEqualTo(new Pivot.At(0, 1, 2, 1));
    }

    @Test
    void turned_around_it_holds_the_same() {
        var one = Pivot.of(Field.UNIT, Field.PERIOD, HEADS, at -> at);
        var other = Pivot.of(Field.PERIOD, Field.UNIT, HEADS, at -> at);
        for (int unit = 0; unit < 2; unit++)
            for (int period = 0; period < 3; period++)
                assertThat(other.cells().get(period).get(unit))
                        .isEqualTo(one.cells().get(unit).get(period));
    }

    @Test
    void rows_and_columns_are_two_different_fields() {
        assertThatThrownBy(() -> Pivot.of(Field.UNIT, Field.UNIT, HEADS, at -> at))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_several_figures_that_are_neither_in_rows_nor_in_columns_none_is_left_out() {
        var heads = new HashMap<>(HEADS);
        heads.put(Field.INDICATOR, List.of(new Head(0, "Cán bộ"), new Head(1, "Lãnh đạo")));
        var table = Pivot.of(Field.UNIT, Field.PERIOD, heads, at -> at);
        assertThat(table.rowHeads())
                .extracting(Head::name)
                .containsExactly("Cán bộ · Tỉnh A", "Cán bộ · Tỉnh B", "Lãnh đạo · Tỉnh A", "Lãnh đạo · Tỉnh B");
        assertThat(table.cells().get(2).get(1)).isEqualTo(new Pivot.At(1, 0, 1, 1));
    }

    @Test
    void a_name_that_looks_like_a_formula_is_only_a_name_in_a_file() {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM", "\tx"))
            assertThat(TableFile.harmless(name)).startsWith("'");
        assertThat(TableFile.harmless("Xã 1")).isEqualTo("Xã 1");
    }
}
