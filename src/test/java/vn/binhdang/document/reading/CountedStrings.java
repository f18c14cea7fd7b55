package vn.binhdang.document.reading;

/** Calls into {@link String} that look at a whole text, each counted with the characters it looked at. */
public final class CountedStrings {
    private static long steps;

    private CountedStrings() {}

    static void reset() {
        steps = 0;
    }

    static long steps() {
        return steps;
    }

    /** A branch was taken or not. */
    public static void step() {
        steps++;
    }

    private static int seen(String text, int from, int found) {
        steps += found < 0 ? Math.max(0, text.length() - from) : Math.abs(found - from) + 1;
        return found;
    }

    private static String copied(String copy) {
        steps += copy.length();
        return copy;
    }

    public static int indexOf(String text, int character) {
        return seen(text, 0, text.indexOf(character));
    }

    public static int indexOf(String text, int character, int from) {
        return seen(text, from, text.indexOf(character, from));
    }

    public static int indexOf(String text, String other) {
        return seen(text, 0, text.indexOf(other));
    }

    public static int indexOf(String text, String other, int from) {
        return seen(text, from, text.indexOf(other, from));
    }

    public static int lastIndexOf(String text, int character, int from) {
        return seen(text, Math.max(0, text.length() - from), text.lastIndexOf(character, from));
    }

    public static int lastIndexOf(String text, String other, int from) {
        int found = text.lastIndexOf(other, from);
        steps += from - found;
        return found;
    }

    public static int lastIndexOf(String text, String other) {
        int found = text.lastIndexOf(other);
        steps += text.length() - found;
        return found;
    }

    public static boolean contains(String text, CharSequence other) {
        return seen(text, 0, text.indexOf(other.toString())) >= 0;
    }

    public static String substring(String text, int from) {
        return copied(text.substring(from));
    }

    public static String substring(String text, int from, int to) {
        return copied(text.substring(from, to));
    }

    public static String strip(String text) {
        return copied(text.strip());
    }

    public static String replace(String text, CharSequence other, CharSequence by) {
        return copied(text.replace(other, by));
    }

    public static String replace(String text, char other, char by) {
        return copied(text.replace(other, by));
    }

    public static char[] toCharArray(String text) {
        steps += text.length();
        return text.toCharArray();
    }

    public static int hashCode(String text) {
        steps += text.length();
        return text.hashCode();
    }
}
