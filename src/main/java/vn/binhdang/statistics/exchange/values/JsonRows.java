package vn.binhdang.statistics.exchange.values;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON Lines: one object after another, with or without line ends between them. */
final class JsonRows implements RowReader {
    /** Longer texts than any code or number are a mistake. */
    private static final int LONGEST_TEXT = 2_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Whoever gave the stream reads what is left of it; a request closed here cannot be read any more.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(8)
                    .maxDocumentLength(-1)
                    .build())
            .build();

    private final JsonParser parser;
    private @Nullable Fault fault;
    private boolean broken;

    JsonRows(InputStream in) {
        parser = FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    @Override
    public boolean next(ValueRow into) throws IOException {
        into.clear();
        fault = null;
        if (broken) return false;
        try {
            var token = parser.nextToken();
            if (token == null) return false;
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                fault = new Fault("statistics.values.fault.notAnObject", "");
                return true;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                var value = parser.nextToken();
                if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    fault = new Fault("statistics.values.fault.nested", name);
                } else if (!into.put(name, value == JsonToken.VALUE_NULL ? "" : parser.getString()) && fault == null)
                    fault = new Fault("statistics.values.fault.unknownField", name);
            }
            return true;
        } catch (JacksonException e) {
            // what follows a broken row cannot be told from it: the rest is not read, and that is said
            broken = true;
            var place = e.getLocation();
            fault = new Fault(
                    "statistics.values.fault.notJson",
                    place == null ? "" : place.getLineNr() + ":" + place.getColumnNr());
            return true;
        }
    }

    @Override
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }
}
