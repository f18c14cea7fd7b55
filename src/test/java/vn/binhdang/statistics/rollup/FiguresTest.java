package vn.binhdang.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.indicator.OverUnits;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.Fraction;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.testing.PageTest;

@PageTest
class FiguresTest {
    @Autowired
    Submissions submissions;

    @Autowired
    Figures figures;

    @Autowired
    JdbcClient jdbc;

    InventedProvinces land;
    Measure staff;
    Measure womenLead;
    Actor clerk;
    Actor statistician;

    @BeforeEach
    void invent() {
        land = new InventedProvinces(jdbc, 2, 3);
        staff = Measure.of(CellRef.total(land.staff()), 0);
        womenLead = new Measure(
                "WOMEN_LEAD",
                Expression.of("#{%s.SEX=F}".formatted(land.leaders())),
                Expression.of("#{%s}".formatted(land.leaders())),
                Fraction.of(100),
                1,
                OverUnits.CELLS);
        clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        statistician = InventedProvinces.actor(land.country, Role.STATISTICIAN);
    }

    @Test
    void what_is_accepted_stands_in_every_total_above_it_at_once() {
        report(land.communes.get(0).get(0), 10, 20, 0, 1, 3);
        report(land.communes.get(0).get(1), 5, 5, 1, 2, 0);
        report(land.communes.get(1).get(2), 7, 3, 0, 0, 0);
        assertThat(value(staff, land.provinces.get(0))).isEqualTo("41");
        assertThat(value(staff, land.provinces.get(1))).isEqualTo("10");
        assertThat(value(staff, land.country)).isEqualTo("51");
        var figure = figure(staff, land.country, InventedProvinces.HALF, null);
        assertThat(figure.reported()).isEqualTo(3);
        assertThat(figure.expected()).isEqualTo(6);
        assertThat(figure.estimated()).isFalse();
    }

    @Test
    void a_ratio_comes_from_summed_parts_and_one_of_nobody_is_no_value() {
        report(land.communes.get(0).get(0), 10, 20, 0, 1, 3); // 25 %
        report(land.communes.get(0).get(1), 5, 5, 1, 2, 0); // 100 %; the mean of both would be 62.5
        report(land.communes.get(1).get(2), 7, 3, 0, 0, 0);
        assertThat(value(womenLead, land.provinces.get(0))).isEqualTo("50.0");
        assertThat(reason(womenLead, land.provinces.get(1))).isEqualTo(Reason.NO_CASES);
        assertThat(reason(womenLead, land.communes.get(0).get(2))).isEqualTo(Reason.MISSING);
    }

    @Test
    void men_are_the_whole_less_the_women_where_a_form_asks_for_those_and_only_where_both_were_given() {
        jdbc.sql("update stat_slot set combination = '' where form_id = :form and slot = 4")
                .param("form", land.form.value())
                .update();
        report(land.communes.get(0).get(0), 0, 0, 0, 3, 10);
        var men = Measure.of(new CellRef(land.leaders(), "SEX=M"), 0);
        assertThat(value(men, land.communes.get(0).get(0))).isEqualTo("7");
        assertThat(value(men, land.country)).isEqualTo("7");
        report(land.communes.get(0).get(1), 0, 0, 0, 4);
        assertThat(reason(men, land.country)).isEqualTo(Reason.MISSING);
        assertThat(reason(Measure.of(new CellRef(land.leaders(), "SEX=U"), 0), land.country))
                .isEqualTo(Reason.MISSING);
    }

    @Test
    void what_is_only_submitted_does_not_count_and_nobody_accepts_their_own() {
        var id = fill(clerk, land.communes.get(0).get(0), 1, 1, 0, 0, 0);
        submissions.submit(clerk, id, 1);
        assertThat(reason(staff, land.country)).isEqualTo(Reason.MISSING);
        var both = InventedProvinces.actor(land.country, Role.OFFICE_CLERK, Role.STATISTICIAN);
        var own = fill(both, land.communes.get(0).get(1), 1, 1, 0, 0, 0);
        submissions.submit(both, own, 1);
        assertThatThrownBy(() -> submissions.accept(both, own, 2)).isInstanceOf(Refused.class);
    }

    @Test
    void an_amendment_counts_from_its_acceptance_and_the_earlier_figure_is_kept() {
        var commune = land.communes.get(0).get(0);
        var first = report(commune, 10, 20, 0, 1, 3);
        var amendment = submissions.amend(clerk, first);
        submissions.fill(clerk, amendment, List.of(change(0, 13)));
        submissions.submit(clerk, amendment, 1);
        assertThat(value(staff, land.country)).isEqualTo("30");
        submissions.accept(statistician, amendment, 2);
        assertThat(value(staff, land.country)).isEqualTo("33");
        var revisions = submissions.revisions(
                clerk, land.form, InventedProvinces.HALF, commune, vn.binhdang.kernel.Action.ENTER_STATISTICS);
        assertThat(revisions).extracting(s -> s.cells().value(0)).containsExactly(10L, 13L);
        assertThat(revisions)
                .extracting(vn.binhdang.statistics.Submission::state)
                .containsExactly(SubmissionState.REPLACED, SubmissionState.ACCEPTED);
    }

