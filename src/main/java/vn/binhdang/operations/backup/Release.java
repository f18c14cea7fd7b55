package vn.binhdang.operations.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the product, also where no Spring is. */
final class Release {
    private Release() {}

    static String version() {
        try (var in = Release.class.getResourceAsStream("/application.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("binhdang.version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
