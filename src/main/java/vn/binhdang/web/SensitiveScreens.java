package vn.binhdang.web;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.DataTable;

/**
 * Screens that show what could harm people: after a while without a deed they ask again who sits there, and forms on them
 * are kept in the browser's tab until then. Which they are stands in {@code data/sensitive-screens.csv}.
 */
@Component
public class SensitiveScreens {
    private final List<String> paths =
            DataTable.read("data/sensitive-screens.csv", List.of("path"), row -> row.text("path"));

    private final Duration idle;

    SensitiveScreens(@Value("${binhdang.access.session.idle:15m}") Duration idle) {
        this.idle = idle;
    }

    /** How long nothing may be done there; 0 for a screen that is not sensitive. */
    int idleSeconds(String path) {
        return contain(path) ? (int) idle.toSeconds() : 0;
    }

    public boolean contain(String path) {
        return paths.stream().anyMatch(screen -> path.equals(screen) || path.startsWith(screen + "/"));
    }
}
