package vn.binhdang.access.accounts;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A password for one sign-in: four groups of four letters and digits that nobody mistakes for one another (79 bits). */
final class FirstPassword {
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPassword() {}

    static String make() {
        return Stream.generate(() -> RANDOM.ints(4, 0, READABLE.length())
                        .mapToObj(i -> String.valueOf(READABLE.charAt(i)))
                        .collect(Collectors.joining()))
                .limit(4)
                .collect(Collectors.joining("-"));
    }
}
