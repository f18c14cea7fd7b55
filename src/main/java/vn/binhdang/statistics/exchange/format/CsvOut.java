package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.Writer;

/**
 * Fields and lines as RFC 4180 has them. Text that a spreadsheet program would run as a formula gets an apostrophe in front, as
 * does text that begins with one, so that a reader can take it off again; numbers stay numbers.
 */
final class CsvOut {

    private final Writer out;
    private boolean first = true;

    CsvOut(Writer out) {
        this.out = out;
    }

    CsvOut text(String text) throws IOException {
        return field(guarded(text));
    }

    /** A number, a code or a name that this program made itself. */
    CsvOut plain(String text) throws IOException {
        return field(text);
    }

    private CsvOut field(String text) throws IOException {
        if (!first) out.write(',');
        first = false;
        if (!quoted(text)) out.write(text);
        else {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
        return this;
    }

    void line() throws IOException {
        out.write("\r\n");
        first = true;
    }

    private static boolean quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\t') return true;
        }
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ');
    }

    static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r\n'＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r\n'＝＋－＠".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
