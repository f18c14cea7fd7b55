package vn.binhdang.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import vn.binhdang.database.DataFolder;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.testing.TestDatabase;
import vn.binhdang.web.Text;

/** A backup is refused in one sentence as soon as one byte is another, and nothing is begun. */
class TamperedBackupTest {
    /** Every byte of the small parts would take long; these many random ones and all of the edges are enough to find a gap. */
    private static final int RANDOM_PLACES = 300;

    static final TestDatabase database = TestDatabase.create();

    @TempDir
    static Path folder;

    static BackupKey.PrivateHalf key;
    static Path backup;
    static Path sealed;

    @BeforeAll
    static void a_backup() throws IOException {
        var data = DataFolder.at(folder.resolve("data"));
        byte[] document = "Kế hoạch vì bình đẳng giới".getBytes(StandardCharsets.UTF_8);
        var sum = java.util.HexFormat.of().formatHex(Sha256.of(document));
        Files.createDirectories(DataParts.storedFile(data, sum).getParent());
        Files.write(DataParts.storedFile(data, sum), document);
        database.jdbc()
                .sql("insert into stored_file values (?, ?, ?, ?, 'text/plain', 'kế hoạch.txt', ?, now())")
                .params(UUID.randomUUID(), UUID.randomUUID(), sum, document.length, UUID.randomUUID())
                .update();
        BackupKeys.of(data).create(folder.resolve("key"), Text.in(Text.VIETNAMESE));
        key = BackupKey.readPrivate(folder.resolve("key"));
        var made = new Backup(database.address(), data, "1.0")
                .make(folder.resolve("backups"), 9, Instant.parse("2026-11-25T02:00:00Z"), Progress.SILENT);
        backup = made.file();
        var name = SealedFile.open(backup).header().objects().getFirst();
        sealed = new SealedFiles(folder.resolve("backups")).path(name);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void untouched_it_is_whole() {
        assertThat(BackupContent.checked(backup, key, Progress.SILENT)
                        .manifest()
                        .files())
                .hasSize(1)
                .noneMatch(Manifest.Stored::missing);
    }

    @Test
    void a_flipped_bit_anywhere_in_the_backup_is_found() throws IOException {
        everyFlipIsFound(backup);
    }

    @Test
    void a_flipped_bit_anywhere_in_a_stored_file_beside_it_is_found() throws IOException {
        everyFlipIsFound(sealed);
    }

    @Test
    void who_mends_the_checksums_after_a_change_is_found_by_the_encryption() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        try {
            byte[] changed = whole.clone();
            changed[changed.length / 2] ^= 1;
            byte[] sum = Sha256.of(Arrays.copyOf(changed, changed.length - Sha256.LENGTH));
            System.arraycopy(sum, 0, changed, changed.length - Sha256.LENGTH, Sha256.LENGTH);
            Files.write(backup, changed);
            SealedFile.open(backup).check();
            assertThatThrownBy(() -> BackupContent.checked(backup, key, Progress.SILENT))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("is damaged");
        } finally {
            Files.write(backup, whole);
        }
    }

    @Test
    void a_backup_cut_short_at_any_length_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        try {
            for (int length :
                    List.of(0, 1, 15, 16, 20, 24, 100, 500, whole.length / 2, whole.length - 33, whole.length - 1)) {
                Files.write(backup, Arrays.copyOf(whole, length));
                assertRefused("cut to " + length);
            }
            byte[] longer = Arrays.copyOf(whole, whole.length + 1);
            Files.write(backup, longer);
            assertRefused("a byte more");
        } finally {
            Files.write(backup, whole);
        }
    }

    @Test
    void another_key_is_named_as_such() {
        BackupKeys.of(DataFolder.at(folder.resolve("other")))
                .create(folder.resolve("other-key"), Text.in(Text.ENGLISH));
        var output = new ByteArrayOutputStream();
        int status = restore(output, backup, folder.resolve("other-key"), folder.resolve("into"));

        assertThat(status).isEqualTo(1);
        assertThat(output.toString(StandardCharsets.UTF_8).lines().toList())
                .last()
                .asString()
                .contains("is encrypted for the key " + key.publicHalf().fingerprint());
        assertThat(folder.resolve("into")).doesNotExist();
    }

    @Test
    void a_newer_format_is_refused_with_what_to_do() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        try {
            byte[] newer = whole.clone();
            newer[19] = 2;
            Files.write(backup, newer);
            assertThatThrownBy(() -> SealedFile.open(backup)).hasMessageContaining("has the backup format 2");
        } finally {
            Files.write(backup, whole);
        }
    }

    @Test
    void other_files_are_not_taken_for_backups_nor_for_keys() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "không phải bản sao lưu, chỉ là một tệp chữ");
        assertThatThrownBy(() -> SealedFile.open(other)).hasMessageContaining("is not a backup");
        assertThatThrownBy(() -> SealedFile.open(folder.resolve("none"))).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> BackupKey.readPrivate(other)).hasMessageContaining("is not a backup key");
    }

    @Test
    void a_folder_with_something_in_it_is_never_written_into() throws IOException {
        Path into = Files.createDirectory(folder.resolve("in-use"));
        Files.writeString(into.resolve("ghi chú"), "của tôi");
        var output = new ByteArrayOutputStream();

        assertThat(restore(output, backup, folder.resolve("key"), into)).isEqualTo(1);
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("is not empty");
        try (var there = Files.list(into)) {
            assertThat(there).hasSize(1);
        }
    }

    private static void everyFlipIsFound(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        try {
            for (int place : places(whole.length)) {
                byte[] changed = whole.clone();
                changed[place] ^= 1;
                Files.write(file, changed);
                assertRefused("byte " + place);
            }
        } finally {
            Files.write(file, whole);
        }
    }

    private static void assertRefused(String what) {
        assertThatThrownBy(() -> BackupContent.checked(backup, key, Progress.SILENT))
                .as(what)
                .isInstanceOf(BackupRefused.class);
    }

    /** The first and last bytes one by one, the rest at random. */
    private static int[] places(int length) {
        var random = new Random(20261125);
        int edge = Math.min(64, length);
        return java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.concat(
                                java.util.stream.IntStream.range(0, edge),
                                java.util.stream.IntStream.range(length - edge, length)),
                        random.ints(RANDOM_PLACES, 0, length))
                .distinct()
                .toArray();
    }

    private static int restore(ByteArrayOutputStream output, Path file, Path keyFile, Path into) {
        var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        return new RestoreCommand(new StandardEnvironment(), stream, stream)
                .run(List.of(file.toString(), "--key", keyFile.toString(), "--into", into.toString(), "--lang", "en"));
    }
}
