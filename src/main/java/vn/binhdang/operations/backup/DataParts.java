package vn.binhdang.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.binhdang.database.DataFolder;

/** What of a data folder goes into a backup, and under which name. */
final class DataParts {
    static final String ROWS = "rows/";
    static final String KEPT = "kept/";

    /** The database goes as rows, the stored files one by one by their checksum. */
    private static final Set<String> OTHERWISE = Set.of("postgres", "files", "arriving");

    private DataParts() {}

    static Path storedFile(DataFolder data, String sha256) {
        return data.path().resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Everything else, whichever module put it there: keys, salts, the public half of the backup key. */
    static List<Path> kept(DataFolder data) throws IOException {
        try (Stream<Path> all = Files.walk(data.path())) {
            return all.filter(file -> !file.equals(data.path()))
                    .filter(file -> !OTHERWISE.contains(
                            data.path().relativize(file).getName(0).toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
