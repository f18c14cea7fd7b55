package vn.binhdang.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.web.Text;

/** A share of women beside the counts it is made of tells nothing that these do not. */
@PageTest
class PublishedSharesTest {
    @Autowired
    Publications publications;

    @Autowired
    PublishedCubes cubes;

    @Autowired
    Submissions submissions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    InventedProvinces land;
    Actor clerk;
    Actor statistician;
    String code;

    @BeforeEach
    void invent() {
        land = new InventedProvinces(jdbc, 1, 5);
        jdbc.sql("update stat_element set sensitive = true where code = :leaders")
                .param("leaders", land.leaders())
                .update();
        clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        statistician = InventedProvinces.actor(land.provinces.getFirst(), Role.STATISTICIAN);
        var communes = land.communes.getFirst();
        report(communes.get(0), 10, 20, 0, 1, 13);
        report(communes.get(1), 8, 9, 0, 6, 7);
        report(communes.get(2), 12, 2, 1, 9, 8);
        report(communes.get(3), 30, 25, 0, 5, 12);
        report(communes.get(4), 0, 5, 0, 0, 0);
        code = land.leaders() + "_WOMEN";
        indicator(code, "OFFICIAL");
    }

    @Test
    void a_share_is_shown_exactly_where_all_its_counts_are() throws Exception {
        var id = publish("WITHHOLD");
        var found = publications.find(statistician, id);
        var layout = found.layout();
        int shown = 0;
        int withheld = 0;
        for (var unit : layout.units()) {
            var told = layout.indicators().getFirst().of(layout, found.outcomes(), "2025S1", unit.code());
            var women = found.outcomes().get(layout.at(land.leaders(), "2025S1", unit.code(), "SEX=F"));
            var all = found.outcomes().get(layout.at(land.leaders(), "2025S1", unit.code(), ""));
            assertThat(told.withheld()).isEqualTo(women.withheld() || all.withheld());
            if (told.withheld()) withheld++;
            else if (told.number() != null) {
                shown++;
                assertThat(told.number())
                        .isEqualByComparingTo(BigDecimal.valueOf(100 * women.shown())
                                .divide(BigDecimal.valueOf(all.shown()), 1, RoundingMode.HALF_UP));
            }
        }
        assertThat(withheld).isPositive();
        assertThat(shown).isPositive();
        assertThat(PublicationSheets.of(found, Text.in(Text.ENGLISH)).getFirst().toString())
                .contains("(withheld)", "no cases");
    }

    /** What anybody can do with the open data alone: share times denominator. */
    @Test
    void share_times_denominator_gives_no_withheld_numerator() throws Exception {
        var id = publish("WITHHOLD");
        var cube = cubes.cube("P-" + id).orElseThrow();
        Map<String, BigDecimal> numbers = new HashMap<>();
        cube.each(cell -> {
            if (cell.measured().isEmpty()) return;
            var place = new ArrayList<String>();
            for (int d = 0; d < cube.dimensions().size(); d++)
                place.add(cube.category(cell.cell(), d).code());
            numbers.put(String.join(" ", place), cell.measured().get());
        });
        var layout = publications.find(statistician, id).layout();
        var attack = new PublishedAttack(jdbc, json, List.of(id));
        int derived = 0;
        for (var unit : layout.units()) {
            String where = unit.code() + " _T 2025S1";
            var share = numbers.get(code + " " + where);
            var all = numbers.get(land.leaders() + " " + where);
            if (share == null || all == null || all.signum() == 0) continue;
            derived++;
            long women = share.multiply(all)
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            String key = layout.at(land.leaders(), "2025S1", unit.code(), "SEX=F");
            assertThat(attack.without).as(key).noneMatch(other -> other.startsWith(key + "#"));
            assertThat(attack.shown).as(key).containsEntry(key + "#" + women, women);
        }
        assertThat(derived).isPositive();
        attack.findsNothing();
    }

    @Test
    void shares_of_rounded_counts_are_computed_from_the_rounded_ones() {
        var id = publish("ROUND5");
        var found = publications.find(statistician, id);
        var layout = found.layout();
        String province = land.provinces.getFirst().toString();
        var women = found.outcomes().get(layout.at(land.leaders(), "2025S1", province, "SEX=F"));
        var all = found.outcomes().get(layout.at(land.leaders(), "2025S1", province, ""));
        assertThat(women.shown() % 5).isZero();
        assertThat(layout.indicators()
                        .getFirst()
                        .of(layout, found.outcomes(), "2025S1", province)
                        .number())
                .isEqualByComparingTo(BigDecimal.valueOf(100 * women.shown())
                        .divide(BigDecimal.valueOf(all.shown()), 1, RoundingMode.HALF_UP));
    }

    @Test
    void a_formula_that_nobody_confirmed_is_not_offered() {
        indicator(code + "_DRAFT", "DRAFT");
        assertThat(publications.indicators())
                .extracting(one -> one.code())
                .contains(code)
                .doesNotContain(code + "_DRAFT");
    }

    @Test
    void an_indicator_that_needs_another_way_of_telling_apart_is_told() {
        try {
            publications.prepare(statistician, form("AGE_GROUP", "WITHHOLD"));
        } catch (NotPublishable mended) {
            assertThat(mended.keys()).containsEntry("indicator", "statistics.disclosure.mend.indicatorBy");
            return;
        }
        throw new AssertionError("was prepared");
    }

    private PublicationId publish(String method) {
        // nothing is ticked but the indicator: its counts and its way of telling apart come with it
        var id = publications.prepare(statistician, form("", method));
        publications.publish(statistician, id);
        return id;
    }

    private PublicationForm form(String by, String method) {
        return new PublicationForm("Tỷ lệ", List.of(), List.of(code), "2025S1", by, "", method, "4");
    }

    private void indicator(String named, String state) {
        var id = Uuid7.create();
        jdbc.sql("insert into stat_indicator (id, code, theme) values (:id, :code, 'LEADERSHIP')")
                .param("id", id)
                .param("code", named)
                .update();
        jdbc.sql("""
            insert into stat_indicator_version (id, indicator_id, number, name_vi, name_en, unit_vi, unit_en, direction, kind,
                    numerator, denominator, factor, state, formula_state, valid_from)
            values (:version, :id, 1, 'Tỷ lệ nữ lãnh đạo (thử)', 'Share of women leaders (trial)', '%', '%', 'MORE', 'RATIO',
                    :over, :under, 100, :state, :state, date '2020-01-01')
            """)
                .param("version", Uuid7.create())
                .param("id", id)
                .param("over", "#{" + land.leaders() + ".SEX=F}")
                .param("under", "#{" + land.leaders() + "}")
                .param("state", state)
                .update();
        jdbc.sql("update stat_catalogue set no = no + 1").update();
    }

    private void report(UnitId commune, long... cells) {
        var id = submissions
                .draft(clerk, land.form, InventedProvinces.HALF, commune)
                .id();
        var changes = new ArrayList<Submissions.CellChange>();
        for (int slot = 0; slot < cells.length; slot++)
            changes.add(new Submissions.CellChange(slot, null, CellEntry.of(cells[slot])));
        submissions.fill(clerk, id, changes);
        submissions.submit(clerk, id, 1);
        submissions.accept(InventedProvinces.actor(land.country, Role.STATISTICIAN), id, 2);
    }
}
