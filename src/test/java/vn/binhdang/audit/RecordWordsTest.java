package vn.binhdang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.binhdang.web.Text;

class RecordWordsTest {
    private static final Pattern RECORDED =
            Pattern.compile("(?:audit\\.(?:record|read|export|refused)|drafts\\.changed)\\(\\s*[^;\"]*?"
                    + "\"([a-z]+\\.[A-Za-z.]*[A-Za-z])\"");

    @Test
    void every_action_that_the_code_records_has_words_in_both_languages() throws IOException {
        var missing = new TreeSet<String>();
        int found = 0;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                var action = RECORDED.matcher(Files.readString(file));
                for (; action.find(); found++)
                    for (var language : new java.util.Locale[] {Text.VIETNAMESE, Text.ENGLISH})
                        if (RecordWords.action(action.group(1), Text.in(language))
                                .equals(action.group(1)))
                            missing.add(action.group(1).replaceFirst("\\.", ".audit.") + " in " + file.getFileName());
            }
        }
        assertThat(found).isGreaterThan(30);
        assertThat(missing).as("words in messages/<module>_vi and _en").isEmpty();
    }
}
