package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads SDMX-CSV 2.0: rows with what each column says, codes as the product spells them. What the columns mean is for the
 * receiver to say.
 */
public final class SdmxCsvReader {

    /** @param fields by name of the column, without the three that name structure and action; empty fields are left out */
    public record Row(Place place, String structure, String action, Map<String, String> fields) {}

    /** Takes what is read, one by one. */
    public interface Sink {
        void row(Row row) throws IOException;

        void fault(Fault fault) throws IOException;
    }

    private SdmxCsvReader() {}

    public static void read(InputStream stream, Sink sink) throws IOException {
        CsvIn in = new CsvIn(stream);
        try {
            rows(in, sink);
        } catch (CsvIn.Unreadable | CharacterCodingException broken) {
            sink.fault(Fault.at(new Place(in.line(), 0), "malformed"));
        }
    }

    private static void rows(CsvIn in, Sink sink) throws IOException {
        List<String> head = in.record().orElse(List.of());
        // The separator is whatever follows the fixed first word.
        if (head.size() == 1 && head.getFirst().startsWith("STRUCTURE;")) {
            in.separator(';');
            head = List.of(head.getFirst().split(";", -1));
        }
        if (head.size() < 3 || !head.get(0).equals("STRUCTURE") || !head.get(1).equals("STRUCTURE_ID")) {
            sink.fault(Fault.at(new Place(1, 0), "notSdmxCsv"));
            return;
        }
        if (new HashSet<>(head).size() < head.size()) {
            sink.fault(Fault.at(new Place(1, 0), "columnTwice"));
            return;
        }
        while (true) {
            Place place = new Place(in.line(), 0);
            Optional<List<String>> record = in.record();
            if (record.isEmpty()) return;
            List<String> fields = record.get();
            if (fields.size() == 1 && fields.getFirst().isEmpty()) continue;
            if (fields.size() != head.size()) {
                sink.fault(Fault.at(place, "columns", String.valueOf(fields.size()), String.valueOf(head.size())));
                continue;
            }
            String action = "I";
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 2; i < fields.size(); i++) {
                String text = fields.get(i);
                if (head.get(i).equals("ACTION")) action = text;
                else if (!text.isEmpty()) named.put(head.get(i), meant(head.get(i), text));
            }
            if (!action.matches("[IARD]")) {
                sink.fault(Fault.at(place, "action", action));
                continue;
            }
            sink.row(new Row(place, fields.get(1), action, named));
        }
    }

    private static String meant(String column, String text) {
        return switch (column) {
            case "COMMENT" -> CsvOut.unguarded(text);
            case "OBS_VALUE", Dimension.TIME_PERIOD -> text;
            default -> SdmxIds.decoded(text);
        };
    }
}
