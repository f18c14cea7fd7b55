package vn.binhdang.statistics.collection.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.sheet.SheetReader;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** A form of many units out as one workbook and back, for those who collect figures for others. */
@Controller
@Allows(Action.ENTER_STATISTICS)
class UnitsBookController {
    static final String PAGE = "/statistics/board/workbook";

    private final UnitsBooks books;
    private final UnitsBookPages pages;

    UnitsBookController(UnitsBooks books, UnitsBookPages pages) {
        this.books = books;
        this.pages = pages;
    }

    static String address(String page, UnitsBooks.Wanted wanted) {
        return UriComponentsBuilder.fromPath(page)
                .queryParam("form", "{form}")
                .queryParam("period", "{period}")
                .queryParam("unit", wanted.unit())
                .encode()
                .buildAndExpand(wanted.form(), wanted.period())
                .toUriString();
    }

    @GetMapping(PAGE + ".xlsx")
    ResponseEntity<byte[]> out(
            @RequestParam String form, @RequestParam String period, @RequestParam UnitId unit, Actor actor, Text t) {
        return Download.excel(
                t.of("statistics.collection.units.file"),
                books.write(actor, new UnitsBooks.Wanted(form, period, unit), t));
    }

    /** @param stored how many units and figures were stored just now, and how many forms went up */
    @GetMapping(PAGE)
    String page(
            @RequestParam String form,
            @RequestParam String period,
            @RequestParam UnitId unit,
            @RequestParam(defaultValue = "") String stored,
            Actor actor,
            Text t,
            Model model) {
        String saved = "";
        if (stored.matches("\\d{1,6}-\\d{1,7}-\\d{1,6}")) {
            String[] counts = stored.split("-");
            saved = t.of(
                    "statistics.collection.units.saved",
                    Integer.valueOf(counts[0]),
                    Integer.valueOf(counts[1]),
                    Integer.valueOf(counts[2]));
        }
        model.addAttribute("page", pages.page(actor, new UnitsBooks.Wanted(form, period, unit), saved, "", t));
        return "statistics/collection/sheet/units";
    }

    @PostMapping(PAGE)
    String bring(
            @RequestParam String form,
            @RequestParam String period,
            @RequestParam UnitId unit,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean clears,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var wanted = new UnitsBooks.Wanted(form, period, unit);
        String problem;
        if (file.isEmpty() || file.get().isEmpty()) {
            problem = t.of("statistics.collection.sheet.noFile");
        } else {
            String name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("");
            try (InputStream content = file.get().getInputStream()) {
                // One byte more than is read tells that it is too large, in the words of the check.
                books.bring(actor, wanted, name, content.readNBytes(SheetReader.MOST_BYTES + 1), clears);
                return "redirect:" + address(PAGE, wanted) + "#brought";
            } catch (Workbooks.Unfit unfit) {
                problem = unfit.sentence(t);
            }
        }
        model.addAttribute("page", pages.page(actor, wanted, "", problem, t));
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return "statistics/collection/sheet/units";
    }

    @PostMapping(PAGE + "/write")
    String take(
            @RequestParam String form,
            @RequestParam String period,
            @RequestParam UnitId unit,
            @RequestParam String stand,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(defaultValue = "false") boolean submit,
            Actor actor) {
        var wanted = new UnitsBooks.Wanted(form, period, unit);
        var stored = books.take(actor, wanted, stand, confirm, submit);
        return "redirect:%s&stored=%d-%d-%d"
                .formatted(address(PAGE, wanted), stored.units(), stored.cells(), stored.submitted());
    }

    @PostMapping(PAGE + "/leave")
    String leave(@RequestParam String form, @RequestParam String period, @RequestParam UnitId unit, Actor actor) {
        var wanted = new UnitsBooks.Wanted(form, period, unit);
        books.leave(actor, wanted);
        return "redirect:" + address(PAGE, wanted);
    }
}
