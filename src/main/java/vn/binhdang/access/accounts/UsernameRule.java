package vn.binhdang.access.accounts;

import java.util.regex.Pattern;

/** What a user name looks like: something that is typed the same on every keyboard and is no address of a person. */
final class UsernameRule {
    static final int SHORTEST = 3;
    static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{2,39}");

    private UsernameRule() {}

    static boolean fits(String username) {
        return FORM.matcher(username).matches();
    }
}
