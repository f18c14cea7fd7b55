package vn.binhdang.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.web.Text;

/** Figures that change after they were published: the reader of the new table still has the old one. */
@PageTest
class AmendedPublicationTest {
    private static final ReportingPeriod HALF = InventedProvinces.HALF;
    private static final ReportingPeriod SECOND_HALF = ReportingPeriod.of(ReportingPeriod.Kind.SECOND_HALF, 2025);

    @Autowired
    Publications publications;

    @Autowired
    Submissions submissions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    InventedProvinces land;
    Actor clerk;
    Actor statistician;
    Actor province;
    final Map<String, SubmissionId> stands = new HashMap<>();

    @BeforeEach
    void invent() {
        land(1, 4);
    }

    private void land(int provinces, int communes) {
        land = new InventedProvinces(jdbc, provinces, communes);
        jdbc.sql("update stat_element set sensitive = true where code in (:staff, :leaders)")
                .param("staff", land.staff())
                .param("leaders", land.leaders())
                .update();
        clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        statistician = InventedProvinces.actor(land.country, Role.STATISTICIAN);
        province = InventedProvinces.actor(land.provinces.getFirst(), Role.STATISTICIAN);
        stands.clear();
    }

    /** The first commune with the given leaders, the others with larger counts. */
    private void report(long women, long men) {
        leaders(HALF, land.communes.getFirst().get(0), women, men);
        leaders(HALF, land.communes.getFirst().get(1), 20, 31);
        leaders(HALF, land.communes.getFirst().get(2), 17, 12);
        leaders(HALF, land.communes.getFirst().get(3), 25, 40);
    }

    @Test
    void a_small_count_that_was_amended_to_a_larger_one_is_not_worked_out_afterwards() {
        report(3, 11);
        var before = publish(province, "2025S1");
        leaders(HALF, land.communes.getFirst().getFirst(), 19, 11);
        var after = publish(province, "2025S1");

        attack(before, after).findsNothing();
        assertThat(facts(after, Text.VIETNAMESE)).contains("1 lần công bố trước có số nay đã khác");
    }

    @Test
    void what_was_prepared_before_changes_were_held_against_is_published_only_where_nothing_was_before() {
        report(3, 11);
        var first = prepare(province, "2025S1");
        older(first);
        publications.publish(province, first);
        leaders(HALF, land.communes.getFirst().getFirst(), 19, 11);
        var prepared = prepare(province, "2025S1");
        older(prepared);
        assertThatThrownBy(() -> publications.publish(province, prepared))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("changesNotHeld");
        publications.discard(province, prepared);
        attack(first, publish(province, "2025S1")).findsNothing();
    }

    @Test
    void nor_does_it_claim_afterwards_to_be_protected() {
        report(3, 11);
        publish(province, "2025S1");
        leaders(HALF, land.communes.getFirst().getFirst(), 19, 11);
        var second = publish(province, "2025S1");
        older(second);
        assertThat(facts(second, Text.VIETNAMESE))
                .contains("Không đối chiếu được", "1 lần công bố trước có số nay đã sửa đổi")
                .doesNotContain("được bảo vệ");
        assertThat(facts(second, Text.ENGLISH)).contains("Not held against").doesNotContain("protected");
    }

    @Test
    void nor_is_a_small_count_that_was_a_larger_one() {
        report(19, 11);
        var before = publish(province, "2025S1");
        leaders(HALF, land.communes.getFirst().getFirst(), 3, 11);
        var after = publish(province, "2025S1");
        attack(before, after).findsNothing();
    }

    @Test
    void without_knowing_what_was_told_before_it_would_have_been() {
        report(19, 11);
        var before = publish(province, "2025S1");
        jdbc.sql("update stat_publication set state = 'DISCARDED', published_at = null where id = :id")
                .param("id", before.value())
                .update();
        leaders(HALF, land.communes.getFirst().getFirst(), 3, 11);
        var after = publish(province, "2025S1");
        assertThatThrownBy(() -> attack(before, after).findsNothing()).isInstanceOf(AssertionError.class);
    }

    @Test
    void who_answers_late_is_not_the_difference_of_both_totals() {
        leaders(HALF, land.communes.getFirst().get(1), 20, 31);
        leaders(HALF, land.communes.getFirst().get(2), 17, 12);
        var before = publish(province, "2025S1");
        leaders(HALF, land.communes.getFirst().get(0), 3, 11);
        var after = publish(province, "2025S1");
        attack(before, after).findsNothing();
    }

