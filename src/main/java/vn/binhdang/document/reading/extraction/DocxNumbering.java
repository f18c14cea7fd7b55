package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.UnreadableDocument;

/**
 * The numbers that Word draws before paragraphs and does not store in them: "II.", "1.", "a)", "-". Counted here as Word
 * counts, in the order of the paragraphs: lists that share a definition go on counting together, a level starts again
 * below each new item above it, and an override starts a list anew at its first use.
 */
final class DocxNumbering {
    private static final int LEVELS = 9;

    /**
     * @param text pattern, "%1.%2." with the level's number after the percent sign
     * @param restartAfter level (from 1) whose items restart this one; 0 for never; null for any level above
     * @param arabic levels above are printed in digits whatever their own format ("1.1" below "I")
     */
    private record Level(
            String format, String text, int start, @Nullable Integer restartAfter, boolean arabic) {
        static final Level FIRST = new Level("decimal", "", 1, null, false);
    }

    private static final class Definition {
        final Map<Integer, Level> levels = new HashMap<>();
        final Map<String, Integer> levelOfStyle = new HashMap<>();
        final @Nullable Integer[] counters = new Integer[LEVELS];

        Level level(int at) {
            return levels.getOrDefault(at, Level.FIRST);
        }
    }

    /** One list: a definition, and what it changes in it. */
    private static final class Numbering {
        String definition = "";
        final Map<Integer, Integer> startOverrides = new HashMap<>();
        final Map<Integer, Level> levelOverrides = new HashMap<>();
    }

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Numbering> numberings = new HashMap<>();
    private final Set<String> startedOverrides = new HashSet<>();

    static DocxNumbering read(Optional<InputStream> part, Deadline deadline) throws IOException, UnreadableDocument {
        var numbering = new DocxNumbering();
        if (part.isEmpty()) return numbering;
        try (var in = part.get();
                var xml = new WordXml(in, deadline)) {
            xml.walk(numbering.new Reading());
        }
        return numbering;
    }

    /**
     * Counts one paragraph.
     *
     * @param level from 0; null where only the style says which
     * @return its number as printed; empty for a list without one, or one that is not defined
     */
    String next(String numberingId, @Nullable Integer level, @Nullable String styleId) {
        Numbering numbering = numberings.get(numberingId);
        if (numbering == null) return "";
        Definition definition = definitions.get(numbering.definition);
        if (definition == null) return "";
        int at = level != null ? level : definition.levelOfStyle.getOrDefault(styleId == null ? "" : styleId, 0);
        if (at < 0 || at >= LEVELS) return "";
        count(numberingId, numbering, definition, at);
        return print(numbering, definition, at);
    }

    private void count(String numberingId, Numbering numbering, Definition definition, int at) {
        Integer override = numbering.startOverrides.get(at);
        Integer current = definition.counters[at];
        if (override != null && startedOverrides.add(numberingId + '/' + at)) definition.counters[at] = override;
        else
            definition.counters[at] =
                    current == null ? level(numbering, definition, at).start() : current + 1;
        for (int below = at + 1; below < LEVELS; below++) {
            Integer restartAfter = level(numbering, definition, below).restartAfter();
            if (restartAfter == null || restartAfter > at) definition.counters[below] = null;
        }
    }

    private static Level level(Numbering numbering, Definition definition, int at) {
        Level override = numbering.levelOverrides.get(at);
        return override == null ? definition.level(at) : override;
    }

    private static String print(Numbering numbering, Definition definition, int at) {
        Level level = level(numbering, definition, at);
        if (level.format().equals("bullet")) return NumberFormat.bullet(level.text());
        var printed = new StringBuilder();
        String pattern = level.text();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean placeholder = c == '%'
                    && i + 1 < pattern.length()
                    && pattern.charAt(i + 1) >= '1'
                    && pattern.charAt(i + 1) <= '9';
            if (!placeholder) {
                printed.append(c);
                continue;
            }
            int named = pattern.charAt(++i) - '1';
            Level of = level(numbering, definition, named);
            Integer counted = definition.counters[named];
            String format = level.arabic() && named != at ? "decimal" : of.format();
            printed.append(NumberFormat.print(format, counted == null ? of.start() : counted));
        }
        return printed.toString().strip();
    }

    private final class Reading implements WordXml.Handler {
        private @Nullable Definition definition;
        private @Nullable Numbering numbering;
        private int at;
        private Level level = Level.FIRST;
        private boolean inLevel;

        @Override
        public void start(String element, WordXml xml) {
            String value = xml.value();
            switch (element) {
                case "abstractNum" -> definition = define(xml.attribute("abstractNumId"));
                case "num" -> {
                    numbering = new Numbering();
                    String id = xml.attribute("numId");
                    if (id != null) numberings.put(id, numbering);
                }
                case "abstractNumId" -> {
                    if (numbering != null && value != null) numbering.definition = value;
                }
                case "lvlOverride" -> at = xml.number("ilvl", 0);
                case "startOverride" -> {
                    if (numbering != null) numbering.startOverrides.put(at, xml.number("val", 1));
                }
                case "lvl" -> {
                    at = xml.number("ilvl", at);
                    level = Level.FIRST;
                    inLevel = true;
                }
                default -> {
                    if (inLevel) property(element, xml, value == null ? "" : value);
                }
            }
        }

        private Definition define(@Nullable String id) {
            var made = new Definition();
            if (id != null) definitions.put(id, made);
            return made;
        }

        private void property(String element, WordXml xml, String value) {
            Level l = level;
            switch (element) {
                case "start" ->
                    level = new Level(l.format, l.text, Math.max(0, xml.number("val", 1)), l.restartAfter, l.arabic);
                case "numFmt" -> level = new Level(value, l.text, l.start, l.restartAfter, l.arabic);
                case "lvlText" -> level = new Level(l.format, value, l.start, l.restartAfter, l.arabic);
                case "lvlRestart" -> level = new Level(l.format, l.text, l.start, xml.number("val", 0), l.arabic);
                case "isLgl" -> level = new Level(l.format, l.text, l.start, l.restartAfter, xml.isOn());
                case "pStyle" -> {
                    if (definition != null) definition.levelOfStyle.put(value, at);
                }
                default -> {}
            }
        }

        @Override
        public void end(String element) {
            switch (element) {
                case "lvl" -> {
                    inLevel = false;
                    if (numbering != null) numbering.levelOverrides.put(at, level);
                    else if (definition != null) definition.levels.put(at, level);
                }
                case "abstractNum" -> definition = null;
                case "num" -> numbering = null;
                default -> {}
            }
        }
    }
}
