package vn.binhdang.access.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** The review as a file, for the folder it is kept in. */
@Controller
@Allows(Action.READ_ACCOUNTS)
class ReviewExportController {
    private static final int BATCH = 500;

    private final Reviews reviews;
    private final AuditTrail audit;
    private final ZoneId zone;

    ReviewExportController(Reviews reviews, AuditTrail audit, Clock clock) {
        this.reviews = reviews;
        this.audit = audit;
        this.zone = clock.getZone();
    }

    @GetMapping("/accounts/review/export.csv")
    void csv(Actor actor, Text t, HttpServletResponse response) throws IOException {
        start(actor, response, "text/csv;charset=UTF-8", "csv");
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\ufeff'); // else Excel takes the Vietnamese letters for something else
        out.write(line(heading(t)));
        for (String after = ""; after != null; ) {
            var rows = batch(actor, after);
            for (var row : rows) out.write(line(cells(row, t)));
            after = rows.size() < BATCH ? null : rows.getLast().username();
        }
        out.flush();
    }

    @GetMapping("/accounts/review/export.xlsx")
    void xlsx(Actor actor, Text t, HttpServletResponse response) throws IOException {
        start(actor, response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        try (var workbook = new SXSSFWorkbook(BATCH)) {
            var sheet = workbook.createSheet(reviews.period().code());
            var number = new int[] {0};
            Consumer<List<String>> write = cells -> {
                var row = sheet.createRow(number[0]++);
                for (int i = 0; i < cells.size(); i++) row.createCell(i).setCellValue(cells.get(i));
            };
            write.accept(heading(t));
            for (String after = ""; after != null; ) {
                var rows = batch(actor, after);
                for (var row : rows) write.accept(cells(row, t));
                after = rows.size() < BATCH ? null : rows.getLast().username();
            }
            sheet.createFreezePane(0, 1);
            workbook.write(response.getOutputStream());
        }
    }

    private void start(Actor actor, HttpServletResponse response, String type, String ending) {
        audit.export(
                actor,
                "access.review.export",
                null,
                Map.of("period", reviews.period().code(), "format", ending));
        Download.begin(
                response, "ra-soat-tai-khoan-%s.%s".formatted(reviews.period().code(), ending), type);
    }

    private List<ReviewRow> batch(Actor actor, String after) {
        return reviews.rows(actor, new Reviews.Question("", false, after.toLowerCase(Locale.ROOT)), BATCH);
    }

    private static List<String> heading(Text t) {
        return List.of(
                t.of("access.username"),
                t.of("access.review.person"),
                t.of("access.review.unit"),
                t.of("access.review.roles"),
                t.of("access.review.lastSignIn"),
                t.of("access.review.factors"),
                t.of("access.review.state"),
                t.of("access.review.decision"),
                t.of("access.review.decidedOn"),
                t.of("access.review.decidedBy"));
    }

    private List<String> cells(ReviewRow row, Text t) {
        var page = new ReviewPage(reviews.period(), 0, 0, List.of(), "", false, null, false, zone);
        return List.of(
                row.username(),
                row.person(),
                row.unit(),
                page.roles(row, t),
                page.day(row.lastSignIn()),
                page.factors(row, t),
                t.of(row.asleep() ? "access.review.asleep" : "access.review.awake"),
                t.of("access.review.decision." + (row.decision() == null ? "OPEN" : row.decision())),
                page.day(row.decidedAt()),
                row.decidedBy());
    }

    /** A cell that begins like a formula would be run by the program that opens the file. */
    private static String line(List<String> cells) {
        return String.join(
                        ",",
                        cells.stream()
                                .map(cell -> cell.matches("[=+\\-@\\t\\r].*") ? "'" + cell : cell)
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                .toList())
                + "\r\n";
    }
}
