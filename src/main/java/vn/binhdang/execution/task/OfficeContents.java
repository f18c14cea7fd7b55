package vn.binhdang.execution.task;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Looks into office files: for macros, by the names of their parts, and for what they say they are. Nothing else is
 * unpacked.
 */
final class OfficeContents {
    private static final String MACROS = "execution.evidence.refused.macros";
    private static final String KIND = "execution.evidence.refused.kind";
    private static final String DAMAGED = "execution.evidence.refused.damaged";

    /** Longer is no table of contents that an office program wrote. */
    private static final int LONGEST_CONTENTS = 1_000_000;

    private static final Map<String, String> CONTENTS = Map.of(
            "docx", "wordprocessingml.document.main+xml",
            "xlsx", "spreadsheetml.sheet.main+xml",
            "pptx", "presentationml.presentation.main+xml");
    private static final Map<String, String> MIME_TYPE = Map.of(
            "odt", "application/vnd.oasis.opendocument.text",
            "ods", "application/vnd.oasis.opendocument.spreadsheet",
            "odp", "application/vnd.oasis.opendocument.presentation");

    private OfficeContents() {}

    /** @param extension what it is said to be; any other ZIP could carry anything */
    static Optional<String> refusalOfZip(Path file, String extension) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
                String name = entries.next().getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.startsWith("basic/"))
                    return Optional.of(MACROS);
            }
            String contents = text(zip, "[Content_Types].xml");
            if (contents.contains(".macroEnabled.")) return Optional.of(MACROS);
            boolean is = MIME_TYPE.containsKey(extension)
                    ? text(zip, "mimetype").strip().equals(MIME_TYPE.get(extension))
                    : CONTENTS.containsKey(extension) && contents.contains(CONTENTS.get(extension));
            return is ? Optional.empty() : Optional.of(KIND);
        } catch (ZipException | EOFException e) {
            return Optional.of(DAMAGED);
        }
    }

    /** Empty when there is no such part. */
    private static String text(ZipFile zip, String part) throws IOException {
        var entry = zip.getEntry(part);
        if (entry == null) return "";
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LONGEST_CONTENTS), StandardCharsets.UTF_8);
        }
    }

    static Optional<String> refusalOfOle(Path file) {
        try (var storage = new POIFSFileSystem(file.toFile(), true)) {
            return hasMacros(storage.getRoot(), 0) ? Optional.of(MACROS) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // POI says "damaged" in many ways, some of them unchecked
            return Optional.of(DAMAGED);
        }
    }

    private static boolean hasMacros(DirectoryEntry folder, int depth) {
        if (depth > 8) return true;
        for (Entry entry : folder) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.equals("macros") || name.equals("_vba_project_cur") || name.equals("vba")) return true;
            if (entry instanceof DirectoryEntry inner && hasMacros(inner, depth + 1)) return true;
        }
        return false;
    }
}
