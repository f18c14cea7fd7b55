package vn.binhdang.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Put into the sources of a release by make.sh: fills a database by walking that release's own journey, tells where it
 * is, and keeps it open until the file that tells it is deleted.
 */
class FillTest extends SeedTextToIssuedReportTest {
    private static final int PATIENCE_SECONDS = 900;

    @AfterAll
    static void keepOpen(@Autowired Environment environment) throws IOException, InterruptedException {
        var place = new Properties();
        for (String part : new String[] {"url", "username", "password"}) {
            var asOwner = environment.getProperty("binhdang.database.owner." + part);
            var value = asOwner != null ? asOwner : environment.getProperty("spring.datasource." + part);
            if (value != null) place.setProperty(part, value);
        }
        place.setProperty("data", environment.getProperty("binhdang.data"));
        Path file = Path.of(System.getProperty("binhdang.fill"));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (var out = Files.newBufferedWriter(draft)) {
            place.store(out, null);
        }
        Files.move(draft, file);
        for (int i = 0; i < PATIENCE_SECONDS && Files.exists(file); i++) Thread.sleep(1000);
    }
}