    @Test
    void a_large_count_that_changed_by_a_few_does_not_tell_the_few() {
        report(30, 40);
        var before = publish(province, "2025S1");
        leaders(HALF, land.communes.getFirst().getFirst(), 32, 40);
        var after = publish(province, "2025S1");
        var attack = attack(before, after);
        assertThat(attack.changes).isPositive();
        attack.findsNothing();
    }

    @Test
    void what_changed_in_the_table_of_a_province_is_held_against_that_of_the_country() {
        land(2, 4);
        report(19, 11);
        leaders(HALF, land.communes.get(1).get(0), 50, 60);
        var before = publish(province, "2025S1");
        leaders(HALF, land.communes.getFirst().getFirst(), 3, 11);
        var after = publish(statistician, "2025S1");
        attack(before, after).findsNothing();
    }

    @Test
    void what_changed_in_a_half_is_held_against_the_year() {
        report(19, 11);
        for (var commune : land.communes.getFirst()) leaders(SECOND_HALF, commune, 30, 45);
        var before = publish(province, "2025S1, 2025S2");
        leaders(HALF, land.communes.getFirst().getFirst(), 3, 11);
        var after = publish(province, "2025");
        attack(before, after).findsNothing();
    }

    @Test
    void what_earlier_publications_told_among_themselves_does_not_keep_others_from_being_made() {
        report(3, 11);
        var first = publish(province, "2025S1");
        leaders(HALF, land.communes.getFirst().getFirst(), 19, 11);
        // as if it had been made when nothing was held against what was amended
        jdbc.sql("update stat_publication set elements = '{}' where id = :id")
                .param("id", first.value())
                .update();
        publish(province, "2025S1");
        jdbc.sql("update stat_publication set elements = array[:code] where id = :id")
                .param("code", land.leaders())
                .param("id", first.value())
                .update();
        leaders(HALF, land.communes.getFirst().get(1), 60, 31);
        publish(province, "2025S1");
    }

    /** Halves and years, of a province and of the country, with amendments and late answers in between, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_amendments_give_nothing_away(long seed) {
        var random = new Random(seed);
        land(2, 3);
        var communes = land.communes.stream().flatMap(List::stream).toList();
        for (var commune : communes) if (random.nextInt(4) > 0) change(random, commune);
        var published = new ArrayList<PublicationId>();
        for (int turn = 0; turn < 4; turn++) {
            var actor = random.nextBoolean() ? province : statistician;
            var periods = List.of("2025S1", "2025", "2025S1, 2025").get(random.nextInt(3));
            try {
                published.add(publish(actor, periods));
            } catch (NotPublishable nothingSafe) {
                // what came before may leave nothing that could be shown
            }
            for (int i = 0; i < 2; i++) change(random, communes.get(random.nextInt(communes.size())));
        }
        assertThat(published).hasSizeGreaterThanOrEqualTo(2);
        attack(published.toArray(PublicationId[]::new)).findsNothing();
    }

    private void change(Random random, UnitId commune) {
        leaders(random.nextBoolean() ? HALF : SECOND_HALF, commune, random.nextInt(12), random.nextInt(25));
    }

    private PublishedAttack attack(PublicationId... ids) {
        return new PublishedAttack(jdbc, json, List.of(ids));
    }

    private PublicationId publish(Actor actor, String periods) {
        var id = prepare(actor, periods);
        publications.publish(actor, id);
        return id;
    }

    private PublicationId prepare(Actor actor, String periods) {
        return publications.prepare(
                actor,
                new PublicationForm(
                        "Bảng thử", List.of(land.leaders()), List.of(), periods, "SEX", "", "WITHHOLD", "4"));
    }

    /** As it was stored when nothing was held against what had changed. */
    private void older(PublicationId id) {
        jdbc.sql("update stat_publication set layout = layout - 'changesHeld' where id = :id")
                .param("id", id.value())
                .update();
    }

    private String facts(PublicationId id, Locale language) {
        return PublicationSheets.facts(publications.find(province, id), Text.in(language))
                .toString();
    }

    /** Answers, or amends what stands. */
    private void leaders(ReportingPeriod period, UnitId commune, long women, long men) {
        String key = period + " " + commune;
        var id = stands.containsKey(key)
                ? submissions.amend(clerk, stands.get(key))
                : submissions.draft(clerk, land.form, period, commune).id();
        var changes = new ArrayList<Submissions.CellChange>();
        long[] cells = {0, 0, 0, women, men};
        for (int slot = 0; slot < cells.length; slot++)
            changes.add(new Submissions.CellChange(slot, null, CellEntry.of(cells[slot])));
        int edition = submissions.fill(clerk, id, changes).now().edition();
        submissions.submit(clerk, id, edition);
        submissions.accept(statistician, id, edition + 1);
        stands.put(key, id);
    }
}
