package vn.binhdang.document.writing;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Lines break at spaces only. Vietnamese syllables have one between them, and a symbol broken at its hyphen ("KH- / SKHCN")
 * would copy out of the file with a space in it.
 */
final class SpaceBreaker implements FSTextBreaker {
    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    /** @return the place after the next run of spaces, the end of the text, and then -1 */
    @Override
    public int next() {
        if (position >= text.length()) return -1;
        int space = text.indexOf(' ', position);
        if (space < 0) return position = text.length();
        while (space < text.length() && text.charAt(space) == ' ') space++;
        return position = space;
    }
}
