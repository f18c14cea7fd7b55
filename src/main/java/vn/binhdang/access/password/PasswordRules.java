package vn.binhdang.access.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.DataTable;

/**
 * Whether a password may be chosen. Any letters of any language do, in any mixture; only length and how soon a guesser
 * would come upon it count.
 */
@Component
public class PasswordRules {
    /** Guesses below which an attacker with the stolen hashes would be done in hours. */
    private static final double FEWEST_GUESSES_LOG10 = 9;

    /** The estimate takes quadratic time; what comes after only makes a password better. */
    private static final int ESTIMATED = 64;

    /** What has to be left of a password without the words about its owner. */
    private static final int OWN_LETTERS = 6;

    private final CommonPasswords common;
    private final LeakedPasswords leaked;
    private final Zxcvbn estimate = new Zxcvbn();
    private final Map<String, Integer> rules = new HashMap<>();

    PasswordRules(CommonPasswords common, LeakedPasswords leaked) {
        this.common = common;
        this.leaked = leaked;
        DataTable.read("data/password-rules.csv", List.of("rule", "value", "source", "verified"), row -> {
            rules.put(row.text("rule"), row.number("value"));
            return row;
        });
    }

    public int shortest() {
        return rule("SHORTEST");
    }

    public int longest() {
        return rule("LONGEST");
    }

    /**
     * @param about words somebody who knows the person would try: user name, names of person and agency
     * @return message key of what is wrong, taking {@link #shortest} and {@link #longest}
     */
    public Optional<String> problem(String password, Collection<String> about) {
        int length = password.codePointCount(0, password.length());
        if (length < shortest()) return Optional.of("access.password.tooShort");
        if (length > longest()) return Optional.of("access.password.tooLong");
        if (password.chars().distinct().count() < 5) return Optional.of("access.password.tooSimple");
        if (common.contain(password) || leaked.contain(password)) return Optional.of("access.password.known");
        if (isAbout(password, about)) return Optional.of("access.password.guessable");
        String start = password.substring(0, Math.min(ESTIMATED, password.length()));
        return Math.log10(estimate.measure(start, List.copyOf(about)).getGuesses()) < FEWEST_GUESSES_LOG10
                ? Optional.of("access.password.tooSimple")
                : Optional.empty();
    }

    private static boolean isAbout(String password, Collection<String> about) {
        String left = CommonPasswords.unmasked(CommonPasswords.folded(password));
        boolean found = false;
        for (String word : about) {
            String plain =
                    CommonPasswords.unmasked(CommonPasswords.folded(word)).replaceAll("[^a-z0-9]", "");
            String joined = left.replaceAll("[^a-z0-9]", "");
            if (plain.length() < 4 || !joined.contains(plain)) continue;
            found = true;
            left = joined.replace(plain, "");
        }
        return found && left.replaceAll("[^a-z]", "").length() < OWN_LETTERS;
    }

    private int rule(String name) {
        var value = rules.get(name);
        if (value == null) throw new IllegalStateException("data/password-rules.csv has no row " + name);
        return value;
    }
}
