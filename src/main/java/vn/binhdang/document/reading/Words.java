package vn.binhdang.document.reading;

import java.text.Normalizer;
import java.util.List;

/** Looking at Vietnamese text word by word. Positions found in the lower-case form hold in the text itself. */
final class Words {
    private static final char FIRST_MARKED = '\u00c0';
    private static final char LAST_MARKED = '\u1ef9';
    private static final char[] BARE = bareLetters();

    /** Vietnamese stands below this; looked up, because every character of every text passes here. */
    private static final char TABLE = '\u1f00';

    private static final char[] LOWER = new char[TABLE];
    private static final boolean[] WORD = new boolean[TABLE];

    static {
        for (char c = 0; c < TABLE; c++) {
            LOWER[c] = Character.toLowerCase(c);
            WORD[c] = Character.isLetterOrDigit(c);
        }
    }

    private Words() {}

    /** Lower case, character by character: the length never changes, unlike {@link String#toLowerCase}. */
    static String lower(String text) {
        var chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) chars[i] = lower(chars[i]);
        return new String(chars);
    }

    private static char lower(char c) {
        return c < TABLE ? LOWER[c] : Character.toLowerCase(c);
    }

    /** Letters without their diacritics, "đ" as "d": what a scanner's text recognition seldom gets wrong. */
    static String bare(String text) {
        var chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++)
            if (chars[i] >= FIRST_MARKED && chars[i] <= LAST_MARKED) chars[i] = BARE[chars[i] - FIRST_MARKED];
        return new String(chars);
    }

    private static char[] bareLetters() {
        var letters = new char[LAST_MARKED - FIRST_MARKED + 1];
        for (char c = FIRST_MARKED; c <= LAST_MARKED; c++) {
            char first =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            letters[c - FIRST_MARKED] = first == 'đ' || first == 'ð' ? 'd' : first == 'Đ' || first == 'Ð' ? 'D' : first;
        }
        return letters;
    }

    static boolean isWordChar(char c) {
        return c < TABLE ? WORD[c] : Character.isLetterOrDigit(c);
    }

    /** Is {@code phrase} at {@code at}, ending at the end of a word? */
    static boolean at(String lower, int at, String phrase) {
        return lower.startsWith(phrase, at) && endsWord(lower, at + phrase.length());
    }

    static boolean startsWith(String lower, String phrase) {
        return at(lower, 0, phrase);
    }

    static boolean startsWithAny(String lower, List<String> phrases) {
        for (var phrase : phrases) if (at(lower, 0, phrase)) return true;
        return false;
    }

    /** Where the phrase stands as whole words, from {@code from} on; -1 when nowhere. */
    static int find(String lower, String phrase, int from) {
        for (int at = lower.indexOf(phrase, from); at >= 0; at = lower.indexOf(phrase, at + 1))
            if (beginsWord(lower, at) && endsWord(lower, at + phrase.length())) return at;
        return -1;
    }

    /** The last place of the phrase that begins before {@code end} and not before {@code floor}; -1 when there is none. */
    static int findBack(String lower, String phrase, int end, int floor) {
        for (int at = Math.min(end, lower.length() - phrase.length()); at >= floor; at--)
            if (lower.startsWith(phrase, at) && beginsWord(lower, at) && endsWord(lower, at + phrase.length()))
                return at;
        return -1;
    }

    static boolean contains(String lower, String phrase) {
        return find(lower, phrase, 0) >= 0;
    }

    static boolean beginsWord(String text, int at) {
        return at == 0 || !isWordChar(text.charAt(at - 1)) || !isWordChar(text.charAt(at));
    }

    static boolean endsWord(String text, int end) {
        return end >= text.length() || !isWordChar(text.charAt(end)) || !isWordChar(text.charAt(end - 1));
    }

    static int skipSpaces(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') i++;
        return i;
    }

    static int wordEnd(String text, int at) {
        int i = at;
        while (i < text.length() && isWordChar(text.charAt(i))) i++;
        return i;
    }

    /** Has letters, none of them small. */
    static boolean isUpperCase(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) return false;
            letters |= Character.isUpperCase(c);
        }
        return letters;
    }

    static boolean startsLowerCase(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    /** Without spaces and marks at its end: "Lưu: VT;" is "Lưu: VT", "thực hiện./." is "thực hiện". */
    static String withoutEndMark(String text) {
        int end = text.length();
        while (end > 0 && " ;.,:/".indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(0, end);
    }

    /** Does the text end as a sentence, an item of a list or an introduction does? */
    static boolean isClosed(String text) {
        int end = text.length() - 1;
        while (end >= 0 && " \"”’'»)".indexOf(text.charAt(end)) >= 0) end--;
        return end >= 0 && ".;:!?…".indexOf(text.charAt(end)) >= 0;
    }
}
