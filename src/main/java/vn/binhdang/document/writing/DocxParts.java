package vn.binhdang.document.writing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts around the text that make a Word file (ECMA-376 part 2). Written here and not by a library: the order, the
 * times and the program named in the file are then the same for equal documents, on every machine.
 */
final class DocxParts {
    private DocxParts() {}

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Relation of the document to its page-number header. */
    static final String HEADER = "rId3";

    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /** The oldest time a zip file can hold. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    static byte[] file(String document, DocumentFacts facts) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", contentTypes());
        parts.put("_rels/.rels", packageRelations());
        parts.put("docProps/core.xml", core(facts));
        parts.put("docProps/app.xml", application());
        parts.put("word/document.xml", document);
        parts.put("word/_rels/document.xml.rels", documentRelations());
        parts.put("word/styles.xml", DocxStyles.TEXT);
        parts.put("word/settings.xml", settings());
        parts.put("word/header1.xml", header());
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String contentTypes() {
        var xml = new Xml().open("Types", "xmlns", PACKAGE + "content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
        override(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        override(xml, "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        override(xml, "/word/document.xml", WORD_TYPE + "document.main+xml");
        override(xml, "/word/styles.xml", WORD_TYPE + "styles+xml");
        override(xml, "/word/settings.xml", WORD_TYPE + "settings+xml");
        override(xml, "/word/header1.xml", WORD_TYPE + "header+xml");
        return xml.close().toString();
    }

    private static void override(Xml xml, String part, String type) {
        xml.empty("Override", "PartName", part, "ContentType", type);
    }

    private static String packageRelations() {
        var xml = new Xml().open("Relationships", "xmlns", PACKAGE + "relationships");
        relation(xml, "rId1", RELATIONS + "/officeDocument", "word/document.xml");
        relation(xml, "rId2", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml");
        relation(xml, "rId3", RELATIONS + "/extended-properties", "docProps/app.xml");
        return xml.close().toString();
    }

    private static String documentRelations() {
        var xml = new Xml().open("Relationships", "xmlns", PACKAGE + "relationships");
        relation(xml, "rId1", RELATIONS + "/styles", "styles.xml");
        relation(xml, "rId2", RELATIONS + "/settings", "settings.xml");
        relation(xml, HEADER, RELATIONS + "/header", "header1.xml");
        return xml.close().toString();
    }

    private static void relation(Xml xml, String id, String type, String target) {
        xml.empty("Relationship", "Id", id, "Type", type, "Target", target);
    }

    private static String core(DocumentFacts facts) {
        var xml = new Xml()
                .open(
                        "cp:coreProperties",
                        "xmlns:cp",
                        PACKAGE + "metadata/core-properties",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:dcterms",
                        "http://purl.org/dc/terms/",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance");
        xml.open("dc:title").words(facts.title()).close();
        xml.open("dc:subject").words(facts.description()).close();
        if (facts.author() != null) xml.open("dc:creator").words(facts.author()).close();
        xml.open("dc:language").words(DocxStyles.LANGUAGE).close();
        if (facts.issued() != null) {
            var time = DateTimeFormatter.ISO_INSTANT.format(facts.issued().withZoneSameInstant(ZoneOffset.UTC));
            for (var property : new String[] {"dcterms:created", "dcterms:modified"})
                xml.open(property, "xsi:type", "dcterms:W3CDTF").words(time).close();
        }
        return xml.close().toString();
    }

    private static String application() {
        return new Xml()
                .open("Properties", "xmlns", RELATIONS.replace("/relationships", "/extended-properties"))
                .open("Application")
                .words(DocumentFacts.PRODUCER)
                .close()
                .close()
                .toString();
    }

    private static String settings() {
        return new Xml()
                .open("w:settings", "xmlns:w", WORD)
                .open("w:compat")
                // without it Word opens the file in the compatibility mode of 2007 and breaks lines differently
                .empty(
                        "w:compatSetting",
                        "w:name",
                        "compatibilityMode",
                        "w:uri",
                        "http://schemas.microsoft.com/office/word",
                        "w:val",
                        "15")
                .close()
                .empty("w:themeFontLang", "w:val", DocxStyles.LANGUAGE)
                .close()
                .toString();
    }

    private static String header() {
        var xml = new Xml().open("w:hdr", "xmlns:w", WORD).open("w:p").open("w:pPr");
        xml.empty("w:pStyle", "w:val", PartStyle.PAGE_NUMBER.id()).close();
        xml.open("w:fldSimple", "w:instr", "PAGE")
                .open("w:r")
                .open("w:t")
                .words("2")
                .close()
                .close()
                .close();
        return xml.close().close().toString();
    }
}
