package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.CheckedDocument.firstLine;
import static vn.binhdang.document.checking.CheckedDocument.printed;
import static vn.binhdang.document.checking.Say.proposal;
import static vn.binhdang.document.checking.Say.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.Finding;

/**
 * The tasks of a plan: article 24 wants a lead, those who coordinate and a deadline for each. What many tasks lack is said
 * once for all of them, because a clerk who reads the same sentence sixty times reads nothing.
 */
final class TaskRules {
    /** Reports on a year are made in the first months of the next. */
    private static final int REPORTING_MONTHS = 3;

    /** Letters of a task in which its product is looked for; a longer "task" is a text that was not understood. */
    private static final int LOOKED_AT = 5_000;

    /** A number of things, or a product that is there or is not. */
    private static final Pattern MEASURABLE = Pattern.compile(
            "\\d{1,3}(?:[.,]\\d+)?\\s?%|(?<![\\d/])\\d{1,6}\\s+(?:lớp|hội nghị|cuộc|buổi|tin|bài|người|mô"
                + " hình|tờ|chuyên đề|lượt|đơn vị)|(?:ban hành|xây dựng|tổng hợp|gửi|trình|lập|ký)[^.;]{0,60}(?:báo"
                + " cáo|kế hoạch|quyết định|văn bản|quy chế|danh sách|chương trình|đề án|hướng dẫn)|báo cáo kết quả|tổ"
                + " chức[^.;]{0,40}(?:hội nghị|lớp|tọa đàm|hội thảo|cuộc thi|lễ|tập huấn|chiến dịch)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private TaskRules() {}

    /** "Triển khai thực hiện Tháng hành động …" without a word about who: nobody can be asked for it. */
    static Stream<Finding> withoutLead(CheckedDocument checked) {
        return lacking(
                checked,
                task -> task.leadUnits().isEmpty(),
                task -> proposal("taskWithoutLead", firstLine(task.lines()), name(task)));
    }

    /**
     * No date, no limit in words ("trong 05 ngày kể từ …") and no rhythm ("hằng quý"): it can neither be urged nor be late.
     */
    static Stream<Finding> withoutDeadline(CheckedDocument checked) {
        return lacking(
                checked,
                task -> task.due() == null
                        && task.start() == null
                        && task.dueText() == null
                        && task.recurrence() == null,
                task -> warning("taskWithoutDeadline", firstLine(task.lines()), name(task)));
    }

    /** "Nâng cao nhận thức …" names neither a product nor a number, so nobody can tell when it is done. */
    static Stream<Finding> withoutOutput(CheckedDocument checked) {
        return lacking(
                checked,
                task -> task.output() == null
                        && !MEASURABLE
                                .matcher(task.text())
                                .region(0, Math.min(task.text().length(), LOOKED_AT))
                                .find(),
                task -> proposal("taskWithoutOutput", firstLine(task.lines()), name(task)));
    }

    /** "từ ngày 15/12 đến ngày 15/11/2024". */
    static Stream<Finding> dueBeforeStart(CheckedDocument checked) {
        return checked.document().tasks().stream()
                .filter(task ->
                        task.start() != null && task.due() != null && task.due().isBefore(task.start()))
                .map(task -> warning(
                        "taskDueBeforeStart",
                        firstLine(task.lines()),
                        name(task),
                        printedOrEmpty(task.start()),
                        printedOrEmpty(task.due())));
    }

    /** A plan of 10 April cannot ask for something by 31 March: the plan came too late, or the year is wrong. */
    static Stream<Finding> dueBeforeDocument(CheckedDocument checked) {
        var day = checked.firstPossibleDay();
        if (day.isEmpty()) return Stream.empty();
        var late = checked.document().tasks().stream()
                .filter(task -> task.due() != null && task.due().isBefore(day.get()))
                .toList();
        return Say.each(
                late,
                checked.document().tasks().size(),
                task -> warning(
                        "taskDueBeforeDocument", firstLine(task.lines()), name(task), printedOrEmpty(task.due())),
                TaskRules::name);
    }

    /** "trước ngày 30/11/2025" in a plan for 2024: often a year left over from last year's plan. */
    static Stream<Finding> outsidePlan(CheckedDocument checked) {
        var years = checked.planYears().filter(CheckedDocument.Years::named);
        if (years.isEmpty()) return Stream.empty();
        LocalDate end = LocalDate.of(years.get().last() + 1, 1, 1).plusMonths(REPORTING_MONTHS);
        return checked.document().tasks().stream()
                .filter(task -> task.due() != null && !task.due().isBefore(end))
                .map(task -> warning(
                        "taskOutsidePlan",
                        firstLine(task.lines()),
                        name(task),
                        printedOrEmpty(task.due()),
                        String.valueOf(years.get().last())));
    }

    private static Stream<Finding> lacking(
            CheckedDocument checked, Predicate<DocumentTask> lacks, Function<DocumentTask, Finding> one) {
        List<DocumentTask> tasks = checked.document().tasks();
        return Say.each(tasks.stream().filter(lacks).toList(), tasks.size(), one, TaskRules::name);
    }

    private static String name(DocumentTask task) {
        return task.number() != null ? task.number() : Words.opening(task.text());
    }

    private static String printedOrEmpty(@Nullable LocalDate day) {
        return day == null ? "" : printed(day);
    }
}
