package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads SDMX-CSV 2.0: rows with what each column says, codes as the product spells them. What the columns mean is for the
 * receiver to say. Any separator is understood and names beside the codes (labels=both, labels=name) are passed over; several
 * values in one field, or one in several languages, are refused, since nothing here has them.
 */
public final class SdmxCsvReader {

    private static final String STRUCTURE = "STRUCTURE";
    private static final Set<String> STRUCTURES = Set.of("dataflow", "datastructure", "dataprovision");

    // They say again what other columns say.
    private static final Set<String> REPEATED = Set.of("STRUCTURE_NAME", "SERIES_KEY", "OBS_KEY");

    /** @param fields by name of the column, without those that name structure, action and keys; empty fields are left out */
    public record Row(Place place, String structure, String action, Map<String, String> fields) implements Item {}

    /** What comes out of a document: a row, or what is wrong at a place. */
    public sealed interface Item permits Row, Fault {}

    private final CsvIn in;
    private List<String> head = List.of();
    private boolean named;
    private boolean begun;
    private boolean ended;

    public SdmxCsvReader(InputStream stream) throws IOException {
        in = new CsvIn(stream);
    }

    /**
     * @return empty at the end
     * @throws IOException when the stream breaks
     */
    public Optional<Item> next() throws IOException {
        if (ended) return Optional.empty();
        try {
            if (!begun) {
                Optional<Fault> wrong = begin();
                if (wrong.isPresent()) return stop(wrong.get());
            }
            while (true) {
                Place place = new Place(in.line(), 0);
                Optional<List<String>> record = in.record();
                if (record.isEmpty()) return Optional.empty();
                List<String> fields = record.get();
                if (fields.size() == 1 && fields.getFirst().isEmpty()) continue;
                return Optional.of(item(place, fields));
            }
        } catch (CsvIn.Unreadable | CharacterCodingException broken) {
            return stop(Fault.at(new Place(in.line(), 0), "malformed"));
        }
    }

    private Optional<Item> stop(Fault fault) {
        ended = true;
        return Optional.of(fault);
    }

    private Optional<Fault> begin() throws IOException {
        begun = true;
        in.separatorAfter(STRUCTURE);
        List<String> titles = in.record().orElse(List.of());
        head = titles.stream().map(SdmxCsvReader::id).toList();
        named = !head.equals(titles);
        return fault(head);
    }

    private Item item(Place place, List<String> fields) {
        if (fields.size() != head.size())
            return Fault.at(place, "columns", String.valueOf(fields.size()), String.valueOf(head.size()));
        if (!STRUCTURES.contains(fields.getFirst())) return Fault.at(place, "structure", fields.getFirst());
        String action = "I";
        Map<String, String> meant = new LinkedHashMap<>();
        for (int i = 2; i < fields.size(); i++) {
            String column = head.get(i);
            String text = fields.get(i);
            if (column.equals("ACTION")) action = text;
            else if (!text.isEmpty() && !REPEATED.contains(column))
                meant.putIfAbsent(column, meant(column, named ? id(column, text) : text, in.commaFree()));
        }
        return action.matches("[IARD]")
                ? new Row(place, named ? id(fields.get(1)) : fields.get(1), action, meant)
                : Fault.at(place, "action", action);
    }

    private static Optional<Fault> fault(List<String> head) {
        Place first = new Place(1, 0);
        if (head.size() < 3
                || !head.get(0).matches("STRUCTURE(\\[.\\])?")
                || !head.get(1).equals("STRUCTURE_ID")) return Optional.of(Fault.at(first, "notSdmxCsv"));
        for (String column : head.subList(1, head.size()))
            if (column.contains("[")) return Optional.of(Fault.at(first, "severalValues", column));
        // A name beside a code may well be the name of another column.
        if (!head.get(2).equals("STRUCTURE_NAME") && new HashSet<>(head).size() < head.size())
            return Optional.of(Fault.at(first, "columnTwice"));
        return Optional.empty();
    }

    /** Without the name that labels=both puts after it; no id has a colon. */
    private static String id(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(0, colon);
    }

    private static String id(String column, String text) {
        return column.equals("COMMENT") ? text : id(text);
    }

    private static String meant(String column, String text, boolean comma) {
        return switch (column) {
            case "COMMENT" -> CsvOut.unguarded(text);
            case "OBS_VALUE" -> comma ? text.replace(',', '.') : text;
            case Dimension.TIME_PERIOD -> text;
            default -> SdmxIds.decoded(text);
        };
    }
}
