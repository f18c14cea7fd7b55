package vn.binhdang.statistics.view;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.binhdang.web.Text;

/**
 * The form of a dashboard as it was sent: a line for each chart, with its place. A line without a figure is none.
 *
 * @param unit in words; only of a new one
 * @param version the one that was looked at
 */
record DashboardForm(String name, String unit, int version, List<DashboardForm.Line> lines) {
    /** @param place "3", as typed; empty for after those that have one */
    record Line(String place, String code, String look) {
        boolean isEmpty() {
            return code.isEmpty();
        }
    }

    private static final int LONGEST_WORDS = 600;

    static DashboardForm sent(MultiValueMap<String, String> sent) {
        var codes = all(sent, "code");
        return new DashboardForm(
                first(sent, "name"),
                first(sent, "unit"),
                number(first(sent, "version")),
                IntStream.range(0, Math.min(codes.size(), Dashboard.MOST_CHARTS))
                        .mapToObj(i -> new Line(at(all(sent, "place"), i), codes.get(i), at(all(sent, "look"), i)))
                        .toList());
    }

    static DashboardForm of(String name, String unit, int version, List<Dashboard.Chart> charts) {
        var lines = new ArrayList<Line>();
        for (var chart : charts)
            lines.add(new Line(
                    String.valueOf(lines.size() + 1), chart.code(), chart.look().name()));
        return new DashboardForm(name, unit, version, lines);
    }

    /** The same from another version: what was typed stays, and is saved knowingly over what is stored. */
    DashboardForm from(int other) {
        return new DashboardForm(name, unit, other, lines);
    }

    /** In the order of their places; those without one after the others as they stand. */
    List<Dashboard.Chart> charts() {
        record Placed(int place, Dashboard.Chart chart) {}
        var placed = new ArrayList<Placed>();
        for (var line : lines)
            if (!line.isEmpty())
                placed.add(new Placed(
                        line.place().isEmpty() ? Integer.MAX_VALUE : number(line.place()),
                        new Dashboard.Chart(
                                line.code(), Dashboard.Look.named(line.look()).orElse(Dashboard.Look.LINES))));
        placed.sort(Comparator.comparingInt(Placed::place));
        return placed.stream().map(Placed::chart).toList();
    }

    /**
     * What is wrong, by field: "name", "charts", "line-0" ….
     * @param before what is stored: a figure that is gone meanwhile may stay where it is
     */
    Map<String, String> mistakes(List<Subject> subjects, List<Dashboard.Chart> before, Text t) {
        var mistakes = new LinkedHashMap<String, String>();
        if (name.isEmpty()) mistakes.put("name", t.of("statistics.dashboard.mend.name"));
        if (name.length() > Dashboard.LONGEST_NAME)
            mistakes.put("name", t.of("statistics.dashboard.mend.long", Dashboard.LONGEST_NAME));
        if (lines.stream().allMatch(Line::isEmpty))
            mistakes.put("charts", t.of("statistics.dashboard.mend.charts", Dashboard.MOST_CHARTS));
        for (int i = 0; i < lines.size(); i++) {
            var mistake = mistake(lines.get(i), subjects, before, t);
            if (mistake != null) mistakes.put("line-" + i, mistake);
        }
        return mistakes;
    }

    private static @Nullable String mistake(Line line, List<Subject> subjects, List<Dashboard.Chart> before, Text t) {
        if (line.isEmpty()) return null;
        if (!line.place().isEmpty() && !line.place().matches("\\d{1,3}"))
            return t.of("statistics.dashboard.mend.place");
        var subject =
                subjects.stream().filter(one -> one.code().equals(line.code())).findFirst();
        if (subject.isEmpty())
            return before.stream().anyMatch(chart -> chart.code().equals(line.code()))
                    ? null
                    : t.of("statistics.dashboard.mend.code");
        var look = Dashboard.Look.named(line.look());
        if (look.isEmpty()) return t.of("statistics.dashboard.mend.look");
        return look.get() == Dashboard.Look.SIDES && !subject.get().dimensions().contains(DashboardCards.SEX)
                ? t.of("statistics.dashboard.mend.sides")
                : null;
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private static String first(MultiValueMap<String, String> sent, String field) {
        return at(all(sent, field), 0);
    }

    private static List<String> all(MultiValueMap<String, String> sent, String field) {
        return sent.getOrDefault(field, List.of()).stream()
                .map(typed -> Normalizer.normalize(typed.strip(), Normalizer.Form.NFC))
                .map(typed -> typed.substring(0, Math.min(LONGEST_WORDS, typed.length())))
                .toList();
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }
}
