package vn.binhdang.document.reading.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A DOCX written part by part, so that a test shows the very XML it is about. */
final class DocxFile {
    static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    DocxFile() {
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
    }

    DocxFile part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    DocxFile part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    DocxFile body(String xml) {
        return part("word/document.xml", wrap("document", "<w:body>" + xml + "</w:body>"));
    }

    DocxFile numbering(String xml) {
        return part("word/numbering.xml", wrap("numbering", xml));
    }

    DocxFile styles(String xml) {
        return part("word/styles.xml", wrap("styles", xml));
    }

    private static String wrap(String root, String xml) {
        return "<w:" + root + " " + NAMESPACES + ">" + xml + "</w:" + root + ">";
    }

    /** A paragraph of plain text. */
    static String p(String text) {
        return p("", text);
    }

    /** @param properties inside of w:pPr */
    static String p(String properties, String text) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + r(text) + "</w:p>";
    }

    static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /** The properties of a paragraph in a list. */
    static String list(int numbering, int level) {
        return "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + numbering + "\"/></w:numPr>";
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
