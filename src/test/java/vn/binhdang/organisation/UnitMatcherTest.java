package vn.binhdang.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.binhdang.kernel.UnitId;

class UnitMatcherTest {
    private final Unit office = new Unit(UnitId.create(), UnitKind.DEPARTMENT_OFFICE, "Văn phòng", null, "VP");
    private final Unit science =
            new Unit(UnitId.create(), UnitKind.DIVISION, "Phòng Quản lý khoa học", "Phòng QLKH", "QLKH");
    private final Unit union = new Unit(UnitId.create(), UnitKind.TRADE_UNION, "Công đoàn Sở", "Công đoàn", "CĐ");
    private final Unit youth = new Unit(UnitId.create(), UnitKind.YOUTH_UNION, "Chi đoàn Sở", "Chi đoàn", "CĐ");
    private final UnitMatcher matcher =
            new UnitMatcher(List.of(office, science, union, youth), Map.of(office.id(), List.of("Văn phòng Sở")));

    @Test
    void a_unit_is_known_by_name_short_name_abbreviation_and_alias() {
        assertThat(matcher.match("Văn phòng")).contains(office.id());
        assertThat(matcher.match("Văn phòng Sở")).contains(office.id());
        assertThat(matcher.match("VP")).contains(office.id());
        assertThat(matcher.match("Phòng QLKH")).contains(science.id());
    }

    @Test
    void case_diacritics_and_marks_do_not_matter() {
        assertThat(matcher.match("PHONG QUAN LY KHOA HOC:")).contains(science.id());
        assertThat(matcher.match("chi đoàn sở")).contains(youth.id());
    }

    @Test
    void words_that_two_units_share_match_neither() {
        assertThat(matcher.match("CĐ")).isEmpty();
    }

    @Test
    void unknown_words_match_nothing() {
        assertThat(matcher.match("Sở Tư pháp")).isEmpty();
    }
}
