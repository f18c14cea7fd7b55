package vn.binhdang.document.writing;

/** {@link PartStyle} said in Word's styles, so that a clerk who edits the file changes a part in one place. */
final class DocxStyles {
    private DocxStyles() {}

    static final String LANGUAGE = "vi-VN";
    static final String TEXT = styles();

    /** Word counts in twentieths of a point. */
    static long twips(double points) {
        return Math.round(points * 20);
    }

    static long twipsOfMm(double mm) {
        return twips(DecreeLayout.points(mm));
    }

    private static String styles() {
        var xml = new Xml().open("w:styles", "xmlns:w", DocxParts.WORD);
        xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
        xml.empty(
                "w:rFonts",
                "w:ascii",
                DecreeLayout.FONT,
                "w:hAnsi",
                DecreeLayout.FONT,
                "w:eastAsia",
                DecreeLayout.FONT,
                "w:cs",
                DecreeLayout.FONT);
        size(xml, PartStyle.BODY.sizePt());
        xml.empty("w:lang", "w:val", LANGUAGE, "w:eastAsia", LANGUAGE, "w:bidi", "ar-SA");
        xml.close().close().empty("w:pPrDefault").close();
        xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal");
        xml.empty("w:name", "w:val", "Normal").empty("w:qFormat").close();
        for (var style : PartStyle.values()) style(xml, style);
        return xml.close().toString();
    }

    private static void style(Xml xml, PartStyle style) {
        xml.open("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", style.id());
        xml.empty("w:name", "w:val", style.id())
                .empty("w:basedOn", "w:val", "Normal")
                .empty("w:qFormat");
        xml.open("w:pPr");
        if (style.keptWithNext()) xml.empty("w:keepNext");
        xml.empty("w:widowControl");
        xml.empty(
                "w:spacing",
                "w:before",
                twips(style.abovePt()),
                "w:after",
                0,
                "w:line",
                Math.round(240 * style.lineSpacing()),
                "w:lineRule",
                "auto");
        xml.empty("w:ind", "w:firstLine", twipsOfMm(style.firstLineMm()));
        xml.empty(
                "w:jc",
                "w:val",
                switch (style.alignment()) {
                    case LEFT -> "left";
                    case CENTRE -> "center";
                    case JUSTIFIED -> "both";
                });
        xml.close().open("w:rPr");
        if (style.bold()) xml.empty("w:b").empty("w:bCs");
        if (style.italic()) xml.empty("w:i").empty("w:iCs");
        size(xml, style.sizePt());
        xml.close().close();
    }

    /** Word counts font sizes in half points. */
    static void size(Xml xml, double points) {
        xml.empty("w:sz", "w:val", Math.round(points * 2)).empty("w:szCs", "w:val", Math.round(points * 2));
    }
}
