package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {
    private static TimeReader.When inTask(String text) {
        return TimeReader.inTask(text, Words.lower(text), 2026);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gửi báo cáo trước ngày 16 tháng 12 năm 2026 | | 2026-12-16",
                "hoàn thành chậm nhất ngày 05/6/2026 | | 2026-06-05",
                "xong trong tháng 12/2025 | | 2025-12-31",
                "hoàn thành trong quý II năm 2026 | | 2026-06-30",
                "triển khai từ ngày 15/11 đến ngày 15/12 năm 2026 | 2026-11-15 | 2026-12-15",
                "khảo sát từ ngày 10 đến ngày 25/8/2026 | 2026-08-10 | 2026-08-25",
                "Từ năm 2027, các đơn vị cập nhật số liệu | 2027-01-01 | ",
                "trực điện thoại kể từ ngày 01/7/2026 | 2026-07-01 | ",
                "sơ kết trước 15/7, tổng kết trước 10/12/2026 | | 2026-12-10",
                "tổng hợp số liệu từ ngày 01/01/2026 đến ngày 30/11/2026, gửi chậm nhất ngày 17/12/2026 | | 2026-12-17",
            })
    void a_limit_or_a_period_fixes_dates(String text, LocalDate start, LocalDate due) {
        assertThat(inTask(text).start()).isEqualTo(start);
        assertThat(inTask(text).due()).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phổ biến Quyết định số 6/QĐ-TTg ngày 02/01/2025 của Thủ tướng Chính phủ",
                "thực hiện Luật Bình đẳng giới ngày 29/11/2006",
                "thực hiện Chiến lược đến năm 2030",
                "báo cáo trước ngày 20/12 hằng năm",
                "hằng năm (trước ngày 30 tháng 11) báo cáo kết quả",
                "trước ngày 31/2/2026"
            })
    void other_dates_fix_nothing(String text) {
        assertThat(inTask(text).start()).isNull();
        assertThat(inTask(text).due()).isNull();
    }

    @Test
    void a_relative_limit_is_kept_in_its_words() {
        assertThat(inTask("trả lời trong 05 ngày kể từ khi nhận được đơn").dueText())
                .isEqualTo("trong 05 ngày kể từ khi nhận được đơn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tháng 12/2025. | | 2025-12-31",
                "Quý III | | 2026-09-30",
                "Từ 01/7/2025. | 2025-07-01 | ",
                "Giai đoạn 2026-2030 | 2026-01-01 | 2030-12-31",
                "năm 2026 và các năm tiếp theo | 2026-01-01 | ",
                "Tuần 1 (16/11 - 21/11/2026) | 2026-11-16 | 2026-11-21",
            })
    void a_time_line_needs_no_other_word(String value, LocalDate start, LocalDate due) {
        var when = TimeReader.inAttribute(value, 2026);
        assertThat(when.start()).isEqualTo(start);
        assertThat(when.due()).isEqualTo(due);
    }
}
