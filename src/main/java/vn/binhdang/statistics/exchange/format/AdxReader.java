package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.Window;

/**
 * Reads ADX as a stream and tells everything that is wrong with it by line and column; what is right beside a fault is still
 * read. Whether units and elements exist is for the receiver to say, with the same rules as everywhere else.
 */
public final class AdxReader {

    static final String NAMESPACE = "urn:ihe:qrph:adx:2015";

    /** Attributes of a value that are not categories. */
    private static final Set<String> OWN =
            Set.of("dataElement", "value", "comment", "storedBy", "timestamp", "followUp");
    /** Longer than any name or number that there is; a stranger's document must not fill the memory. */
    private static final int LONGEST = 500;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty("jdk.xml.maxElementDepth", "20");
        FACTORY.setProperty("jdk.xml.elementAttributeLimit", "100");
        FACTORY.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
    }

    /** Takes what is read, one by one. */
    public interface Sink {
        void value(AdxValue value) throws IOException;

        void fault(Fault fault) throws IOException;
    }

    private record Group(String dataSet, String unit, Window period, Set<String> seen) {}

    /** What comes out of a document: a value, or what is wrong at a place. */
    public sealed interface Item permits AdxValue, Fault {}

    private final InputStream in;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private @Nullable XMLStreamReader xml;
    private @Nullable Group group;
    private Place last = new Place(1, 1);
    private int depth;
    private boolean ended;

    public AdxReader(InputStream in) {
        this.in = in;
    }

    /** @throws IOException when the stream breaks or the sink does; what is wrong with the document goes to the sink */
    public static void read(InputStream in, Sink sink) throws IOException {
        AdxReader reader = new AdxReader(in);
        for (Optional<Item> item = reader.next(); item.isPresent(); item = reader.next())
            switch (item.get()) {
                case AdxValue value -> sink.value(value);
                case Fault fault -> sink.fault(fault);
            }
    }

    /**
     * @return empty at the end
     * @throws IOException when the stream breaks
     */
    public Optional<Item> next() throws IOException {
        while (waiting.isEmpty() && !ended) step();
        return Optional.ofNullable(waiting.poll());
    }

    private void step() throws IOException {
        try {
            XMLStreamReader reader = xml;
            if (reader == null) reader = xml = FACTORY.createXMLStreamReader(in);
            if (!reader.hasNext()) {
                ended = true;
                return;
            }
            int event = reader.next();
            last = place(reader);
            if (event == XMLStreamConstants.DTD) stop(Fault.at(last, "doctype"));
            else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                begin(reader);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == 2) group = null;
                depth--;
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException stream) throw stream;
            stop(Fault.at(
                    broken.getLocation() == null
                            ? last
                            : new Place(
                                    Math.max(1, broken.getLocation().getLineNumber()),
                                    Math.max(0, broken.getLocation().getColumnNumber())),
                    "malformed"));
        }
    }

    private void begin(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (depth == 1) {
            if (!name.equals("adx") || !NAMESPACE.equals(reader.getNamespaceURI()))
                stop(Fault.at(last, "notAdx", name));
        } else if (depth == 2 && name.equals("group"))
            group = group(reader, last).orElse(null);
        else if (depth == 3 && name.equals("dataValue")) {
            if (group != null) value(reader, group, last);
        } else if (depth <= 3) waiting.add(Fault.at(last, "element", name));
    }

    private void stop(Fault fault) {
        waiting.add(fault);
        ended = true;
    }

    private static Place place(XMLStreamReader xml) {
        return new Place(
                Math.max(1, xml.getLocation().getLineNumber()),
                Math.max(0, xml.getLocation().getColumnNumber()));
    }

    /** A group that lacks something loses all its values, and says so once. */
    private Optional<Group> group(XMLStreamReader xml, Place place) {
        Optional<String> unit = required(xml, "orgUnit", place);
        Optional<String> period = required(xml, "period", place);
        Optional<String> dataSet = required(xml, "dataSet", place);
        Optional<Window> days = period.flatMap(TimeRange::parse);
        if (period.isPresent() && days.isEmpty()) waiting.add(Fault.at(place, "period", period.get()));
        if (unit.isEmpty() || dataSet.isEmpty() || days.isEmpty()) return Optional.empty();
        return Optional.of(new Group(dataSet.get(), unit.get(), days.get(), new HashSet<>()));
    }

    private void value(XMLStreamReader xml, Group group, Place place) {
        Optional<String> element = required(xml, "dataElement", place);
        Optional<String> text = required(xml, "value", place);
        SortedMap<String, String> categories = new TreeMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            // Attributes with a name space, such as xsi:…, are about the document and not about the value.
            String namespace = xml.getAttributeNamespace(i);
            String name = xml.getAttributeLocalName(i);
            if (namespace != null && !namespace.isEmpty() || OWN.contains(name)) continue;
            String category = xml.getAttributeValue(i).strip();
            if (category.isEmpty() || category.length() > LONGEST) {
                waiting.add(Fault.at(place, "category", name));
                return;
            }
            categories.put(name, category);
        }
        if (element.isEmpty() || text.isEmpty()) return;
        if (!NUMBER.matcher(text.get()).matches()) {
            waiting.add(Fault.at(place, "number", text.get(), element.get()));
            return;
        }
        AdxValue value = new AdxValue(
                place,
                group.dataSet(),
                group.unit(),
                group.period(),
                element.get(),
                Collections.unmodifiableSortedMap(categories),
                new BigDecimal(text.get()));
        if (!group.seen().add(value.element() + '\n' + value.combination())) {
            waiting.add(Fault.at(place, "twice", value.element(), value.combination()));
            return;
        }
        waiting.add(value);
    }

    private Optional<String> required(XMLStreamReader xml, String name, Place place) {
        String value = xml.getAttributeValue(null, name);
        if (value == null || value.isBlank()) {
            waiting.add(Fault.at(place, "missing", name, xml.getLocalName()));
            return Optional.empty();
        }
        if (value.length() > LONGEST) {
            waiting.add(Fault.at(place, "long", name));
            return Optional.empty();
        }
        return Optional.of(Texts.clean(value));
    }
}
