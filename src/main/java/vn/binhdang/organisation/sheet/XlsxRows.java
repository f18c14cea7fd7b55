package vn.binhdang.organisation.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.sheet.UnreadableSheet.Reason;

/** Rows of the sheets of a workbook, streamed: only the texts that cells share are kept in memory. */
final class XlsxRows {
    // The one that comes with Java, whatever else lies on the class path: its limits and switches are known.
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_CELL_CHARACTERS = 4_000;

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty("jdk.xml.maxElementDepth", "200");
        FACTORY.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
    }

    private final XlsxParts parts;
    private final RowTaker taker;

    private XlsxRows(XlsxParts parts, RowTaker taker) {
        this.parts = parts;
        this.taker = taker;
    }

    static void read(byte[] content, RowTaker taker) throws IOException, UnreadableSheet {
        readAll(content, sheet -> sheet.first() ? taker : null);
    }

    /** Who takes the rows of each sheet; null for one that nobody wants. */
    interface Takers {
        @Nullable
        RowTaker of(Named sheet) throws UnreadableSheet;
    }

    /** @param first whether it is the first one that is not hidden */
    record Named(String name, boolean hidden, boolean first) {}

    static void readAll(byte[] content, Takers takers) throws IOException, UnreadableSheet {
        try (var zip = XlsxPackage.open(content)) {
            var parts = XlsxParts.of(zip);
            for (var sheet : parts.sheets()) {
                var taker = takers.of(
                        new Named(sheet.name(), sheet.hidden(), sheet.part().equals(parts.sheet())));
                if (taker == null) continue;
                Optional<InputStream> cells = zip.part(sheet.part());
                if (cells.isEmpty()) throw new UnreadableSheet(Reason.CORRUPT);
                try (InputStream in = cells.get()) {
                    new XlsxRows(parts, taker).read(FACTORY.createXMLStreamReader(in));
                }
            }
        } catch (XMLStreamException broken) {
            throw refusalIn(broken);
        } catch (IOException broken) {
            if (broken.getCause() instanceof UnreadableSheet refused) throw refused;
            throw new UnreadableSheet(Reason.CORRUPT);
        } catch (IllegalArgumentException broken) {
            throw new UnreadableSheet(Reason.CORRUPT);
        }
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** StAX hides what stopped the stream behind a getter. */
    static UnreadableSheet refusalIn(XMLStreamException broken) {
        Throwable nested = broken.getNestedException();
        if (nested != null && nested.getCause() instanceof UnreadableSheet refused) return refused;
        return new UnreadableSheet(Reason.CORRUPT);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, UnreadableSheet {
        int row = 0;
        int column = -1;
        Map<Integer, Cell> cells = new HashMap<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> {
                        String number = xml.getAttributeValue(null, "r");
                        row = number == null ? row + 1 : Integer.parseInt(number);
                        column = -1;
                        cells = new HashMap<>();
                    }
                    case "c" -> {
                        String address = xml.getAttributeValue(null, "r");
                        column = address == null ? column + 1 : new CellReference(address).getCol();
                        var cell = cell(xml);
                        if (!cell.isEmpty() && column < MOST_COLUMNS) cells.put(column, cell);
                    }
                    case "mergeCell" -> merged(xml.getAttributeValue(null, "ref"));
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && !cells.isEmpty()) {
                taker.row(row, cells);
            }
        }
    }

    private void merged(String reference) throws UnreadableSheet {
        var range = CellRangeAddress.valueOf(reference);
        taker.merged(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(), range.getLastColumn());
    }

    /** From the start of a cell to its end. */
    private Cell cell(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        var value = new StringBuilder();
        boolean formula = false;
        boolean inValue = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("f")) formula = true;
                // "v" holds the value, "t" the words of a text that stands in the cell itself.
                inValue = name.equals("v") || name.equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inValue = false;
                if (xml.getLocalName().equals("c")) break;
            } else if (inValue
                    && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                    && value.length() < MOST_CELL_CHARACTERS) {
                value.append(xml.getText());
            }
        }
        if (formula) return new Cell(Cell.Kind.FORMULA, value.toString(), null);
        return valued(type == null ? "n" : type, style, value.toString());
    }

    private Cell valued(String type, String style, String value) {
        return switch (type) {
            case "s" -> Cell.text(parts.shared(Integer.parseInt(value.strip())));
            case "inlineStr", "str" -> Cell.text(clean(value));
            case "e" -> new Cell(Cell.Kind.ERROR, value, null);
            case "b" -> Cell.text(value.strip());
            case "d" -> SheetRow.dateOf(value.strip()).map(Cell::date).orElseGet(() -> Cell.text(clean(value)));
            default -> number(style, value.strip());
        };
    }

    private Cell number(String style, String value) {
        if (value.isEmpty()) return Cell.EMPTY;
        var number = new BigDecimal(value);
        if (style != null && parts.isDate(Integer.parseInt(style)) && DateUtil.isValidExcelDate(number.doubleValue()))
            return Cell.date(DateUtil.getLocalDateTime(number.doubleValue(), parts.from1904())
                    .toLocalDate());
        // A number of a million digits is no number anybody means.
        if (Math.abs((long) number.scale()) > 30 || number.precision() > 40)
            return new Cell(Cell.Kind.NUMBER, value, null);
        return new Cell(Cell.Kind.NUMBER, number.stripTrailingZeros().toPlainString(), null);
    }

    static String clean(String text) {
        return Normalizer.normalize(text.replace(' ', ' ').strip(), Normalizer.Form.NFC);
    }
}
