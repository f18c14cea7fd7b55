package vn.binhdang.organisation.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.web.Text;

/** Everything on one's own page as a file: JSON for machines, Excel for people. */
final class RecordExport {
    private final RecordPage page;
    private final Text t;

    RecordExport(RecordPage page, Text t) {
        this.page = page;
        this.t = t;
    }

    byte[] json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("name", page.name());
        all.put("facts", page.facts());
        all.put("offices", page.offices());
        all.put("history", page.history());
        all.put("changes", page.changes());
        all.put("readings", page.readings());
        all.put("requests", page.requests());
        all.put(
                "purposes",
                PersonField.all().stream()
                        .map(field -> Map.of("what", field.name(t), "why", field.purpose(t)))
                        .toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    byte[] workbook() {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var bold = book.createCellStyle();
            var font = book.createFont();
            font.setBold(true);
            bold.setFont(font);
            sheet(book, bold, "organisation.person.kept", kept());
            sheet(
                    book,
                    bold,
                    "organisation.person.history",
                    page.history().stream()
                            .map(one -> List.of(one.day(), one.words()))
                            .toList());
            sheet(
                    book,
                    bold,
                    "organisation.record.readings",
                    page.readings().stream()
                            .map(one -> List.of(one.at(), one.by(), one.what()))
                            .toList());
            sheet(
                    book,
                    bold,
                    "organisation.person.changes",
                    page.changes().stream()
                            .map(one -> List.of(one.at(), one.kind(), one.by()))
                            .toList());
            sheet(
                    book,
                    bold,
                    "organisation.record.requests",
                    page.requests().stream()
                            .map(one -> List.of(
                                    one.asked(),
                                    one.field(),
                                    one.words(),
                                    one.state(),
                                    one.answer() == null ? "" : one.answer()))
                            .toList());
            sheet(
                    book,
                    bold,
                    "organisation.why.title",
                    PersonField.all().stream()
                            .map(field -> List.of(field.name(t), field.purpose(t), field.retention(t)))
                            .toList());
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> kept() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(t.of("organisation.person.name"), page.name()));
        page.facts().forEach(line -> rows.add(List.of(line.label(), line.words())));
        page.offices()
                .forEach(office -> rows.add(List.of(
                        t.of("organisation.person.title"),
                        office.title() + ", " + office.unit() + ", "
                                + t.of("organisation.person.since", office.from()))));
        return rows;
    }

    private void sheet(XSSFWorkbook book, CellStyle bold, String titleKey, List<List<String>> rows) {
        String title = t.of(titleKey);
        var sheet = book.createSheet(title);
        var head = sheet.createRow(0).createCell(0);
        head.setCellValue(title);
        head.setCellStyle(bold);
        int at = 1;
        for (var cells : rows) {
            var row = sheet.createRow(at++);
            for (int i = 0; i < cells.size(); i++) row.createCell(i).setCellValue(cells.get(i));
        }
        for (int i = 0; i < 5; i++) sheet.setColumnWidth(i, (i == 1 ? 60 : 28) * 256);
    }
}
