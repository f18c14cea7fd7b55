package vn.binhdang.reporting.compilation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.binhdang.execution.TaskState;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;
import vn.binhdang.web.Text;

/** Sentences of a report. A document is Vietnamese, whatever language its reader works in. */
public final class ReportWords {
    /** A task is named by its beginning; its whole text stands in the annex. */
    private static final int LONGEST_NAME = 130;

    private final Text t = Text.in(Text.VIETNAMESE);

    /** @param key without "reporting.print." */
    String say(String key, Object... arguments) {
        return t.of("reporting.print." + key, arguments);
    }

    /** A heading of section II: "Sáng kiến, mô hình". */
    public String heading(int number) {
        return say("outline." + number);
    }

    /** "05": offices write counts below ten with a zero, so that no digit can be put before them. */
    static String count(int number) {
        return "%02d".formatted(number);
    }

    /** "66,7%", half up with one decimal; "100%" without one. */
    static String share(int of, int all) {
        var percent = BigDecimal.valueOf(100L * of).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
        var plain = percent.stripTrailingZeros();
        return (plain.scale() <= 0 ? plain.toBigInteger().toString() : plain.toPlainString()).replace('.', ',') + "%";
    }

    /** "05/4/2024", "15/12/2024", "05/02/2024": a zero before days below 10 and before January and February (Decree 30). */
    public static String day(LocalDate day) {
        return "%02d/%s/%d"
                .formatted(
                        day.getDayOfMonth(),
                        day.getMonthValue() < 3 ? "0" + day.getMonthValue() : day.getMonthValue(),
                        day.getYear());
    }

    /** "ngày 05 tháng 4 năm 2024", as a document is cited. */
    String dayInFull(LocalDate day) {
        String[] parts = day(day).split("/");
        return say("dayInFull", parts[0], parts[1], parts[2]);
    }

    /** "05/KH-SKHCN" of 5 April 2024: "Kế hoạch số 05/KH-SKHCN ngày 05 tháng 4 năm 2024". */
    String cited(String type, String numberAndSymbol, LocalDate issuedOn) {
        return say("cited", type.isBlank() ? say("cited.letter") : type, numberAndSymbol, dayInFull(issuedOn))
                .strip();
    }

    /** "về thực hiện công tác …": a subject goes on in small letters behind "về". */
    String about(String subject) {
        if (subject.isBlank()) return "";
        boolean ordinary = subject.length() > 1 && Character.isLowerCase(subject.charAt(1));
        String words = ordinary ? Character.toLowerCase(subject.charAt(0)) + subject.substring(1) : subject;
        return say("about", words);
    }

    /** "nhiệm vụ II.1 “Phổ biến, quán triệt …”". */
    String name(TaskFacts task) {
        return task.number() == null
                ? say("task.name.unnumbered", shortened(task.text()))
                : say("task.name", task.number(), shortened(task.text()));
    }

    /** "nhiệm vụ II.1", where the task was named before; its words where it has no number. */
    String reference(TaskFacts task) {
        return task.number() == null
                ? say("task.name.unnumbered", shortened(task.text()))
                : say("task.reference", task.number());
    }

    /** "Văn phòng chủ trì; Công đoàn, Chi đoàn phối hợp". */
    String units(TaskFacts task) {
        var parts = new ArrayList<String>();
        parts.add(task.lead().isBlank() ? say("task.noLead") : say("task.lead", task.lead()));
        if (!task.coordinating().isEmpty()) parts.add(say("task.coordinating", String.join(", ", task.coordinating())));
        return String.join("; ", parts);
    }

    /** "đã hoàn thành ngày 10/6/2024, trong thời hạn được giao". */
    public String state(TaskFacts task) {
        var dueOn = task.dueOn();
        var doneOn = task.doneOn();
        return switch (task.state()) {
            case DONE -> {
                if (doneOn == null) yield say("state.done");
                if (dueOn == null) yield say("state.done.on", day(doneOn));
                yield task.late()
                        ? say("state.done.late", day(doneOn), day(dueOn))
                        : say("state.done.inTime", day(doneOn));
            }
            case IN_PROGRESS ->
                overdue(
                        task,
                        task.shareDone() == null
                                ? say("state.inProgress")
                                : say("state.inProgress.share", task.shareDone()));
            case NOT_STARTED -> overdue(task, say(task.unheard() ? "state.unheard" : "state.notStarted"));
            case NOT_DONE, DROPPED ->
                task.notDoneReason().isBlank()
                        ? say("state.notDone")
                        : say("state.notDone.reason", asPhrase(task.notDoneReason()));
        };
    }

    private String overdue(TaskFacts task, String state) {
        var dueOn = task.dueOn();
        return task.late() && dueOn != null ? state + say("state.overdue", day(dueOn)) : state;
    }

    /** "02 minh chứng: Danh sách ký nhận; Biên bản hội nghị"; the reason where something done has none; else empty. */
    String evidence(TaskFacts task) {
        if (!task.evidence().isEmpty())
            return say(
                    "evidence",
                    count(task.evidence().size()),
                    task.evidence().stream().map(ReportWords::asPhrase).collect(Collectors.joining("; ")));
        return task.state() == TaskState.DONE && !task.noEvidenceReason().isBlank()
                ? say("evidence.none", asPhrase(task.noEvidenceReason()))
                : "";
    }

    /** "04 nhiệm vụ đã hoàn thành, 01 nhiệm vụ đang thực hiện": what there is none of is not named. */
    String counts(ReportData.Totals totals) {
        var parts = new ArrayList<String>();
        if (totals.done() > 0) parts.add(say("count.done", count(totals.done())));
        if (totals.inProgress() > 0) parts.add(say("count.inProgress", count(totals.inProgress())));
        if (totals.notStarted() > 0) parts.add(say("count.notStarted", count(totals.notStarted())));
        if (totals.unheard() > 0) parts.add(say("count.unheard", count(totals.unheard())));
        if (totals.notDone() > 0) parts.add(say("count.notDone", count(totals.notDone())));
        return String.join(", ", parts);
    }

    /** The beginning of a text, ended where a reader would pause. */
    public static String shortened(String text) {
        String line = asPhrase(text);
        if (line.length() <= LONGEST_NAME) return line;
        int cut = -1;
        for (String pause : List.of("; ", ". ", ", ", " và ", " ")) {
            cut = line.lastIndexOf(pause, LONGEST_NAME - 1);
            if (cut > LONGEST_NAME / 2) break;
        }
        return line.substring(0, cut > 0 ? cut : LONGEST_NAME) + " …";
    }

    /** What a person typed, fit to stand inside a sentence: one line, no mark at its end. */
    static String asPhrase(String typed) {
        return typed.strip().replaceAll("\\s+", " ").replaceFirst("[\\s.;,:]+(?:/\\.)?$", "");
    }

    /** The same as a sentence of its own. */
    static String asSentence(String typed) {
        String phrase = asPhrase(typed);
        return phrase.isEmpty() || phrase.matches(".*[!?…]") ? phrase : phrase + ".";
    }
}
