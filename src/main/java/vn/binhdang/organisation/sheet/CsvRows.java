package vn.binhdang.organisation.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import vn.binhdang.organisation.sheet.UnreadableSheet.Reason;

/** Rows of a CSV file in UTF-8, with or without its mark, parted by commas, semicolons or tabs as the first line is. */
final class CsvRows {
    private final String text;
    private int at;

    private CsvRows(String text) {
        this.text = text;
    }

    static void read(byte[] content, RowTaker taker) throws UnreadableSheet {
        new CsvRows(decode(content)).read(taker);
    }

    private static String decode(byte[] content) throws UnreadableSheet {
        if (isUtf16(content)) throw new UnreadableSheet(Reason.NOT_UTF8);
        int mark = content.length >= 3
                        && content[0] == (byte) 0xef
                        && content[1] == (byte) 0xbb
                        && content[2] == (byte) 0xbf
                ? 3
                : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, mark, content.length - mark))
                    .toString();
        } catch (CharacterCodingException legacy) {
            throw new UnreadableSheet(Reason.NOT_UTF8);
        }
    }

    static boolean isUtf16(byte[] content) {
        return content.length >= 2
                && (content[0] == (byte) 0xff && content[1] == (byte) 0xfe
                        || content[0] == (byte) 0xfe && content[1] == (byte) 0xff);
    }

    private void read(RowTaker taker) throws UnreadableSheet {
        char separator = separator();
        for (int line = 1; at < text.length(); line++) {
            var cells = line(separator);
            if (!cells.isEmpty()) taker.row(line, cells);
        }
    }

    /** Whichever occurs most in the first line with words; Excel writes semicolons where the comma is for decimals. */
    private char separator() {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = first.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private Map<Integer, Cell> line(char separator) throws UnreadableSheet {
        var cells = new HashMap<Integer, Cell>();
        int column = 0;
        while (true) {
            put(cells, column++, at < text.length() && text.charAt(at) == '"' ? quoted() : bare(separator));
            if (at >= text.length()) return cells;
            char end = text.charAt(at++);
            if (end == separator) continue;
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
            if (end == '\r' || end == '\n') return cells;
            // Words after a closing quote: a quote inside that was not doubled.
            throw new UnreadableSheet(Reason.CORRUPT);
        }
    }

    private String bare(char separator) {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r')
            at++;
        return text.substring(from, at);
    }

    private String quoted() throws UnreadableSheet {
        var words = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') words.append(c);
            else if (at + 1 < text.length() && text.charAt(at + 1) == '"') words.append(text.charAt(at++));
            else {
                at++;
                return words.toString();
            }
        }
        throw new UnreadableSheet(Reason.CORRUPT);
    }

    private static void put(Map<Integer, Cell> cells, int column, String words) {
        String clean = Normalizer.normalize(words.strip(), Normalizer.Form.NFC);
        if (clean.isEmpty()) return;
        // A table program would run it when somebody opens what was stored.
        cells.put(column, clean.charAt(0) == '=' ? new Cell(Cell.Kind.FORMULA, clean, null) : Cell.text(clean));
    }
}
