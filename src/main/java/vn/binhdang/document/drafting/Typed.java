package vn.binhdang.document.drafting;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import vn.binhdang.kernel.Refused;

/** Text as it comes from a form, made fit to be stored: NFC, no control characters, no space at its ends. */
public final class Typed {
    /** Far more than any paragraph has; a whole file pasted into one field belongs on the import page. */
    public static final int LONGEST = 20_000;

    // Besides control characters: byte order marks and the marks that turn the direction of writing, which Word leaves.
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\p{Cc}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}&&[^\\n]]");

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*");

    private Typed() {}

    /**
     * Several lines, as a paragraph may be typed before it is split.
     * @throws Refused when it is longer than {@link #LONGEST}
     */
    public static String text(String typed) {
        if (typed.length() > LONGEST) throw new Refused("document.drafting.tooLong", typed.length(), LONGEST);
        String unix = typed.replace("\r\n", "\n").replace('\r', '\n');
        return UNPRINTABLE
                .matcher(Normalizer.normalize(unix, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
    }

    /** One line: line breaks become spaces. */
    public static String line(String typed) {
        return LINE_BREAK.matcher(text(typed)).replaceAll(" ");
    }

    /** The lines that say something. */
    public static List<String> lines(String typed) {
        return text(typed).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
}
