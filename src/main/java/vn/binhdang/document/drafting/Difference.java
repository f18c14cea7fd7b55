package vn.binhdang.document.drafting;

/**
 * One field that two people left different.
 * @param name of the field in its form
 * @param labelKey message key of its label
 * @param mine what this person typed
 * @param theirs what is stored
 * @param value of the field that {@code theirs} shows in words
 */
public record Difference(String name, String labelKey, String mine, String theirs, String value) {
    /** A field that is shown as it is stored. */
    public static Difference of(String name, String labelKey, String mine, String theirs) {
        return new Difference(name, labelKey, mine, theirs, theirs);
    }
}
