package vn.binhdang.document.reading.extraction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A paragraph while it is read: its visible text so far, and whether every letter of it is bold or italic. */
final class WordParagraph {
    @Nullable
    String style;

    @Nullable
    Boolean centred;

    @Nullable
    String numberingId;

    @Nullable
    Integer level;

    /** A tracked deletion took the paragraph's end: its text runs on into the next paragraph. */
    boolean endDeleted;

    /** Looks of the run being read, and the style it names. */
    WordLook run = WordLook.SILENT;

    @Nullable
    String runStyle;

    private final StringBuilder text = new StringBuilder();
    private boolean letters;
    private boolean allBold = true;
    private boolean allItalic = true;

    void append(char[] buffer, int start, int length, WordLook look) {
        if (WordLook.isOn(look.hidden())) return;
        boolean bold = WordLook.isOn(look.bold());
        boolean italic = WordLook.isOn(look.italic());
        if ((!letters || allBold && !bold || allItalic && !italic) && hasLetter(buffer, start, length)) {
            letters = true;
            allBold &= bold;
            allItalic &= italic;
        }
        if (WordLook.isOn(look.capitals())) text.append(new String(buffer, start, length).toUpperCase(Locale.ROOT));
        else text.append(buffer, start, length);
    }

    void append(char mark) {
        text.append(mark);
    }

    /** A symbol of a picture font: before the text it is a bullet, within it nothing that could be read. */
    void appendSymbol() {
        text.append(text.isEmpty() ? "- " : " ");
    }

    /** Takes over the text of the paragraph whose end was deleted. */
    void continueFrom(WordParagraph before) {
        text.append(before.text);
        letters = before.letters;
        allBold = before.allBold;
        allItalic = before.allItalic;
    }

    String text() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    boolean bold() {
        return letters && allBold;
    }

    boolean italic() {
        return letters && allItalic;
    }

    private static boolean hasLetter(char[] buffer, int start, int length) {
        for (int i = start; i < start + length; i++) if (Character.isLetter(buffer[i])) return true;
        return false;
    }
}
