package vn.binhdang.organisation.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.sheet.UnreadableSheet.Reason;

/**
 * What the cells of a workbook lean on.
 * @param sheets in the order of the workbook; at least one is not hidden
 * @param from1904 whether dates are counted from 1904, as old Macs did
 * @param texts that cells share
 * @param dateStyles numbers of the cell formats that show a number as a date
 */
record XlsxParts(List<Sheet> sheets, boolean from1904, List<String> texts, Set<Integer> dateStyles) {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /** Characters of all shared texts; 100,000 rows of five long names are about 20 million. */
    private static final long MOST_CHARACTERS = 40_000_000;

    /** @param part in which its cells stand */
    record Sheet(String name, String part, boolean hidden) {}

    /** The part with the first sheet that is not hidden. */
    String sheet() {
        return sheets.stream()
                .filter(sheet -> !sheet.hidden())
                .findFirst()
                .orElseThrow()
                .part();
    }

    String shared(int index) {
        if (index < 0 || index >= texts.size()) throw new IllegalArgumentException("no shared text " + index);
        return texts.get(index);
    }

    boolean isDate(int style) {
        return dateStyles.contains(style);
    }

    static XlsxParts of(XlsxPackage zip) throws IOException, XMLStreamException, UnreadableSheet {
        var book = Book.read(zip);
        return new XlsxParts(book.sheets(), book.from1904(), texts(zip), dateStyles(zip));
    }

    private record Book(List<Sheet> sheets, boolean from1904) {
        static Book read(XlsxPackage zip) throws IOException, XMLStreamException, UnreadableSheet {
            var sheets = new ArrayList<Sheet>();
            boolean from1904 = false;
            var targets = targets(zip);
            try (InputStream in = zip.part("xl/workbook.xml").orElseThrow(() -> new UnreadableSheet(Reason.CORRUPT))) {
                XMLStreamReader xml = XlsxRows.reader(in);
                while (xml.hasNext()) {
                    if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                    if (xml.getLocalName().equals("workbookPr"))
                        from1904 = isTrue(xml.getAttributeValue(null, "date1904"));
                    if (!xml.getLocalName().equals("sheet")) continue;
                    String id = xml.getAttributeValue(RELATIONS, "id");
                    String target = targets.get(id == null ? xml.getAttributeValue(STRICT_RELATIONS, "id") : id);
                    if (target == null) continue;
                    String name = xml.getAttributeValue(null, "name");
                    String state = xml.getAttributeValue(null, "state");
                    sheets.add(new Sheet(
                            name == null ? "" : name,
                            target.startsWith("/") ? target.substring(1) : "xl/" + target,
                            "hidden".equals(state) || "veryHidden".equals(state)));
                }
            }
            if (sheets.stream().allMatch(Sheet::hidden)) throw new UnreadableSheet(Reason.CORRUPT);
            return new Book(sheets, from1904);
        }

        private static Map<String, String> targets(XlsxPackage zip) throws IOException, XMLStreamException {
            var targets = new HashMap<String, String>();
            var part = zip.part("xl/_rels/workbook.xml.rels");
            if (part.isEmpty()) return targets;
            try (InputStream in = part.get()) {
                XMLStreamReader xml = XlsxRows.reader(in);
                while (xml.hasNext())
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("Relationship"))
                        targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
            return targets;
        }
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static List<String> texts(XlsxPackage zip) throws IOException, XMLStreamException, UnreadableSheet {
        var texts = new ArrayList<String>();
        var part = zip.part("xl/sharedStrings.xml");
        if (part.isEmpty()) return texts;
        long characters = 0;
        try (InputStream in = part.get()) {
            XMLStreamReader xml = XlsxRows.reader(in);
            var text = new StringBuilder();
            boolean words = false;
            boolean phonetic = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("si")) text.setLength(0);
                    if (xml.getLocalName().equals("rPh")) phonetic = true;
                    words = xml.getLocalName().equals("t") && !phonetic;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    words = false;
                    if (xml.getLocalName().equals("rPh")) phonetic = false;
                    if (xml.getLocalName().equals("si")) {
                        characters += text.length();
                        if (characters > MOST_CHARACTERS) throw new UnreadableSheet(Reason.EXPANDS_TOO_MUCH);
                        texts.add(XlsxRows.clean(text.toString()));
                    }
                } else if (words && xml.isCharacters()) {
                    text.append(xml.getText());
                }
            }
        }
        return texts;
    }

    private static Set<Integer> dateStyles(XlsxPackage zip) throws IOException, XMLStreamException {
        var dates = new HashSet<Integer>();
        var part = zip.part("xl/styles.xml");
        if (part.isEmpty()) return dates;
        var formats = new HashMap<Integer, String>();
        try (InputStream in = part.get()) {
            XMLStreamReader xml = XlsxRows.reader(in);
            boolean inCellFormats = false;
            int style = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("cellXfs")) inCellFormats = false;
                if (event != XMLStreamConstants.START_ELEMENT) continue;
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        formats.put(
                                Integer.valueOf(xml.getAttributeValue(null, "numFmtId")),
                                xml.getAttributeValue(null, "formatCode"));
                    case "cellXfs" -> inCellFormats = true;
                    case "xf" -> {
                        String id = xml.getAttributeValue(null, "numFmtId");
                        if (inCellFormats && id != null && isDate(Integer.parseInt(id), formats)) dates.add(style);
                        if (inCellFormats) style++;
                    }
                    default -> {}
                }
            }
        }
        return dates;
    }

    private static boolean isDate(int id, Map<Integer, String> formats) {
        return DateUtil.isInternalDateFormat(id)
                || formats.containsKey(id) && DateUtil.isADateFormat(id, formats.get(id));
    }
}
