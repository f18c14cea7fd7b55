package vn.binhdang.access.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.DataTable;

/**
 * Passwords that guessers try first: the 30,000 of zxcvbn's list and Vietnamese ones of our own. Numbers and signs around
 * one of them, capitals, diacritics or saying it twice do not make it better.
 */
@Component
class CommonPasswords {
    private static final String LIST = "com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern EDGES = Pattern.compile("^[^a-z]+|[^a-z]+$");

    private static final Pattern END = Pattern.compile("[^a-z]+$");

    private final Set<String> passwords = new HashSet<>();

    CommonPasswords() {
        try (var in = CommonPasswords.class.getClassLoader().getResourceAsStream(LIST)) {
            if (in == null) throw new IllegalStateException("no " + LIST);
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(passwords::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        passwords.addAll(DataTable.read("data/common-passwords-vi.csv", List.of("word"), row -> row.text("word")));
    }

    boolean contain(String password) {
        String folded = folded(password);
        return passwords.contains(password.toLowerCase(Locale.ROOT))
                || isOne(folded)
                || isOne(unmasked(END.matcher(folded).replaceAll("")));
    }

    private boolean isOne(String folded) {
        String core = EDGES.matcher(folded).replaceAll("").replaceAll("[^a-z0-9]", "");
        return passwords.contains(folded)
                || passwords.contains(core)
                || core.length() > 7
                        && core.length() % 2 == 0
                        && core.substring(0, core.length() / 2).equals(core.substring(core.length() / 2))
                        && passwords.contains(core.substring(0, core.length() / 2));
    }

    /** Small letters without diacritics, đ as d. */
    static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }

    /** "m@tkh4u" is matkhau. */
    static String unmasked(String folded) {
        return folded.replace('@', 'a')
                .replace('4', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('$', 's')
                .replace('5', 's');
    }
}
