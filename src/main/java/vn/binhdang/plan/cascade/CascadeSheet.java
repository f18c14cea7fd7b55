package vn.binhdang.plan.cascade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.cascade.CascadeView.Stage;
import vn.binhdang.plan.drafting.TypedDate;
import vn.binhdang.web.Text;

/** The list of addressees as a table to take along: what the filter of the page leaves, all pages of it. */
@Component
class CascadeSheet {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int WIDTH = 256;

    private final Cascades cascades;
    private final CascadeView view;
    private final CascadePages pages;
    private final AuditTrail audit;

    CascadeSheet(Cascades cascades, CascadeView view, CascadePages pages, AuditTrail audit) {
        this.cascades = cascades;
        this.view = view;
        this.pages = pages;
        this.audit = audit;
    }

    byte[] of(Actor actor, CascadeId id, String words, Stage stage, Text t) {
        var cascade = cascades.find(actor, id);
        var rows = view.list(id, stage, words, cascade.replyBy(), cascades.today(), null, 2 * Cascades.MOST_ADDRESSEES);
        audit.export(actor, "plan.cascade.export", id.value(), Map.of("rows", rows.size()));
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY);
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(t.of("plan.cascade.sheet.file"));
            int at = 0;
            write(sheet.createRow(at++), headings(t));
            for (var row : rows) write(sheet.createRow(at++), cells(at - 1, row, t));
            int[] widths = {6, 45, 35, 20, 14, 14, 28, 14, 14, 40};
            for (int i = 0; i < widths.length; i++) sheet.setColumnWidth(i, widths[i] * WIDTH);
            sheet.createFreezePane(0, 1);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> headings(Text t) {
        return List.of("no", "unit", "place", "stage", "given", "confirmed", "issued", "started", "reported", "note")
                .stream()
                .map(column -> t.of("plan.cascade.column." + column))
                .toList();
    }

    private List<String> cells(int no, CascadeView.Addressee row, Text t) {
        return List.of(
                String.valueOf(no),
                row.unitName(),
                row.place(),
                t.of("plan.cascade.row." + row.stage()),
                row.madeAt() == null ? "" : pages.day(row.madeAt()),
                row.confirmedAt() == null ? "" : pages.day(row.confirmedAt()),
                CascadePages.issued(row, t),
                TypedDate.printed(row.startedOn()),
                TypedDate.printed(row.reportedOn()),
                CascadePages.note(row, t));
    }

    private static void write(org.apache.poi.ss.usermodel.Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) row.createCell(i).setCellValue(cells.get(i));
    }
}
