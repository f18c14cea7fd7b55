package vn.binhdang.operations.backup;

import java.nio.file.Path;
import vn.binhdang.database.DataFolder;
import vn.binhdang.web.Text;

/** A key for the backups of a data folder, as {@code bin/backup --new-key} makes it. */
public final class TestKey {
    private TestKey() {}

    public static void make(Path data, Path privateFile) {
        BackupKeys.of(new DataFolder(data)).create(privateFile, Text.in(Text.VIETNAMESE));
    }
}