    @Test
    void a_commune_that_turns_out_to_have_moved_before_the_period_counts_where_it_was() {
        var commune = land.communes.get(0).get(0);
        report(commune, 10, 20, 0, 1, 3);
        report(land.communes.get(1).get(0), 1, 1, 0, 0, 0);
        land.place(commune, land.provinces.get(1), LocalDate.of(2024, 1, 1));
        assertThat(reason(staff, land.provinces.get(0))).isEqualTo(Reason.MISSING);
        assertThat(value(staff, land.provinces.get(1))).isEqualTo("32");
        assertThat(value(staff, land.country)).isEqualTo("32");
    }

    @Test
    void a_merger_after_the_period_is_seen_on_the_map_of_its_day_and_not_before() {
        report(land.communes.get(0).get(0), 10, 20, 0, 1, 3);
        report(land.communes.get(1).get(0), 1, 1, 0, 0, 0);
        var merged = merge(LocalDate.of(2025, 7, 1));
        var half = InventedProvinces.HALF;
        assertThat(number(figure(staff, merged, half, LocalDate.of(2025, 7, 1))))
                .isEqualTo("32");
        assertThat(figure(staff, merged, half, null).value()).isInstanceOf(NoValue.class);
        assertThat(number(figure(staff, land.provinces.get(0), half, LocalDate.of(2025, 6, 30))))
                .isEqualTo("30");
        assertThat(number(figure(staff, land.country, half, LocalDate.of(2025, 7, 1))))
                .isEqualTo("32");
        assertThat(number(figure(staff, land.country, half, null))).isEqualTo("32");
    }

    private Measure bodiesWithWomanLeader() {
        return new Measure(
                "BODIES_WITH",
                Expression.of("if(#{%s.SEX=F} > 0, 1, 0)".formatted(land.leaders())),
                Expression.of("1"),
                Fraction.of(100),
                1,
                OverUnits.EACH);
    }

    @Test
    void a_share_of_bodies_is_one_of_the_bodies_of_the_map_it_is_asked_on() {
        var share = bodiesWithWomanLeader();
        var with = land.communes.get(0).get(0);
        var without = land.communes.get(0).get(1);
        report(with, 1, 1, 0, 1, 0);
        report(without, 1, 1, 0, 0, 4);
        report(land.communes.get(1).get(0), 1, 1, 0, 0, 2);
        assertThat(value(share, with)).isEqualTo("100.0");
        assertThat(value(share, without)).isEqualTo("0.0");
        assertThat(value(share, land.provinces.get(0))).isEqualTo("50.0");
        assertThat(value(share, land.country)).isEqualTo("33.3");
        assertThat(figure(share, land.country, InventedProvinces.HALF, null).expected())
                .isEqualTo(6);

        var day = LocalDate.of(2025, 7, 1);
        var both = mergeCommunes(day, with, without);
        var merged = figure(share, both, InventedProvinces.HALF, day);
        assertThat(number(merged)).isEqualTo("100.0");
        var country = figure(share, land.country, InventedProvinces.HALF, day);
        assertThat(number(country)).isEqualTo("50.0");
        assertThat(country.denominator()).isEqualTo(Result.of(2));
        assertThat(country.expected()).isEqualTo(5);
        assertThat(country.estimated()).isFalse();
        assertThat(value(share, land.country)).as("its own map is as it was").isEqualTo("33.3");
    }

    @Test
    void what_does_not_add_up_is_each_units_own_and_nobodys_above_it_or_after_a_merger() {
        var median = new Measure(
                "MEDIAN",
                Expression.of("#{%s.SEX=F}".formatted(land.leaders())),
                null,
                Fraction.ONE,
                1,
                OverUnits.NONE);
        var one = land.communes.get(0).get(0);
        var other = land.communes.get(0).get(1);
        var third = land.communes.get(0).get(2);
        report(one, 1, 1, 0, 7, 0);
        report(third, 1, 1, 0, 9, 0);
        assertThat(value(median, one)).isEqualTo("7");
        assertThat(reason(median, other)).isEqualTo(Reason.MISSING);
        assertThat(reason(median, land.provinces.get(0))).isEqualTo(Reason.NOT_SUMMABLE);
        var day = LocalDate.of(2025, 7, 1);
        var both = mergeCommunes(day, one, other);
        assertThat(reasonOn(median, both, day)).isEqualTo(Reason.NOT_ON_THIS_MAP);
        assertThat(number(figure(median, third, InventedProvinces.HALF, day))).isEqualTo("9");
        assertThat(value(median, one)).isEqualTo("7");
    }

