package vn.binhdang.operations.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A reader of Prometheus' text format 0.0.4, as strict as the scraper. */
record ExpositionText(Map<String, String> types, List<Sample> samples) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (\\S+)(?: -?\\d+)?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

    record Sample(String name, Map<String, String> labels, double value) {}

    static ExpositionText parse(String text) {
        if (!text.endsWith("\n")) throw new AssertionError("the last line has no end");
        var types = new LinkedHashMap<String, String>();
        var samples = new ArrayList<Sample>();
        var seen = new HashSet<String>();
        for (String line : text.split("\n")) {
            if (line.startsWith("# HELP ")) name(line.split(" ", 4)[2]);
            else if (line.startsWith("# TYPE ")) {
                var parts = line.split(" ");
                if (!List.of("counter", "gauge", "histogram", "summary", "untyped")
                        .contains(parts[3])) throw new AssertionError("no type: " + line);
                if (types.put(name(parts[2]), parts[3]) != null) throw new AssertionError("typed twice: " + line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var sample = sample(line);
                if (!seen.add(sample.name() + sample.labels())) throw new AssertionError("twice: " + line);
                if (typeOf(sample.name(), types) == null) throw new AssertionError("without a type: " + line);
                samples.add(sample);
            }
        }
        return new ExpositionText(types, samples);
    }

    Sample only(String name) {
        var found =
                samples.stream().filter(sample -> sample.name().equals(name)).toList();
        if (found.size() != 1) throw new AssertionError(name + " is there " + found.size() + " times");
        return found.getFirst();
    }

    private static Sample sample(String line) {
        var sample = SAMPLE.matcher(line);
        if (!sample.matches()) throw new AssertionError("no sample: " + line);
        var labels = new LinkedHashMap<String, String>();
        if (sample.group(2) != null) {
            var label = LABEL.matcher(sample.group(2));
            int end = 0;
            while (label.find() && label.start() == end) {
                if (labels.put(label.group(1), label.group(2)) != null)
                    throw new AssertionError("label twice: " + line);
                end = label.end();
            }
            if (end != sample.group(2).length()) throw new AssertionError("no labels: " + line);
        }
        return new Sample(sample.group(1), labels, value(sample.group(3)));
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static String typeOf(String name, Map<String, String> types) {
        for (String end : new String[] {"", "_bucket", "_sum", "_count", "_total", "_max"})
            if (name.endsWith(end) && types.containsKey(name.substring(0, name.length() - end.length())))
                return types.get(name.substring(0, name.length() - end.length()));
        return null;
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) throw new AssertionError("no name: " + text);
        return text;
    }
}
