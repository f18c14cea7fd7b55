package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.UnreadableDocument;

/** The styles of a DOCX, each with what it takes from the styles it is based on. */
final class DocxStyles {
    private static final String DEFAULTS = "";

    /**
     * @param numberingId list that paragraphs of this style belong to; null for none
     * @param level of the list, from 0
     */
    record Style(
            WordLook look,
            @Nullable Boolean centred,
            @Nullable String numberingId,
            @Nullable Integer level,
            @Nullable String basedOn) {
        static final Style PLAIN = new Style(WordLook.SILENT, null, null, null, null);

        Style over(Style below) {
            return new Style(
                    look.over(below.look),
                    centred == null ? below.centred : centred,
                    numberingId == null ? below.numberingId : numberingId,
                    level == null ? below.level : level,
                    below.basedOn);
        }
    }

    private final Map<String, Style> byId = new HashMap<>();
    private final Map<String, Style> resolved = new HashMap<>();
    private @Nullable String defaultParagraphStyle;

    static DocxStyles read(Optional<InputStream> part, Deadline deadline) throws IOException, UnreadableDocument {
        var styles = new DocxStyles();
        if (part.isEmpty()) return styles;
        try (var in = part.get();
                var xml = new WordXml(in, deadline)) {
            xml.walk(styles.new Reading());
        }
        return styles;
    }

    /** @param id null for a paragraph that names no style and so has the default one */
    Style ofParagraph(@Nullable String id) {
        return resolve(id == null ? defaultParagraphStyle : id);
    }

    WordLook ofCharacters(@Nullable String id) {
        if (id == null) return WordLook.SILENT;
        Style style = byId.get(id);
        return style == null ? WordLook.SILENT : style.look();
    }

    private Style resolve(@Nullable String id) {
        Style defaults = byId.getOrDefault(DEFAULTS, Style.PLAIN);
        if (id == null) return defaults;
        Style known = resolved.get(id);
        if (known == null) {
            known = chain(id).over(defaults);
            resolved.put(id, known);
        }
        return known;
    }

    /** A style based on itself, over whatever detour, ends where it closes the circle. */
    private Style chain(String id) {
        Style style = Style.PLAIN;
        var seen = new HashSet<String>();
        for (String next = id; next != null && seen.add(next); ) {
            Style below = byId.get(next);
            if (below == null) break;
            style = style.over(below);
            next = below.basedOn();
        }
        return style;
    }

    private final class Reading implements WordXml.Handler {
        private @Nullable String id;
        private WordLook look = WordLook.SILENT;
        private @Nullable Boolean centred;
        private @Nullable String numberingId;
        private @Nullable Integer level;
        private @Nullable String basedOn;
        private boolean inConditionalFormat;

        @Override
        public void start(String element, WordXml at) {
            if (inConditionalFormat) return;
            switch (element) {
                case "docDefaults" -> begin(DEFAULTS);
                case "style" -> {
                    String styleId = at.attribute("styleId");
                    begin(styleId == null ? DEFAULTS : styleId);
                    String isDefault = at.attribute("default");
                    if ("paragraph".equals(at.attribute("type")) && isDefault != null && !isDefault.equals("0"))
                        defaultParagraphStyle = styleId;
                }
                case "tblStylePr" -> inConditionalFormat = true;
                case "basedOn" -> basedOn = at.value();
                case "jc" -> centred = "center".equals(at.value());
                case "numId" -> numberingId = at.value();
                case "ilvl" -> level = at.number("val", 0);
                case "b", "i", "caps", "vanish" -> look = look.with(element, at.isOn());
                default -> {}
            }
        }

        private void begin(String styleId) {
            id = styleId;
            look = WordLook.SILENT;
            centred = null;
            numberingId = null;
            level = null;
            basedOn = null;
        }

        @Override
        public void end(String element) {
            if (element.equals("tblStylePr")) inConditionalFormat = false;
            if (id == null || !(element.equals("style") || element.equals("docDefaults"))) return;
            byId.put(id, new Style(look, centred, numberingId, level, basedOn));
            id = null;
        }
    }
}
