package vn.binhdang.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.DocumentTask;

class TaskReaderTest {
    private static List<DocumentTask> tasks(String content) {
        return Reading.plan(content).tasks();
    }

    @Test
    void purposes_and_targets_are_no_tasks() {
        assertThat(tasks("""
            I. MỤC ĐÍCH, YÊU CẦU

            - Nâng cao nhận thức về bình đẳng giới.

            II. MỤC TIÊU

            - Phấn đấu 60% cơ quan có lãnh đạo nữ.\
            """)).isEmpty();
    }

    @Test
    void a_line_that_announces_items_gives_way_to_them() {
        assertThat(tasks("""
            I. NHIỆM VỤ

            1. Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện các nhiệm vụ sau:

            - Tập huấn cho cán bộ trạm y tế.

            - Cung cấp dịch vụ khám, tư vấn.\
            """))
                .extracting(DocumentTask::leadUnits, DocumentTask::coordinatingUnits)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(List.of("Sở Y tế"), List.of("Sở Tài chính")),
                        org.assertj.core.groups.Tuple.tuple(List.of("Sở Y tế"), List.of("Sở Tài chính")));
    }

    @Test
    void a_list_of_things_below_a_task_makes_no_further_tasks() {
        assertThat(tasks("""
            I. NHIỆM VỤ

            Nghiên cứu, triển khai các nền tảng phục vụ thống kê giới như:

            - Hệ thống báo cáo trực tuyến.

            - Kho dữ liệu dùng chung.\
            """)).hasSize(1);
    }

    @Test
    void the_heading_leads_and_the_item_names_who_helps() {
        var task = tasks("""
            II. TỔ CHỨC THỰC HIỆN

            1. Công an tỉnh

            - Phối hợp chặt chẽ với Sở Y tế, Hội Liên hiệp Phụ nữ tỉnh và UBND các xã, phường tiếp nhận tin báo.\
            """).getFirst();
        assertThat(task.number()).isEqualTo("II.1.-1");
        assertThat(task.leadUnits()).containsExactly("Công an tỉnh");
        assertThat(task.coordinatingUnits())
                .containsExactly("Sở Y tế", "Hội Liên hiệp Phụ nữ tỉnh", "UBND các xã, phường");
    }

    @Test
    void the_subject_of_an_item_beats_the_heading() {
        assertThat(tasks("""
            II. TỔ CHỨC THỰC HIỆN

            1. Sở Nội vụ

            - Trung tâm Công tác xã hội tỉnh chủ trì tổ chức tư vấn.\
            """))
                .extracting(DocumentTask::leadUnits)
                .containsExactly(List.of("Trung tâm Công tác xã hội tỉnh"));
    }

    @Test
    void requests_name_their_unit() {
        assertThat(tasks("""
            III. TỔ CHỨC THỰC HIỆN

            1. Giao Văn phòng theo dõi, đôn đốc.

            2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tăng cường giám sát.

            3. Căn cứ Kế hoạch này, Thủ trưởng các sở, ban, ngành chỉ đạo thực hiện.\
            """))
                .extracting(DocumentTask::leadUnits)
                .containsExactly(
                        List.of("Văn phòng"),
                        List.of("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các tổ chức chính trị - xã hội"),
                        List.of("Thủ trưởng các sở, ban, ngành"));
    }

    @Test
    void lines_below_a_group_of_items_speak_of_all_of_them() {
        var tasks = tasks("""
            I. NHIỆM VỤ, GIẢI PHÁP

            1. Truyền thông

            - Xây dựng tin, bài.

            - Phát thanh trên loa xã.

            Đơn vị chủ trì: Phòng Văn hóa.

            Đơn vị phối hợp: Đoàn Thanh niên; Hội Phụ nữ.

            Thời gian thực hiện: Quý II/2026.

            - Tổng kết cuộc thi.

            Đơn vị chủ trì: Văn phòng.\
            """);
        assertThat(tasks)
                .extracting(DocumentTask::leadUnits)
                .containsExactly(List.of("Phòng Văn hóa"), List.of("Phòng Văn hóa"), List.of("Văn phòng"));
        assertThat(tasks.get(1).coordinatingUnits()).containsExactly("Đoàn Thanh niên", "Hội Phụ nữ");
        assertThat(tasks)
                .extracting(DocumentTask::due)
                .containsExactly(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 6, 30), null);
    }

    @Test
    void an_item_may_carry_its_own_particulars() {
        var task = tasks("""
            I. NỘI DUNG

            1. Khám sức khỏe cho nữ công chức. Đơn vị thực hiện: Trạm Y tế. Thời gian: 20/10/2026.\
            """).getFirst();
        assertThat(task.leadUnits()).containsExactly("Trạm Y tế");
        assertThat(task.due()).isEqualTo(LocalDate.of(2026, 10, 20));
    }

    @Test
    void an_item_about_money_is_a_task_only_when_it_names_who_acts() {
        assertThat(tasks("""
            IV. KINH PHÍ THỰC HIỆN

            1. Các phòng, đơn vị xây dựng dự toán gửi Sở Tài chính.

            2. Nguồn tài trợ hợp pháp khác.\
            """)).hasSize(1);
    }

    @Test
    void closing_sentences_are_no_tasks() {
        assertThat(tasks("""
            III. TỔ CHỨC THỰC HIỆN

            1. Văn phòng theo dõi, đôn đốc.

            Trên đây là Kế hoạch của Sở; đề nghị các đơn vị nghiêm túc thực hiện./.\
            """)).hasSize(1);
    }

    @Test
    void what_a_report_tells_is_done_and_only_what_lies_ahead_is_a_task() {
        var report = Reading.of("""
            BÁO CÁO
            Kết quả công tác bình đẳng giới năm 2026

            I. KẾT QUẢ THỰC HIỆN
            1. Tổ chức 05 buổi tuyên truyền cho 300 người.
            2. UBND xã đã ban hành kế hoạch.
            II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027
            1. Kiện toàn Ban vì sự tiến bộ của phụ nữ trước ngày 31/3/2027.\
            """);
        assertThat(report.tasks()).extracting(DocumentTask::number).containsExactly("II.1");
    }

    @Test
    void a_table_of_tasks_gives_one_task_a_row() {
        var tasks = tasks("""
            I. NHIỆM VỤ

            | TT | Nội dung | Cơ quan chủ trì | Phối hợp | Thời gian |
            |---|---|---|---|---|
            | I | Truyền thông | | | |
            | 1 | Xây dựng phóng sự | Báo tỉnh | Sở Nội vụ | Quý III/2026 |
            | 2 | Tập huấn | Sở Nội vụ | Các xã, phường | Hằng năm |\
            """);
        assertThat(tasks).extracting(DocumentTask::text).containsExactly("Xây dựng phóng sự", "Tập huấn");
        assertThat(tasks.getFirst().due()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(tasks.getLast().recurrence()).isEqualTo("hằng năm");
    }
}
