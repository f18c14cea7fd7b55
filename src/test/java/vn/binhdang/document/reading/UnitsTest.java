package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sở Nội vụ, Sở Tư pháp | Sở Nội vụ;Sở Tư pháp",
                "Sở Văn hóa, Thể thao và Du lịch | Sở Văn hóa, Thể thao và Du lịch",
                "các sở, ban, ngành liên quan | các sở, ban, ngành liên quan",
                "các sở, ban, ngành tỉnh và UBND các xã, phường | các sở, ban, ngành tỉnh;UBND các xã, phường",
                "Sở Y tế và các đơn vị có liên quan | Sở Y tế;các đơn vị có liên quan",
                "các sở, ngành Thành phố và đơn vị có liên quan | các sở, ngành Thành phố;đơn vị có liên quan",
                "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã | Thủ trưởng các sở, ban, ngành;Chủ tịch UBND các"
                        + " xã",
                "các ngành, các cấp | các ngành, các cấp",
                "Sở Y tế, địa phương | Sở Y tế;địa phương",
                "Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Phụ nữ | Mặt trận Tổ quốc;Đoàn Thanh niên;Hội Phụ nữ",
            })
    void lists_are_parted_but_names_and_collectives_stay_whole(String list, String units) {
        assertThat(Units.split(list)).containsExactly(units.split(";"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Báo cáo UBND tỉnh kết quả thực hiện.", "Ban hành quy chế phối hợp.", "Phòng, chống bạo lực gia đình.",
                "Tổ chức hội nghị tổng kết.", "Hội nghị tổng kết năm 2026", "Các giải pháp thực hiện"
            })
    void words_that_only_look_like_a_body_charge_nobody(String text) {
        var subject = UnitReader.subject(text, Words.lower(text));
        assertThat(subject).isNull();
    }
}
