package vn.binhdang.statistics.exchange.values;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it, in UTF-8, with a first row that names the columns; comma or semicolon. */
final class CsvRows implements RowReader {
    private static final int LONGEST_TEXT = 2_000;

    private final BufferedReader in;
    private final List<String> columns = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private final List<String> fields = new ArrayList<>();
    private char separator = ',';
    private @Nullable Fault fault;
    private boolean wrongHead;

    CsvRows(InputStream in) throws IOException {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        head();
    }

    private void head() throws IOException {
        in.mark(4_096);
        var first = in.readLine();
        in.reset();
        if (first == null) return;
        if (first.indexOf(';') >= 0 && first.indexOf(',') < 0) separator = ';';
        record();
        var known = new ValueRow();
        for (var name : fields) {
            var plain = name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
            columns.add(plain);
            if (!known.put(plain, "")) {
                fault = new Fault("statistics.values.fault.unknownField", plain);
                wrongHead = true;
            }
        }
    }

    @Override
    public boolean next(ValueRow into) throws IOException {
        into.clear();
        if (wrongHead) {
            boolean first = !fields.isEmpty();
            fields.clear();
            return first;
        }
        fault = null;
        do if (!record()) return false;
        while (fields.size() == 1 && fields.getFirst().isEmpty());
        if (fault != null) return true;
        if (fields.size() != columns.size()) {
            fault = new Fault("statistics.values.fault.columns", fields.size() + "/" + columns.size());
            return true;
        }
        for (int i = 0; i < columns.size(); i++)
            into.put(columns.get(i), fields.get(i).strip());
        return true;
    }

    /** Reads one record into {@link #fields}. */
    private boolean record() throws IOException {
        fields.clear();
        field.setLength(0);
        int c = in.read();
        if (c < 0) return false;
        boolean quoted = false;
        for (; ; c = in.read()) {
            if (quoted) {
                if (c < 0) {
                    fault = new Fault("statistics.values.fault.quote", "");
                    break;
                }
                if (c != '"') add(c);
                else {
                    in.mark(1);
                    if (in.read() == '"') add('"');
                    else {
                        in.reset();
                        quoted = false;
                    }
                }
            } else if (c == '"' && field.isEmpty()) quoted = true;
            else if (c == separator) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n' || c < 0) break;
            else if (c != '\r') add(c);
        }
        fields.add(field.toString());
        return true;
    }

    private void add(int c) {
        if (field.length() < LONGEST_TEXT) field.append((char) c);
        else fault = new Fault("statistics.values.fault.tooLong", "");
    }

    @Override
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }
}
