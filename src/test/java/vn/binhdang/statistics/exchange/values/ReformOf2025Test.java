package vn.binhdang.statistics.exchange.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.testing.PageTest;
import vn.binhdang.web.Text;

/**
 * The reform of 01/7/2025 on the shipped map: 63 provinces become 34, and code 24 is Bắc Giang until 30/6 and the new Bắc Ninh
 * from then on. The same as told in docs/figures-on-every-map.md.
 */
@PageTest
class ReformOf2025Test {
    private static final UnitId GOVERNMENT = UnitId.of("019ab84f-5c00-7b97-9673-82847cbaeb2f");
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);
    private static final ReportingPeriod FIRST_HALF = ReportingPeriod.of(ReportingPeriod.Kind.FIRST_HALF, 2025);
    private static final ReportingPeriod SECOND_HALF = ReportingPeriod.of(ReportingPeriod.Kind.SECOND_HALF, 2025);

    @Autowired
    ValuesImport values;

    @Autowired
    Figures figures;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    InventedProvinces land;
    Actor statistician;
    Map<String, Unit> before;
    Map<String, Unit> after;

    @BeforeEach
    void everyProvinceReportsItsNumberInTheList() throws IOException {
        land = new InventedProvinces(jdbc, 0, 0);
        statistician = InventedProvinces.actor(GOVERNMENT, Role.STATISTICIAN);
        for (var kind : List.of(UnitKind.PROVINCE, UnitKind.CENTRALLY_RUN_CITY))
            jdbc.sql("""
                insert into stat_form_assignment (id, form_id, unit_kind, within_id, valid_from)
                values (:id, :form, :kind, :within, date '2020-01-01')
                """)
                    .param("id", Uuid7.create())
                    .param("form", land.form.value())
                    .param("kind", kind.name())
                    .param("within", GOVERNMENT.value())
                    .update();
        before = provinces(BEFORE);
        after = provinces(AFTER);
        var rows = new StringBuilder();
        before.keySet().forEach(code -> rows.append(row(code, BEFORE, FIRST_HALF, Integer.parseInt(code))));
        after.keySet().forEach(code -> rows.append(row(code, AFTER, SECOND_HALF, 1_000)));
        var answer = values.take(
                statistician,
                new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)),
                null,
                ValuesImport.As.ACCEPTED,
                Text.in(Text.VIETNAMESE));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.taken()).isEqualTo(63 + 34);
    }

    @Test
    void code_24_is_bac_giang_until_the_thirtieth_of_june_and_bac_ninh_from_the_first_of_july() {
        assertThat(value(before.get("24"), FIRST_HALF, null)).isEqualTo(24);
        assertThat(before.get("24").name()).isEqualTo("Tỉnh Bắc Giang");
        assertThat(value(after.get("24"), SECOND_HALF, null)).isEqualTo(1_000);
        assertThat(after.get("24").name()).isEqualTo("Tỉnh Bắc Ninh");
    }

    @Test
    void the_new_bac_ninh_has_the_figures_of_both_old_provinces_on_its_own_map() {
        assertThat(value(after.get("24"), FIRST_HALF, AFTER)).isEqualTo(24 + 27);
        assertThat(figure(after.get("24"), FIRST_HALF, AFTER).estimated()).isFalse();
        assertThat(figure(after.get("24"), FIRST_HALF, null).value()).isInstanceOf(NoValue.class);
    }

    @Test
    void on_the_old_map_what_the_new_province_reports_is_shared_out_and_said_to_be_an_estimate() {
        var bacGiang = figure(before.get("24"), SECOND_HALF, BEFORE);
        assertThat(bacGiang.estimated()).isTrue();
        assertThat(value(before.get("24"), SECOND_HALF, BEFORE)).isEqualTo(500);
        assertThat(value(before.get("27"), SECOND_HALF, BEFORE)).isEqualTo(500);
    }

    @Test
    void the_country_has_the_same_total_on_each_map_and_so_have_all_its_provinces_together() {
        long all = before.keySet().stream().mapToLong(Long::parseLong).sum();
        for (LocalDate map : new LocalDate[] {null, BEFORE, AFTER, LocalDate.of(2026, 11, 26)})
            assertThat(value(GOVERNMENT, FIRST_HALF, map)).isEqualTo(all);
        assertThat(sum(before, FIRST_HALF, BEFORE)).isEqualTo(all);
        assertThat(sum(after, FIRST_HALF, AFTER)).isEqualTo(all);
        // thirds of a merger of three are printed as 333: what is added up is what they are, not what is printed
        assertThat(sum(before, SECOND_HALF, BEFORE)).isEqualTo(34_000);
    }

    @Test
    void sixty_three_are_expected_before_and_thirty_four_after() {
        var first = figure(GOVERNMENT, FIRST_HALF, null);
        assertThat(first.reported()).isEqualTo(63);
        assertThat(first.expected()).isEqualTo(63);
        assertThat(figure(GOVERNMENT, SECOND_HALF, null).expected()).isEqualTo(34);
    }

    private Map<String, Unit> provinces(LocalDate day) {
        var holders = new TreeMap<String, Unit>();
        units.spansOfCodes(CodeScheme.ADMINISTRATIVE).forEach((code, spans) -> {
            if (code.length() != 2) return;
            for (var span : spans) if (span.holdsOn(day)) holders.put(code, units.on(span.unit(), day));
        });
        return holders;
    }

    private String row(String code, LocalDate day, ReportingPeriod period, int value) {
        return "{\"form\":\"%s\",\"code\":\"%s\",\"date\":\"%s\",\"period\":\"%s\",\"element\":\"%s\",\"disaggregation\":\"SEX=F\",\"value\":%d}%n"
                .formatted(land.formCode(), code, day, PeriodCode.text(period), land.staff(), value);
    }

    private long sum(Map<String, Unit> provinces, ReportingPeriod period, LocalDate map) {
        return provinces.values().stream()
                .map(unit -> ((Result.Value) figure(unit, period, map).value())
                        .number()
                        .toDecimal(6))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private long value(Unit unit, ReportingPeriod period, @Nullable LocalDate map) {
        return value(unit.id(), period, map);
    }

    private long value(UnitId unit, ReportingPeriod period, @Nullable LocalDate map) {
        return ((Result.Value) figure(unit, period, map).value())
                .number()
                .toDecimal(0)
                .longValueExact();
    }

    private Figure figure(Unit unit, ReportingPeriod period, @Nullable LocalDate map) {
        return figure(unit.id(), period, map);
    }

    private Figure figure(UnitId unit, ReportingPeriod period, @Nullable LocalDate map) {
        return figures.answer(new FigureQuestion(
                        List.of(Measure.of(new CellRef(land.staff(), "SEX=F"), 0)),
                        List.of(unit),
                        List.of(period),
                        map,
                        null))
                .getFirst();
    }
}
