package vn.binhdang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    private static final Path MAP = Path.of("docs/modules.md");

    private final ApplicationModules modules = ApplicationModules.of(BinhDang.class);

    @Test
    void a_module_knows_only_the_public_face_of_those_it_may_know() {
        modules.verify();
    }

    @Test
    void the_picture_in_the_docs_shows_the_modules_as_they_are() throws IOException {
        assertThat(Files.readString(MAP))
                .as("replace the picture in %s by:\n%s", MAP, picture())
                .contains(picture());
    }

    /** One arrow from each module to each that it knows, without the four shared ones, which everybody knows. */
    private String picture() {
        var arrows = new TreeSet<String>();
        modules.forEach(module -> module.getDirectDependencies(modules)
                .uniqueModules()
                .filter(known -> !isShared(known.getIdentifier().toString()))
                .forEach(known ->
                        arrows.add("    %s --> %s\n".formatted(module.getIdentifier(), known.getIdentifier()))));
        return "```mermaid\nflowchart RL\n" + String.join("", arrows) + "```";
    }

    private static boolean isShared(String module) {
        return module.equals("kernel") || module.equals("calendar") || module.equals("web") || module.equals("audit");
    }
}
