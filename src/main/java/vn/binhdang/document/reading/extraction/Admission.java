package vn.binhdang.document.reading.extraction;

import java.util.Locale;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/**
 * Who may come in: a file whose content is of a readable kind and whose name does not claim to be another. A wrong name
 * is refused rather than looked past, because it says that something happened to the file which its owner should know
 * (a broken download, a virus, a save under the wrong name).
 */
final class Admission {
    private Admission() {}

    /** @return one of the readable kinds */
    static FileKind admit(String fileName, byte[] content) throws UnreadableDocument {
        if (isBlank(content)) throw new UnreadableDocument(Reason.EMPTY);
        String extension = extensionOf(fileName);
        if (extension.equals("docm") || extension.equals("dotm")) throw new UnreadableDocument(Reason.MACRO);
        FileKind kind = FileKindDetector.kindOf(content);
        if (kind == FileKind.ENCRYPTED_OFFICE) throw new UnreadableDocument(Reason.ENCRYPTED);
        if (extension.isEmpty()) return readable(kind, extension);
        if (kind.isReadable() && (kind.isNamed(extension) || isHarmlessMisnomer(extension, kind))) return kind;
        if (isDamaged(extension, kind)) throw new UnreadableDocument(Reason.CORRUPT);
        if (kind.isReadable() || claimsToBeReadable(extension))
            throw new UnreadableDocument(Reason.WRONG_EXTENSION, "." + extension, kind.shownName());
        return readable(kind, extension);
    }

    private static FileKind readable(FileKind kind, String extension) throws UnreadableDocument {
        if (kind.isReadable()) return kind;
        String shown = kind == FileKind.UNKNOWN && !extension.isEmpty() ? "." + extension : kind.shownName();
        throw new UnreadableDocument(Reason.UNKNOWN_FORMAT, shown);
    }

    /**
     * Names that are wrong but common and safe: portals send HTML and DOCX as ".doc", and people save web pages or plain
     * text under each other's names.
     */
    private static boolean isHarmlessMisnomer(String extension, FileKind kind) {
        return switch (kind) {
            case DOCX, HTML -> FileKind.DOC.isNamed(extension) || kind == FileKind.HTML && isText(extension);
            case TEXT -> FileKind.HTML.isNamed(extension);
            default -> false;
        };
    }

    private static boolean isText(String extension) {
        return FileKind.TEXT.isNamed(extension);
    }

    /** Bytes without any known beginning under the name of a format that always has one. */
    private static boolean isDamaged(String extension, FileKind kind) {
        return switch (kind) {
            case UNKNOWN -> claimsToBeReadable(extension) && !isText(extension);
            case BROKEN_ZIP -> FileKind.DOCX.isNamed(extension);
            case OUTLOOK_OR_OLD_OFFICE -> FileKind.DOC.isNamed(extension);
            default -> false;
        };
    }

    private static boolean claimsToBeReadable(String extension) {
        for (var kind : FileKind.values()) if (kind.isNamed(extension)) return true;
        return false;
    }

    private static boolean isBlank(byte[] content) {
        for (byte b : content) if (b != 0 && b != ' ' && b != '\t' && b != '\n' && b != '\r') return false;
        return true;
    }

    /** Markdown is plain text by its content; only its name tells. */
    static boolean isMarkdown(String fileName) {
        String extension = extensionOf(fileName);
        return extension.equals("md") || extension.equals("markdown");
    }

    /** In lower case without the dot; empty when the name has none. */
    static String extensionOf(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
