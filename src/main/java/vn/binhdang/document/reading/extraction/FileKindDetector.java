package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells what a file is from its first bytes and, for containers, from what lies in them. Names are not looked at. */
final class FileKindDetector {
    private record Signature(FileKind kind, byte[] bytes) {
        static Signature of(FileKind kind, String latin1) {
            return new Signature(kind, latin1.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static final List<Signature> SIGNATURES = List.of(
            Signature.of(FileKind.RTF, "{\\rtf"),
            Signature.of(FileKind.JPEG, "\u00FF\u00D8\u00FF"),
            Signature.of(FileKind.PNG, "\u0089PNG"),
            Signature.of(FileKind.GIF, "GIF8"),
            Signature.of(FileKind.TIFF, "II*\0"),
            Signature.of(FileKind.TIFF, "MM\0*"),
            Signature.of(FileKind.RAR, "Rar!\u001A"),
            Signature.of(FileKind.SEVEN_ZIP, "7z\u00BC\u00AF"),
            Signature.of(FileKind.GZIP, "\u001F\u008B"),
            Signature.of(FileKind.PROGRAM, "\u007FELF"));

    private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
    private static final byte[] ZIP_WITHOUT_ENTRIES = {'P', 'K', 5, 6};
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] PDF_HEADER = {'%', 'P', 'D', 'F', '-'};

    /** The header of a PDF need not stand first; readers look for it in the first kilobyte. */
    private static final int PDF_HEADER_WITHIN = 1024;

    private static final int TEXT_SAMPLE = 8192;

    private FileKindDetector() {}

    static FileKind kindOf(byte[] content) {
        for (var signature : SIGNATURES) if (startsWith(content, signature.bytes())) return signature.kind();
        if (startsWith(content, ZIP_ENTRY) || startsWith(content, ZIP_WITHOUT_ENTRIES)) return packageKind(content);
        if (startsWith(content, OLE2)) return compoundFileKind(content);
        if (hasPdfHeader(content)) return FileKind.PDF;
        return textKind(content);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static boolean hasPdfHeader(byte[] content) {
        int last = Math.min(content.length, PDF_HEADER_WITHIN) - PDF_HEADER.length;
        for (int i = 0; i <= last; i++)
            if (Arrays.equals(content, i, i + PDF_HEADER.length, PDF_HEADER, 0, PDF_HEADER.length)) return true;
        return false;
    }

    private static FileKind packageKind(byte[] content) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.startsWith("word/")) return FileKind.DOCX;
                if (name.startsWith("xl/")) return FileKind.EXCEL;
                if (name.startsWith("ppt/")) return FileKind.POWERPOINT;
                if (name.equals("mimetype")) return FileKind.OPEN_DOCUMENT;
            }
            return FileKind.ZIP;
        } catch (IOException | RuntimeException damaged) {
            return FileKind.BROKEN_ZIP;
        }
    }

    private static FileKind compoundFileKind(byte[] content) {
        try (var files = new POIFSFileSystem(new java.io.ByteArrayInputStream(content))) {
            Set<String> entries = files.getRoot().getEntryNames();
            if (entries.contains("WordDocument")) return FileKind.DOC;
            if (entries.contains("EncryptedPackage")) return FileKind.ENCRYPTED_OFFICE;
            if (entries.contains("Workbook") || entries.contains("Book")) return FileKind.EXCEL;
            if (entries.contains("PowerPoint Document")) return FileKind.POWERPOINT;
            return FileKind.OUTLOOK_OR_OLD_OFFICE;
        } catch (IOException | RuntimeException damaged) {
            return FileKind.OUTLOOK_OR_OLD_OFFICE;
        }
    }

    private static FileKind textKind(byte[] content) {
        byte[] sample = Arrays.copyOf(content, Math.min(content.length, TEXT_SAMPLE));
        // NULs out: they are the other halves of UTF-16 letters, and what else they are is damage.
        String start = new String(sample, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        if (start.contains("<html") || start.contains("<!doctype html") || start.contains("<body"))
            return start.startsWith("mime-version") ? FileKind.MHTML : FileKind.HTML;
        if (start.startsWith("mime-version") || start.contains("\nmime-version: 1")) return FileKind.MHTML;
        if (start.contains("progid=\"word.document\"")
                || start.contains("schemas.microsoft.com/office/2006/xmlpackage")) return FileKind.WORD_XML;
        if (start.startsWith("mz") && !looksLikeText(sample)) return FileKind.PROGRAM;
        if (start.startsWith("bm") && !looksLikeText(sample)) return FileKind.BMP;
        return looksLikeText(sample) ? FileKind.TEXT : FileKind.UNKNOWN;
    }

    /** Text has hardly any control characters; in UTF-16 halves of letters look like them. */
    private static boolean looksLikeText(byte[] sample) {
        if (TextDecoding.isWide(sample)) return true;
        int controls = 0;
        int nuls = 0;
        for (byte b : sample) {
            if (b == 0) nuls++;
            else if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x0B) controls++;
        }
        return controls * 50 <= sample.length && nuls * 2 <= sample.length;
    }
}
