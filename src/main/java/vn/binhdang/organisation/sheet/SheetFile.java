package vn.binhdang.organisation.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import vn.binhdang.organisation.sheet.UnreadableSheet.Reason;

/** A file that claims to be a table: admitted by its content, and only under a name that says the same. */
final class SheetFile {
    private static final int MOST_BYTES = SheetReader.MOST_BYTES;

    enum Kind {
        XLSX,
        CSV
    }

    private final Kind kind;
    private final byte[] content;

    private SheetFile(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    Kind kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }

    static SheetFile admit(String name, InputStream in) throws IOException, UnreadableSheet {
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) throw new UnreadableSheet(Reason.TOO_LARGE, "" + (MOST_BYTES >> 20));
        if (isBlank(content)) throw new UnreadableSheet(Reason.EMPTY);
        String extension = extensionOf(name);
        if (extension.equals("xlsm")
                || extension.equals("xltm")
                || extension.equals("xlam")
                || extension.equals("xlsb")) throw new UnreadableSheet(Reason.MACRO);
        if (isOle(content)) throw new UnreadableSheet(isEncrypted(content) ? Reason.ENCRYPTED : Reason.OLD_EXCEL);
        boolean zip = content.length > 4 && content[0] == 'P' && content[1] == 'K';
        return switch (extension) {
            case "xlsx" -> {
                if (!zip) throw new UnreadableSheet(Reason.WRONG_EXTENSION, ".xlsx");
                yield new SheetFile(Kind.XLSX, content);
            }
            case "csv", "txt" -> {
                if (zip || isBinary(content)) throw new UnreadableSheet(Reason.WRONG_EXTENSION, "." + extension);
                yield new SheetFile(Kind.CSV, content);
            }
            default -> throw new UnreadableSheet(Reason.UNKNOWN_FORMAT);
        };
    }

    private static boolean isOle(byte[] content) {
        return content.length > 8
                && (content[0] & 0xff) == 0xd0
                && (content[1] & 0xff) == 0xcf
                && (content[2] & 0xff) == 0x11
                && (content[3] & 0xff) == 0xe0;
    }

    /** A workbook with a password is an OLE2 file whose directory names the encrypted package, in UTF-16. */
    private static boolean isEncrypted(byte[] content) {
        byte[] name = "EncryptedPackage".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        outer:
        for (int i = 0; i + name.length < content.length; i++) {
            for (int k = 0; k < name.length; k++) if (content[i + k] != name[k]) continue outer;
            return true;
        }
        return false;
    }

    /** Zero bytes do not occur in UTF-8 text; UTF-16 is told apart by its mark and refused later in better words. */
    private static boolean isBinary(byte[] content) {
        if (CsvRows.isUtf16(content)) return false;
        for (int i = 0; i < Math.min(content.length, 4096); i++) if (content[i] == 0) return true;
        return false;
    }

    private static boolean isBlank(byte[] content) {
        for (byte b : content)
            if (b != 0
                    && b != ' '
                    && b != '\t'
                    && b != '\n'
                    && b != '\r'
                    && b != (byte) 0xef
                    && b != (byte) 0xbb
                    && b != (byte) 0xbf) return false;
        return true;
    }

    private static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