    @Test
    void what_bodies_say_of_themselves_holds_after_a_merger_when_all_of_them_said_the_same() {
        jdbc.sql("update stat_element set about_itself = true where code = :code")
                .param("code", land.leaders())
                .update();
        var held = Measure.of(new CellRef(land.leaders(), "SEX=F"), 0);
        var communes = land.communes.get(0);
        report(communes.get(0), 1, 1, 0, 1);
        report(communes.get(1), 1, 1, 0, 1);
        report(communes.get(2), 1, 1, 0, 0);
        report(land.communes.get(1).get(0), 1, 1, 0, 1);
        assertThat(value(held, land.country)).isEqualTo("3");
        var day = LocalDate.of(2025, 7, 1);
        var same = mergeCommunes(day, communes.get(0), communes.get(1));
        assertThat(number(figure(held, same, InventedProvinces.HALF, day))).isEqualTo("1");
        assertThat(number(figure(held, land.provinces.get(0), InventedProvinces.HALF, day)))
                .isEqualTo("1");
        assertThat(number(figure(held, land.country, InventedProvinces.HALF, day)))
                .isEqualTo("2");

        var later = LocalDate.of(2025, 8, 1);
        var different = mergeCommunes(later, same, communes.get(2));
        assertThat(reasonOn(held, different, later)).isEqualTo(Reason.NOT_ON_THIS_MAP);
        assertThat(reasonOn(held, land.country, later)).isEqualTo(Reason.NOT_ON_THIS_MAP);
        assertThat(number(figure(held, land.provinces.get(1), InventedProvinces.HALF, later)))
                .isEqualTo("1");
    }

    private Reason reasonOn(Measure measure, UnitId unit, LocalDate map) {
        return ((NoValue) figure(measure, unit, InventedProvinces.HALF, map).value()).reason();
    }

    private UnitId mergeCommunes(LocalDate day, UnitId... communes) {
        var merged = land.unit("COMMUNE", "Xã Thử Chung", land.provinces.get(0), day);
        into(merged, day, communes);
        return merged;
    }

    @Test
    void sums_kept_by_many_acts_in_any_order_are_those_of_adding_everything_up() {
        var random = new Random(5);
        var all = land.communes.stream().flatMap(List::stream).toList();
        var standing = new ArrayList<SubmissionId>();
        for (int act = 0; act < 40; act++) {
            if (standing.isEmpty() || random.nextInt(3) > 0) {
                var commune = all.get(random.nextInt(all.size()));
                var period = ReportingPeriod.of(
                        random.nextBoolean() ? ReportingPeriod.Kind.FIRST_HALF : ReportingPeriod.Kind.SECOND_HALF,
                        2023 + random.nextInt(3));
                var draft = submissions.draft(clerk, land.form, period, commune);
                if (draft.state() != SubmissionState.DRAFT) continue;
                standing.add(accept(draft.id(), random));
            } else standing.add(accept(submissions.amend(clerk, standing.removeLast()), random));
        }
        for (var unit :
                Stream.concat(Stream.of(land.country), land.provinces.stream()).toList())
            for (int year = 2023; year <= 2025; year++)
                for (var kind : List.of(ReportingPeriod.Kind.FIRST_HALF, ReportingPeriod.Kind.SECOND_HALF)) {
                    var period = ReportingPeriod.of(kind, year);
                    long plain = 0;
                    boolean any = false;
                    for (var commune : all) {
                        if (!unit.equals(land.country)
                                && !land.communes
                                        .get(land.provinces.indexOf(unit))
                                        .contains(commune)) continue;
                        var figure = figure(staff, commune, period, null);
                        if (figure.value() instanceof Result.Value value) {
                            plain += value.number().toDecimal(0).longValueExact();
                            any = true;
                        }
                    }
                    var figure = figure(staff, unit, period, null);
                    if (any) assertThat(number(figure)).isEqualTo("" + plain);
                    else assertThat(figure.value()).isInstanceOf(NoValue.class);
                }
    }

