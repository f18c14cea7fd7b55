package vn.binhdang.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.Naming;
import vn.binhdang.organisation.event.NewUnit;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.testing.PageTest;

@PageTest
@Transactional
class UnitsByNameTest {
    static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    UnitsByName names;

    @Autowired
    UnitEvents events;

    UnitId country;
    UnitId here;
    UnitId there;

    /** Two provinces, in each a commune Tân Tiến with a division for culture. */
    @BeforeEach
    void places_of_the_same_name() {
        country = found(UnitKind.GOVERNMENT, "Chính phủ thử", null);
        here = commune("Tỉnh Sông Lam");
        there = commune("Tỉnh Đại Ngàn");
    }

    @Test
    void a_name_that_only_the_province_tells_apart_is_offered_with_it_and_understood() {
        var meaning = names.read("Phòng Văn hóa thử", DAY, null);
        assertThat(meaning.unit()).isNull();
        assertThat(meaning.similar()).isFalse();
        assertThat(meaning.labels())
                .containsExactlyInAnyOrder(
                        "Phòng Văn hóa thử (Xã Tân Tiến / Tỉnh Sông Lam)",
                        "Phòng Văn hóa thử (Xã Tân Tiến / Tỉnh Đại Ngàn)");
        assertThat(names.read("phong van hoa thu (Xã Tân Tiến / Tỉnh Đại Ngàn)", DAY, null)
                        .unit())
                .isEqualTo(there);
        assertThat(names.read("Phòng Văn hóa thử (Xã Tân Tiến)", DAY, null).labels())
                .hasSize(2);
    }

    @Test
    void part_of_a_name_finds_those_in_reach_and_never_passes_for_a_choice() {
        var meaning = names.read("van hoa thu", DAY, reach());
        assertThat(meaning.unit()).isNull();
        assertThat(meaning.similar()).isTrue();
        assertThat(meaning.labels()).hasSize(2);
        assertThat(names.like("hoa thu lam", DAY, reach())).isEmpty();
        assertThat(names.like("van hoa thu", DAY.minusYears(9), reach())).isEmpty();
        assertThat(names.like("van hoa thu", DAY, new Reach(Set.of(), Set.of(here))))
                .containsExactly("Phòng Văn hóa thử (Xã Tân Tiến)");
    }

    @Test
    void a_list_is_given_whole_or_not_at_all() {
        assertThat(names.list(DAY, reach(), 7)).hasSize(7);
        assertThat(names.list(DAY, reach(), 6)).isEmpty();
    }

    private Reach reach() {
        return new Reach(Set.of(country), Set.of());
    }

    private UnitId commune(String province) {
        var above = found(UnitKind.PROVINCE, province, country);
        return found(UnitKind.DIVISION, "Phòng Văn hóa thử", found(UnitKind.COMMUNE, "Xã Tân Tiến", above));
    }

    private UnitId found(UnitKind kind, String name, @org.jspecify.annotations.Nullable UnitId parent) {
        var unit = NewUnit.of(new Naming(kind, name, null, null), parent);
        var clerk = Actor.of(
                AccountId.create(), PersonId.create(), UnitId.create(), UnitId.create(), Set.of(Role.OFFICE_CLERK));
        events.enter(clerk, EventFacts.on(DAY.minusYears(5), ""), new UnitChange.Create(List.of(unit)));
        return unit.id();
    }
}
