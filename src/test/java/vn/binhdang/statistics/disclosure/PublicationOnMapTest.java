package vn.binhdang.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.web.Text;

/**
 * On 01/7/2025 the provinces 1 and 2 become one, and a commune of province 3 comes to it. What was published on the map before
 * and what is published on the map after are attacked together.
 */
@PageTest
class PublicationOnMapTest {
    private static final ReportingPeriod HALF = InventedProvinces.HALF;
    private static final ReportingPeriod SECOND_HALF = ReportingPeriod.of(ReportingPeriod.Kind.SECOND_HALF, 2025);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

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
    UnitId merged;
    UnitId moved;

    @BeforeEach
    void invent() {
        land = new InventedProvinces(jdbc, 3, 3);
        jdbc.sql("update stat_element set sensitive = true where code in (:staff, :leaders)")
                .param("staff", land.staff())
                .param("leaders", land.leaders())
                .update();
        clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        statistician = InventedProvinces.actor(land.country, Role.STATISTICIAN);
        moved = land.communes.get(2).getFirst();
        for (int p = 0; p < 3; p++)
            for (int c = 0; c < 3; c++)
                if (p < 2 || c > 0) report(land.communes.get(p).get(c), 12 + p, 20 + c, 0, 6 + p + c, 9 + c);
        report(moved, 12, 20, 0, 1, 2);
        merged = land.unit("PROVINCE", "Tỉnh Thử Chung", land.country, AFTER);
        for (int p = 0; p < 2; p++) {
            for (var commune : land.communes.get(p)) land.place(commune, merged, AFTER);
            goesOver(land.provinces.get(p), AFTER, List.of(merged), 1);
        }
        land.place(moved, merged, AFTER);
    }

    @Test
    void the_commune_that_moved_is_not_worked_out_from_the_map_before_and_the_map_after() {
        var before = publish(statistician, "");
        var after = publish(statistician, "01/07/2025");

        var attack = new PublishedAttack(jdbc, json, List.of(before, after));
        assertThat(attack.small.keySet()).anyMatch(key -> key.contains(moved.toString()));
        attack.findsNothing();
        assertThat(publications.find(statistician, after).layout().map()).isEqualTo(AFTER);
        assertThat(publications.find(statistician, after).layout().units())
                .extracting(Layout.Named::vi)
                .contains("Tỉnh Thử Chung", "Tỉnh Thử 3")
                .doesNotContain("Tỉnh Thử 1");
    }

    @Test
    void nor_the_other_way_round_and_with_what_the_provinces_publish() {
        var after = publish(statistician, "01/07/2025");
        var province = InventedProvinces.actor(land.provinces.get(2), Role.STATISTICIAN);
        var own = publish(province, "");
        var then = publish(InventedProvinces.actor(merged, Role.STATISTICIAN), "1.7.2025");
        var before = publish(statistician, "");
        new PublishedAttack(jdbc, json, List.of(after, own, then, before)).findsNothing();
    }

