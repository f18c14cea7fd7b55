package vn.binhdang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two classes on one cached context; in whichever order they run, neither sees what the other left. */
@PageTest
abstract class SharedContext {
    @Autowired
    JdbcClient jdbc;

    @Value("${binhdang.data}")
    Path folder;

    @Test
    void rows_of_an_earlier_class_are_gone_and_those_of_the_start_are_there() {
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = 'left behind'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from account").query(Long.class).single())
                .isPositive();
        jdbc.sql("insert into spring_session values ('p', 's', 0, 0, 0, 0, 'left behind')")
                .update();
    }

    @Test
    void files_of_an_earlier_class_are_gone_and_those_of_the_start_are_there() throws IOException {
        assertThat(folder.resolve("left behind")).doesNotExist();
        assertThat(folder.resolve("keys/access")).exists();
        Files.createFile(folder.resolve("left behind"));
    }
}
