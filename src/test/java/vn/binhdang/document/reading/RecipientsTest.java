package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.binhdang.document.Signature;

class RecipientsTest {
    private static Recipients read(String text) {
        return Recipients.read(Cleaning.clean(Reading.source(text)));
    }

    @Test
    void two_columns_interleaved_line_by_line_are_told_apart() {
        var tail = read("""
            Nơi nhận:                                 TM. ỦY BAN NHÂN DÂN
            - Thường trực Tỉnh ủy;                       KT. CHỦ TỊCH
            - Các sở, ban, ngành;                       PHÓ CHỦ TỊCH
            - Văn phòng: CVP, các PCVP,
            Phòng TH;                                  Trần Văn An
            - Lưu: VT, KGVX.\
            """);
        assertThat(tail.lines())
                .containsExactly(
                        "Thường trực Tỉnh ủy",
                        "Các sở, ban, ngành",
                        "Văn phòng: CVP, các PCVP, Phòng TH",
                        "Lưu: VT, KGVX");
        assertThat(tail.signature())
                .isEqualTo(new Signature("TM", "ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An"));
    }

    @Test
    void a_head_signs_without_a_capacity() {
        assertThat(read("Nơi nhận:\n- Lưu: VT.\nHIỆU TRƯỞNG\nLê Thị Hoa").signature())
                .isEqualTo(new Signature(null, null, "HIỆU TRƯỞNG", "Lê Thị Hoa"));
    }

    @Test
    void capacity_and_office_on_one_line_and_an_office_broken_in_two() {
        assertThat(read("Nơi nhận:\n- Lưu: VT.\nKT. CHỦ TỊCH PHÓ CHỦ TỊCH\nTrần Văn An")
                        .signature())
                .isEqualTo(new Signature("KT", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An"));
        assertThat(read("**TM. ỦY BAN NHÂN\nDÂN **\nCHỦ TỊCH\nTrần Văn An").signature())
                .isEqualTo(new Signature("TM", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn An"));
    }

    @Test
    void a_remark_beside_a_recipient_belongs_to_it() {
        assertThat(read("Nơi nhận:\n- Thường trực Tỉnh ủy;      (để b/c)\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn An")
                        .lines())
                .containsExactly("Thường trực Tỉnh ủy (để b/c)", "Lưu: VT");
    }
}
