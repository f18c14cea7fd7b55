package vn.binhdang.statistics.collection.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.binhdang.web.Text;

/** The list of a board as a table to take along. */
final class BoardSheet {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int WIDTH = 256;
    private static final int[] WIDTHS = {6, 45, 40, 20, 12, 14, 14, 30};

    private BoardSheet() {}

    static byte[] of(List<BoardRows.Line> lines, Text t) {
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY);
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(t.of("statistics.collection.board.file"));
            write(
                    sheet.createRow(0),
                    Stream.of("no", "unit", "place", "standing", "late", "due", "sent", "urged")
                            .map(column -> t.of("statistics.collection.board.column." + column))
                            .toList());
            // Words that thousands of lines have in common are looked up once.
            var standings = Stream.of(Standing.values())
                    .collect(Collectors.toMap(
                            Standing::name, one -> t.of("statistics.collection.board.filter." + one.name())));
            String late = t.of("statistics.collection.board.yes");
            int at = 1;
            for (var line : lines)
                write(
                        sheet.createRow(at),
                        List.of(
                                String.valueOf(at++),
                                line.name(),
                                line.place() == null ? "" : line.place(),
                                standings.getOrDefault(line.standing(), ""),
                                line.late() ? late : "",
                                BoardPages.day(line.dueOn()),
                                BoardPages.day(line.sentOn()),
                                line.urged() == 0
                                        ? ""
                                        : t.of(
                                                "statistics.collection.board.urged",
                                                line.urged(),
                                                BoardPages.day(line.urgedOn()))));
            for (int i = 0; i < WIDTHS.length; i++) sheet.setColumnWidth(i, WIDTHS[i] * WIDTH);
            sheet.createFreezePane(0, 1);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++)
            if (!cells.get(i).isEmpty()) row.createCell(i).setCellValue(cells.get(i));
    }
}
