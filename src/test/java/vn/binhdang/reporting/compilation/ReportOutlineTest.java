package vn.binhdang.reporting.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.web.Text;

class ReportOutlineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Phổ biến, quán triệt và triển khai thực hiện Chương trình Truyền thông về bình đẳng giới | 1
        Xây dựng, triển khai công tác truyền thông, phổ biến chính sách, pháp luật               | 2
        Triển khai thực hiện Tháng hành động vì bình đẳng giới và phòng ngừa bạo lực             | 2
        Thu thập số liệu thống kê về bình đẳng giới                                              | 3
        Đề cao trách nhiệm của người đứng đầu; thanh tra, kiểm tra việc thực hiện; xây dựng mô hình | 7
        Giao Văn phòng chủ trì, theo dõi đôn đốc thực hiện Kế hoạch này                          | 7
        LỒNG GHÉP vấn đề bình đẳng giới trong các đề án                                          | 4
        Rà soát, quy hoạch  cán bộ                                                               | 6
        Dự toán kinh phí hằng năm                                                                | 9
        Ứng dụng công nghệ thông tin trong tổng hợp                                              | 10
        Thực hiện việc khác theo phân công                                                       | 11
        """)
    void the_keyword_that_stands_first_decides(String task, int heading) {
        assertThat(ReportOutline.placeOf(task).heading()).isEqualTo(heading);
    }

    @Test
    void the_place_says_which_keyword_led_to_it() {
        assertThat(ReportOutline.placeOf("Tổ chức truyền thông").keyword()).isEqualTo("truyền thông");
        assertThat(ReportOutline.placeOf("Việc khác").keyword()).isNull();
    }

    @Test
    void a_keyword_inside_another_word_does_not_count() {
        assertThat(ReportOutline.placeOf("Bài bạo lựcx, xkinh phí").heading()).isEqualTo(ReportOutline.OTHER);
    }

    @Test
    void every_rule_has_a_heading_of_the_outline_and_a_reason() {
        assertThat(ReportOutline.rules()).allSatisfy(rule -> {
            assertThat(rule.reason()).isNotBlank();
            assertThat(Text.in(Text.VIETNAMESE).has("reporting.print.outline." + rule.heading()))
                    .isTrue();
        });
        assertThat(ReportOutline.rules())
                .extracting(ReportOutline.Rule::heading)
                .containsAll(IntStream.range(1, ReportOutline.OTHER).boxed().toList());
    }
}
