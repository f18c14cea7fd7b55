package vn.binhdang.execution.urging;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** What was urged: act by act, and by unit. */
@Controller
@Allows({Action.URGE_TASKS, Action.URGE_BELOW})
class UrgingLogController {
    private static final int BATCH = 500;

    private final LogPages pages;
    private final AuditTrail audit;

    UrgingLogController(LogPages pages, AuditTrail audit) {
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping("/urging/log")
    String log(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "-1") int acts,
            @RequestParam(defaultValue = "0") int things,
            @RequestParam(defaultValue = "0") int already,
            @RequestParam(defaultValue = "0") int nobody,
            Actor actor,
            Text t,
            Model model) {
        var asked = pages.readable(new LogPages.Asked(from, to, unit, state, q));
        model.addAttribute(
                "page", pages.log(actor, asked, before, UrgingTexts.outcome(acts, things, already, nobody, t), t));
        return "execution/urging/log";
    }

    @GetMapping("/urging/units")
    String units(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int offset,
            Actor actor,
            Text t,
            Model model) {
        var asked = pages.readable(new LogPages.Asked(from, to, unit, "", q));
        model.addAttribute("page", pages.units(actor, asked, Math.max(0, offset), t));
        return "execution/urging/log";
    }

    @GetMapping("/urging/units.xlsx")
    void file(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Actor actor,
            Text t,
            HttpServletResponse response)
            throws IOException {
        var asked = new LogPages.Asked(from, to, unit, "", q);
        audit.export(actor, "execution.urging.export", null, Map.of("from", from, "to", to));
        Download.beginExcel(response, "theo-doi-don-doc");
        try (var book = new SXSSFWorkbook(BATCH)) {
            var sheet = book.createSheet(t.of("execution.urging.navigation"));
            int at = 0;
            var heading = sheet.createRow(at++);
            int column = 0;
            for (String word : List.of("unit", "acts", "things", "answered", "late", "median", "last", "heard"))
                heading.createCell(column++).setCellValue(t.of("execution.urging.column." + word));
            for (int offset = 0; ; offset += BATCH) {
                var rows = pages.unitRows(actor, asked, offset, BATCH, t);
                for (var row : rows) write(sheet.createRow(at++), row);
                if (rows.size() < BATCH) break;
            }
            sheet.createFreezePane(0, 1);
            book.write(response.getOutputStream());
        }
    }

    private static void write(Row line, LogPage.UnitRow row) {
        line.createCell(0).setCellValue(row.name());
        line.createCell(1).setCellValue(row.acts());
        line.createCell(2).setCellValue(row.things());
        line.createCell(3).setCellValue(row.answered());
        line.createCell(4).setCellValue(row.late());
        line.createCell(5).setCellValue(row.median());
        line.createCell(6).setCellValue(row.last());
        line.createCell(7).setCellValue(row.heard());
    }
}
