package vn.binhdang.access.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opening an account: first the person is looked for, then the user name is set.
 * @param chosen null while the person is being looked for
 * @param problem the sentence about the user name, when it has to be mended
 */
public record NewAccountPage(
        String words,
        List<Person> people,
        boolean more,
        @Nullable Person chosen,
        String username,
        @Nullable String problem) {
    /** @param account address of the account the person has; empty when there is none */
    public record Person(String id, String name, String office, String account) {}
}
