package vn.binhdang.reporting.compilation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.binhdang.reporting.compilation.ReportData.Said;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

/**
 * II. KẾT QUẢ THỰC HIỆN: under each heading of the outline the tasks that belong there. The superior's outline has fixed
 * headings, so one without tasks stays and says that there is no data; only the last, for the rest, appears when needed.
 */
final class ResultsPart {
    /** The letters of points (Decree 30/2020, annex I). */
    private static final String POINTS = "abcdđeghiklmnopqrstuvxy";

    private final ReportWords words;
    private final ReportData data;

    ResultsPart(ReportWords words, ReportData data) {
        this.words = words;
        this.data = data;
    }

    void write(Slots slots) {
        slots.section("2", "II.", words.say("section.results"));
        slots.paragraph("2/text", summary());
        var byHeading = data.tasks().stream()
                .collect(Collectors.groupingBy(
                        task -> ReportOutline.placeOf(task.text()).heading()));
        for (int heading = 1; heading <= ReportOutline.OTHER; heading++) {
            var tasks = byHeading.getOrDefault(heading, List.of());
            if (heading == ReportOutline.OTHER && tasks.isEmpty()) continue;
            slots.heading("2." + heading, heading + ".", words.heading(heading));
            if (tasks.isEmpty()) slots.paragraph("2." + heading + "/text", words.say("noData"));
            for (int i = 0; i < tasks.size(); i++) task(slots, label(i, tasks.size(), heading), tasks.get(i));
        }
    }

    private String summary() {
        var totals = data.totals();
        if (totals.tasks() == 0) return words.say("noData");
        String summary = words.say(
                "summary", ReportWords.day(data.asOf()), ReportWords.count(totals.tasks()), words.counts(totals));
        String overdue = totals.overdue() == 0 ? "" : words.say("summary.overdue", ReportWords.count(totals.overdue()));
        return summary + overdue + words.say("summary.annex");
    }

    private void task(Slots slots, String label, TaskFacts task) {
        String key = "task/" + task.id();
        String line = words.say("task", words.name(task), words.units(task), words.state(task));
        slots.item(key, label, capital(line), task.id(), null);
        var said = task.said().stream().filter(one -> !repeats(one, task)).toList();
        IntStream.range(0, said.size()).forEach(i -> slots.dash(key + "/said/" + i, said(said.get(i)), task.id()));
        String evidence = words.evidence(task);
        if (!evidence.isEmpty()) slots.dash(key + "/evidence", capital(evidence) + ".", task.id());
    }

    private String said(Said said) {
        return words.say("said", said.unit(), ReportWords.day(said.day()), ReportWords.asSentence(said.words()));
    }

    /** The reason why a task was not done is told with its state already. */
    private static boolean repeats(Said said, TaskFacts task) {
        return said.words().strip().equals(task.notDoneReason().strip());
    }

    /** "a)" to "y)"; beyond the alphabet "2.1.", "2.2." */
    private static String label(int index, int of, int heading) {
        return of <= POINTS.length() ? POINTS.charAt(index) + ")" : heading + "." + (index + 1) + ".";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
