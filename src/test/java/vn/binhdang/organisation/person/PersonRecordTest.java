package vn.binhdang.organisation.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Register.Sex;

class PersonRecordTest {
    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    private final UnitId office = UnitId.create();
    private final UnitId science = UnitId.create();
    private final PersonRecord mai = PersonChanges.newcomer(
            new PersonRecord.Identity("Vi Thị", "Mây", Sex.F, 1988, null),
            Map.of(FactKind.LEGAL_STATUS, "PUBLIC_EMPLOYEE", FactKind.DEGREE, "BACHELOR"),
            expert(office),
            BEGIN);

    @Test
    void a_move_closes_the_office_before_and_keeps_it() {
        var moved = mai.move(expert(science), MARCH);
        assertThat(moved.offices())
                .extracting(o -> o.post().unit(), Office::from, Office::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(office, BEGIN, MARCH),
                        org.assertj.core.groups.Tuple.tuple(science, MARCH, null));
        assertThat(unitOn(moved, MARCH.minusDays(1))).isEqualTo(office);
        assertThat(unitOn(moved, MARCH)).isEqualTo(science);
    }

    @Test
    void a_move_before_a_later_move_is_refused() {
        var moved = mai.move(expert(science), JULY);
        refused("organisation.person.laterChange", () -> moved.move(expert(office), MARCH));
    }

    @Test
    void a_move_on_the_day_of_the_last_one_is_a_correction_and_says_so() {
        var moved = mai.move(expert(science), MARCH);
        refused("organisation.person.sameDay", () -> moved.move(expert(office), MARCH));
    }

    @Test
    void a_move_to_where_one_sits_changes_nothing() {
        refused("organisation.person.nothingChanges", () -> mai.move(expert(office), MARCH));
    }

    @Test
    void a_rise_within_the_unit_is_a_move_too() {
        var risen = mai.move(new Office.Post(office, Rank.DEPUTY_HEAD, "Phó Chánh Văn phòng", false), MARCH);
        assertThat(risen.mainOfficeOn(JULY)).map(o -> o.post().rank()).contains(Rank.DEPUTY_HEAD);
    }

    @Test
    void an_office_beside_the_main_one_needs_a_main_one_and_another_unit() {
        var two = mai.addOffice(new Office.Post(science, Rank.HEAD, "Chủ tịch Công đoàn", false), MARCH);
        assertThat(two.mainOfficeOn(MARCH)).map(o -> o.post().unit()).contains(office);
        refused("organisation.person.twoOfficesInUnit", () -> two.addOffice(expert(science), JULY));
        refused("organisation.person.notInService", () -> mai.addOffice(expert(science), BEGIN.minusDays(1)));
    }

    @Test
    void the_main_office_ends_by_a_move_or_by_leaving_only() {
        refused(
                "organisation.person.mainOfficeEnds",
                () -> mai.endOffice(mai.offices().getFirst().id(), MARCH));
    }

    @Test
    void an_office_beside_ends_on_a_day_after_it_began() {
        var two = mai.addOffice(new Office.Post(science, Rank.HEAD, "Chủ tịch Công đoàn", false), MARCH);
        var chair = two.offices().getLast().id();
        assertThat(two.endOffice(chair, JULY).office(chair).to()).isEqualTo(JULY);
        refused("organisation.person.notHeldThen", () -> two.endOffice(chair, MARCH));
    }

    @Test
    void a_corrected_first_day_moves_the_last_day_of_the_office_before() {
        var moved = mai.move(expert(science), MARCH);
        var corrected = moved.correctOffice(moved.offices().getLast().id(), expert(science), JULY);
        assertThat(corrected.offices().getFirst().to()).isEqualTo(JULY);
        assertThat(unitOn(corrected, MARCH)).isEqualTo(office);
        refused(
                "organisation.person.beforeTheOneBefore",
                () -> moved.correctOffice(moved.offices().getLast().id(), expert(science), BEGIN));
    }

    @Test
    void a_status_keeps_its_history() {
        var changed = mai.change(FactKind.LEGAL_STATUS, "CIVIL_SERVANT", MARCH);
        assertThat(changed.factOn(FactKind.LEGAL_STATUS, MARCH.minusDays(1))).contains("PUBLIC_EMPLOYEE");
        assertThat(changed.factOn(FactKind.LEGAL_STATUS, MARCH)).contains("CIVIL_SERVANT");
        refused("organisation.person.statusNeeded", () -> mai.change(FactKind.LEGAL_STATUS, null, MARCH));
        refused(
                "organisation.person.laterChange",
                () -> changed.change(FactKind.LEGAL_STATUS, "CONTRACT_WORKER", BEGIN));
    }

    @Test
    void a_membership_begins_and_ends() {
        var member = mai.change(FactKind.YOUTH_UNION, "MEMBER", MARCH).change(FactKind.YOUTH_UNION, null, JULY);
        assertThat(member.factOn(FactKind.YOUTH_UNION, MARCH)).contains("MEMBER");
        assertThat(member.factOn(FactKind.YOUTH_UNION, JULY)).isEmpty();
    }

    @Test
    void a_fact_taken_back_on_its_own_first_day_never_held() {
        var member = mai.change(FactKind.TRADE_UNION, "MEMBER", MARCH).change(FactKind.TRADE_UNION, null, MARCH);
        assertThat(member.facts()).noneMatch(fact -> fact.kind() == FactKind.TRADE_UNION);
    }

    @Test
    void leaving_ends_all_but_the_degree_and_coming_back_begins_anew() {
        var left = mai.addOffice(new Office.Post(science, Rank.HEAD, "Chủ tịch Công đoàn", false), MARCH)
                .leave(JULY);
        assertThat(left.mainOfficeOn(JULY)).isEmpty();
        assertThat(left.offices()).allMatch(o -> JULY.equals(o.to()));
        assertThat(left.factOn(FactKind.LEGAL_STATUS, JULY)).isEmpty();
        assertThat(left.factOn(FactKind.DEGREE, JULY)).contains("BACHELOR");
        var back = left.move(expert(office), JULY.plusYears(1));
        assertThat(unitOn(back, JULY.plusYears(1))).isEqualTo(office);
        assertThat(back.mainOfficeOn(JULY.plusYears(1).minusDays(1))).isEmpty();
    }

    @Test
    void nobody_leaves_before_a_change_that_is_entered_for_later() {
        var moved = mai.move(expert(science), JULY);
        refused("organisation.person.laterChange", () -> moved.leave(MARCH));
    }

    @Test
    void the_record_of_deeds_gets_names_of_fields_and_never_their_words() {
        var changed = mai.identified(new PersonRecord.Identity("Vi Thị", "Mai", Sex.F, 1989, null));
        assertThat(mai.differences(changed)).containsExactly("name", "birthYear");
    }

    private static Office.Post expert(UnitId unit) {
        return new Office.Post(unit, Rank.MEMBER, "Chuyên viên", false);
    }

    private static UnitId unitOn(PersonRecord record, LocalDate day) {
        return record.mainOfficeOn(day).orElseThrow().post().unit();
    }

    private static void refused(String key, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
