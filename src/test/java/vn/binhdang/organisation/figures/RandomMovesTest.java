package vn.binhdang.organisation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Register.Sex;
import vn.binhdang.organisation.SexSplit;
import vn.binhdang.organisation.StaffCount;
import vn.binhdang.organisation.StaffFigures;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.organisation.person.Office;
import vn.binhdang.organisation.person.PersonChanges;
import vn.binhdang.organisation.person.PersonRecord;
import vn.binhdang.organisation.person.PersonRecords;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** Whatever happens to people, and in whatever order it is entered, nobody sits in two units and nobody is lost. */
@PageTest
class RandomMovesTest {
    private static final LocalDate BEGIN = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 1800;

    @Autowired
    private PersonChanges changes;

    @Autowired
    private PersonRecords records;

    @Autowired
    private StaffFigures figures;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    private int done;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void the_parts_add_up_to_the_whole_on_every_day(long seed) {
        var random = new Random(seed);
        var actor = pages.actor("vanphong");
        var units = jdbc
                .sql("select unit_id from unit_within where ancestor_id = :agency and valid_to = 'infinity'")
                .param("agency", actor.agency().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
        var people = new ArrayList<PersonId>();
        for (int i = 0; i < 8; i++) people.add(enter(actor, random, units));
        for (int i = 0; i < 60; i++) happen(actor, random, units, people.get(random.nextInt(people.size())));
        assertThat(done).as("changes that were not refused").isGreaterThan(20);

        var reach = actor.reach(Action.READ_PEOPLE);
        for (int i = 0; i < 25; i++) {
            var day = BEGIN.plusDays(random.nextInt(DAYS));
            var count = figures.of(reach, actor.agency(), day);
            var sum = count.by(StaffCount.Cell::part).values().stream().reduce(SexSplit.NOBODY, SexSplit::plus);
            assertThat(sum).isEqualTo(count.total());
            assertThat(count.total().total()).isEqualTo(inService(day));
            int apart = 0;
            for (var unit : units)
                apart += figures.of(reach, unit, day).of(StaffCount.Cell::own).total();
            assertThat(apart).isEqualTo(inService(day));
        }
        for (var person : people) {
            var record = records.find(person).orElseThrow();
            for (int i = 0; i < 25; i++) {
                var day = BEGIN.plusDays(random.nextInt(DAYS));
                assertThat(record.offices().stream().filter(o -> o.main() && o.heldOn(day)))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private PersonId enter(Actor actor, Random random, List<UnitId> units) {
        return changes.enter(
                actor,
                new PersonRecord.Identity("Lò Thị", "Pó", Sex.values()[random.nextInt(3)], 1990, null),
                Map.of(FactKind.LEGAL_STATUS, "CIVIL_SERVANT"),
                post(random, units),
                BEGIN.plusDays(random.nextInt(DAYS)));
    }

    private void happen(Actor actor, Random random, List<UnitId> units, PersonId person) {
        int revision = records.find(person).orElseThrow().revision();
        var day = BEGIN.plusDays(random.nextInt(DAYS));
        try {
            switch (random.nextInt(7)) {
                case 0, 1, 2 -> changes.move(actor, person, revision, post(random, units), day);
                case 3 -> changes.addOffice(actor, person, revision, post(random, units), day);
                case 4 -> changes.leave(actor, person, revision, day);
                case 5 -> {
                    // The first change of all is the entry, and undoing it removes the person.
                    if (revision == 1) return;
                    changes.undo(actor, person, revision);
                }
                default -> {
                    var offices = records.find(person).orElseThrow().offices();
                    var office = offices.get(random.nextInt(offices.size()));
                    changes.correctOffice(actor, person, revision, office.id(), post(random, units), day);
                }
            }
            done++;
        } catch (Refused rule) {
            // Most random deeds are forbidden; what counts is what the allowed ones leave behind.
            assertThat(rule.messageKey()).startsWith("organisation.person.");
        }
    }

    private static Office.Post post(Random random, List<UnitId> units) {
        return new Office.Post(units.get(random.nextInt(units.size())), Rank.MEMBER, "Chuyên viên", false);
    }

    private int inService(LocalDate day) {
        return jdbc.sql("""
            select count(distinct person_id) from office_held
            where  main and valid_from <= :day and (valid_to is null or :day < valid_to)
            """).param("day", day).query(Integer.class).single();
    }
}