    @Test
    void without_knowing_of_the_other_map_it_would_have_been_worked_out() {
        var before = publish(statistician, "");
        jdbc.sql("update stat_publication set state = 'DISCARDED', published_at = null where id = :id")
                .param("id", before.value())
                .update();
        var after = publish(statistician, "01/07/2025");
        assertThatThrownBy(() -> new PublishedAttack(jdbc, json, List.of(before, after)).findsNothing())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void figures_on_the_map_are_those_of_the_old_units_added_and_the_open_data_say_which_map() throws Exception {
        var id = publish(statistician, "01/07/2025");
        var found = publications.find(statistician, id);
        long staff = 0;
        for (int p = 0; p < 2; p++) for (int c = 0; c < 3; c++) staff += 12 + p + 20 + c;
        assertThat(found.outcomes().get(found.layout().at(land.staff(), "2025S1", merged.toString(), "")))
                .isEqualTo(new Outcome(Outcome.Kind.SHOWN, staff + 32));
        var cube = cubes.cube("P-" + id).orElseThrow();
        assertThat(cube.dataset().map()).isEqualTo(AFTER);
        assertThat(cube.dataset().title().vi()).contains("theo địa bàn ngày 01/07/2025");
        assertThat(cube.dataset().title().en()).contains("on the map of 01/07/2025");
    }

    @Test
    void what_would_have_to_be_shared_out_is_not_published_as_a_count() {
        var day = LocalDate.of(2025, 9, 1);
        var one = land.unit("PROVINCE", "Tỉnh Thử Đông", land.country, day);
        var two = land.unit("PROVINCE", "Tỉnh Thử Tây", land.country, day);
        // who had answered for its whole is split, so its answer is shared out
        jdbc.sql("""
            insert into stat_form_assignment (id, form_id, unit_kind, within_id, valid_from)
            values (gen_random_uuid(), :form, 'PROVINCE', :country, date '2020-01-01')
            """)
                .param("form", land.form.value())
                .param("country", land.country.value())
                .update();
        report(land.provinces.get(2), 31, 40, 0, 11, 12);
        for (var commune : land.communes.get(2)) if (!commune.equals(moved)) land.place(commune, one, day);
        goesOver(land.provinces.get(2), day, List.of(one, two), 0.5);

        var id = publish(statistician, "01/09/2025");
        var found = publications.find(statistician, id);
        var layout = found.layout();
        for (var split : List.of(one, two)) {
            String key = layout.at(land.staff(), "2025S1", split.toString(), "");
            assertThat(layout.blanks().get(key)).isEqualTo("ESTIMATED");
            assertThat(found.outcomes()).doesNotContainKey(key);
        }
        assertThat(found.outcomes()
                        .get(layout.at(land.staff(), "2025S1", land.country.toString(), ""))
                        .kind())
                .isEqualTo(Outcome.Kind.SHOWN);
        assertThat(PublicationSheets.of(found, Text.in(Text.VIETNAMESE)).toString())
                .contains("ước tính, không công bố");
    }

    /** Communes move, provinces merge, years are sums or last halves; whatever the order, nobody works out a small count. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_histories_give_nothing_away(long seed) {
        var random = new Random(seed);
        land = new InventedProvinces(jdbc, 3, 3);
        jdbc.sql("update stat_element set sensitive = true, over_time = :over where code = :leaders")
                .param("over", random.nextBoolean() ? "SUM" : "LAST")
                .param("leaders", land.leaders())
                .update();
        clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        statistician = InventedProvinces.actor(land.country, Role.STATISTICIAN);
        var communes = land.communes.stream().flatMap(List::stream).toList();
        for (var commune : communes) {
            if (random.nextInt(8) > 0) report(HALF, commune, leaders(random));
            if (random.nextInt(8) > 0) report(SECOND_HALF, commune, leaders(random));
        }
        boolean merges = random.nextBoolean();
        var homes = new ArrayList<>(land.provinces);
        if (merges) {
            merged = land.unit("PROVINCE", "Tỉnh Thử Chung", land.country, AFTER);
            homes.set(0, merged);
            homes.set(1, merged);
        }
        for (int p = 0; p < 3; p++)
            for (var commune : land.communes.get(p)) {
                var home = random.nextInt(3) == 0 ? homes.get(random.nextInt(3)) : homes.get(p);
                if (!home.equals(land.provinces.get(p))) land.place(commune, home, AFTER);
            }
        if (merges) for (int p = 0; p < 2; p++) goesOver(land.provinces.get(p), AFTER, List.of(merged), 1);

        var third = InventedProvinces.actor(land.provinces.get(2), Role.STATISTICIAN);
        var published = new ArrayList<PublicationId>();
        var turns = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(turns, random);
        for (int turn : turns) {
            var actor = turn < 2 ? statistician : third;
            var form = new PublicationForm(
                    "Bảng thử",
                    List.of(land.leaders()),
                    List.of(),
                    "2025S1, 2025S2, 2025",
                    "SEX",
                    turn % 2 == 0 ? "" : "01/07/2025",
                    "WITHHOLD",
                    "4");
            try {
                var id = publications.prepare(actor, form);
                publications.publish(actor, id);
                published.add(id);
            } catch (NotPublishable nothingSafe) {
                // what came before may leave nothing that could be shown
            }
        }
        assertThat(published).hasSizeGreaterThanOrEqualTo(2);
        new PublishedAttack(jdbc, json, published).findsNothing();
    }

    private static long[] leaders(Random random) {
        return new long[] {0, 0, 0, random.nextInt(9), random.nextInt(14)};
    }

    @Test
    void a_day_that_is_none_or_not_yet_is_told() {
        assertThat(mistakes("32/07/2025")).isEqualTo("statistics.disclosure.mend.map");
        String ahead = LocalDate.now(Today.ZONE).plusDays(2).toString();
        assertThat(mistakes(ahead)).isEqualTo("statistics.disclosure.mend.mapDay");
        assertThat(mistakes("31/12/2019")).isEqualTo("statistics.disclosure.mend.mapDay");
    }

    private String mistakes(String map) {
        try {
            publications.prepare(statistician, form(map));
        } catch (NotPublishable mended) {
            return mended.keys().getOrDefault("map", "");
        }
        return "";
    }

    private PublicationId publish(Actor actor, String map) {
        var id = publications.prepare(actor, form(map));
        publications.publish(actor, id);
        return id;
    }

    private PublicationForm form(String map) {
        return new PublicationForm(
                "Bảng thử", List.of(land.staff(), land.leaders()), List.of(), "2025S1", "SEX", map, "WITHHOLD", "4");
    }

    private void goesOver(UnitId unit, LocalDate day, List<UnitId> heirs, double share) {
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
        for (var heir : heirs)
            jdbc.sql("""
                insert into unit_succession (event_id, event_no, from_id, to_id, on_day, share)
                select id, no, :from, :to, :day, :share from unit_event where id = :event
                """)
                    .param("from", unit.value())
                    .param("to", heir.value())
                    .param("day", day)
                    .param("share", share)
                    .param("event", event)
                    .update();
        jdbc.sql("update unit set valid_to = :day where id = :id")
                .param("day", day)
                .param("id", unit.value())
                .update();
    }

    private void report(UnitId unit, long... cells) {
        report(HALF, unit, cells);
    }

    private void report(ReportingPeriod period, UnitId unit, long... cells) {
        var id = submissions.draft(clerk, land.form, period, unit).id();
        var changes = new ArrayList<Submissions.CellChange>();
        for (int slot = 0; slot < cells.length; slot++)
            changes.add(new Submissions.CellChange(slot, null, CellEntry.of(cells[slot])));
        submissions.fill(clerk, id, changes);
        submissions.submit(clerk, id, 1);
        submissions.accept(statistician, id, 2);
    }
}
