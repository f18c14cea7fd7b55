package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentTask;

/** A table whose columns are task, lead, coordinating units, time and output: one task a row. */
final class TaskTable {
    private static final Phrases TASK =
            Phrases.of("nhiệm vụ, nội dung, hoạt động, công việc, nội dung công việc, tên nhiệm vụ");
    private static final Phrases LEAD = Phrases.of("chủ trì, thực hiện, phụ trách, chịu trách nhiệm");
    private static final Phrases COORDINATING = Phrases.of("phối hợp");
    private static final Phrases TIME = Phrases.of("thời gian, thời hạn, tiến độ, hoàn thành");
    private static final Phrases OUTPUT = Phrases.of("sản phẩm, kết quả");

    private final int heading;
    private final int task;
    private final int lead;
    private final int coordinating;
    private final int time;
    private final int output;

    private TaskTable(int heading, List<String> titles) {
        this.heading = heading;
        var lower = titles.stream()
                .map(title -> Words.lower(title.replace('\n', ' ')))
                .toList();
        coordinating = column(lower, COORDINATING, -1, -1);
        time = column(lower, TIME, coordinating, -1);
        lead = column(lower, LEAD, coordinating, time);
        task = column(lower, TASK, lead, time);
        output = column(lower, OUTPUT, task, lead);
    }

    private static int column(List<String> titles, Phrases words, int taken, int alsoTaken) {
        for (int i = 0; i < titles.size(); i++)
            if (i != taken && i != alsoTaken && titles.get(i).length() < 80 && words.isIn(titles.get(i))) return i;
        return -1;
    }

    /** The tasks of a table; none when it is not a table of tasks. */
    static List<DocumentTask> read(Block table, int planYear) {
        for (int row = 0; row < Math.min(3, table.rows().size()); row++) {
            var columns = new TaskTable(row, table.rows().get(row));
            if (columns.task >= 0 && columns.lead >= 0 && columns.task != columns.lead)
                return columns.tasks(table, planYear);
        }
        return List.of();
    }

    private List<DocumentTask> tasks(Block table, int planYear) {
        var tasks = new ArrayList<DocumentTask>();
        for (var row : table.rows().subList(heading + 1, table.rows().size())) {
            var text = cell(row, task);
            var leads = cell(row, lead);
            // a row without a lead is a heading inside the table
            if (text.isEmpty() || leads.isEmpty() && cell(row, time).isEmpty()) continue;
            var when = TimeReader.inAttribute(cell(row, time), planYear);
            tasks.add(new DocumentTask(
                    number(row),
                    text,
                    Units.split(UnitReader.withoutParentheses(leads)),
                    Units.split(UnitReader.withoutParentheses(cell(row, coordinating))),
                    when.start(),
                    when.due(),
                    when.dueText(),
                    when.recurrence(),
                    emptyToNull(cell(row, output)),
                    table.lines()));
        }
        return tasks;
    }

    private @Nullable String number(List<String> row) {
        return task == 0 ? null : emptyToNull(Words.withoutEndMark(row.getFirst()));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String cell(List<String> row, int column) {
        return column < 0 || column >= row.size()
                ? ""
                : row.get(column).replace('\n', ' ').strip();
    }
}
