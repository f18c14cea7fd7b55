package vn.binhdang.document.register;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.issuing.DocumentFiles;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;

/** Files are always saved, never shown inside the product's own origin. */
@Controller
class DownloadController {
    private final DocumentFiles files;

    DownloadController(DocumentFiles files) {
        this.files = files;
    }

    @GetMapping("/documents/{id}/issued.docx")
    @Allows(Action.READ_DOCUMENTS)
    ResponseEntity<Resource> docx(@PathVariable DocumentId id, Actor actor) {
        return stored(files.docx(actor, id));
    }

    @GetMapping("/documents/{id}/issued.pdf")
    @Allows(Action.READ_DOCUMENTS)
    ResponseEntity<Resource> pdf(@PathVariable DocumentId id, Actor actor) {
        return stored(files.pdf(actor, id));
    }

    /** The mark stands in the file's name and not on its page, where a later reader would take it for part of the text. */
    @GetMapping("/documents/{id}/draft.pdf")
    @Allows(Action.READ_DRAFTS)
    ResponseEntity<Resource> draft(@PathVariable DocumentId id, Actor actor) {
        byte[] bytes = files.draftPdf(actor, id);
        return attachment("DU-THAO.pdf", DocumentFiles.PDF, bytes.length).body(new ByteArrayResource(bytes));
    }

    private ResponseEntity<Resource> stored(StoredFile file) {
        return attachment(file.originalName(), file.mediaType(), file.size())
                .body(new InputStreamResource(files.open(file)));
    }

    private static ResponseEntity.BodyBuilder attachment(String name, String mediaType, long size) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(size)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }
}
