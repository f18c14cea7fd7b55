package vn.binhdang.execution.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Looks into office files for macros, by the names of their parts alone: nothing is unpacked. */
final class OfficeContents {
    private static final String MACROS = "execution.evidence.refused.macros";
    private static final String KIND = "execution.evidence.refused.kind";
    private static final String DAMAGED = "execution.evidence.refused.damaged";

    private OfficeContents() {}

    static Optional<String> refusalOfZip(Path file) throws IOException {
        boolean office = false;
        try (var zip = new ZipFile(file.toFile())) {
            for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
                String name = entries.next().getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.startsWith("basic/"))
                    return Optional.of(MACROS);
                office |= name.equals("[content_types].xml") || name.equals("mimetype");
            }
        } catch (ZipException e) {
            return Optional.of(DAMAGED);
        }
        // any other ZIP could carry anything
        return office ? Optional.empty() : Optional.of(KIND);
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
