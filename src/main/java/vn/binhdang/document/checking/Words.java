package vn.binhdang.document.checking;

import java.util.Locale;

/** How the rules compare printed words: offices write the same name with other capitals, spaces, dashes and accents. */
final class Words {
    /** Both ways of placing the tone on two vowels are in use: Hoà Bình and Hòa Bình, Uỷ ban and Ủy ban. */
    private static final String[][] TONES = {
        {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
        {"uỷ", "ủy"}, {"uý", "úy"}, {"uỳ", "ùy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"}
    };

    private Words() {}

    /** "Lao động-Thương Binh  và Xã hội" gives "lao động - thương binh và xã hội"; for comparing, never for printing. */
    static String key(String printed) {
        var lower = printed.toLowerCase(Locale.ROOT);
        var key = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == '–' || c == '—' || c == '-') {
                space(key);
                key.append("- ");
            } else if (Character.isWhitespace(c) || c == '\u00a0') {
                space(key);
            } else {
                key.append(c);
            }
        }
        String folded = key.toString().strip();
        for (String[] tone : TONES) folded = folded.replace(tone[0], tone[1]);
        return folded.replace("ủy ban nhân dân", "ubnd");
    }

    /** Letters and digits of the key alone, for phrases whose spaces and dashes were lost on the way. */
    static String letters(String printed) {
        var letters = new StringBuilder(printed.length());
        key(printed).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Whether the phrase stands in the text as whole words; both are keys. */
    static boolean holds(String text, String phrase) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) return true;
        }
        return false;
    }

    /** The first words of a long text, for naming it in a sentence. */
    static String opening(String text) {
        if (text.length() <= 60) return text;
        int cut = text.lastIndexOf(' ', 60);
        return text.substring(0, cut > 20 ? cut : 60) + " …";
    }

    private static void space(StringBuilder key) {
        if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') key.append(' ');
    }
}
