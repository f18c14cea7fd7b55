package vn.binhdang.document.writing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A Word file taken apart: its XML, read without the code that wrote it. Lengths in mm, sizes in points. */
record MeasuredDocx(Map<String, byte[]> parts, List<Paragraph> paragraphs) {

    /** What a paragraph looks like once its style is taken into account. */
    record Paragraph(Element xml, Element style) {
        String text() {
            return String.join("", xml.select("w|t").eachText());
        }

        double sizePt() {
            var own = xml.selectFirst("w|r w|sz");
            return number(own != null ? own : style.selectFirst("w|rPr w|sz"), "w:val") / 2;
        }

        boolean bold() {
            return style.selectFirst("w|rPr w|b") != null
                    || xml.select("w|r").stream().allMatch(run -> run.selectFirst("w|b") != null);
        }

        boolean italic() {
            return style.selectFirst("w|rPr w|i") != null;
        }

        String alignment() {
            return style.selectFirst("w|jc").attr("w:val");
        }

        double firstLineMm() {
            return mm(number(style.selectFirst("w|ind"), "w:firstLine"));
        }

        double abovePt() {
            return number(style.selectFirst("w|spacing"), "w:before") / 20;
        }

        /** In lines of the font. */
        double lineSpacing() {
            return number(style.selectFirst("w|spacing"), "w:line") / 240;
        }

        boolean keptWithNext() {
            return xml.selectFirst("w|keepNext") != null || style.selectFirst("w|keepNext") != null;
        }

        /** Room between the indents of a rule, from the edges of its column. */
        double ruleMm(double columnMm) {
            var indent = xml.selectFirst("w|ind");
            return columnMm - mm(number(indent, "w:left")) - mm(number(indent, "w:right"));
        }
    }

    static MeasuredDocx of(byte[] file) {
        var parts = parts(file);
        var styles = xml(parts.get("word/styles.xml"));
        var paragraphs = new ArrayList<Paragraph>();
        for (var paragraph : xml(parts.get("word/document.xml")).select("w|p")) {
            var style = paragraph.selectFirst("w|pStyle");
            if (style != null)
                paragraphs.add(
                        new Paragraph(paragraph, styles.selectFirst("w|style[w:styleId=" + style.attr("w:val") + "]")));
        }
        return new MeasuredDocx(parts, paragraphs);
    }

    Document part(String name) {
        return xml(parts.get(name));
    }

    Document document() {
        return part("word/document.xml");
    }

    Paragraph paragraph(String beginning) {
        return paragraphs.stream()
                .filter(paragraph -> paragraph.text().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no paragraph begins with: " + beginning));
    }

    /** The rule that follows a paragraph: an empty paragraph with an upper border. */
    Paragraph ruleBelow(String beginning) {
        var next = paragraph(beginning).xml().nextElementSibling();
        if (next == null || next.selectFirst("w|pBdr w|top[w:val=single]") == null)
            throw new AssertionError("no rule below: " + beginning);
        return new Paragraph(next, next);
    }

    static double mm(double twips) {
        return twips / 20 * 25.4 / 72;
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }

    private static Document xml(byte[] part) {
        return Jsoup.parse(new String(part, java.nio.charset.StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private static Map<String, byte[]> parts(byte[] file) {
        var parts = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                parts.put(entry.getName(), zip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
