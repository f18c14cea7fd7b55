package vn.binhdang.document.reading.extraction;

import java.util.Set;

/**
 * What a file is by its content. The name is the one shown to people, in both languages the same; kinds without
 * extensions of their own are recognised only to be refused by name.
 */
enum FileKind {
    DOCX("Word (.docx)", Set.of("docx", "dotx")),
    DOC("Word 97-2003 (.doc)", Set.of("doc", "dot")),
    PDF("PDF", Set.of("pdf")),
    HTML("HTML", Set.of("htm", "html", "xhtml")),
    TEXT("TXT", Set.of("txt", "text", "md", "markdown")),

    RTF("RTF"),
    WORD_XML("Word XML"),
    MHTML("MHTML"),
    EXCEL("Excel"),
    POWERPOINT("PowerPoint"),
    OPEN_DOCUMENT("OpenDocument (.odt)"),
    OUTLOOK_OR_OLD_OFFICE("OLE2"),
    ENCRYPTED_OFFICE("Office"),
    ZIP("ZIP"),
    BROKEN_ZIP("ZIP"),
    RAR("RAR"),
    SEVEN_ZIP("7z"),
    GZIP("GZIP"),
    JPEG("JPEG"),
    PNG("PNG"),
    GIF("GIF"),
    BMP("BMP"),
    TIFF("TIFF"),
    PROGRAM("EXE"),
    UNKNOWN("?");

    private final String shownName;
    private final Set<String> extensions;

    FileKind(String shownName) {
        this(shownName, Set.of());
    }

    FileKind(String shownName, Set<String> extensions) {
        this.shownName = shownName;
        this.extensions = extensions;
    }

    String shownName() {
        return shownName;
    }

    /** Whether a file of this kind is usually named so; {@code extension} in lower case without the dot. */
    boolean isNamed(String extension) {
        return extensions.contains(extension);
    }

    boolean isReadable() {
        return !extensions.isEmpty();
    }
}
