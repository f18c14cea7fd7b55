package vn.binhdang.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class FileSweepTest {
    @Autowired
    private Pages pages;

    @Autowired
    private vn.binhdang.files.Files files;

    @Autowired
    private FileSweep sweep;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Value("${binhdang.data:data}")
    private Path data;

    @Test
    void bytes_of_an_act_that_was_rolled_back_go_after_a_day_and_what_a_row_names_stays() throws IOException {
        var kept = store("giữ lại");
        var lost = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return store("không lưu");
        });
        sweep.sweep();
        assertThat(home(lost)).as("an act may still run").exists();

        for (var file : new StoredFile[] {kept, lost})
            Files.setLastModifiedTime(home(file), FileTime.from(clock.instant().minus(Duration.ofDays(2))));
        assertThat(sweep.sweep()).isPositive();
        assertThat(home(lost)).doesNotExist();
        assertThat(home(kept)).exists();
    }

    private StoredFile store(String content) {
        return files.store(
                pages.actor("vanphong"),
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                "text/plain",
                "a.txt");
    }

    private Path home(StoredFile file) {
        return data.resolve("files").resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
    }
}