    @Test
    void who_may_not_enter_for_a_unit_is_told_that_it_is_not_there() {
        var other = InventedProvinces.actor(land.provinces.get(1), Role.OFFICE_CLERK);
        var commune = land.communes.get(0).get(0);
        assertThatThrownBy(() -> submissions.draft(other, land.form, InventedProvinces.HALF, commune))
                .isInstanceOf(NotVisible.class);
        var id = fill(clerk, commune, 1, 1, 0, 0, 0);
        assertThatThrownBy(() -> submissions.fill(other, id, List.of(change(0, 5))))
                .isInstanceOf(NotVisible.class);
        var farStatistician = InventedProvinces.actor(land.provinces.get(1), Role.STATISTICIAN);
        submissions.submit(clerk, id, 1);
        assertThatThrownBy(() -> submissions.accept(farStatistician, id, 2)).isInstanceOf(NotVisible.class);
    }

    @Test
    void a_cell_that_somebody_else_changed_meanwhile_is_left_alone_and_told() {
        var id = fill(clerk, land.communes.get(0).get(0), 1, 1, 0, 0, 0);
        submissions.fill(clerk, id, List.of(change(0, 5)));
        var filled = submissions.fill(
                clerk,
                id,
                List.of(
                        new Submissions.CellChange(0, CellEntry.of(1), CellEntry.of(9)),
                        new Submissions.CellChange(1, CellEntry.of(1), CellEntry.of(8))));
        assertThat(filled.conflicts()).containsExactly(0);
        assertThat(filled.now().cells().value(0)).isEqualTo(5);
        assertThat(filled.now().cells().value(1)).isEqualTo(8);
    }

    private UnitId merge(LocalDate day) {
        var merged = land.unit("PROVINCE", "Tỉnh Thử Chung", land.country, day);
        for (int p = 0; p < 2; p++) for (var commune : land.communes.get(p)) land.place(commune, merged, day);
        into(merged, day, land.provinces.get(0), land.provinces.get(1));
        return merged;
    }

    private void into(UnitId merged, LocalDate day, UnitId... units) {
        var event = vn.binhdang.kernel.Uuid7.create();
        jdbc.sql("""
            insert into unit_event (id, kind, happens_on, account_id, agency_id, recorded_at)
            values (:id, 'CONSOLIDATE', :day, :account, :agency, now())
            """)
                .param("id", event)
                .param("day", day)
                .param("account", clerk.account().value())
                .param("agency", land.country.value())
                .update();
        for (var unit : units) {
            jdbc.sql("""
                insert into unit_succession (event_id, event_no, from_id, to_id, on_day, share)
                select id, no, :from, :to, :day, 1 from unit_event where id = :event
                """)
                    .param("from", unit.value())
                    .param("to", merged.value())
                    .param("day", day)
                    .param("event", event)
                    .update();
            jdbc.sql("update unit set valid_to = :day where id = :id")
                    .param("day", day)
                    .param("id", unit.value())
                    .update();
        }
    }

    private SubmissionId accept(SubmissionId id, Random random) {
        var draft = submissions.of(clerk, id, vn.binhdang.kernel.Action.ENTER_STATISTICS);
        var filled = submissions.fill(
                clerk, id, List.of(change(0, random.nextInt(100)), change(1, 1 + random.nextInt(100)), change(2, 1)));
        submissions.submit(clerk, id, filled.now().edition());
        submissions.accept(statistician, id, filled.now().edition() + 1);
        assertThat(draft.state()).isEqualTo(SubmissionState.DRAFT);
        return id;
    }

    private SubmissionId report(UnitId commune, long... values) {
        var id = fill(clerk, commune, values);
        submissions.submit(clerk, id, 1);
        submissions.accept(statistician, id, 2);
        return id;
    }

    private SubmissionId fill(Actor by, UnitId commune, long... values) {
        var id = submissions
                .draft(by, land.form, InventedProvinces.HALF, commune)
                .id();
        var changes = new ArrayList<Submissions.CellChange>();
        for (int slot = 0; slot < values.length; slot++) changes.add(change(slot, values[slot]));
        submissions.fill(by, id, changes);
        return id;
    }

    private static Submissions.CellChange change(int slot, long value) {
        return new Submissions.CellChange(slot, null, CellEntry.of(value));
    }

    private Figure figure(Measure measure, UnitId unit, ReportingPeriod period, @Nullable LocalDate map) {
        return figures.answer(new FigureQuestion(List.of(measure), List.of(unit), List.of(period), map, null))
                .getFirst();
    }

    private String value(Measure measure, UnitId unit) {
        return number(figure(measure, unit, InventedProvinces.HALF, null));
    }

    private Reason reason(Measure measure, UnitId unit) {
        return ((NoValue) figure(measure, unit, InventedProvinces.HALF, null).value()).reason();
    }

    private static String number(Figure figure) {
        int decimals = figure.denominator() == null ? 0 : 1;
        return ((Result.Value) figure.value()).number().toDecimal(decimals).toPlainString();
    }
}
