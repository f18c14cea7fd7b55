package vn.binhdang.operations.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/**
 * What stands behind a command: options with one value each, and at most one word without.
 * @param word the word; null when there is none
 */
record Arguments(Map<String, String> options, @Nullable String word) {

    /** Empty when something stands there that the command does not know. */
    static Optional<Arguments> of(List<String> given, Set<String> known) {
        var options = new HashMap<String, String>();
        @Nullable String word = null;
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            if (known.contains(argument) && i + 1 < given.size()) options.put(argument, given.get(++i));
            else if (!argument.startsWith("--") && word == null) word = argument;
            else return Optional.empty();
        }
        return Optional.of(new Arguments(options, word));
    }

    Text words() {
        return Text.in("en".equals(options.get("--lang")) ? Text.ENGLISH : Text.VIETNAMESE);
    }

    /** @throws InvalidPathException when it cannot be a path */
    Optional<Path> path(String option) {
        return Optional.ofNullable(options.get(option)).map(Arguments::toPath);
    }

    Optional<Path> wordAsPath() {
        return Optional.ofNullable(word).map(Arguments::toPath);
    }

    private static Path toPath(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
