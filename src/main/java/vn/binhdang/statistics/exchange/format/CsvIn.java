package vn.binhdang.statistics.exchange.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RFC 4180, one record at a time; a byte order mark is passed over. */
final class CsvIn {

    /** No record of ours comes near; more is an open quotation mark or an attack. */
    private static final int LONGEST = 1 << 20;

    private final Reader in;
    private int line = 1;
    private int separator = ',';

    /** The text is not what its first bytes promised: no UTF-8, or a record without end. */
    static final class Unreadable extends IOException {
        Unreadable(String message) {
            super(message);
        }
    }

    CsvIn(InputStream stream) throws IOException {
        in = new BufferedReader(
                new InputStreamReader(
                        stream,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        in.mark(1);
        if (in.read() != '\uFEFF') in.reset();
    }

    /**
     * The separator is what follows a first field of this word, which may have a term in square brackets. Nothing is read by
     * that, and where the word does not stand the comma remains.
     */
    void separatorAfter(String word) throws IOException {
        in.mark(word.length() + 8);
        int c = in.read();
        boolean quoted = c == '"';
        if (quoted) c = in.read();
        for (int i = 0; i < word.length(); i++, c = in.read())
            if (c != word.charAt(i)) {
                in.reset();
                return;
            }
        if (c == '[') {
            in.read();
            c = in.read() == ']' ? in.read() : -1;
        }
        if (quoted) c = c == '"' ? in.read() : -1;
        in.reset();
        if (c > ' ' || c == '\t') separator = c;
    }

    /** Whether numbers may have a comma before their decimals. */
    boolean commaFree() {
        return separator != ',';
    }

    /** Line on which the next record begins. */
    int line() {
        return line;
    }

    /** @return empty at the end */
    Optional<List<String>> record() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        int length = 0;
        while (true) {
            int c = in.read();
            if (++length > LONGEST) throw new Unreadable("a record of more than " + LONGEST);
            if (c == -1) {
                if (quoted) throw new Unreadable("a quotation mark without its second");
                if (!any) return Optional.empty();
                break;
            }
            any = true;
            if (c == '\n') line++;
            if (quoted) {
                if (c != '"') {
                    field.append((char) c);
                    continue;
                }
                in.mark(1);
                if (in.read() == '"') field.append('"');
                else {
                    in.reset();
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) quoted = true;
            else if (c == separator) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') break;
            else if (c != '\r') field.append((char) c);
        }
        fields.add(field.toString());
        return Optional.of(fields);
    }
}
