package vn.binhdang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** A key that is named whole: in t.of(…), in a refusal, as the code of a finding. */
    private static final Pattern NAMED =
            Pattern.compile("(?:\\bt\\.of\\(|\\btext\\.of\\(|new Refused\\(\\s*)\"([a-z]+\\.[A-Za-z0-9.]+)\"\\s*[,)]"
                    + "|\"(document\\.(?:reading|checking)\\.[A-Za-z0-9.]+[A-Za-z0-9])\"");

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        assertThat(keys("vi")).isEqualTo(keys("en"));
    }

    @Test
    void every_text_that_code_or_template_names_exists() throws IOException {
        var missing = new TreeSet<String>();
        var all = keys("vi");
        try (var files = Files.walk(SOURCES)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var named = NAMED.matcher(Files.readString(file));
                while (named.find()) {
                    String key = named.group(1) == null ? named.group(2) : named.group(1);
                    // A constant may name the beginning of a family of keys.
                    if (all.stream().noneMatch(k -> k.startsWith(key))) missing.add(key + " in " + file.getFileName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_message_file_is_loaded() throws IOException {
        for (String key : keys("vi"))
            assertThat(Text.in(Text.VIETNAMESE).has(key)).as(key).isTrue();
    }

    @Test
    void numbers_are_printed_as_vietnamese_readers_write_them() {
        assertThat(Text.in(Text.VIETNAMESE).of("plan.import.kilobytes", 1234)).isEqualTo("1.234 kB");
        assertThat(Text.in(Text.ENGLISH).of("plan.import.kilobytes", 1234)).isEqualTo("1,234 kB");
    }

    @Test
    void a_text_that_does_not_exist_is_a_defect_and_not_a_blank() {
        assertThatThrownBy(() -> Text.in(Text.VIETNAMESE).of("web.khongCo")).hasMessageContaining("web.khongCo");
    }

    private static Set<String> keys(String language) throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.list(MESSAGES)) {
            for (Path file :
                    (Iterable<Path>) files.filter(f -> f.toString().endsWith("_" + language + ".properties"))::iterator)
                for (String line : Files.readAllLines(file))
                    if (line.matches("[A-Za-z].*?=.*")) {
                        String key = line.substring(0, line.indexOf('=')).strip();
                        assertThat(keys.add(key)).as("twice: " + key).isTrue();
                    }
        }
        return keys;
    }
}
