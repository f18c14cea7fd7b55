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
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private ArrivingFiles arriving;

    @Autowired
    private JdbcClient jdbc;

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

    @Test
    void what_nobody_went_on_with_goes_after_three_days_with_its_row_and_strays_after_six() throws IOException {
        var actor = pages.actor("vanphong");
        var fresh = arriving.begin(actor, "mới.pdf", 3).id();
        var old = arriving.begin(actor, "cũ.pdf", 3).id();
        for (var id : new ArrivingFileId[] {fresh, old}) arriving.add(actor, id, 0, new byte[] {1, 2});
        jdbc.sql("update arriving_file set changed_at = changed_at - interval '4 days' where id = :id")
                .param("id", old.value())
                .update();
        Path stray = Files.write(arriving.content(ArrivingFileId.create()), new byte[] {1});
        Files.setLastModifiedTime(stray, FileTime.from(clock.instant().minus(Duration.ofDays(7))));

        assertThat(arriving.sweep()).isEqualTo(2);

        assertThat(arriving.content(old)).doesNotExist();
        assertThat(stray).doesNotExist();
        assertThat(arriving.content(fresh)).exists();
        assertThat(arriving.find(actor, fresh).arrived()).isEqualTo(2);
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
