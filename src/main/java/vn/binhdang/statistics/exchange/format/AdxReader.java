package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Collections;
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

    private final Sink sink;

    private AdxReader(Sink sink) {
        this.sink = sink;
    }

    /** @throws IOException when the stream breaks or the sink does; what is wrong with the document goes to the sink */
    public static void read(InputStream in, Sink sink) throws IOException {
        new AdxReader(sink).document(in);
    }

    private void document(InputStream in) throws IOException {
        Place last = new Place(1, 1);
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            int depth = 0;
            @Nullable Group group = null;
            while (xml.hasNext()) {
                int event = xml.next();
                last = place(xml);
                if (event == XMLStreamConstants.DTD) {
                    sink.fault(Fault.at(last, "doctype"));
                    return;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    String name = xml.getLocalName();
                    if (depth == 1) {
                        if (!name.equals("adx") || !NAMESPACE.equals(xml.getNamespaceURI())) {
                            sink.fault(Fault.at(last, "notAdx", name));
                            return;
                        }
                    } else if (depth == 2 && name.equals("group"))
                        group = group(xml, last).orElse(null);
                    else if (depth == 3 && name.equals("dataValue")) {
                        if (group != null) value(xml, group, last);
                    } else if (depth <= 3) sink.fault(Fault.at(last, "element", name));
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (depth == 2) group = null;
                    depth--;
                }
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException stream) throw stream;
            Place where = broken.getLocation() == null
                    ? last
                    : new Place(
                            Math.max(1, broken.getLocation().getLineNumber()),
                            Math.max(0, broken.getLocation().getColumnNumber()));
            sink.fault(Fault.at(where, "malformed"));
        }
    }

    private static Place place(XMLStreamReader xml) {
        return new Place(
                Math.max(1, xml.getLocation().getLineNumber()),
                Math.max(0, xml.getLocation().getColumnNumber()));
    }

    /** A group that lacks something loses all its values, and says so once. */
    private Optional<Group> group(XMLStreamReader xml, Place place) throws IOException {
        Optional<String> unit = required(xml, "orgUnit", place);
        Optional<String> period = required(xml, "period", place);
        Optional<String> dataSet = required(xml, "dataSet", place);
        Optional<Window> days = period.flatMap(TimeRange::parse);
        if (period.isPresent() && days.isEmpty()) sink.fault(Fault.at(place, "period", period.get()));
        if (unit.isEmpty() || dataSet.isEmpty() || days.isEmpty()) return Optional.empty();
        return Optional.of(new Group(dataSet.get(), unit.get(), days.get(), new HashSet<>()));
    }

    private void value(XMLStreamReader xml, Group group, Place place) throws IOException {
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
                sink.fault(Fault.at(place, "category", name));
                return;
            }
            categories.put(name, category);
        }
        if (element.isEmpty() || text.isEmpty()) return;
        if (!NUMBER.matcher(text.get()).matches()) {
            sink.fault(Fault.at(place, "number", text.get(), element.get()));
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
            sink.fault(Fault.at(place, "twice", value.element(), value.combination()));
            return;
        }
        sink.value(value);
    }

    private Optional<String> required(XMLStreamReader xml, String name, Place place) throws IOException {
        String value = xml.getAttributeValue(null, name);
        if (value == null || value.isBlank()) {
            sink.fault(Fault.at(place, "missing", name, xml.getLocalName()));
            return Optional.empty();
        }
        if (value.length() > LONGEST) {
            sink.fault(Fault.at(place, "long", name));
            return Optional.empty();
        }
        return Optional.of(Texts.clean(value));
    }
}
