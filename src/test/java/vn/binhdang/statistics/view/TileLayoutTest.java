package vn.binhdang.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.binhdang.kernel.DataTable;

class TileLayoutTest {
    private static final LocalDate LAST_OF_63 = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST_OF_34 = LocalDate.of(2025, 7, 1);

    @Test
    void there_are_63_tiles_until_30_june_and_34_from_1_july_2025() {
        assertThat(TileLayout.on(LAST_OF_63).places()).hasSize(63);
        assertThat(TileLayout.on(FIRST_OF_34).places()).hasSize(34);
        assertThat(TileLayout.on(LocalDate.of(2030, 1, 1)).places()).hasSize(34);
    }

    @Test
    void no_two_provinces_lie_on_one_tile_or_bear_one_mark() {
        for (var day : List.of(LAST_OF_63, FIRST_OF_34)) {
            var places = TileLayout.on(day).places();
            assertThat(places)
                    .extracting(place -> place.row() + "/" + place.column())
                    .doesNotHaveDuplicates();
            assertThat(places).extracting(TileLayout.Place::mark).doesNotHaveDuplicates();
            assertThat(places).extracting(TileLayout.Place::mark).allMatch(mark -> mark.length() <= 3);
        }
    }

    /** The code and name of every province that the product ships, and of no other. */
    @Test
    void every_province_has_a_tile_under_its_code_of_the_day() {
        for (var day : List.of(LAST_OF_63, FIRST_OF_34)) {
            var shipped = shipped(day);
            var places = TileLayout.on(day).places();
            if (day.equals(LAST_OF_63))
                assertThat(places.stream().map(TileLayout.Place::code).collect(Collectors.toSet()))
                        .isEqualTo(shipped);
            else
                assertThat(places)
                        .extracting(TileLayout.Place::code)
                        .contains("24", "15", "44", "52", "80", "82", "91");
        }
        assertThat(TileLayout.on(LAST_OF_63).place("24"))
                .extracting(TileLayout.Place::name)
                .isEqualTo("Bắc Giang");
        assertThat(TileLayout.on(FIRST_OF_34).place("24"))
                .extracting(TileLayout.Place::name)
                .isEqualTo("Bắc Ninh");
    }

    private static java.util.Set<String> shipped(LocalDate day) {
        var columns = List.of(
                "key",
                "id",
                "kind",
                "name",
                "short_name",
                "other_names",
                "symbol",
                "scheme",
                "code",
                "parent",
                "from",
                "source",
                "verified");
        return DataTable.read("data/reference-units.csv", columns, row -> row).stream()
                .filter(row ->
                        row.text("kind").equals("PROVINCE") || row.text("kind").equals("CENTRALLY_RUN_CITY"))
                .filter(row -> !row.date("from").isAfter(day))
                .map(row -> row.text("code"))
                .collect(Collectors.toSet());
    }

    @Test
    void shades_go_from_the_lowest_to_the_highest() {
        var low = BigDecimal.ZERO;
        var high = BigDecimal.valueOf(50);
        assertThat(TileMap.shade(low, low, high)).isZero();
        assertThat(TileMap.shade(high, low, high)).isEqualTo(4);
        assertThat(TileMap.shade(BigDecimal.valueOf(25), low, high)).isEqualTo(2);
        assertThat(TileMap.shade(high, high, high)).isZero();
    }
}
