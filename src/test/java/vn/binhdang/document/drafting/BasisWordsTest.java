package vn.binhdang.document.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.LegalBasis;

class BasisWordsTest {
    private final LegalBasis basis = new LegalBasis(
            "Căn cứ Công văn số 12/SNV-BĐG ngày 05/3/2026 của Sở Nội vụ",
            "Công văn",
            "12/SNV-BĐG",
            LocalDate.of(2026, 3, 5),
            "Sở Nội vụ",
            null);

    @Test
    void what_was_understood_stays_while_the_words_still_say_it() {
        var reworded = BasisWords.reword(basis, "Căn cứ Công văn số 12/SNV-BĐG ngày 5 tháng 3 năm 2026 của Sở Nội vụ");
        assertThat(reworded.number()).isEqualTo("12/SNV-BĐG");
        assertThat(reworded.date()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(reworded.issuer()).isEqualTo("Sở Nội vụ");
    }

    @Test
    void a_changed_number_or_date_is_not_kept_from_the_old_words() {
        var reworded = BasisWords.reword(basis, "Căn cứ Công văn số 21/SNV-BĐG ngày 06/3/2026 của Sở Nội vụ");
        assertThat(reworded.number()).isNull();
        assertThat(reworded.date()).isNull();
        assertThat(reworded.type()).isEqualTo("Công văn");
    }

    @Test
    void the_end_mark_is_left_to_printing() {
        assertThat(BasisWords.clean("Căn cứ Luật Bình đẳng giới ; ")).isEqualTo("Căn cứ Luật Bình đẳng giới");
    }
}
