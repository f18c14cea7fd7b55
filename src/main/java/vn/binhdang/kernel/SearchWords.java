package vn.binhdang.kernel;

import java.util.Arrays;

/** What somebody types to search a list. */
public final class SearchWords {
    private SearchWords() {}

    /**
     * For "like" in a statement that folds both sides, one for each word, in which "%", "_" and "\" mean themselves.
     * @return none for blank text
     */
    public static String[] patterns(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }
}
