package vn.binhdang.document.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.Signature;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.Rank;

class SigningPowerTest {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final UnitId DEPARTMENT = UnitId.create();
    static final UnitId OFFICE = UnitId.create();

    final OfficeHeld director = held("Đặng Thị Minh Hà", DEPARTMENT, Rank.HEAD, "Giám đốc");
    final OfficeHeld deputy = held("Vũ Quang Thắng", DEPARTMENT, Rank.DEPUTY_HEAD, "Phó Giám đốc");
    final OfficeHeld chief = held("Hoàng Thu An", OFFICE, Rank.HEAD, "Chánh Văn phòng");
    final OfficeHeld clerk = held("Trần Thị Ngọc Ánh", OFFICE, Rank.MEMBER, "Chuyên viên");

    final SigningPower power = power(List.of());

    @Test
    void the_head_signs_without_a_prefix() {
        assertThat(power.of(director.person()))
                .extracting(Signer::signature)
                .containsExactly(new Signature(null, null, "Giám đốc", "Đặng Thị Minh Hà"));
    }

    @Test
    void a_deputy_signs_for_the_head() {
        assertThat(power.of(deputy.person()))
                .extracting(Signer::signature)
                .containsExactly(new Signature("KT", "Giám đốc", "Phó Giám đốc", "Vũ Quang Thắng"));
    }

    @Test
    void a_deputy_still_signs_for_the_office_of_the_head_when_nobody_holds_it() {
        var vacant = new SigningPower(DAY, List.of(deputy), List.of(), List.of(), null);
        assertThat(vacant.of(deputy.person()))
                .extracting(s -> s.signature().onBehalfOf())
                .containsExactly("Giám đốc");
    }

    @Test
    void who_is_no_deputy_cannot_sign_for_the_head() {
        refused("document.signing.cannot.kt", () -> power.require(chief.person(), SigningCapacity.KT));
        refused("document.signing.cannot.kt", () -> power.require(director.person(), SigningCapacity.KT));
    }

    @Test
    void an_acting_head_signs_in_one_line() {
        var acting = held("Lương Thị Bích", DEPARTMENT, Rank.ACTING_HEAD, "Quyền Giám đốc");
        var without = new SigningPower(DAY, List.of(acting, deputy), List.of(), List.of(), null);
        assertThat(without.of(acting.person()))
                .extracting(Signer::signature)
                .containsExactly(new Signature("Q", "Giám đốc", null, "Lương Thị Bích"));
        assertThat(without.of(deputy.person()))
                .extracting(s -> s.signature().onBehalfOf())
                .containsExactly("Giám đốc");
    }

    @Test
    void the_head_of_a_collective_signs_on_its_behalf() {
        var committee = new SigningPower(DAY, List.of(director), List.of(), List.of(), "Ủy ban nhân dân");
        assertThat(committee.of(director.person()))
                .extracting(Signer::signature)
                .containsExactly(new Signature("TM", "Ủy ban nhân dân", "Giám đốc", "Đặng Thị Minh Hà"));
        refused("document.signing.cannot.tm", () -> power.require(director.person(), SigningCapacity.TM));
    }

    @Test
    void by_order_signs_the_head_of_a_unit_with_a_recorded_order() {
        var given = power(List.of(delegation(SigningCapacity.TL, chief, DAY, null)));
        assertThat(given.of(chief.person()))
                .extracting(Signer::signature)
                .containsExactly(new Signature("TL", "Giám đốc", "Chánh Văn phòng", "Hoàng Thu An"));
        refused("document.signing.cannot.tl", () -> power.require(chief.person(), SigningCapacity.TL));
    }

    @Test
    void an_order_ends_with_the_office_it_was_given_to() {
        var order = delegation(SigningCapacity.TL, clerk, DAY, null);
        refused("document.signing.cannot.tl", () -> power(List.of(order)).require(clerk.person(), SigningCapacity.TL));
    }

    @Test
    void an_authorisation_holds_from_its_first_day_to_the_day_before_its_end() {
        var until = delegation(SigningCapacity.TUQ, clerk, DAY, DAY.plusDays(1));
        assertThat(power(List.of(until)).of(clerk.person()))
                .extracting(s -> s.signature().capacity())
                .containsExactly("TUQ");
        var over = delegation(SigningCapacity.TUQ, clerk, DAY.minusDays(9), DAY);
        var notYet = delegation(SigningCapacity.TUQ, clerk, DAY.plusDays(1), DAY.plusDays(9));
        assertThat(power(List.of(over, notYet)).of(clerk.person())).isEmpty();
    }

    @Test
    void who_signs_by_authorisation_does_not_approve_for_others() {
        var given = power(List.of(delegation(SigningCapacity.TUQ, clerk, DAY, DAY.plusDays(9))));
        assertThat(given.mayApproveFor(clerk.person(), chief.person())).isFalse();
        assertThat(given.mayApproveFor(clerk.person(), clerk.person())).isTrue();
        assertThat(given.mayApproveFor(director.person(), deputy.person())).isTrue();
        assertThat(given.mayApproveFor(deputy.person(), director.person())).isFalse();
    }

    @Test
    void the_block_of_the_draft_is_recognised_in_capitals() {
        var drafted = new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Vũ Quang Thắng");
        assertThat(power.named(drafted)).map(Signer::person).contains(deputy.person());
    }

    @Test
    void a_draft_that_names_nobody_names_nobody() {
        assertThat(power.named(null)).isEmpty();
        assertThat(power.named(new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", null)))
                .isEmpty();
    }

    @Test
    void a_block_that_gives_the_wrong_office_is_refused_with_the_right_one() {
        var wrong = new Signature("KT", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vũ Quang Thắng");
        assertThatThrownBy(() -> power.named(wrong))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.arguments())
                                .containsExactly(
                                        "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Vũ Quang Thắng",
                                        "KT. Giám đốc / Phó Giám đốc / Vũ Quang Thắng"));
    }

    @Test
    void a_block_in_a_capacity_the_person_does_not_have_is_refused() {
        refused(
                "document.signing.cannot.kt",
                () -> power.named(new Signature("KT", "GIÁM ĐỐC", "GIÁM ĐỐC", "Đặng Thị Minh Hà")));
        refused(
                "document.signing.nameCannotSign",
                () -> power.named(new Signature(null, null, "GIÁM ĐỐC", "Người Nơi Khác")));
        refused(
                "document.signing.unknownCapacity",
                () -> power.named(new Signature("XY", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Vũ Quang Thắng")));
    }

    @Test
    void names_that_differ_in_their_marks_only_are_two_people() {
        refused(
                "document.signing.nameCannotSign",
                () -> power.named(new Signature(null, null, "Giám đốc", "Đặng Thị Minh Hạ")));
    }

    private SigningPower power(List<Delegation> delegations) {
        return new SigningPower(DAY, List.of(director, deputy), List.of(chief, clerk), delegations, null);
    }

    private Delegation delegation(SigningCapacity capacity, OfficeHeld to, LocalDate from, @Nullable LocalDate until) {
        return new Delegation(
                UUID.randomUUID(),
                capacity,
                director.person(),
                to.person(),
                "văn bản nội bộ",
                "Quyết định số 12/QĐ-SKHCN",
                from,
                until);
    }

    private static OfficeHeld held(String name, UnitId unit, Rank rank, String title) {
        return new OfficeHeld(PersonId.create(), name, unit, rank, title);
    }

    private static void refused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
