package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** One line of Markdown without its marks, and what the marks said of all of it. */
record MarkdownMarks(String text, boolean bold, boolean italic) {
    private static final Pattern QUOTE = Pattern.compile("^[>\\s]*>\\s*");
    private static final Pattern HEADING = Pattern.compile("^\\s*#{1,6}\\s+");
    private static final Pattern CLOSING_HASHES = Pattern.compile("\\s#+\\s*$");
    private static final Pattern LINK =
            Pattern.compile("(!?)\\[([^\\[\\]]{0,500})]\\([^()\\s]{0,2000}(\\s\"[^\"]{0,200}\")?\\)");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,20}]:?");
    private static final Pattern TAG = Pattern.compile("<!--.{0,2000}?-->|</?[a-zA-Z][^<>]{0,500}>");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
    private static final Pattern ALL_STRONG = Pattern.compile("(\\*\\*|__)(?!\\s).+\\1[.:;,]?");
    private static final Pattern ALL_EMPHASIS = Pattern.compile("(\\*|_|\\*\\*\\*|___)(?![\\s*_]).+\\1[.:;,]?");

    /** Two stars or three; a pair that opens on one line may close on another, so each counts alone. */
    private static final Pattern STRONG = Pattern.compile("(\\*{2,3}|~~)(?=\\S)|(?<=\\S)(\\*{2,3}|~~)");

    /** One star that opens before a word or closes after one; a bullet, or "(*)", is no such mark. */
    private static final Pattern EMPHASIS = Pattern.compile(
            "(?<![\\p{L}\\p{N}*])\\*(?=[\\p{L}\\p{N}\"“(/-])" + "|(?<=[\\p{L}\\p{N}\"”).,:;/])\\*(?![\\p{L}\\p{N}*])");

    private static final Pattern UNDERLINED =
            Pattern.compile("(?<![\\p{L}\\p{N}_])_{1,3}(?=[^\\s_])|(?<=[^\\s_])_{1,3}(?![\\p{L}\\p{N}_])");

    /** Where escaped characters wait while the marks are taken off; of a private range, so no text holds them. */
    private static final char ESCAPE_BASE = 0xE000;

    static MarkdownMarks takenOff(String line) {
        String unquoted = QUOTE.matcher(line).replaceFirst("");
        String text = HEADING.matcher(unquoted).replaceFirst("");
        boolean heading = text.length() < unquoted.length();
        if (heading) text = CLOSING_HASHES.matcher(text).replaceFirst("");
        String bare = text.strip();
        boolean bold = heading || ALL_STRONG.matcher(bare).matches();
        boolean italic = ALL_EMPHASIS.matcher(bare).matches();
        return new MarkdownMarks(inline(text), bold, italic);
    }

    private static String inline(String line) {
        if (line.chars().noneMatch(c -> "\\*_~[<&`".indexOf(c) >= 0)) return line;
        String text = ESCAPED.matcher(line).replaceAll(MarkdownMarks::hidden);
        text = LINK.matcher(text)
                .replaceAll(link -> link.group(1).isEmpty() ? Matcher.quoteReplacement(link.group(2)) : "");
        text = FOOTNOTE.matcher(text).replaceAll("");
        text = TAG.matcher(text).replaceAll("");
        text = STRONG.matcher(text).replaceAll("");
        text = EMPHASIS.matcher(text).replaceAll("");
        text = UNDERLINED.matcher(text).replaceAll("");
        if (text.endsWith("\\")) text = text.substring(0, text.length() - 1);
        return shown(Parser.unescapeEntities(text.replace("`", ""), false));
    }

    private static String hidden(java.util.regex.MatchResult escape) {
        return String.valueOf((char) (ESCAPE_BASE + escape.group(1).charAt(0)));
    }

    private static String shown(String text) {
        var shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(c >= ESCAPE_BASE && c < ESCAPE_BASE + 0x80 ? (char) (c - ESCAPE_BASE) : c);
        }
        return shown.toString();
    }

    /** The cells of a row, parted by pipes that are not escaped; the outer pipes part nothing. */
    static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (int i = 1; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(c);
        }
        if (!cell.toString().isBlank()) cells.add(cell.toString());
        return cells;
    }
}
