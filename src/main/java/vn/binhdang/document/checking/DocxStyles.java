package vn.binhdang.document.checking;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which font a DOCX sets text in where the text itself does not say: style, the styles it is based on, defaults. */
final class DocxStyles implements DocxParts.Visitor {
    /** Font family and size in points; null where it is left to what stands below. */
    record Face(@Nullable String family, @Nullable Double size) {
        static final Face UNSAID = new Face(null, null);

        /** The rest from below. */
        Face over(Face below) {
            return new Face(family != null ? family : below.family, size != null ? size : below.size);
        }
    }

    private record Style(@Nullable String basedOn, Face face) {}

    private static final int DEEPEST = 20;

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, String> themeFonts = new HashMap<>();
    private Face defaults = Face.UNSAID;
    private @Nullable String standard;

    private @Nullable String style;
    private @Nullable String basedOn;
    private Face face = Face.UNSAID;
    private @Nullable String themeFont;

    static DocxStyles of(DocxParts parts) throws IOException {
        var styles = new DocxStyles();
        parts.walk("word/theme/theme1.xml", styles);
        parts.walk("word/styles.xml", styles);
        return styles;
    }

    /** What text of a paragraph style is set in; an unknown or absent style is the standard one. */
    Face of(@Nullable String styleId) {
        Face found = Face.UNSAID;
        String id = styleId != null && styles.containsKey(styleId) ? styleId : standard;
        for (int depth = 0; id != null && depth < DEEPEST; depth++) {
            Style one = styles.get(id);
            if (one == null) break;
            found = found.over(one.face);
            id = one.basedOn;
        }
        return found.over(defaults);
    }

    /** The family an rFonts element names, itself or by the theme. */
    @Nullable
    String family(XMLStreamReader fonts) {
        String named = DocxParts.attribute(fonts, "ascii");
        String theme = DocxParts.attribute(fonts, "asciiTheme");
        if (theme != null) return themeFonts.getOrDefault(theme.startsWith("major") ? "majorFont" : "minorFont", named);
        return named;
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        switch (name) {
            case "majorFont", "minorFont" -> themeFont = name;
            case "latin" -> {
                String typeface = DocxParts.attribute(element, "typeface");
                if (themeFont != null && typeface != null) themeFonts.putIfAbsent(themeFont, typeface);
            }
            case "style" -> {
                style = DocxParts.attribute(element, "styleId");
                basedOn = null;
                face = Face.UNSAID;
                if ("paragraph".equals(DocxParts.attribute(element, "type"))
                        && isOn(DocxParts.attribute(element, "default"))) standard = style;
            }
            case "basedOn" -> basedOn = DocxParts.attribute(element, "val");
            case "rFonts" -> face = new Face(family(element), face.size).over(face);
            case "sz" -> face = new Face(face.family, halfPoints(element));
            default -> {
                // everything else of a style does not change the font
            }
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "majorFont", "minorFont" -> themeFont = null;
            case "rPrDefault" -> {
                defaults = face;
                face = Face.UNSAID;
            }
            case "style" -> {
                if (style != null) styles.put(style, new Style(basedOn, face));
                face = Face.UNSAID;
            }
            default -> {
                // the other elements hold nothing open
            }
        }
    }

    static @Nullable Double halfPoints(XMLStreamReader element) {
        Double half = DocxParts.number(element, "val");
        return half == null ? null : half / 2;
    }

    private static boolean isOn(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }
}
