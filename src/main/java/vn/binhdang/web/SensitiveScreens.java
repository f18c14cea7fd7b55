package vn.binhdang.web;

import java.util.List;
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

    public boolean contain(String path) {
        return paths.stream().anyMatch(screen -> path.equals(screen) || path.startsWith(screen + "/"));
    }
}
