package vn.binhdang.reporting.compilation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.IssuedDocuments.IssuedDocument;
import vn.binhdang.execution.TaskState;
import vn.binhdang.reporting.compilation.ReportData.Agency;
import vn.binhdang.reporting.compilation.ReportData.PlanFacts;
import vn.binhdang.reporting.compilation.ReportData.Said;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

/** The first half of 2024 in the invented department of Hoa Giang. */
final class Samples {
    static final LocalDate FROM = LocalDate.of(2023, 12, 15);
    static final LocalDate TO = LocalDate.of(2024, 6, 14);

    static final TaskFacts DISSEMINATED = task(
            "II.1",
            "Phổ biến, quán triệt Chiến lược quốc gia về bình đẳng giới và Chương trình Truyền thông về bình đẳng giới;"
                    + " gửi văn bản tới toàn thể công chức, viên chức, người lao động trong cơ quan, đơn vị.",
            "Văn phòng",
            LocalDate.of(2024, 5, 31),
            TaskState.DONE,
            LocalDate.of(2024, 5, 20),
            false,
            List.of(new Said("Văn phòng", LocalDate.of(2024, 5, 20), "Đã phổ biến tới 120 công chức.")),
            List.of("Danh sách ký nhận", "Giấy mời hội nghị"));

    static final TaskFacts CAMPAIGN = task(
            "II.3",
            "Triển khai Tháng hành động vì bình đẳng giới.",
            "Công đoàn Sở",
            LocalDate.of(2024, 12, 15),
            TaskState.NOT_STARTED,
            null,
            false,
            List.of(),
            List.of());

    static final TaskFacts CHECKED_LATE = task(
            "II.4",
            "Kiểm tra việc thực hiện chính sách về bình đẳng giới.",
            "Phòng Kế hoạch - Tài chính",
            LocalDate.of(2024, 4, 30),
            TaskState.IN_PROGRESS,
            null,
            true,
            List.of(),
            List.of());

    static final TaskFacts GIVEN_UP = new TaskFacts(
            UUID.fromString("00000000-0000-7000-8000-000000000099"),
            "II.5",
            "Xây dựng mô hình văn phòng thân thiện.",
            "Chi đoàn Sở",
            List.of("Công đoàn Sở"),
            LocalDate.of(2024, 3, 31),
            TaskState.NOT_DONE,
            null,
            null,
            false,
            "Chưa bố trí được kinh phí.",
            "",
            List.of(new Said("Chi đoàn Sở", LocalDate.of(2024, 3, 30), "Chưa bố trí được kinh phí.")),
            List.of());

    static final TaskFacts UNPLACED = task(
            "III.1",
            "Thực hiện việc khác theo phân công.",
            "",
            null,
            TaskState.NOT_STARTED,
            null,
            false,
            List.of(),
            List.of());

    static final IssuedDocument LETTER = new IssuedDocument(
            UUID.fromString("00000000-0000-7000-8000-000000000001"),
            "Kế hoạch",
            "05/KH-SKHCN",
            LocalDate.of(2024, 4, 5),
            "Thực hiện công tác bình đẳng giới năm 2024");

    private Samples() {}

    static ReportData data(TaskFacts... tasks) {
        return data(List.of(LETTER), tasks);
    }

    static ReportData data(List<IssuedDocument> documents, TaskFacts... tasks) {
        return new ReportData(
                "6 tháng đầu năm 2024",
                FROM,
                TO,
                TO,
                new Agency("Sở Khoa học và Công nghệ"),
                new PlanFacts("Kế hoạch số 05/KH-SKHCN"),
                List.of(tasks),
                documents);
    }

    static ReportData all() {
        return data(DISSEMINATED, CAMPAIGN, CHECKED_LATE, GIVEN_UP, UNPLACED);
    }

    static TaskFacts task(
            String number,
            String text,
            String lead,
            @Nullable LocalDate dueOn,
            TaskState state,
            @Nullable LocalDate doneOn,
            boolean late,
            List<Said> said,
            List<String> evidence) {
        return new TaskFacts(
                UUID.nameUUIDFromBytes(number.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                number,
                text,
                lead,
                List.of(),
                dueOn,
                state,
                null,
                doneOn,
                late,
                "",
                "",
                said,
                evidence);
    }

    static List<Slot> slots(ReportData data) {
        return new ReportCompiler().compile(data);
    }

    static String text(ReportData data, String key) {
        return slots(data).stream()
                .filter(slot -> slot.key().equals(key))
                .map(slot -> slot.block().text())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no paragraph " + key));
    }
}
