package vn.binhdang.operations.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.binhdang.messaging.MailQueue;
import vn.binhdang.web.Text;

class FactTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/vn/binhdang/operations/state");
    private static final Pattern FACT = Pattern.compile("Fact\\.of\\(\\s*\"([A-Za-z.]+)\"[^;]*;");
    private static final List<Text> LANGUAGES = List.of(Text.in(Text.VIETNAMESE), Text.in(Text.ENGLISH));

    @Test
    void every_fact_has_its_words_and_every_yellow_or_red_one_says_what_to_do() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.list(SOURCES)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith("Facts.java"))::iterator) {
                var fact = FACT.matcher(Files.readString(file));
                while (fact.find()) {
                    String key = "operations.state." + fact.group(1);
                    if (key.endsWith(".")) continue; // a family, below
                    found.add(key);
                    for (var t : LANGUAGES) {
                        assertThat(t.has(key) && t.has(key + ".value")).as(key).isTrue();
                        for (var level : List.of(Level.WARNING, Level.BAD))
                            if (fact.group().contains("Level." + level.name() + ")")
                                    || fact.group().contains("Level." + level.name() + " :")
                                    || fact.group().contains("Level." + level.name() + ","))
                                assertThat(t.has(key + "." + level.word()))
                                        .as(key + "." + level.word())
                                        .isTrue();
                    }
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(30);
    }

    @Test
    void every_reason_why_mail_does_not_go_says_what_to_do() {
        for (var failure : vn.binhdang.messaging.MailFailure.values())
            for (var t : LANGUAGES)
                for (String key : List.of(
                        "operations.mail." + failure.word(),
                        "operations.mail." + failure.word() + ".advice",
                        "operations.state.mail.stuck." + failure.word(),
                        "operations.state.mail.stuck." + failure.word() + ".value",
                        "operations.state.mail.stuck." + failure.word() + ".bad"))
                    assertThat(t.has(key)).as(key).isTrue();
        assertThat(MailQueue.Way.values()).hasSize(3);
    }

    @Test
    void values_are_printed_as_each_language_writes_them() {
        var vi = Text.in(Text.VIETNAMESE);
        var en = Text.in(Text.ENGLISH);
        assertThat(Shown.bytes(1_530_000_000L).in(vi)).isEqualTo("1,5 GB");
        assertThat(Shown.bytes(1_530_000_000L).in(en)).isEqualTo("1.5 GB");
        assertThat(Shown.bytes(900).in(vi)).isEqualTo("1 kB");
        assertThat(Shown.bytes(75_000_000).in(vi)).isEqualTo("75,0 MB");
        assertThat(Shown.duration(Duration.ofHours(76)).in(vi)).isEqualTo("3 ngày 4 giờ");
        assertThat(Shown.duration(Duration.ofMinutes(125)).in(en)).isEqualTo("2 h 5 min");
        assertThat(Shown.duration(Duration.ofSeconds(42)).in(vi)).isEqualTo("42 giây");
    }
}
