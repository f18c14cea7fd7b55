package vn.binhdang.organisation.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.organisation.sheet.SheetReader;
import vn.binhdang.organisation.sheet.SheetTemplate;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** Pages of bringing a table in; which kinds there are for somebody is decided by the action of each. */
@Controller
@Allows({Action.CHANGE_UNITS, Action.CHANGE_PEOPLE})
class SheetImportController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SheetImports imports;
    private final SheetImportPages pages;

    SheetImportController(SheetImports imports, SheetImportPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping("/imports/new/{kind}")
    String form(@PathVariable String kind, Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.form(actor, kind, null, t));
        return "organisation/importing/form";
    }

    @GetMapping("/imports/new/{kind}/template")
    ResponseEntity<byte[]> template(@PathVariable String kind, Actor actor, Text t) {
        var layout = imports.importer(actor, kind).layout();
        return download(t.of("organisation.import." + kind + ".template"), XLSX, SheetTemplate.write(layout, t));
    }

    @PostMapping("/imports/new/{kind}")
    String bring(
            @PathVariable String kind, @RequestParam Optional<MultipartFile> file, Actor actor, Text t, Model model)
            throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            model.addAttribute("page", pages.form(actor, kind, "organisation.import.noFile", t));
            return "organisation/importing/form";
        }
        String name = file.get().getOriginalFilename();
        try (InputStream content = file.get().getInputStream()) {
            // One byte more than is read tells that it is too large, in the words of the check.
            return "redirect:/imports/"
                    + imports.bring(
                            actor,
                            kind,
                            t.language(),
                            name == null ? "" : name,
                            content.readNBytes(SheetReader.MOST_BYTES + 1));
        }
    }

    /** The import as it stands; asked again by the page itself while the work is under way. */
    @GetMapping("/imports/{id}")
    String show(
            @PathVariable SheetImportId id,
            @RequestParam(defaultValue = "0") int after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.show(actor, id, after, t));
        return part ? "organisation/importing/state" : "organisation/importing/show";
    }

    @PostMapping("/imports/{id}/write")
    String write(@PathVariable SheetImportId id, Actor actor) {
        imports.write(actor, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/cancel")
    String cancel(@PathVariable SheetImportId id, Actor actor) {
        imports.cancel(actor, id);
        return "redirect:/imports/" + id;
    }

    /** All mistakes as a table, to be worked through beside the file. */
    @GetMapping("/imports/{id}/mistakes.xlsx")
    ResponseEntity<byte[]> mistakesAsWorkbook(@PathVariable SheetImportId id, Actor actor, Text t) {
        return download(
                t.of("organisation.import.mistakes.file") + ".xlsx",
                XLSX,
                table(id, actor, t).workbook());
    }

    @GetMapping("/imports/{id}/mistakes.csv")
    ResponseEntity<byte[]> mistakesAsCsv(@PathVariable SheetImportId id, Actor actor, Text t) {
        return download(
                t.of("organisation.import.mistakes.file") + ".csv",
                "text/csv;charset=UTF-8",
                table(id, actor, t).csv());
    }

    private MistakeTable table(SheetImportId id, Actor actor, Text t) {
        var importer = imports.importer(actor, imports.find(actor, id).kind());
        return new MistakeTable(
                imports.mistakes(actor, id, 0, Integer.MAX_VALUE).stream()
                        .map(one -> SheetImportPages.line(one.mistake(), importer, t))
                        .toList(),
                t);
    }

    private static ResponseEntity<byte[]> download(String name, String type, byte[] content) {
        return Download.of(name, MediaType.parseMediaType(type), content);
    }
}
