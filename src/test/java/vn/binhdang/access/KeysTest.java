package vn.binhdang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final byte[] PLAIN = {1, 2, 3, 4, 5};

    @TempDir
    private Path folder;

    @Test
    void what_is_sealed_opens_after_a_restart_for_the_same_account_and_purpose_only() {
        byte[] sealed = new Keys(folder, "").seal("totp", "account 1", PLAIN);
        var restarted = new Keys(folder, "");
        assertThat(restarted.open("totp", "account 1", sealed)).isEqualTo(PLAIN);
        assertThatIllegalStateException().isThrownBy(() -> restarted.open("totp", "account 2", sealed));
        assertThatIllegalStateException().isThrownBy(() -> restarted.open("other", "account 1", sealed));
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> restarted.open("totp", "account 1", sealed));
    }

    @Test
    void another_installation_opens_nothing() {
        byte[] sealed = new Keys(folder.resolve("here"), "").seal("totp", "account 1", PLAIN);
        var elsewhere = new Keys(folder.resolve("there"), "");
        assertThatIllegalStateException().isThrownBy(() -> elsewhere.open("totp", "account 1", sealed));
    }

    @Test
    void only_the_owner_of_the_data_folder_reads_the_secret() throws IOException {
        new Keys(folder, "");
        var file = folder.resolve("keys/access");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void nodes_that_share_a_database_are_given_one_secret_and_a_short_one_is_refused() {
        String given = "0123456789 0123456789 0123456789";
        byte[] sealed = new Keys(folder.resolve("one"), given).seal("totp", "account 1", PLAIN);
        assertThat(new Keys(folder.resolve("two"), given).open("totp", "account 1", sealed))
                .isEqualTo(PLAIN);
        assertThatIllegalStateException().isThrownBy(() -> new Keys(folder, "short"));
    }
}
